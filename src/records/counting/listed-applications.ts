import type { EntityManager } from 'typeorm';
import type { ApplicantKind } from '../../domain/application/applicant.js';
import { type ResultRow, resultRowIds } from '../../domain/outcome/rows.js';
import { longestTold } from '../../domain/statistics/movements.js';
import type { EarlySign } from '../../domain/statistics/early-signs.js';
import type { EndedTiming } from '../../domain/statistics/reply-timing.js';
import type { LocalDate } from '../../domain/time/local-date.js';
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
  /** With `took`: working days, both included; up to {@link longestTold} is without end. */
  readonly days?: readonly [number, number];
}

/** One kind of list: which versions stand in it, in which order, and which tallies give their number. */
interface Kind {
  readonly parts: (wanted: WantedApplications, ofToday: boolean) => readonly ListedPart[];
  /** Of today what is due first stands first; all else begins with the latest. */
  readonly soonestFirst?: true;
  readonly count: Count;
}

/** How tallies give a number: of which flows, and what each adds to it. */
interface Count {
  readonly flows: readonly Tally['flow'][];
  readonly of: (tally: Tally) => number;
}

const within = (column: string): string => `version."${column}" BETWEEN $first AND $until`;
const latest = (where: string, day: string): ListedPart => ({ where, day: `version."${day}"` });

/** A list of what is in hand; `further` narrows it. Of a past day it goes by the receipts. */
function stock(further: string): Pick<Kind, 'parts' | 'soonestFirst'> {
  const owed = `version."replyEndedOn" IS NULL AND ${further}`;
  const dueOn = 'version."replyDueOn"';
  const parts: Kind['parts'] = (_, ofToday) =>
    ofToday
      ? [
          { where: `${owed} AND ${dueOn} IS NOT NULL`, day: dueOn },
          // While 补正 is awaited nothing is due: last.
          { where: `${owed} AND ${dueOn} IS NULL`, day: "DATE '9999-12-31'" },
        ]
      : [
          latest(
            `version."receivedOn" <= $until AND ${further}
             AND (version."replyEndedOn" IS NULL OR version."replyEndedOn" > $until)`,
            'receivedOn',
          ),
        ];
  return { parts, soonestFirst: true };
}

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

const endedIn = (timing: EndedTiming): ListedPart =>
  latest(`version."timing" = '${timing}' AND ${within('replyEndedOn')}`, 'replyEndedOn');
const endedSo = (timing: EndedTiming): Kind => ({
  parts: () => [endedIn(timing)],
  count: ofFlow('replied', timing),
});

const allTimings: readonly EndedTiming[] = ['inTime', 'late', 'spared'];

/** A band is found day by day, unless it is without end. */
function taken({ days: [from, through] = [0, longestTold] }: WantedApplications): readonly ListedPart[] {
  return through < longestTold
    ? Array.from({ length: through - from + 1 }, (_, i) =>
        latest(`version."workdaysTaken" = ${from + i} AND ${within('replyEndedOn')}`, 'replyEndedOn'),
      )
    : allTimings.map((timing) => {
        const { where, day } = endedIn(timing);
        return { where: `${where} AND version."workdaysTaken" >= ${from}`, day };
      });
}

const concludedIn = (row: ResultRow): ListedPart =>
  latest(`version."resultRow" = '${row}' AND ${within('concludedOn')}`, 'concludedOn');

/** Every list of applications behind a number, with its count beside it, so that they cannot part. */
const kinds = {
  inTime: endedSo('inTime'),
  late: endedSo('late'),
  spared: endedSo('spared'),
  runningInTime: {
    ...stock('NOT coalesce(version."replyDueOn" < $until, FALSE)'),
    count: stockOf(['owed', 1], ['overdue', -1]),
  },
  overdue: { ...stock('version."replyDueOn" < $until'), count: stockOf(['overdue', 1]) },
  inHand: { ...stock('TRUE'), count: stockOf(['owed', 1]) },
  received: { parts: () => [latest(within('receivedOn'), 'receivedOn')], count: ofFlow('received') },
  concluded: {
    parts: ({ row }) => (row ? [row] : resultRowIds).map(concludedIn),
    count: ofFlow('concluded'),
  },
  took: { parts: taken, count: ofFlow('took') },
  sign: {
    parts: () => [latest(`version."signs" <> '{}' AND ${within('concludedOn')}`, 'concludedOn')],
    count: ofFlow('sign'),
  },
} as const satisfies Record<string, Kind>;
export type ApplicationList = keyof typeof kinds;
export const isApplicationList = (text: unknown): text is ApplicationList =>
  typeof text === 'string' && Object.hasOwn(kinds, text);

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
  const kind: Kind = kinds[wanted.what];
  const ofToday = isOfToday(asked);
  const statement = new Statement(asked);
  const list = {
    from: 'application_versions',
    columns: `version."receivedOn", version."replyDueOn", version."replyEndedOn", version."concludedOn",
              version."resultRow", version."workdaysTaken", version."signs", version."handlerAccountId"`,
    conditions: [inForce(asked), ...narrowing(statement, wanted)],
    parts: kind.parts(wanted, ofToday),
    descending: !(ofToday && kind.soonestFirst),
  } as const;
  return stretchOf(manager, statement, list, asked.officeIds, stretch);
}

function narrowing(statement: Statement, wanted: WantedApplications): string[] {
  const { handler, applicant, sign } = wanted;
  const conditions: string[] = [];
  if (handler === '') conditions.push('version."handlerAccountId" IS NULL');
  else if (handler !== undefined) {
    conditions.push(`version."handlerAccountId" = ${statement.put(handler)}`);
  }
  if (applicant) conditions.push(`version."applicantKind" = ${statement.put(applicant)}`);
  if (sign) conditions.push(`${statement.put(sign)} = ANY (version."signs")`);
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
