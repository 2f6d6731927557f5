import type { EntityManager } from 'typeorm';
import { statutoryHolidays, statutorySource } from '../domain/time/festivals.js';
import { addDays, firstDayOf, type LocalDate, yearOf } from '../domain/time/local-date.js';
import { officialNotices } from '../domain/time/notices.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { loadedNotices } from '../records/calendar/calendars.js';
import { shownArrangements } from './arrangements.js';
import type { ShownNotice, ShownYear } from './pages.js';

const FIRST_YEAR = 2010;

/** Every year with a notice and the next two, newest first. */
export async function shownYears(
  manager: EntityManager,
  calendar: WorkCalendar,
  today: LocalDate,
): Promise<ShownYear[]> {
  const notices = [...officialNotices, ...(await loadedNotices(manager))];
  const last = Math.max(yearOf(today) + 1, calendar.noticedThrough);
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, i) => last - i);
  return years.map((year) => ({
    year,
    notices: notices.filter((notice) => notice.year === year).length,
    ...countedDays(year, calendar),
  }));
}

function countedDays(
  year: number,
  calendar: WorkCalendar,
): Pick<ShownYear, 'daysOff' | 'makeUpDays' | 'workdays'> {
  const count = { daysOff: 0, makeUpDays: 0, workdays: 0 };
  for (let on = firstDayOf(year); yearOf(on) === year; on = addDays(on, 1)) {
    const kind = calendar.kindOf(on);
    if (kind === 'holiday') count.daysOff += 1;
    if (kind === 'makeUpWorkday') count.makeUpDays += 1;
    if (calendar.isWorkday(on)) count.workdays += 1;
  }
  return count;
}

/** The notices of a year in the order of their issue. */
export async function noticesOf(manager: EntityManager, year: number): Promise<ShownNotice[]> {
  const official = officialNotices.map((notice): ShownNotice & { year: number } => ({
    year: notice.year,
    source: notice.source,
    arrangements: shownArrangements(notice.days),
  }));
  const loaded = (await loadedNotices(manager)).map((notice) => ({
    year: notice.year,
    source: notice.source,
    arrangements: shownArrangements(notice.days),
    loaded: { id: notice.id, at: notice.confirmedAt, by: notice.confirmedByName },
  }));
  return [...official, ...loaded].filter((notice) => notice.year === year);
}

/** The days off of a year by statute alone; none where the program does not know them. */
export function statutoryOf(year: number): ShownNotice {
  const days = statutoryHolidays.filter(({ on }) => yearOf(on) === year);
  return {
    source: statutorySource,
    arrangements: shownArrangements(days.map(({ on, name }) => ({ on, name, off: true }))),
  };
}
