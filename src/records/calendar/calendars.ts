import type { EntityManager } from 'typeorm';
import type { LocalDate } from '../../domain/time/local-date.js';
import { officialNotices } from '../../domain/time/notices.js';
import { WorkCalendar } from '../../domain/time/work-calendar.js';
import { dayOf } from '../../infrastructure/today.js';
import { HolidayNoticeRecord } from './holiday-notice.js';

/** Calendars that this process has built, by the notices in them: building one takes some milliseconds. */
const built = new Map<string, WorkCalendar>();
const MOST_KEPT = 8;

/**
 * The calendar that holds now: the notices that the program knows and those that were loaded since.
 * Which ones those are is asked each time, so that every process follows at once.
 */
export async function loadCalendar(manager: EntityManager): Promise<WorkCalendar> {
  const confirmed = await manager.find(HolidayNoticeRecord, {
    select: { id: true },
    order: { confirmedAt: 'ASC', id: 'ASC' },
  });
  const known = built.get(keyOf(confirmed));
  return known ?? calendarWith(await loadedNotices(manager));
}

const keyOf = (notices: readonly Pick<HolidayNoticeRecord, 'id'>[]): string =>
  notices.map(({ id }) => id).join();

function calendarWith(notices: readonly HolidayNoticeRecord[]): WorkCalendar {
  const key = keyOf(notices);
  const known = built.get(key);
  if (known) return known;
  const calendar = WorkCalendar.from([...officialNotices, ...notices]);
  if (built.size >= MOST_KEPT) built.clear();
  built.set(key, calendar);
  return calendar;
}

/** The calendars that held in the course of time. */
export interface CalendarsByDay {
  /** The days on which a notice was confirmed, in their order. */
  readonly changedOn: readonly LocalDate[];
  /** The calendar that held at the end of a day. */
  on(day: LocalDate): WorkCalendar;
}

/** For replays of what was known on past days: the notices that were confirmed by then, and those that the program knows. */
export async function calendarsByDay(manager: EntityManager): Promise<CalendarsByDay> {
  const notices = await loadedNotices(manager);
  return {
    changedOn: [...new Set(notices.map(({ confirmedAt }) => dayOf(confirmedAt)))],
    on: (day) => calendarWith(notices.filter(({ confirmedAt }) => dayOf(confirmedAt) <= day)),
  };
}

/** Any number: it names the lock between acts, which count by a calendar, and a notice, which changes it. */
const CALENDAR_LOCK = 711_492_021;

/** Keeps the calendar as it is until the transaction ends. Call it before any row is locked. */
export async function holdCalendar(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock_shared($1)', [CALENDAR_LOCK]);
}

/** Waits until nobody counts by the calendar and lets nobody begin until the transaction ends. */
export async function holdCalendarAlone(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [CALENDAR_LOCK]);
}

/** Notices that were loaded, in the order of their confirmation. */
export function loadedNotices(manager: EntityManager): Promise<HolidayNoticeRecord[]> {
  return manager.find(HolidayNoticeRecord, { order: { confirmedAt: 'ASC', id: 'ASC' } });
}
