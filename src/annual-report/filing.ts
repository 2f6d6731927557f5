import { dueForYear, yearlyDays } from '../domain/clock/yearly.js';
import { printCitation } from '../domain/law/citation.js';
import type { Identity } from '../domain/statistics/identities.js';
import { reportSections } from '../domain/statistics/report-text.js';
import { daysBetween, yearOf } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import type { ReportKey } from '../records/report/annual-reports.js';
import type { OfficeScope } from '../web/office-scope.js';
import { type Viewer, holds, mayActIn } from '../web/viewer.js';
import { chineseDate, chineseTime } from '../web/words.js';
import type { AnnualTables } from './annual-tables.js';
import type { AskedReport } from './asked.js';
import type { FilingView, SubmissionView } from './pages.js';
import type { WholeReport } from './whole-report.js';

/** Short names of the offices that have not filed the year, in words. */
const unfiledOf = ({ officeIds, names }: OfficeScope, { filings }: AnnualTables): string =>
  officeIds
    .filter((id) => !filings.some(({ officeId }) => officeId === id))
    .map((id) => names.get(id)?.shortName ?? '—')
    .join('、');

/** What the page says of 封存: of one office by whom and when, of several which have not filed yet. */
export function filingView(
  viewer: Viewer,
  scope: OfficeScope,
  year: number,
  tables: AnnualTables,
): FilingView | undefined {
  if (year >= yearOf(today())) return undefined;
  const [only] = tables.filings;
  const isOwn = scope.officeIds.length === 1 && scope.officeIds[0] === viewer.officeId;
  if (scope.officeIds.length > 1) {
    const names = unfiledOf(scope, tables);
    return {
      says: names === '' ? '所有机关都已封存。' : `尚未封存的机关：${names}。`,
      filed: names === '',
      mayFile: false,
    };
  }
  return {
    says: only
      ? `${chineseTime(only.filedAt)}由${only.byName}封存，上表为封存时的数字。`
      : '尚未封存，上表随案卷实时变动。下年的“上年结转”以封存的数字为准。',
    filed: only !== undefined,
    mayFile: only === undefined && isOwn && holds(viewer, 'head', 'leader'),
  };
}

/** Sums that must be right before a report leaves the house; R4 and R6 hang on another year's report as well. */
const BINDING: readonly Identity['rule'][] = ['R1', 'R2', 'R3', 'R5', 'R7'];

/** What must be done before a report can be handed in. */
export function lacksOf({ coverage }: ReportKey, report: WholeReport): string[] {
  const { missing, identities, tables, year } = report;
  const sections = missing.flatMap(({ section }) => (section ? [reportSections[section].label] : []));
  const cells = missing.filter(({ cell }) => cell).length;
  const failing = identities.filter(({ rule, holds: fine }) => BINDING.includes(rule) && !fine);
  return [
    ...(coverage === 'own' && tables.filings.length === 0 ? [`先封存${year}年的表三、表四`] : []),
    ...(sections.length > 0 ? [`还没有填写：${sections.join('、')}`] : []),
    ...(cells > 0 ? [`表二还有 ${cells} 个数字没有填写（没有的填 0）`] : []),
    ...failing.map(({ rule, says }) => `${rule} 不符：${says}`),
  ];
}

/** 尚未报送, or by whom and when, and when it went to the public. */
function submissionWords(record: WholeReport['record'], verb: string): string {
  if (!record) return `尚未${verb}。`;
  const { submittedAt, submittedByName, publishedOn, publishedWhere, savedAt, savedByName } = record;
  if (!submittedAt) return `尚未${verb}。${chineseTime(savedAt)}由${savedByName}保存过草稿。`;
  const published = publishedOn
    ? `${chineseDate(publishedOn)}向社会公布，${publishedWhere ?? ''}。`
    : '尚未登记向社会公布的日期。';
  return `${chineseTime(submittedAt)}由${submittedByName ?? '—'}${verb}。${published}`;
}

/** Where the report stands: still to be handed in, handed in, published. */
export function submissionView(
  viewer: Viewer,
  asked: AskedReport,
  report: WholeReport,
): SubmissionView | undefined {
  const { year, key, scope } = asked;
  if (year >= yearOf(today())) return undefined;
  const own = key.coverage === 'own';
  const id = own ? 'ownReport' : 'governmentReport';
  const dueOn = dueForYear(id, year);
  const { record } = report;
  const mine = mayActIn(viewer, key.officeId);
  const submitted = Boolean(record?.submittedAt);
  const published = Boolean(record?.publishedOn);
  const verb = own ? '报送' : '定稿';
  return {
    says: submissionWords(record, verb),
    ...{ submitted, published, verb, unfiled: own ? '' : unfiledOf(scope, report.tables) },
    ...(published
      ? {}
      : {
          deadline: {
            ...{
              dueOn,
              unit: 'days',
              what: yearlyDays[id].name,
              article: printCitation(yearlyDays[id].article),
            },
            remaining: daysBetween(today(), dueOn),
          },
        }),
    lacks: submitted ? [] : lacksOf(key, report),
    maySubmit: mine && !submitted && holds(viewer, 'head', 'leader'),
    mayPublish: mine && submitted && !published && holds(viewer, 'clerk', 'head', 'leader'),
  };
}
