import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Door } from '../casework/door.js';
import type { Opening } from '../casework/opening.js';
import type { Act } from '../domain/acts/acts.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { dayOf, now, today } from '../infrastructure/today.js';
import type { ApplicationRecord } from '../records/application.js';
import { SubmissionRecord } from '../records/submission.js';
import { actorOf } from '../web/acting.js';
import type { Viewer } from '../web/viewer.js';
import { attachPapers } from './papers.js';
import { payloadOf } from './submitting.js';

/** Somebody has settled it meanwhile, or the applicant has taken it back. Nothing was changed. */
export class NotPending extends Error {
  override readonly name = 'NotPending';
}

/** The clerk's two answers to a submission: confirmed with the applicant, or declined with a reason. */
@Injectable()
export class Settling {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly door: Door,
  ) {}

  /**
   * 双方确认: the submission becomes a case, received on the day of the confirmation (条例第三十一条第三项) and
   * registered today. Throws NotPending and what the Door throws.
   */
  confirm(
    id: string,
    viewer: Viewer,
    { on, proof }: { on: LocalDate; proof: string },
  ): Promise<ApplicationRecord> {
    return this.door.together(async (door, manager) => {
      const submission = await pending(manager, id, viewer);
      const arrivedOn = dayOf(submission.arrivedAt);
      const acts: [Act, ...Act[]] = [
        { type: 'application.received', on, channel: 'internet', arrivedOn, proof },
        { type: 'application.registered', on: today() },
      ];
      const { application } = await door.open(openingOf(submission), acts, {
        actor: actorOf(viewer),
        accountId: viewer.accountId,
        officeIds: [viewer.officeId],
      });
      await attachPapers(
        manager,
        application,
        payloadOf(submission).papers,
        'identity',
        submission.arrivedAt,
      );
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

/** What the applicant has filled in, as a case stores it. */
export function openingOf(submission: SubmissionRecord): Opening {
  const { filled } = payloadOf(submission);
  return {
    officeId: submission.officeId,
    applicantKind: filled.applicantKind,
    applicantName: filled.applicantName,
    content: filled.content,
    idDocument: filled.idDocument,
    wantedForm: filled.wantedForm,
    supplyWay: filled.supplyWay,
    idNumber: filled.idNumber || null,
    phone: filled.phone || null,
    address: filled.address || null,
    postcode: filled.postcode || null,
    email: filled.email || null,
    contactName: filled.contactName || null,
    agentName: filled.agentName || null,
    agentPhone: filled.agentPhone || null,
  };
}
