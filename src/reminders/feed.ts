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
import type { AccountRecord } from '../records/account.js';
import { ApplicationRecord } from '../records/application.js';
import { applicationsIn } from '../records/applications.js';
import { loadCalendar } from '../records/calendars.js';
import { logsOf, recordedAct } from '../records/logs.js';
import { clockPoliciesOf } from '../records/office-policy.js';
import { officeAndDescendantIds } from '../records/offices.js';
import { type UpcomingHearing, noteText, upcomingHearings } from '../records/proceeding-notes.js';
import { paths } from '../web/paths.js';
import { runningDuties } from './owing.js';

type FeedCase = Pick<ApplicationRecord, 'id' | 'officeId' | 'number'>;

const MOST_CASES = 1000;
const BATCH = 200;
/** Days that passed longer ago are left to the lists. */
const DAYS_BACK = 90;

/**
 * The duties of all cases that the person sees, as an iCalendar text: whole days, numbers and names of periods,
 * nothing about applicants. Who only handles sees the own cases and those that nobody has.
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
      for (const duty of runningDuties(periods)) {
        if (duty.dueOn >= addDays(on, -DAYS_BACK)) feed.createEvent(eventOf(one, duty, on));
      }
    }
  }
  for (const hearing of await hearingsFor(manager, account, on)) feed.createEvent(hearingEvent(hearing, on));
  return feed.toString();
}

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
    .andWhere(`application."stage" <> 'closed' AND application."nextDueOn" IS NOT NULL`);
  if (!seesAll) {
    query.andWhere(
      `(application."handlerAccountId" = :accountId OR application."handlerAccountId" IS NULL)`,
      { accountId: account.id },
    );
  }
  return query.orderBy('application.nextDueOn', 'DESC').take(MOST_CASES).getMany();
}

function eventOf({ id, number }: FeedCase, duty: Period, on: LocalDate) {
  const marks = `${duty.dueOn < on ? '（已超期）' : ''}${duty.provisional ? '（暂定）' : ''}`;
  const address = `${settings().baseUrl}${paths.case(id)}`;
  return {
    // The same duty keeps its entry when its day moves.
    id: `${id}.${encodeURIComponent(duty.id)}@yishenqing-gongkai`,
    start: duty.dueOn,
    allDay: true,
    stamp: `${on}T00:00:00Z`,
    summary: `${number} ${duty.name}${marks}`,
    description: `依据：${printCitation(duty.article)}\n${address}`,
    url: address,
  };
}
