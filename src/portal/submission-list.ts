import { type EntityManager, In, MoreThan } from 'typeorm';
import { requiredLimit } from '../domain/clock/limits.js';
import { workdaysAfter } from '../domain/time/counting.js';
import { addDays, type LocalDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { dayOf } from '../infrastructure/today.js';
import { AttachmentRecord } from '../records/attachment.js';
import { ApplicationRecord } from '../records/application.js';
import { SubmissionRecord, submissionStates } from '../records/submission.js';
import { paths } from '../web/paths.js';
import { type DeadlineReading, chineseTime } from '../web/words.js';
import { ONLINE_APPLICANT } from './papers.js';
import { payloadOf } from './submitting.js';

/** One submission in the list. */
export interface SubmissionLine {
  readonly href: string;
  readonly applicant: string;
  readonly content: string;
  readonly arrivedAt: Date;
  readonly state: string;
  readonly note: string;
  readonly deadline?: DeadlineReading;
}

const LONGEST_SHOWN = 60;
const SETTLED_SHOWN = 50;
const DAYS_OF_PAPERS = 30;

/** By when both sides should have confirmed: one working day (本系统口径), for the alarm of the list. */
export function confirmationDue(
  { arrivedAt }: Pick<SubmissionRecord, 'arrivedAt'>,
  calendar: WorkCalendar,
  on: LocalDate,
): DeadlineReading {
  const arrivedOn = dayOf(arrivedAt);
  const dueOn = workdaysAfter(calendar, arrivedOn, requiredLimit('receipt.confirmation', arrivedOn).amount);
  // A rest day after the due day is late already, though no working day has passed.
  const remaining = on > dueOn ? -(calendar.workdaysIn(dueOn, on) || 1) : calendar.workdaysIn(on, dueOn);
  return { dueOn, remaining, unit: 'workdays' };
}

/** What waits, the oldest in front; then what was settled last. */
export async function submissionLines(
  manager: EntityManager,
  officeId: string,
  calendar: WorkCalendar,
  on: LocalDate,
): Promise<{ waiting: SubmissionLine[]; settled: SubmissionLine[] }> {
  const waiting = await manager.find(SubmissionRecord, {
    where: { officeId, state: 'pending' },
    order: { arrivedAt: 'ASC' },
  });
  const settled = await manager.find(SubmissionRecord, {
    where: { officeId, state: In(['confirmed', 'declined', 'withdrawn']) },
    order: { settledAt: 'DESC' },
    take: SETTLED_SHOWN,
  });
  return {
    waiting: waiting.map((one) => ({ ...lineOf(one), deadline: confirmationDue(one, calendar, on) })),
    settled: settled.map(lineOf),
  };
}

function lineOf(submission: SubmissionRecord): SubmissionLine {
  const { applicantName, content } = payloadOf(submission).filled;
  const characters = [...content.replace(/\s+/g, ' ')];
  const { id, arrivedAt, state, settledByName, settledAt } = submission;
  return {
    href: paths.submission(id),
    applicant: applicantName,
    content:
      characters.length > LONGEST_SHOWN
        ? `${characters.slice(0, LONGEST_SHOWN).join('')}…`
        : characters.join(''),
    arrivedAt,
    state: submissionStates[state],
    note: settledAt ? `${settledByName ?? '申请人'}，${chineseTime(settledAt)}` : '',
  };
}

/** Papers that applicants have lately sent to cases through the portal: 补正、说明理由. */
export async function papersSentLately(
  manager: EntityManager,
  officeId: string,
  on: LocalDate,
): Promise<{ href: string; number: string; name: string; uploadedAt: Date }[]> {
  const since = new Date(`${addDays(on, -DAYS_OF_PAPERS)}T00:00:00+08:00`);
  const papers = await manager.find(AttachmentRecord, {
    where: {
      officeId,
      uploadedByName: ONLINE_APPLICANT,
      purpose: In(['correction', 'other']),
      uploadedAt: MoreThan(since),
    },
    order: { uploadedAt: 'DESC' },
    take: SETTLED_SHOWN,
  });
  const cases = await manager.findBy(ApplicationRecord, {
    id: In(papers.map(({ applicationId }) => applicationId)),
  });
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  return papers.map(({ applicationId, name, uploadedAt }) => ({
    href: paths.case(applicationId),
    number: numbers.get(applicationId) ?? '',
    name,
    uploadedAt,
  }));
}
