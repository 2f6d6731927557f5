import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CaseFiles } from '../casework/case-file.js';
import { type By, Door } from '../casework/door.js';
import { findApplication } from '../casework/taking.js';
import type { Act } from '../domain/acts/acts.js';
import { replyStateOf } from '../domain/application/reply-state.js';
import { sm3 } from '../infrastructure/sm3.js';
import { readStored, storeFile } from '../infrastructure/storage.js';
import { now, today } from '../infrastructure/today.js';
import type { ApplicationRecord } from '../records/application/application.js';
import { type Paper, payloadOf } from '../records/application/application-fields.js';
import { attachPapers } from '../records/paper/attached-papers.js';
import type { LetterRecord } from '../records/paper/letter.js';
import { OfficeRecord } from '../records/office/office.js';
import { SubmissionRecord } from '../records/application/submission.js';
import { chineseDate } from '../web/words.js';
import {
  type Followed,
  followedCase,
  followedSubmission,
  lettersToApplicant,
  withdrawal,
} from './followed.js';

/** What the holder of a code sees. */
export interface FollowedWhole extends Followed {
  readonly office: OfficeRecord;
  readonly content: string;
}

const LONGEST_SHOWN = 80;

/** The matter has moved on since the page was opened: it is no longer the applicant's turn. */
export class NotYourTurn extends Error {
  override readonly name = 'NotYourTurn';
}

/** Everything that the holder of a query code may see and do: with that one application alone. */
@Injectable()
export class Following {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly files: CaseFiles,
    private readonly door: Door,
  ) {}

  async read(submission: SubmissionRecord): Promise<FollowedWhole> {
    const { manager } = this.dataSource;
    const office = await manager.findOneByOrFail(OfficeRecord, { id: submission.officeId });
    const characters = [...payloadOf(submission).filled.content.replace(/\s+/g, ' ')];
    const content =
      characters.length > LONGEST_SHOWN
        ? `${characters.slice(0, LONGEST_SHOWN).join('')}…`
        : characters.join('');
    const { applicationId, officeId } = submission;
    if (applicationId === null) return { ...followedSubmission(submission), office, content };
    const file = await this.files.open(applicationId, [officeId]);
    return { ...followedCase(file, submission), office, content };
  }

  /** A letter of this application that is addressed to the applicant and issued; undefined for every other. */
  async letter(
    { applicationId, officeId }: SubmissionRecord,
    letterId: string,
  ): Promise<{ letter: LetterRecord; pdf: Buffer } | undefined> {
    if (applicationId === null) return undefined;
    const letters = lettersToApplicant(await this.files.open(applicationId, [officeId]));
    const letter = letters.find(({ id }) => id === letterId);
    if (!letter?.pdfHash) return undefined;
    const pdf = await buffer(await readStored(letter.pdfHash));
    if (sm3(pdf) !== letter.pdfHash) throw new Error('An issued letter is not the file that was issued.');
    return { letter, pdf };
  }

  /** 收到补正, on the day it is sent. */
  async correct(submission: SubmissionRecord, summary: string, papers: readonly Paper[]): Promise<void> {
    const act: Act = { type: 'correction.received', on: today(), ...(summary ? { summary } : {}) };
    await this.act(submission, act, papers);
  }

  /** 说明理由: kept among the materials, the same once. Whether the reasons are reasonable is for the office to record. */
  async giveReasons(submission: SubmissionRecord, text: string, papers: readonly Paper[]): Promise<void> {
    const written = text === '' ? [] : [await paperOf(text)];
    await this.dataSource.transaction(async (manager) => {
      const application = await caseOf(manager, submission);
      const file = await new CaseFiles({ manager }).open(application.id, [application.officeId]);
      if (replyStateOf(file.standing.state) !== 'handling.awaitingReasons') throw new NotYourTurn();
      const sent = new Set(file.attachments.map(({ fileHash }) => fileHash));
      const fresh = [...written, ...papers].filter(({ hash }) => !sent.has(hash));
      await attachPapers(manager, application, fresh, 'other', now());
    });
  }

  /** 撤回: before the confirmation the submission, afterwards the application. */
  async withdraw(submission: SubmissionRecord): Promise<void> {
    const taken = await this.dataSource.manager.update(
      SubmissionRecord,
      { id: submission.id, state: 'pending' },
      { state: 'withdrawn', settledAt: now() },
    );
    if (taken.affected === 1) return;
    const { manager } = this.dataSource;
    const standing = await manager.findOneByOrFail(SubmissionRecord, { id: submission.id });
    if (standing.state === 'confirmed') await this.act(standing, withdrawal(today()), []);
    else throw new NotYourTurn();
  }

  private act(submission: SubmissionRecord, act: Act, papers: readonly Paper[]): Promise<void> {
    return this.door.together(async (door, manager) => {
      const application = await caseOf(manager, submission);
      const by: By = {
        actor: { kind: 'applicant', name: application.applicantName },
        officeIds: [application.officeId],
      };
      await door.perform(application.id, act, by);
      await attachPapers(manager, application, papers, 'correction', now());
    });
  }
}

/** What was typed, as a file among the materials. */
async function paperOf(text: string): Promise<Paper> {
  const stored = await storeFile(Buffer.from(text, 'utf8'));
  const name = `说明理由（${chineseDate(today())}网上提交）.txt`;
  return { ...stored, name, mime: 'text/plain; charset=utf-8' };
}

/** The case of a submission, locked. */
function caseOf(
  manager: EntityManager,
  { applicationId, officeId }: SubmissionRecord,
): Promise<ApplicationRecord> {
  if (applicationId === null) throw new NotYourTurn();
  return findApplication(manager, applicationId, [officeId], 'locked');
}
