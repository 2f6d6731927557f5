import { type EntityManager, In } from 'typeorm';
import { ApplicationRecord } from '../records/application.js';
import type { ReminderRecord } from '../records/reminder.js';
import { paths } from '../web/paths.js';

/** What a reminder is about, as inbox and mails name it: nothing about persons or what they ask for. */
export interface Subject {
  readonly name: string;
  readonly href: string;
}

type About = Pick<ReminderRecord, 'applicationId' | 'submissionId'>;

/** The case or the submission of each reminder, asked for in one go. */
export async function subjectsOf(
  manager: EntityManager,
  reminders: readonly About[],
): Promise<(one: About) => Subject> {
  const applications = await manager.find(ApplicationRecord, {
    select: { id: true, number: true },
    where: { id: In(reminders.flatMap(({ applicationId }) => applicationId ?? [])) },
  });
  const numbers = new Map(applications.map(({ id, number }) => [id, number]));
  return ({ applicationId, submissionId }) =>
    applicationId === null
      ? { name: '待确认来件', href: submissionId ? paths.submission(submissionId) : paths.submissions }
      : { name: numbers.get(applicationId) ?? '', href: paths.case(applicationId) };
}
