import type { EntityManager } from 'typeorm';
import { printCitation } from '../domain/law/citation.js';
import { countingRules } from '../domain/statistics/identities.js';
import { reportForms } from '../domain/statistics/report-form.js';
import { type FormState, emptyForm } from '../web/forms.js';
import type { Page } from '../web/page.js';
import { paths, withQuery } from '../web/paths.js';
import { type Viewer, holds, mayActIn } from '../web/viewer.js';
import { type AskedReport, type ReportQuery, readAskedReport, yearOptions } from './asked.js';
import { filingView, submissionView } from './filing.js';
import { annualReportPage } from './pages.js';
import { checkViews, linkedForms, sectionViews } from './report-view.js';
import { type WholeReport, readWholeReport } from './whole-report.js';

/** The page of a report; with the form of 公布 as it was refused, where it was. */
export async function reportPage(
  manager: EntityManager,
  viewer: Viewer,
  query: ReportQuery,
  publication: FormState = emptyForm(),
): Promise<Page> {
  const asked = await readAskedReport(manager, viewer, query);
  const report = await readWholeReport(manager, asked.key, asked.scope.officeIds);
  const { year, scope } = asked;
  const { three, four, tables } = report;
  return annualReportPage(
    {
      title: '年度报告',
      of: `${year}年 ${asked.issuer}`,
      office: asked.issuer,
      ...{ year, query: asked.query },
      empty: three.received.total + three.carriedIn.total === 0 && four.reconsideration.total === 0,
      form: emptyForm({ year: String(year), office: scope.code }),
      yearOptions: await yearOptions(manager, scope, year),
      officeOptions: scope.options,
      formName: printCitation({ statute: reportForms[report.form].statute }),
      overview: sectionViews(report, asked.query, 'overview'),
      forms: linkedForms(report, asked.query),
      summed: report.twoSummed,
      closing: sectionViews(report, asked.query, 'problems', 'others'),
      checks: checkViews(report.identities),
      countingRules,
      adjustments: tables.adjustments,
      posted: tables.posted,
      filing: filingView(viewer, scope, year, tables),
      submission: submissionView(viewer, asked, report),
      publication,
      ...linksOf(viewer, asked, report),
    },
    Object.keys(publication.errors).length > 0 ? 422 : 200,
  );
}

/** What leads on from the page. */
function linksOf(
  viewer: Viewer,
  { key, query, scope }: AskedReport,
  { record }: WholeReport,
): Pick<Parameters<typeof annualReportPage>[0], 'actions' | 'exports'> {
  const at = (path: string): string => withQuery(path, query);
  const mayWrite =
    !record?.submittedAt && mayActIn(viewer, key.officeId) && holds(viewer, 'clerk', 'head', 'legal');
  return {
    actions: [
      ...(mayWrite ? [{ href: at(paths.annualReportDraft), label: '编写正文和表二', primary: true }] : []),
      ...(scope.options.length > 0
        ? [{ href: withQuery(paths.annualReportOffices, { year: query.year }), label: '各机关报送情况' }]
        : []),
      { href: withQuery(paths.publishedReports, { office: query.office }), label: '公布数比对' },
    ],
    exports: [
      { href: at(paths.annualReportWord), label: '导出 Word' },
      { href: at(paths.annualReportSheet), label: '导出 Excel' },
      { href: at(paths.annualReportPdf), label: '导出 PDF' },
      { href: at(paths.annualReportWebsite), label: '导出网页' },
    ],
  };
}
