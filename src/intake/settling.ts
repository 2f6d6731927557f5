import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Door } from '../casework/door.js';
import { openingFrom } from '../casework/opening.js';
import type { Act } from '../domain/acts/acts.js';
import type { AgentPaper } from '../domain/application/applicant.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { dayOf, now, today } from '../infrastructure/today.js';
import type { ApplicationRecord } from '../records/application/application.js';
import { payloadOf } from '../records/application/application-fields.js';
import { attachPapers } from '../records/paper/attached-papers.js';
import { ContactAttempt } from '../records/application/contact-attempt.js';
import { SubmissionRecord } from '../records/application/submission.js';
import { attemptsOf } from '../records/application/submissions.js';
import { actingHere } from '../web/acting.js';
import type { Viewer } from '../web/viewer.js';
import { receivedAct } from './receipt-dates.js';

/** Somebody has settled it meanwhile, or the applicant has taken it back. Nothing was changed. */
export class NotPending extends Error {
  override readonly name = 'NotPending';
}

/** What a clerk writes down when both sides have confirmed. */
export interface Confirmation {
  readonly on: LocalDate;
  readonly proof: string;
  readonly agentPapers: readonly AgentPaper[];
}

/** The clerk's answers to what waits: tried in vain, confirmed with the applicant, or declined with a reason. */
@Injectable()
export class Settling {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly door: Door,
  ) {}

  /** 联系未成: one more line of the tries to reach the applicant. Throws NotPending. */
  tried(id: string, viewer: Viewer, { triedOn, note }: { triedOn: LocalDate; note: string }): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await pending(manager, id, viewer);
      await noteAttempt(manager, id, viewer, { triedOn, note });
    });
  }

  /**
   * 双方确认: the submission becomes a case, received on the day of the confirmation in the channel in which it came
   * (条例第三十一条) and registered today. Tries before that day are named in the record. Throws NotPending and what the
   * Door throws.
   */
  confirm(id: string, viewer: Viewer, confirmation: Confirmation): Promise<ApplicationRecord> {
    return this.door.together(async (door, manager) => {
      const submission = await pending(manager, id, viewer);
      const { filled, papers, firstTo } = payloadOf(submission);
      const { on, proof, agentPapers } = confirmation;
      const [first] = await attemptsOf(manager, id);
      const acts: [Act, ...Act[]] = [
        receivedAct({
          channel: submission.channel,
          on,
          arrivedOn: dayOf(submission.arrivedAt),
          proof,
          firstTo,
          contactTriedOn: first && first.triedOn < on ? first.triedOn : undefined,
        }),
        { type: 'application.registered', on: today() },
      ];
      const opening = openingFrom({ ...filled, agentPapers }, submission.officeId);
      const { application } = await door.open(opening, acts, actingHere(viewer));
      await attachPapers(manager, application, papers, 'identity', submission.arrivedAt);
      await settle(manager, submission, viewer, {
        state: 'confirmed',
        applicationId: application.id,
        settledNote: proof,
      });
      return application;
    });
  }

  /** 不作为申请受理: kept with its reason, which the sender reads under the code. Throws NotPending. */
  decline(id: string, viewer: Viewer, reason: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const submission = await pending(manager, id, viewer);
      await settle(manager, submission, viewer, { state: 'declined', settledNote: reason });
    });
  }
}

/** Writes down one try to reach the applicant of a submission. */
export async function noteAttempt(
  manager: EntityManager,
  submissionId: string,
  viewer: Viewer,
  { triedOn, note }: { triedOn: LocalDate; note: string },
): Promise<void> {
  await manager.insert(ContactAttempt, {
    id: randomUUID(),
    submissionId,
    triedOn,
    note,
    recordedAt: now(),
    byName: viewer.name,
    byAccountId: viewer.accountId,
  });
}

/** The submission, locked, if it still waits. */
async function pending(manager: EntityManager, id: string, viewer: Viewer): Promise<SubmissionRecord> {
  const submission = await manager.findOne(SubmissionRecord, {
    where: { id, officeId: viewer.officeId, state: 'pending' },
    lock: { mode: 'pessimistic_write' },
  });
  if (!submission) throw new NotPending();
  return submission;
}

async function settle(
  manager: EntityManager,
  { id }: SubmissionRecord,
  viewer: Viewer,
  how: Pick<SubmissionRecord, 'state' | 'settledNote'> & { applicationId?: string },
): Promise<void> {
  const by = { settledAt: now(), settledByAccountId: viewer.accountId, settledByName: viewer.name };
  await manager.update(SubmissionRecord, { id }, { ...how, ...by });
}
