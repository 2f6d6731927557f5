import ical from 'ical-generator';
import type { EntityManager } from 'typeorm';
import { effectiveActs } from '../domain/acts/effective.js';
import { readClock } from '../domain/clock/clock.js';
import type { Period } from '../domain/clock/period.js';
import { printCitation } from '../domain/law/citation.js';
import { hearingKinds } from '../domain/remedy/proceeding-notes.js';
import { addDays, type LocalDate } from '../domain/time/local-date.js';
import { settings } from '../infrastructure/settings.js';
import { today } from '../infrastructure/today.js';
import type { AccountRecord } from '../records/person/account.js';
import { ApplicationRecord } from '../records/application/application.js';
import { applicationsIn } from '../records/application/applications.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { isLeftByLedger } from '../records/application/left-by-ledger.js';
import { logsOf, recordedAct } from '../records/application/logs.js';
import { clockPoliciesOf } from '../records/office/office-policy.js';
import { officeAndDescendantIds } from '../records/office/offices.js';
import { type UpcomingHearing, noteText, upcomingHearings } from '../records/proceeding/proceeding-notes.js';
import { paths } from '../web/paths.js';
import { runningDuties } from './owing.js';

type FeedCase = Pick<ApplicationRecord, 'id' | 'officeId' | 'number'>;

const MOST_CASES = 1000;
const BATCH = 200;
/** Days that passed longer ago are left to the lists. */
const DAYS_BACK = 90;

/**
 * The duties and the windows for appeal of all cases that the person sees, as an iCalendar text: whole days, numbers
 * and names of periods, nothing about applicants. Who only handles sees the own cases and those that nobody has.
 */
export async function feedOf(manager: EntityManager, account: AccountRecord): Promise<string> {
  const on = today();
  const calendar = await loadCalendar(manager);
  const feed = ical({
    name: '依申请公开期限',
    prodId: { company: 'yishenqing-gongkai', product: 'deadlines', language: 'ZH' },
    ttl: 3600,
  });
  const cases = await casesOf(manager, account);
  const policies = await clockPoliciesOf(
    manager,
    cases.map(({ officeId }) => officeId),
  );
  for (let i = 0; i < cases.length; i += BATCH) {
    const batch = cases.slice(i, i + BATCH);
    const logs = await logsOf(
      manager,
      batch.map(({ id }) => id),
    );
    for (const one of batch) {
      const acts = effectiveActs((logs.get(one.id) ?? []).map(recordedAct));
      const { periods } = readClock(acts, calendar, on, policies.get(one.officeId));
      const duties = runningDuties(periods);
      const [first] = duties.map(({ dueOn }) => dueOn).sort();
      // What became of it may only be missing from the record: nobody's day in a calendar.
      if (isLeftByLedger(acts, first)) continue;
      for (const period of [...duties, ...appealWindows(periods)]) {
        if (period.dueOn >= addDays(on, -DAYS_BACK)) feed.createEvent(eventOf(one, period, on));
      }
    }
  }
  for (const hearing of await hearingsFor(manager, account, on)) feed.createEvent(hearingEvent(hearing, on));
  return feed.toString();
}

/** 上诉期 after a judgment of first instance: the office's as well as the other side's (行政诉讼法第八十五条). */
const appealWindows = (periods: readonly Period[]): Period[] =>
  periods.filter(({ lapse, ended }) => lapse === 'suit.tookEffect' && !ended);

/** 听证、开庭: a day in the calendar like a due day. Who only handles sees those of the own cases. */
async function hearingsFor(
  manager: EntityManager,
  account: AccountRecord,
  on: LocalDate,
): Promise<UpcomingHearing[]> {
  const seesAll = account.roles.some((role) => role !== 'handler');
  const officeIds = seesAll ? await officeAndDescendantIds(manager, account.officeId) : [account.officeId];
  const hearings = await upcomingHearings(manager, officeIds, addDays(on, -DAYS_BACK));
  return hearings.filter(({ handlerAccountId }) => seesAll || handlerAccountId === account.id);
}

function hearingEvent(
  { entry, applicationId, application, number, facts, on }: UpcomingHearing,
  read: LocalDate,
) {
  const what = hearingKinds[noteText(facts, 'what') as keyof typeof hearingKinds];
  const address = `${settings().baseUrl}${paths.proceeding(applicationId, number)}`;
  const when = [noteText(facts, 'at'), noteText(facts, 'place')].filter((part) => part !== '').join('，');
  return {
    id: `${entry}@yishenqing-gongkai`,
    start: on,
    allDay: true,
    stamp: `${read}T00:00:00Z`,
    summary: `${application} ${what}${when ? `（${when}）` : ''}`,
    description: `${number}\n${address}`,
    url: address,
  };
}

async function casesOf(manager: EntityManager, account: AccountRecord): Promise<FeedCase[]> {
  const seesAll = account.roles.some((role) => role !== 'handler');
  const officeIds = seesAll ? await officeAndDescendantIds(manager, account.officeId) : [account.officeId];
  const query = applicationsIn(manager, officeIds)
    .select(['application.id', 'application.officeId', 'application.number'])
    .andWhere(
      `application."stage" <> 'closed' AND (application."nextDueOn" IS NOT NULL OR application."stage" = 'litigation')`,
    );
  if (!seesAll) {
    query.andWhere(
      `(application."handlerAccountId" = :accountId OR application."handlerAccountId" IS NULL)`,
      { accountId: account.id },
    );
  }
  return query.orderBy('application.nextDueOn', 'DESC').take(MOST_CASES).getMany();
}

function eventOf({ id, number }: FeedCase, period: Period, on: LocalDate) {
  const late = period.of === 'duty' && period.dueOn < on;
  const marks = `${late ? '（已超期）' : ''}${period.provisional ? '（暂定）' : ''}`;
  const address = `${settings().baseUrl}${paths.case(id)}`;
  return {
    // The same period keeps its entry when its day moves.
    id: `${id}.${encodeURIComponent(period.id)}@yishenqing-gongkai`,
    start: period.dueOn,
    allDay: true,
    stamp: `${on}T00:00:00Z`,
    summary: `${number} ${period.name}${marks}`,
    description: `依据：${printCitation(period.article)}\n${address}`,
    url: address,
  };
}
