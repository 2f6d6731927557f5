import type { EntityManager } from 'typeorm';
import type { SuitRoute } from '../../domain/acts/appeal-acts.js';
import type { ResultRow } from '../../domain/outcome/rows.js';
import type { LossReasonId } from '../../domain/remedy/loss-reasons.js';
import type { ProceedingKind } from '../../domain/remedy/proceeding.js';
import {
  type ConcludedColumn,
  type ReconsiderationResult,
  type SuitResult,
  concludedColumns,
} from '../../domain/remedy/results.js';
import type { AppealCell, AppealGroup } from '../../domain/statistics/table-four.js';
import { type LocalDate, addMonths, localDate } from '../../domain/time/local-date.js';
import {
  type Listed,
  type ListedCase,
  type ListedPart,
  type ListedYear,
  Statement,
  type Stretch,
  inForce,
  isOfToday,
  stretchOf,
} from './counted-lists.js';
import { standingReasons } from './loss-reasons-named.js';
import { type Tally, readTallies } from './tallies.js';

/** Which proceedings of table four are wanted: every part narrows the list. */
export interface WantedProceedings {
  readonly groups: readonly AppealGroup[];
  /** `concluded`: all but the pending. */
  readonly column?: AppealCell | 'concluded';
  /** Concluded in this month: 2026-03. */
  readonly month?: string;
  readonly result?: ReconsiderationResult | SuitResult;
  /** 复议机关 or 法院; empty: not recorded. */
  readonly organ?: string;
  /** The reply that is attacked; `none` over a silence. */
  readonly row?: ResultRow | 'none';
  /** 败因 that was named; `none`: none yet. It goes with the column `corrected`. */
  readonly reason?: LossReasonId | 'none';
}

/** A proceeding in a list, with the application that it belongs to. */
export interface ListedProceeding extends ListedCase {
  readonly number: string;
  readonly kind: ProceedingKind;
  readonly route: SuitRoute | null;
  readonly state: string;
  readonly organ: string | null;
  readonly openedOn: LocalDate;
  readonly concludedOn: LocalDate | null;
  readonly result: ReconsiderationResult | SuitResult | null;
  readonly appealColumn: ConcludedColumn | null;
  /** By which the answer is owed today; null when none is. */
  readonly answerDueOn: LocalDate | null;
}

/** A stretch of the proceedings behind a number: concluded ones by their end, others by their opening, the latest first. */
export function listProceedings(
  manager: EntityManager,
  asked: ListedYear,
  wanted: WantedProceedings,
  stretch: Stretch,
): Promise<Listed<ListedProceeding>> {
  const statement = new Statement(asked);
  const list = {
    from: 'proceeding_versions',
    columns: `version."number", version."kind", version."route", version."state", version."organ", version."openedOn",
              version."concludedOn", version."result", version."appealColumn", proceeding."answerDueOn"`,
    join: `LEFT JOIN proceedings AS proceeding
       ON proceeding."applicationId" = version."applicationId" AND proceeding."number" = version."number"`,
    conditions: [
      inForce(asked),
      'version.counted',
      'version."openedOn" <= $until',
      ...narrowing(statement, wanted),
      ...forReason(statement, asked, wanted),
    ],
    parts: partsOf(wanted, isOfToday(asked)),
    descending: true,
    key: 'number',
  } as const;
  return stretchOf(manager, statement, list, asked.officeIds, stretch);
}

/** Where the proceedings of a column are found. What was concluded since was pending then. */
function partsOf({ column, month, result, organ, row }: WantedProceedings, ofToday: boolean): ListedPart[] {
  const opened = (where: string): ListedPart => ({ where, day: 'version."openedOn"' });
  const open = 'version."concludedOn" IS NULL';
  const ended = (one: ConcludedColumn): ListedPart => ({
    where: `version."appealColumn" = '${one}' AND version."concludedOn" BETWEEN $first AND $until`,
    day: 'version."concludedOn"',
  });
  switch (column) {
    case undefined:
    case 'total': {
      const since = 'version."concludedOn" >= $first';
      // Most of what was opened last belongs here; what is rare is looked for by the days.
      return [month, result, organ, row].every((narrowing) => narrowing === undefined)
        ? [opened(`(${open} OR ${since})`)]
        : [opened(open), opened(`${CONCLUDED} AND ${since}`)];
    }
    case 'pending':
      return [opened(ofToday ? open : `(${open} OR version."concludedOn" > $until)`)];
    case 'concluded':
      return concludedColumns.map(ended);
    default:
      return [ended(column)];
  }
}

/** Named for the index that begins with them. */
const CONCLUDED = `version."appealColumn" IN (${concludedColumns.map((column) => `'${column}'`).join(', ')})`;

/** In plain columns, so that the database knows how many there are. A suit whose way is not recorded counts as direct. */
const inGroup: Readonly<Record<AppealGroup, string>> = {
  reconsideration: `version."kind" = 'reconsideration'`,
  direct: `version."kind" = 'suit' AND (version."route" = 'direct' OR version."route" IS NULL)`,
  afterReconsideration: `version."kind" = 'suit' AND version."route" = 'afterReconsideration'`,
};

function narrowing(statement: Statement, wanted: WantedProceedings): string[] {
  const { groups, month, result, organ, row } = wanted;
  const conditions = [`(${groups.map((group) => inGroup[group]).join(' OR ')})`];
  if (month) {
    const [first, next] = monthBounds(month).map((day) => `${statement.put(day)}::date`);
    conditions.push(`version."concludedOn" >= ${first} AND version."concludedOn" < ${next}`);
  }
  if (result) conditions.push(`version."result" = ${statement.put(result)}`);
  if (organ !== undefined) conditions.push(`coalesce(version."organ", '') = ${statement.put(organ)}`);
  if (row === 'none') conditions.push('version."replyRow" IS NULL');
  else if (row) conditions.push(`version."replyRow" = ${statement.put(row)}`);
  return conditions;
}

function forReason(statement: Statement, asked: ListedYear, { reason }: WantedProceedings): string[] {
  if (reason === undefined) return [];
  const own = 'note."applicationId" = version."applicationId" AND note."number" = version."number"';
  const named = standingReasons(asked, own);
  return reason === 'none'
    ? [`NOT EXISTS (${named})`]
    : [`EXISTS (${named} AND note.reason = ${statement.put(reason)})`];
}

/** The first day of the month and that of the next. */
function monthBounds(month: string): [LocalDate, LocalDate] {
  const first = localDate(`${month}-01`);
  return [first, addMonths(first, 1)];
}

/** How many proceedings the list has, whatever the reason: by the tallies of those alone. */
export const countProceedingsLike = async (
  manager: EntityManager,
  asked: ListedYear,
  wanted: WantedProceedings,
): Promise<number> => countListed(await readTallies(manager, asked, ['opened', 'ended']), wanted);

/** The same from the tallies that the numbers of the board are read from. */
export function countListed(tallies: readonly Tally[], wanted: WantedProceedings): number {
  const { groups, column = 'total', month, result, organ, row } = wanted;
  return tallies.reduce((sum, { flow, key, inYear, when, amount }) => {
    if (flow !== 'opened' && flow !== 'ended') return sum;
    const [group = '', by = '', attacked = '', how, ending = ''] = key;
    if (!(groups as readonly string[]).includes(group)) return sum;
    if (organ !== undefined && by !== organ) return sum;
    if (row !== undefined && attacked !== (row === 'none' ? '' : row)) return sum;
    const inHand = flow === 'opened' ? amount : -amount;
    const isEnded = flow === 'ended' && inYear;
    const concluded =
      isEnded && (month === undefined || when === month) && (result === undefined || ending === result)
        ? amount
        : 0;
    if (column === 'pending') return result || month ? sum : sum + inHand;
    if (column === 'total') return result || month ? sum + concluded : sum + inHand + concluded;
    return column === 'concluded' || how === column ? sum + concluded : sum;
  }, 0);
}
