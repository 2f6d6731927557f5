import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type CaseFile, CaseFiles } from '../casework/case-file.js';
import { lacksOfCase } from '../casework/completeness.js';
import type { JointApplicant } from '../domain/application/joint-applicants.js';
import { nextSteps } from '../domain/application/next-steps.js';
import { isHandled, replyStateOf } from '../domain/application/reply-state.js';
import type { AccountRecord } from '../records/person/account.js';
import { accountsOf } from '../records/person/accounts.js';
import {
  type Particular,
  type Particulars,
  jointApplicantsOf,
  noteAccess,
  particularsOf,
} from '../records/application/particulars.js';
import { type MendedParts, mendingsOf } from '../records/application/particulars-corrections.js';
import { actorOf } from '../web/acting.js';
import { type AlikeShown, alikeShown } from '../web/alike.js';
import { type Viewer, mayActIn } from '../web/viewer.js';
import type { Beside } from './case-page.js';

/** Takes cases to the desk: what a person may see of them, what he may do with them. */
@Injectable()
export class CaseDesk {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly files: CaseFiles,
  ) {}

  /** A case to read: of the own office or one below. Throws a 404 problem. */
  read(viewer: Viewer, id: string): Promise<CaseFile> {
    return this.files.open(id, viewer.visibleOfficeIds);
  }

  /** A case to work on: of the own office alone. Throws a 404 problem. */
  take(viewer: Viewer, id: string): Promise<CaseFile> {
    return this.files.open(id, [viewer.officeId]);
  }

  /** What the page of a case shows besides the file. */
  async beside(file: CaseFile, viewer: Viewer): Promise<Beside> {
    const particulars = await this.particulars(file);
    return {
      viewer,
      people: await this.people(file),
      particulars,
      joint: await this.joint(file),
      mendings: await this.mendings(file),
      lacks: lacksOfCase(file, particulars),
      alike: await this.alike(file, viewer),
    };
  }

  /** The same applicant this month, and requests like this one: for those who work on a case not yet replied to. */
  private async alike(file: CaseFile, viewer: Viewer): Promise<AlikeShown | undefined> {
    const { id, officeId, applicantName, content, receivedOn, ...known } = file.application;
    const reply = replyStateOf(file.standing.state);
    if (!mayActIn(viewer, officeId) || !(reply === 'registered' || isHandled(reply))) return undefined;
    const { idNumberFingerprint, jointFingerprints } = known;
    const steps = nextSteps(file, actorOf(viewer));
    return alikeShown(this.dataSource.manager, officeId, {
      applicant: { name: applicantName, idNumberFingerprint, jointFingerprints },
      content,
      on: receivedOn,
      id,
      mayDraft: steps.possible.some(({ type }) => type === 'reply.drafted'),
    });
  }

  /** The people of the office that has the case. */
  people({ application }: CaseFile): Promise<AccountRecord[]> {
    return accountsOf(this.dataSource.manager, [application.officeId]);
  }

  /** Those who apply with the first; for masking too. */
  joint({ application }: CaseFile): Promise<JointApplicant[]> {
    return application.jointNames.length > 0
      ? jointApplicantsOf(this.dataSource.manager, application.id)
      : Promise.resolve([]);
  }

  /** What each 更正申请人信息 has changed; for masking too. */
  mendings({ application, recorded }: CaseFile): Promise<ReadonlyMap<number, MendedParts>> {
    return recorded.some(({ type }) => type === 'particulars.corrected')
      ? mendingsOf(this.dataSource.manager, application.id)
      : Promise.resolve(new Map());
  }

  /** For masking: nobody sees them as they are. */
  particulars({ application }: CaseFile): Promise<Particulars> {
    return particularsOf(this.dataSource.manager, application.id);
  }

  /** To be shown as they are; who sees them is written down in the same transaction. */
  unmask({ application }: CaseFile, viewer: Viewer): Promise<Particulars> {
    return this.dataSource.transaction(async (manager) => {
      const particulars = await particularsOf(manager, application.id);
      const seen = (Object.keys(particulars) as Particular[]).filter((name) => particulars[name]);
      const ofJoint = application.jointNames.length > 0;
      if (seen.length > 0 || ofJoint) await noteAccess(manager, application, viewer, seen, ofJoint);
      return particulars;
    });
  }
}
