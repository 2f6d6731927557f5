import type { Act, ActType } from '../domain/acts/acts.js';
import { periodsOf } from '../domain/clock/clock.js';
import type { ClockPolicy } from '../domain/clock/consultations.js';
import { type LocalDate, minDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import type { LedgerColumn } from './columns.js';
import type { LedgerRow } from './ledger-row.js';

/** How a ledger's proceedings are called, since it does not give their numbers. */
export const reconsiderationId = '台账复议';
export const suitId = '台账诉讼';

/** Under what the acts of a ledger are dated and judged. */
export interface Times {
  readonly today: LocalDate;
  readonly calendar: WorkCalendar;
  readonly policy?: ClockPolicy;
}

const ledger = { source: 'ledger' } as const;

/** The columns whose cells make acts, and the act by which each is judged. */
const columnOfAct: Partial<Record<ActType, LedgerColumn>> = {
  'application.received': 'receivedOn',
  'application.registered': 'receivedOn',
  'period.extended': 'extension',
  'reply.issued': 'repliedOn',
  'reply.served': 'repliedOn',
  'reconsideration.accepted': 'reconsiderationOn',
  'reconsideration.decided': 'decidedOn',
  'suit.served': 'suitOn',
  'suit.finallyJudged': 'judgedOn',
};

/** The cell that an act was read from. A finding on the route or the working days points at its own cell. */
export function columnOf(type: ActType, field?: string): LedgerColumn {
  if (field === 'route') return 'route';
  if (field === 'outcome') return 'outcome';
  return columnOfAct[type] ?? 'receivedOn';
}

/** What a row says of the proceedings that the record knows under other numbers. */
export interface KnownIds {
  readonly reconsideration: string;
  readonly suit: string;
}

/**
 * The acts that a row of a ledger tells, by their days. What it does not tell is not made up; where it gives no day
 * for the extension, that is the last day on which it could lawfully be told, or the day of the reply if earlier.
 */
export function actsOf(
  row: LedgerRow,
  times: Times,
  ids: KnownIds = { reconsideration: reconsiderationId, suit: suitId },
): Act[] {
  const { receivedOn, channel, remark } = row;
  const received: Act = { type: 'application.received', on: receivedOn, channel, ...ledger };
  const note = remark === '' ? {} : { note: remark };
  const acts: Act[] = [
    received,
    { type: 'application.registered', on: receivedOn, ...note, ...ledger },
    ...extensionOf(row, received, times),
    ...replyOf(row),
    ...reconsiderationOf(row, ids.reconsideration),
    ...suitOf(row, ids.suit),
  ];
  return overSilence(inOrder(acts), row, times);
}

/** By days; acts of one day in the order in which they follow from one another. */
const inOrder = (acts: readonly Act[]): Act[] =>
  [...acts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** The last day of the reply period that begins with the receipt, by the acts given. */
const replyDueOn = (acts: readonly Act[], { calendar, policy }: Times): LocalDate | undefined =>
  periodsOf(acts, calendar, policy).find(({ id }) => id === 'reply')?.dueOn;

function extensionOf({ extension, repliedOn }: LedgerRow, received: Act, times: Times): Act[] {
  const due = extension === undefined ? undefined : replyDueOn([received], times);
  if (extension === undefined || due === undefined) return [];
  const on = minDate(minDate(due, repliedOn ?? due), times.today);
  // Where the reply is dated before the receipt, that is what is wrong, and not the extension.
  return [
    { type: 'period.extended', on: on < received.on ? received.on : on, workdays: extension, ...ledger },
  ];
}

function replyOf({ outcome, repliedOn }: LedgerRow): Act[] {
  if (!outcome || !repliedOn) return [];
  return [
    { type: 'reply.issued', on: repliedOn, outcome, ...ledger },
    { type: 'reply.served', on: repliedOn, how: 'unrecorded', ...ledger },
  ];
}

function reconsiderationOf(
  { reconsiderationOn, decidedOn, reconsiderationResult: result }: LedgerRow,
  id: string,
): Act[] {
  if (!reconsiderationOn) return [];
  const accepted: Act = { type: 'reconsideration.accepted', on: reconsiderationOn, id, ...ledger };
  if (!decidedOn || !result) return [accepted];
  return [accepted, { type: 'reconsideration.decided', on: decidedOn, id, result, ...ledger }];
}

function suitOf({ suitOn, route, judgedOn, suitResult: result }: LedgerRow, id: string): Act[] {
  if (!suitOn || !route) return [];
  const served: Act = { type: 'suit.served', on: suitOn, id, route, ...ledger };
  if (!judgedOn || !result) return [served];
  return [served, { type: 'suit.finallyJudged', on: judgedOn, id, result, ...ledger }];
}

/**
 * An appeal that came before any reply, and after the reply was overdue, can only have been one over silence
 * (逾期未答复). One that came before the reply was even due stays as it is, and the door refuses it.
 */
function overSilence(acts: Act[], { repliedOn }: LedgerRow, times: Times): Act[] {
  return acts.map((act, i) => {
    if (act.type !== 'reconsideration.accepted' && !(act.type === 'suit.served' && act.route === 'direct'))
      return act;
    if (repliedOn && repliedOn <= act.on) return act;
    const due = replyDueOn(acts.slice(0, i), times);
    return due && act.on > due ? { ...act, over: 'silence' } : act;
  });
}
