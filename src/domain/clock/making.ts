import type { ActOfTime } from '../acts/acts.js';
import { printCitation } from '../law/citation.js';
import { workdaysAfter } from '../time/counting.js';
import type { LocalDate } from '../time/local-date.js';
import { daysAfter, monthsAfter, rollForward } from '../time/rollover.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { type LimitId, requiredLimit } from './limits.js';
import type { Ending, Exclusion, Period, Term } from './period.js';

/** The sum of a period's terms, in its unit. */
export const lengthOf = ({ terms }: Pick<Period, 'terms'>): number =>
  terms.reduce((sum, { amount }) => sum + amount, 0);

/** 暂定 where any day from the start to the due day belongs to a year without its notice. */
export function crossesUnpublished(calendar: WorkCalendar, startedOn: LocalDate, dueOn: LocalDate): boolean {
  return calendar.isProvisional(dueOn) || calendar.isProvisional(startedOn);
}

/** The last day of a period: excluded days are skipped; calendar days and months roll forward. */
export function dueDay(
  calendar: WorkCalendar,
  startedOn: LocalDate,
  unit: Period['unit'],
  length: number,
  excluded: readonly Exclusion[] = [],
): LocalDate {
  switch (unit) {
    case 'workdays':
      return workdaysAfter(calendar, startedOn, length, excluded);
    case 'days':
      return daysAfter(calendar, startedOn, length, excluded);
    case 'months':
      return monthsAfter(calendar, startedOn, length, excluded);
  }
}

/** What a period is made from. */
export interface Making {
  readonly id: string;
  readonly limit: LimitId;
  /** What it is called, where not as its limit. */
  readonly name?: string;
  readonly of: Period['of'];
  readonly startedOn: LocalDate;
  readonly because: string;
  readonly matter?: string;
  /** The day that chooses the version of the statute; the start, unless said. */
  readonly deciding?: LocalDate;
  readonly more?: readonly Term[];
  /** 中止: days that do not count. */
  readonly excluded?: readonly Exclusion[];
  readonly opensAfter?: LocalDate;
  readonly ended?: Ended | undefined;
  readonly pendingOn?: string | undefined;
  readonly unsettled?: string;
  readonly lapse?: ActOfTime | undefined;
}

/** What ended a period; without `how`, in time or late by its own due day. */
export interface Ended {
  readonly on: LocalDate;
  readonly how?: Ending;
}

/** How that ended it, by its due day. */
export const endedAgainst = (ended: Ended | undefined, dueOn: LocalDate): Pick<Period, 'ended'> =>
  ended ? { ended: { on: ended.on, how: ended.how ?? (ended.on <= dueOn ? 'met' : 'late') } } : {};

/** A period that the law alone determines, with what ended it. */
export function statutoryPeriod(calendar: WorkCalendar, making: Making): Period {
  const {
    id,
    of,
    matter,
    startedOn,
    because,
    more = [],
    ended,
    pendingOn,
    opensAfter,
    unsettled,
    lapse,
  } = making;
  const limit = requiredLimit(making.limit, making.deciding ?? startedOn);
  const terms = [{ amount: limit.amount, why: limit.name, article: limit.article }, ...more];
  const last = ended?.on;
  const within = (making.excluded ?? []).filter(
    (e) => e.through > startedOn && (last === undefined || e.after < last),
  );
  const dueOn = dueDay(calendar, startedOn, limit.unit, lengthOf({ terms }), within);
  return {
    id,
    limit: making.limit,
    name: making.name ?? limit.name,
    ...(matter === undefined ? {} : { matter }),
    of,
    startedOn,
    ...(opensAfter ? { opensAfter } : {}),
    because,
    article: limit.article,
    unit: limit.unit,
    terms,
    excluded: within.filter((e) => e.after < dueOn),
    dueOn,
    provisional: crossesUnpublished(calendar, startedOn, dueOn),
    ...(pendingOn && !ended ? { pendingOn } : {}),
    ...(unsettled ? { unsettled } : {}),
    ...(lapse ? { lapse } : {}),
    ...endedAgainst(ended, dueOn),
  };
}

/** A period whose last day was set by name (补正期限, 说明理由期限, 限期答复至): it rolls forward off a rest day. */
export function periodUntil(
  calendar: WorkCalendar,
  making: Making & { readonly until: LocalDate; readonly name: string; readonly article: Period['article'] },
): Period {
  const { id, limit, of, matter, startedOn, because, until, name, article, ended, lapse } = making;
  const dueOn = rollForward(calendar, until);
  return {
    id,
    limit,
    name,
    ...(matter === undefined ? {} : { matter }),
    of,
    startedOn,
    because,
    article,
    unit: 'days',
    terms: [],
    excluded: [],
    dueOn,
    provisional: crossesUnpublished(calendar, startedOn, dueOn),
    ...(lapse ? { lapse } : {}),
    ...endedAgainst(ended, dueOn),
  };
}

/** 自收到补正之日起（《条例》第三十条） */
export const becauseOf = (what: string, article: Period['article']): string =>
  `${what}（${printCitation(article)}）`;
