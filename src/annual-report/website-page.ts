import { plainText, reportSections, sectionIds } from '../domain/statistics/report-text.js';
import type { Views } from '../web/views.js';
import { chineseDate } from '../web/words.js';
import { UNWRITTEN, draftMarkOf, formsOf, reportTitle } from './report-paper.js';
import type { WholeReport } from './whole-report.js';

/** The report as one page that stands by itself, for the website of the office. */
export function websitePage(views: Views, office: string, report: WholeReport): Buffer {
  const sections = (part: 'overview' | 'problems' | 'others'): { label: string; lines: string[] }[] =>
    sectionIds
      .filter((id) => reportSections[id].part === part)
      .map((id) => ({
        label: reportSections[id].label,
        lines: (plainText(report.sections[id]).trim() || UNWRITTEN).split('\n'),
      }));
  const { publishedOn } = report.record ?? { publishedOn: null };
  const page = views.render('/pages/annual-report/website', {
    title: reportTitle(office, report.year),
    draft: draftMarkOf(report),
    ...(publishedOn ? { published: chineseDate(publishedOn) } : {}),
    forms: formsOf(report),
    overview: sections('overview'),
    problems: sections('problems'),
    others: sections('others'),
  });
  return Buffer.from(page.trimStart(), 'utf8');
}
