import { type EntityManager, In } from 'typeorm';
import type { Circumstances } from '../domain/application/perform.js';
import { type Wake, mayBeRecorded } from '../domain/application/wakes.js';
import { yearOf } from '../domain/time/local-date.js';
import { now, today } from '../infrastructure/today.js';
import { ApplicationRecord } from '../records/application/application.js';
import { applicationsByNumber } from '../records/application/applications.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { logOf, recordedAct } from '../records/application/logs.js';
import { passApplicationNumbers, takeApplicationNumbers } from '../records/application/numbers.js';
import { clockPolicyOf } from '../records/office/office-policy.js';
import { type CaseInHand, derivedOf, inHand } from './case-in-hand.js';
import type { Opened } from './opening.js';
import { ApplicationNotFound, NumberTaken, VersionConflict } from './refusals.js';

/** Offices that somebody acts for. */
export type Offices = readonly string[] | 'all';

/** The row, locked until the transaction ends when it is to be changed. Throws {@link ApplicationNotFound}. */
export async function findApplication(
  manager: EntityManager,
  id: string,
  officeIds: Offices,
  how: 'locked' | 'unlocked',
): Promise<ApplicationRecord> {
  const application = await manager.findOne(ApplicationRecord, {
    where: { id, ...(officeIds === 'all' ? {} : { officeId: In([...officeIds]) }) },
    ...(how === 'locked' ? { lock: { mode: 'pessimistic_write' } } : {}),
  });
  if (!application) throw new ApplicationNotFound();
  return application;
}

/** The case with its log as it stands; read it after the lock. */
export async function takeInHand(
  manager: EntityManager,
  { id, officeId }: ApplicationRecord,
): Promise<CaseInHand> {
  return inHand(id, officeId, await logOf(manager, id));
}

/** The day, the calendar and the office's settings, as they are now. */
export async function circumstancesOf(manager: EntityManager, officeId: string): Promise<Circumstances> {
  return {
    today: today(),
    now: now().toISOString(),
    calendar: await loadCalendar(manager),
    policy: await clockPolicyOf(manager, officeId),
  };
}

/** Throws {@link VersionConflict} when acts have come between the form and its sending. */
export function refuseOutdated({ log }: CaseInHand, expectedVersion: number | undefined): void {
  if (expectedVersion === undefined || expectedVersion === log.length) return;
  throw new VersionConflict(log.slice(expectedVersion).map(recordedAct), log.length);
}

/** Throws {@link ApplicationNotFound} when the doer does not act for that office. */
export function refuseForeign(officeIds: Offices, officeId: string): void {
  if (officeIds !== 'all' && !officeIds.includes(officeId)) throw new ApplicationNotFound();
}

/** The wake whose day was over first; undefined when none is due. */
export function firstDue(
  wakes: readonly Wake[],
  { calendar, today }: Pick<Circumstances, 'calendar' | 'today'>,
): Wake | undefined {
  return wakes
    .filter((wake) => mayBeRecorded(wake, calendar, today))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .at(0);
}

/** The numbers of new cases: their own where they bring one, else the next of the series. Throws {@link NumberTaken}. */
export async function numbersFor(manager: EntityManager, opened: readonly Opened[]): Promise<string[]> {
  const own = new Map<string, string[]>();
  for (const { opening } of opened) {
    if (opening.number === undefined) continue;
    own.set(opening.officeId, [...(own.get(opening.officeId) ?? []), opening.number]);
  }
  for (const [officeId, numbers] of own) {
    const [taken] = (await applicationsByNumber(manager, officeId, numbers)).keys();
    const twice = numbers.find((number, i) => numbers.indexOf(number) !== i);
    const refused = taken ?? twice;
    if (refused !== undefined) throw new NumberTaken(refused);
    await passApplicationNumbers(manager, officeId, numbers);
  }
  const numbers = opened.map(({ opening }) => opening.number ?? '');
  // Office by office and year by year: two transactions that number many cases take the series in one order.
  for (const { officeId, year, places } of seriesOf(opened)) {
    const taken = await takeApplicationNumbers(manager, officeId, year, places.length);
    places.forEach((place, i) => (numbers[place] = taken[i] ?? ''));
  }
  return numbers;
}

/** The series from which the cases without a number of their own get theirs, with their places among all. */
function seriesOf(opened: readonly Opened[]): { officeId: string; year: number; places: number[] }[] {
  const series = new Map<string, { officeId: string; year: number; places: number[] }>();
  for (const [place, { opening, held }] of opened.entries()) {
    if (opening.number !== undefined) continue;
    const { officeId } = opening;
    const year = yearOf(derivedOf(held).caches.receivedOn);
    const key = `${officeId} ${year}`;
    const one = series.get(key) ?? { officeId, year, places: [] };
    one.places.push(place);
    series.set(key, one);
  }
  return [...series].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
