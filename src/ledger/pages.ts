import { namesInShort } from '../domain/application/joint-applicants.js';
import { applicantKindIds, applicantKinds } from '../domain/application/applicant.js';
import { stageIds, stages } from '../domain/application/stages.js';
import { outcomeTitle } from '../domain/outcome/outcomes.js';
import { resultRowIds } from '../domain/outcome/rows.js';
import { replyTimingIds, replyTimings } from '../domain/statistics/reply-timing.js';
import type { ListedRow, TableThreeRowId } from '../domain/statistics/table-three.js';
import type { AccountRecord } from '../records/person/account.js';
import { deadlineOf } from '../web/deadline-reading.js';
import type { FormState } from '../web/forms.js';
import type { OfficeScope } from '../web/office-scope.js';
import { type Option, optionsOf } from '../web/options.js';
import { type PageContract, definePage } from '../web/page.js';
import type { Pagination } from '../web/pagination.js';
import { paths } from '../web/paths.js';
import { type Viewer, holds } from '../web/viewer.js';
import { type DeadlineReading, chineseDate, shortened } from '../web/words.js';
import type { Chip } from './filter-words.js';
import { type LedgerFilter, ledgerOrders, nobody } from './ledger-filter.js';
import type { ListedApplication } from './ledger-list.js';
import type { ViewTab } from './saved-views.js';

/** The choices of the filter form. */
interface FilterOptions {
  readonly yearOptions: readonly Option[];
  readonly rowOptions: readonly Option[];
  readonly applicantOptions: readonly Option[];
  readonly stageOptions: readonly Option[];
  readonly officeOptions: readonly Option[];
  readonly handlerOptions: readonly Option[];
  readonly timingOptions: readonly Option[];
  readonly orderOptions: readonly Option[];
}

/** One application in the list. */
interface LedgerLine {
  readonly href: string;
  readonly number: string;
  readonly applicant: string;
  readonly kind: string;
  readonly content: string;
  readonly receivedOn: string;
  readonly stage: string;
  readonly outcome: string;
  readonly concludedOn: string;
  readonly handler: string;
  readonly irregularities: number;
  readonly office?: string;
  readonly deadline?: DeadlineReading;
  readonly duty: string;
}

interface LedgerPage extends PageContract, FilterOptions {
  readonly form: FormState;
  /** 我的视图, as tabs. */
  readonly views: readonly ViewTab[];
  /** The query of this address, for a view to be saved; empty where nothing is filtered. */
  readonly query: string;
  readonly chips: readonly Chip[];
  readonly clearHref: string;
  readonly lines: readonly LedgerLine[];
  readonly severalOffices: boolean;
  readonly pagination: Pagination;
  /** 共 41 件. */
  readonly counted: string;
  readonly exports: readonly { readonly href: string; readonly label: string }[];
  readonly mayImport: boolean;
  readonly empty: 'nothingYet' | 'nothingFound';
}

export const ledgerPage = definePage<LedgerPage>('ledger/list');

/** Who takes ledgers into the record of the office. */
export const mayImport = (viewer: Viewer): boolean => holds(viewer, 'clerk', 'head');

const namesOf = <T extends string>(ids: readonly T[], names: Readonly<Record<T, string>>): Option[] =>
  ids.map((value) => ({ value, label: names[value] }));

const frameRowIds: readonly TableThreeRowId[] = ['received', 'carriedIn', 'concluded', 'carriedOut'];

/** What may be chosen in each filter of the ledger. */
export function filterOptions(known: {
  filter: LedgerFilter;
  offices: OfficeScope;
  people: readonly AccountRecord[];
  years: readonly number[];
  rowWord: (row: ListedRow) => string;
}): FilterOptions {
  const { filter, offices, people, years, rowWord } = known;
  // The rows that are no results are of use only beside a year.
  const rows = [...(filter.year === undefined ? [] : frameRowIds), ...resultRowIds];
  return {
    yearOptions: years.map((year) => ({ value: String(year), label: `${year}年` })),
    rowOptions: rows.map((value) => ({ value, label: rowWord(value) })),
    applicantOptions: namesOf(applicantKindIds, applicantKinds),
    stageOptions: namesOf(stageIds, stages),
    officeOptions: offices.options.filter(({ value }) => value !== ''),
    handlerOptions: [
      { value: nobody, label: '未分办' },
      ...people
        .filter(({ roles }) => roles.includes('handler'))
        .map(({ id, name, office }) => ({
          value: id,
          label: office ? `${name}（${office.shortName}）` : name,
        })),
    ],
    timingOptions: namesOf(replyTimingIds, replyTimings),
    orderOptions: optionsOf(ledgerOrders),
  };
}

const LONGEST_CONTENT = 60;

export function lineOf(
  { application, nextDuty }: ListedApplication,
  offices: OfficeScope['names'] | undefined,
  handlers: ReadonlyMap<string, string>,
): LedgerLine {
  const { id, number, applicantName, jointNames, applicantKind, content, outcome, handlerAccountId } =
    application;
  const office = offices?.get(application.officeId)?.shortName;
  return {
    href: paths.case(id),
    number,
    applicant: namesInShort(applicantName, jointNames),
    kind: applicantKinds[applicantKind],
    content: shortened(content, LONGEST_CONTENT),
    receivedOn: chineseDate(application.receivedOn),
    stage: stages[application.stage],
    outcome: outcome ? outcomeTitle(outcome) : '',
    concludedOn: application.concludedOn ? chineseDate(application.concludedOn) : '',
    handler: (handlerAccountId && handlers.get(handlerAccountId)) || '',
    irregularities: application.irregularityCount,
    ...(office ? { office } : {}),
    ...(nextDuty ? { deadline: deadlineOf(nextDuty) } : {}),
    duty: nextDuty?.name ?? '',
  };
}
