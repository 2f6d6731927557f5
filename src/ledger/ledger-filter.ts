import { isUUID } from 'class-validator';
import { type ApplicantKind, isApplicantKind } from '../domain/application/applicant.js';
import { type Stage, stages } from '../domain/application/stages.js';
import { resultRowIds } from '../domain/outcome/rows.js';
import { type ReplyTiming, replyTimings } from '../domain/statistics/reply-timing.js';
import { type ListedRow, rowsListed } from '../domain/statistics/table-three.js';
import { isListedRow } from '../records/counting/counted-cases.js';

/** In which order the ledger stands. */
export const ledgerOrders = {
  received: '收到日期，新的在前',
  due: '期限，先到的在前',
  concluded: '办结日期，新的在前',
  number: '编号',
} as const;
export type LedgerOrder = keyof typeof ledgerOrders;

/** Nobody handles it yet. */
export const nobody = 'none';

/**
 * What a ledger page shows. With `row` it is one cell of annual table three of the year: the addresses in the annual
 * report say so.
 */
export interface LedgerFilter {
  /** Any fragment of number, applicant or request; a whole identity or telephone number. */
  readonly q: string;
  /** Alone: received in that year. */
  readonly year?: number;
  /** A row of table three, or a whole group of results. Without a year: concluded so in any year. */
  readonly row?: ListedRow;
  readonly applicant?: ApplicantKind;
  readonly stage?: Stage;
  /** Code of one office; left out, all that the viewer sees. */
  readonly office?: string;
  /** Account of the handler, or {@link nobody}. */
  readonly handler?: string;
  /** How the first reply stands today to the day by which it was owed. */
  readonly timing?: ReplyTiming;
  /** With 程序瑕疵 in the record. */
  readonly irregular?: 'yes';
  readonly order: LedgerOrder;
}

/** What came with an address; a list where a name stands several times. */
export type Asked = Readonly<Record<string, unknown>>;

const isOneOf =
  <T extends string>(names: Readonly<Record<T, unknown>>) =>
  (text: unknown): text is T =>
    typeof text === 'string' && Object.hasOwn(names, text);

const LONGEST_FRAGMENT = 100;

/** Reads an address. What is no filter is passed over, so that an old bookmark still opens a list. */
export function ledgerFilter(asked: Asked, thisYear: number): LedgerFilter {
  const one = <T extends string>(name: string, is: (text: unknown) => text is T): T | undefined => {
    const given = asked[name];
    return is(given) ? given : undefined;
  };
  const row = one('row', isListedRow);
  // A cell of a table is always one of a year.
  const needsYear = row !== undefined && !isResult(row);
  return {
    q: typeof asked['q'] === 'string' ? asked['q'].trim().slice(0, LONGEST_FRAGMENT) : '',
    year: yearAsked(asked['year']) ?? (needsYear ? thisYear : undefined),
    row,
    applicant: one('applicant', isApplicantKind),
    stage: one('stage', isOneOf<Stage>(stages)),
    office: one('office', (text): text is string => typeof text === 'string' && text !== ''),
    handler: one('handler', (text): text is string => text === nobody || isUUID(text)),
    timing: one('timing', isOneOf<ReplyTiming>(replyTimings)),
    irregular: asked['irregular'] === 'yes' ? 'yes' : undefined,
    order: one('order', isOneOf<LedgerOrder>(ledgerOrders)) ?? usualOrder(row),
  };
}

const isResult = (row: ListedRow): boolean =>
  rowsListed(row).every((id) => (resultRowIds as readonly string[]).includes(id));

/** Results of a year stand in the order in which they came about. */
export const usualOrder = (row: ListedRow | undefined): LedgerOrder =>
  row !== undefined && (row === 'concluded' || isResult(row)) ? 'concluded' : 'received';

const yearAsked = (text: unknown): number | undefined =>
  typeof text === 'string' && /^(19|20|21)\d{2}$/.test(text) ? Number(text) : undefined;

/** The query of an address that shows the same; the usual order is left out. */
export function ledgerQuery({ order, ...filter }: LedgerFilter): Record<string, string | number | undefined> {
  return { ...filter, order: order === usualOrder(filter.row) ? undefined : order };
}
