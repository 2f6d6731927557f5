import { type CountedDay, accountOf } from '../time/counting.js';
import { type LocalDate, addDays, addMonths } from '../time/local-date.js';
import type { DayKind, WorkCalendar } from '../time/work-calendar.js';
import { calendarEnd } from '../time/rollover.js';
import { lengthOf } from './making.js';
import type { Exclusion, Period } from './period.js';

/** One day of a period's account: what it counted as, its running number, and the reason. */
export interface AccountedDay {
  readonly on: LocalDate;
  readonly mark: CountedDay['mark'] | 'rolled';
  readonly day: DayKind;
  /** Running number: of the working day, or of the calendar day in a period of days or months. */
  readonly n?: number;
  /** Festival or make-up day, and the notice it comes from. */
  readonly name?: string;
  readonly source?: string;
  readonly provisional: boolean;
  /** The consultation or suspension that keeps the day out. */
  readonly excluded?: Exclusion;
  /** 延期: the day counts beyond the first length of the period. */
  readonly extended?: true;
}

/** 期限账本: each day from the start to the due day, so that the last counted one is the due day. */
export function accountOfPeriod(period: Period, calendar: WorkCalendar): AccountedDay[] {
  return period.unit === 'workdays' && period.terms.length > 0
    ? workdayAccount(period, calendar)
    : calendarDayAccount(period, calendar);
}

function workdayAccount(period: Period, calendar: WorkCalendar): AccountedDay[] {
  const { startedOn, dueOn, excluded, terms } = period;
  const base = terms[0]?.amount ?? lengthOf(period);
  return accountOf(calendar, startedOn, dueOn, excluded).map(({ excludedBy, ...day }) => {
    const exclusion = excludedBy === undefined ? undefined : excluded[excludedBy];
    return {
      ...day,
      ...(exclusion ? { excluded: exclusion } : {}),
      ...(day.n !== undefined && day.n > base ? { extended: true as const } : {}),
    };
  });
}

/** Calendar-day periods count every day that is not excluded; where the last one is a rest day the days after it are 顺延. */
function calendarDayAccount(period: Period, calendar: WorkCalendar): AccountedDay[] {
  const { startedOn, dueOn, unit, excluded } = period;
  const length = lengthOf(period);
  const nominal =
    period.terms.length === 0
      ? dueOn
      : unit === 'months'
        ? calendarEnd(startedOn, addMonths(startedOn, length), excluded)
        : calendarEnd(startedOn, addDays(startedOn, length), excluded);
  const days: AccountedDay[] = [];
  let n = 0;
  for (let on = startedOn; on <= dueOn; on = addDays(on, 1)) {
    const { kind, ...told } = calendar.describe(on);
    const seen = { on, day: kind, ...told };
    const exclusion = excluded.find(({ after, through }) => after < on && on <= through);
    if (on === startedOn) days.push({ ...seen, mark: 'start' });
    else if (on > nominal) days.push({ ...seen, mark: 'rolled' });
    else if (exclusion) days.push({ ...seen, mark: 'excluded', excluded: exclusion });
    else days.push({ ...seen, mark: 'counted', n: ++n });
  }
  return days;
}
