import type { EntityManager } from 'typeorm';
import type { ApplicantKind } from '../../domain/application/applicant.js';
import type { ResultRow } from '../../domain/outcome/rows.js';
import type { EarlySign } from '../../domain/statistics/early-signs.js';
import type { EndedTiming } from '../../domain/statistics/reply-timing.js';
import { type LocalDate, firstDayOf } from '../../domain/time/local-date.js';
import {
  type Listed,
  type ListedCase,
  type ListedYear,
  Statement,
  type Stretch,
  inForce,
  stretchOf,
} from './counted-lists.js';
import { type Tally, readTallies } from './tallies.js';

/** Which applications of a year are wanted. */
export interface WantedApplications {
  readonly what: ApplicationList;
  /** Account; '' where nobody has been assigned. */
  readonly handler?: string;
  readonly applicant?: ApplicantKind;
  /** With `concluded`. */
  readonly row?: ResultRow;
  /** With `sign`. */
  readonly sign?: EarlySign;
  /** With `took`: working days, both included. */
  readonly days?: readonly [number, number];
}

/** One kind of list: which versions stand in it, in which order, and which tallies give their number. */
interface Kind {
  /** The places of the list; `$first` and `$until` stand for the days. */
  readonly where: readonly string[];
  readonly day: 'receivedOn' | 'concludedOn' | 'replyEndedOn' | 'replyDueOn';
  readonly descending: boolean;
  readonly count: Count;
}

/** How tallies give a number: of which flows, and what each adds to it. */
interface Count {
  readonly flows: readonly Tally['flow'][];
  readonly of: (tally: Tally) => number;
}

const within = (column: string): string => `version."${column}" BETWEEN $first AND $until`;
const allTimings: readonly EndedTiming[] = ['inTime', 'late', 'spared'];
/** Not replied to yet, or replied to since. The timings are named for the index that begins with them. */
const inHand = [
  'version."replyEndedOn" IS NULL',
  `version."timing" IN (${allTimings.map((timing) => `'${timing}'`).join(', ')}) AND version."replyEndedOn" > $until`,
].map((open) => `version."receivedOn" <= $until AND ${open}`);
const inHandAnd = (further: string): string[] => inHand.map((open) => `${open} AND ${further}`);

const ofFlow = (flow: Tally['flow'], first?: string): Count => ({
  flows: [flow],
  of: (tally) =>
    tally.flow === flow && tally.inYear && (first === undefined || tally.key[0] === first) ? tally.amount : 0,
});
const stockOf = (...signed: readonly (readonly [Tally['flow'], 1 | -1])[]): Count => ({
  flows: signed.map(([flow]) => flow),
  of: (tally) =>
    signed.reduce((sum, [flow, sign]) => (tally.flow === flow ? sum + sign * tally.amount : sum), 0),
});

const endedSo = (timing: EndedTiming): Kind => ({
  where: [`version."timing" = '${timing}' AND ${within('replyEndedOn')}`],
  day: 'replyEndedOn',
  descending: true,
  count: ofFlow('replied', timing),
});

/** Every list of applications behind a number, with its count beside it, so that they cannot part. */
const kinds = {
  inTime: endedSo('inTime'),
  late: endedSo('late'),
  spared: endedSo('spared'),
  runningInTime: {
    where: inHandAnd('NOT coalesce(version."replyDueOn" < $until, FALSE)'),
    day: 'replyDueOn',
    descending: false,
    count: stockOf(['owed', 1], ['overdue', -1]),
  },
  overdue: {
    where: inHandAnd('version."replyDueOn" < $until'),
    day: 'replyDueOn',
    descending: false,
    count: stockOf(['overdue', 1]),
  },
  inHand: { where: inHand, day: 'replyDueOn', descending: false, count: stockOf(['owed', 1]) },
  received: {
    where: [within('receivedOn')],
    day: 'receivedOn',
    descending: true,
    count: ofFlow('received'),
  },
  concluded: {
    where: [within('concludedOn')],
    day: 'concludedOn',
    descending: true,
    count: ofFlow('concluded'),
  },
  took: { where: [within('replyEndedOn')], day: 'replyEndedOn', descending: true, count: ofFlow('took') },
  sign: {
    where: [`version."signs" <> '{}' AND ${within('concludedOn')}`],
    day: 'concludedOn',
    descending: true,
    count: ofFlow('sign'),
  },
} as const satisfies Record<string, Kind>;
export type ApplicationList = keyof typeof kinds;
export const isApplicationList = (text: unknown): text is ApplicationList =>
  typeof text === 'string' && Object.hasOwn(kinds, text);

/** The day by which the list is ordered. */
export const orderingDay = ({ what }: WantedApplications, row: ListedApplication): LocalDate =>
  row[kinds[what].day] ?? row.receivedOn;

/** An application in a list. */
export interface ListedApplication extends ListedCase {
  readonly receivedOn: LocalDate;
  readonly replyDueOn: LocalDate | null;
  readonly replyEndedOn: LocalDate | null;
  readonly concludedOn: LocalDate | null;
  readonly resultRow: ResultRow | null;
  readonly workdaysTaken: number | null;
  readonly signs: readonly EarlySign[];
  readonly handlerAccountId: string | null;
}

/** A stretch of the applications behind a number. */
export function listApplications(
  manager: EntityManager,
  asked: ListedYear,
  wanted: WantedApplications,
  stretch: Stretch,
): Promise<Listed<ListedApplication>> {
  const { where, day, descending }: Kind = kinds[wanted.what];
  const statement = new Statement();
  const until = `${statement.put(asked.until)}::date`;
  // A parameter that is not used has no type: stocks do not ask when the year began.
  const places = where.map((place) =>
    place
      .replaceAll('$until', until)
      .replace('$first', () => `${statement.put(firstDayOf(asked.year))}::date`),
  );
  const list = {
    from: 'application_versions',
    columns: `version."receivedOn", version."replyDueOn", version."replyEndedOn", version."concludedOn",
              version."resultRow", version."workdaysTaken", version."signs", version."handlerAccountId"`,
    conditions: [inForce(asked, until), ...narrowing(statement, wanted)],
    ...{ places, day, descending },
  } as const;
  return stretchOf(manager, statement, list, asked.officeIds, stretch);
}

function narrowing(statement: Statement, wanted: WantedApplications): string[] {
  const { handler, applicant, row, sign, days } = wanted;
  const conditions: string[] = [];
  if (handler === '') conditions.push('version."handlerAccountId" IS NULL');
  else if (handler !== undefined) {
    conditions.push(`version."handlerAccountId" = ${statement.put(handler)}`);
  }
  if (applicant) conditions.push(`version."applicantKind" = ${statement.put(applicant)}`);
  if (row) conditions.push(`version."resultRow" = ${statement.put(row)}`);
  if (sign) conditions.push(`${statement.put(sign)} = ANY (version."signs")`);
  if (days) {
    conditions.push(
      `version."workdaysTaken" BETWEEN ${statement.put(days[0])} AND ${statement.put(days[1])}`,
    );
  }
  return conditions;
}

/** How many applications the list has: by the tallies that it needs alone. */
export const countApplicationsLike = async (
  manager: EntityManager,
  asked: ListedYear,
  wanted: WantedApplications,
): Promise<number> =>
  countApplications(await readTallies(manager, asked, kinds[wanted.what].count.flows), wanted);

/** The same from the tallies that the numbers of the board are read from. */
export function countApplications(tallies: readonly Tally[], wanted: WantedApplications): number {
  const { what, handler, applicant, row, sign, days } = wanted;
  const { of }: Count = kinds[what].count;
  return tallies.reduce((sum, tally) => {
    const [first = '', second = ''] = tally.key;
    const by = tally.flow === 'replied' ? second : first;
    if (handler !== undefined && by !== handler) return sum;
    if (applicant !== undefined && first !== applicant) return sum;
    if (row !== undefined && second !== row) return sum;
    if (sign !== undefined && first !== sign) return sum;
    if (days !== undefined && (Number(first) < days[0] || Number(first) > days[1])) return sum;
    return sum + of(tally);
  }, 0);
}
