import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { receiptRules } from '../domain/application/receipt.js';
import { type LocalDate, chinese } from '../domain/time/local-date.js';
import { calendarFrom } from '../domain/time/work-calendar.js';
import { today } from '../infrastructure/today.js';
import type { Payload } from '../records/application/application-fields.js';
import { SubmissionRecord } from '../records/application/submission.js';
import { type FormState, readForm } from '../web/forms.js';
import type { Viewer } from '../web/viewer.js';
import { IntakeForm } from './intake-form.js';
import { noteAttempt } from './settling.js';

/** A letter whose applicant has not been reached: what it says, and on which day it came. */
interface Arrival {
  readonly form: IntakeForm;
  readonly arrivedOn: LocalDate;
}

/**
 * Reads the form of 登记 for a paper that is not confirmed yet: all of it but the day of the confirmation. Only what may
 * arrive before the day that counts can wait.
 */
export function readArrival(posted: Readonly<Record<string, unknown>>): Arrival | { state: FormState } {
  const { values } = readForm(IntakeForm, posted).state;
  const result = readForm(IntakeForm, { ...posted, on: today(), contactTriedOn: '' });
  const channel = result.ok ? result.form.channel : undefined;
  const errors: Record<string, string> = { ...result.state.errors };
  if (channel && !receiptRules[channel].arrivesFirst)
    errors['channel'] = '当面提交和签收的邮件，当天就是收到之日，请直接登记';
  else if (result.ok && !result.form.arrivedOn) errors['arrivedOn'] = '请填写实际到达日';
  else if (result.ok && result.form.arrivedOn && result.form.arrivedOn < calendarFrom)
    errors['arrivedOn'] = `实际到达日不能早于 ${chinese(calendarFrom)}，请核对`;
  return result.ok && result.form.arrivedOn && Object.keys(errors).length === 0
    ? { form: result.form, arrivedOn: result.form.arrivedOn }
    : { state: { values, errors } };
}

/** Keeps a letter until its applicant is reached; what was said about the proof is the first try. Answers its id. */
export async function keepArrival(
  manager: EntityManager,
  viewer: Viewer,
  { form, arrivedOn }: Arrival,
): Promise<string> {
  const id = randomUUID();
  const { firstTo, channel, proof, on: _on, handler: _handler, contactTriedOn: _tried, ...filled } = form;
  const payload: Payload = { filled, papers: [], ...(firstTo ? { firstTo } : {}) };
  await manager.insert(SubmissionRecord, {
    id,
    officeId: viewer.officeId,
    channel,
    codeFingerprint: null,
    payload: JSON.stringify(payload),
    fileHashes: [],
    arrivedAt: new Date(`${arrivedOn}T00:00:00+08:00`),
    state: 'pending',
  });
  if (proof) await noteAttempt(manager, id, viewer, { triedOn: today(), note: proof });
  return id;
}
