import { type EntityManager, In } from 'typeorm';
import { isSuggested, quarterlyDay } from '../domain/clock/yearly.js';
import { ApplicationRecord } from '../records/application/application.js';
import { OfficeRecord } from '../records/office/office.js';
import type { ReminderRecord } from '../records/reminder/reminder.js';
import { paths, withQuery } from '../web/paths.js';

/** What a reminder is about, as inbox and mails name it: nothing about persons or what they ask for. */
export interface Subject {
  readonly name: string;
  readonly href: string;
  /** Its day is a suggestion of the house: nobody is late by it. */
  readonly suggested?: boolean;
}

type About = Pick<ReminderRecord, 'applicationId' | 'submissionId' | 'officeId' | 'period'>;

/** The case, the submission or the report of each reminder, asked for in one go. */
export async function subjectsOf(
  manager: EntityManager,
  reminders: readonly About[],
): Promise<(one: About) => Subject> {
  const applications = await manager.find(ApplicationRecord, {
    select: { id: true, number: true },
    where: { id: In(reminders.flatMap(({ applicationId }) => applicationId ?? [])) },
  });
  const numbers = new Map(applications.map(({ id, number }) => [id, number]));
  const reports = reminders.filter(isReport);
  const offices = await manager.find(OfficeRecord, {
    select: { id: true, code: true },
    where: { id: In(reports.map(({ officeId }) => officeId)) },
  });
  const codes = new Map(offices.map(({ id, code }) => [id, code]));
  return (one) => {
    const { applicationId, submissionId } = one;
    if (isReport(one)) return reportSubject(one.period, codes.get(one.officeId) ?? '');
    return applicationId === null
      ? { name: '待确认来件', href: submissionId ? paths.submission(submissionId) : paths.submissions }
      : { name: numbers.get(applicationId) ?? '', href: paths.case(applicationId) };
  };
}

const isReport = ({ applicationId, submissionId }: About): boolean =>
  applicationId === null && submissionId === null;

/** By the id of the duty: annualReport.own.2025, selfCheck.2025.4. */
function reportSubject(duty: string, officeCode: string): Subject {
  const [kind = '', ...rest] = duty.split('.');
  if (kind === 'selfCheck') {
    const href = withQuery(paths.selfChecks, { year: rest[0] });
    return { name: '季度自查', href, suggested: isSuggested(quarterlyDay) };
  }
  const [coverage, year] = rest;
  const office = coverage === 'own' ? officeCode : undefined;
  return { name: '年度报告', href: withQuery(paths.annualReport, { year, office }) };
}
