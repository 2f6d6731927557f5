import { type EntityManager, In, MoreThan } from 'typeorm';
import { channels } from '../domain/acts/intake-acts.js';
import { namesInShort, readJointApplicants } from '../domain/application/joint-applicants.js';
import { confirmationDueOn } from '../domain/application/receipt.js';
import { addDays, type LocalDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { dayOf } from '../infrastructure/today.js';
import { payloadOf } from '../records/application/application-fields.js';
import { ONLINE_APPLICANT } from '../records/paper/attached-papers.js';
import { AttachmentRecord } from '../records/paper/attachment.js';
import { ApplicationRecord } from '../records/application/application.js';
import { SubmissionRecord, submissionStates } from '../records/application/submission.js';
import { type Tries, triesOf } from '../records/application/submissions.js';
import { paths } from '../web/paths.js';
import { type DeadlineReading, chineseDate, chineseTime } from '../web/words.js';

/** One submission in the list. */
export interface SubmissionLine {
  readonly href: string;
  readonly applicant: string;
  readonly content: string;
  readonly channel: string;
  /** 2026年11月20日 10:00; the day alone for what did not come through the portal. */
  readonly arrived: string;
  readonly state: string;
  readonly note: string;
  /** 联系过 2 次，最近 2026年11月20日; 尚未联系 before the first. */
  readonly tried: string;
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
  const dueOn = confirmationDueOn(calendar, dayOf(arrivedAt));
  // A rest day after the due day is late already, though no working day has passed.
  const remaining = calendar.workdaysLeft(on, dueOn);
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
  const tries = await triesOf(
    manager,
    waiting.map(({ id }) => id),
  );
  const settled = await manager.find(SubmissionRecord, {
    where: { officeId, state: In(['confirmed', 'declined', 'withdrawn']) },
    order: { settledAt: 'DESC' },
    take: SETTLED_SHOWN,
  });
  return {
    waiting: waiting.map((one) => ({
      ...lineOf(one, tries.get(one.id)),
      deadline: confirmationDue(one, calendar, on),
    })),
    settled: settled.map((one) => lineOf(one)),
  };
}

function lineOf(submission: SubmissionRecord, tries?: Tries): SubmissionLine {
  const { content } = payloadOf(submission).filled;
  const characters = [...content.replace(/\s+/g, ' ')];
  const { id, channel, state, settledByName, settledAt } = submission;
  return {
    href: paths.submission(id),
    applicant: submittedBy(submission),
    content:
      characters.length > LONGEST_SHOWN
        ? `${characters.slice(0, LONGEST_SHOWN).join('')}…`
        : characters.join(''),
    channel: channels[channel].replace(/（.*/u, ''),
    arrived: arrivalSaid(submission),
    state: submissionStates[state],
    tried: tries ? `联系过 ${tries.count} 次，最近 ${chineseDate(tries.lastOn)}` : '尚未联系',
    note: settledAt ? `${settledByName ?? '申请人'}，${chineseTime(settledAt)}` : '',
  };
}

/** 李四等 3 人: who applies by it. */
export function submittedBy(submission: SubmissionRecord): string {
  const { applicantName, jointApplicants = '' } = payloadOf(submission).filled;
  const joint = readJointApplicants(jointApplicants);
  return namesInShort(applicantName, 'joint' in joint ? joint.joint.map(({ name }) => name) : []);
}

/** When a submission came, as far as it is known. */
export const arrivalSaid = ({ arrivedAt, codeFingerprint }: SubmissionRecord): string =>
  codeFingerprint === null ? chineseDate(dayOf(arrivedAt)) : chineseTime(arrivedAt);

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
