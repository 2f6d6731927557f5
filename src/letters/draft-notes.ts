import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CaseFiles } from '../casework/case-file.js';
import { findApplication } from '../casework/taking.js';
import { pendingDraft } from '../domain/application/pending-draft.js';
import { storeFile } from '../infrastructure/storage.js';
import { now } from '../infrastructure/today.js';
import { DraftNote } from '../records/paper/draft-note.js';
import { insertAll } from '../records/inserting.js';
import { type Upload, nameOfUpload } from '../web/uploads.js';
import type { Viewer } from '../web/viewer.js';
import { takeFinished } from './drawing-up.js';
import { readPieces } from './finished-reading.js';
import { WordRefused } from './finished-pieces.js';
import { ReplyNotReady } from './letter-refusals.js';
import { comingReply } from './letter-source.js';
import { wordingFor } from './wordings.js';

type NewNote = Pick<DraftNote, 'sort' | 'text' | 'blocks' | 'fileHash'>;

/** 核稿: comments on the draft of a reply, and its finished text from Word. */
@Injectable()
export class DraftNotes {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Every note of a case, in order. */
  of(applicationId: string): Promise<DraftNote[]> {
    return this.dataSource.manager.find(DraftNote, {
      where: { applicationId },
      order: { recordedAt: 'ASC' },
    });
  }

  comment(viewer: Viewer, applicationId: string, text: string): Promise<void> {
    return this.add(viewer, applicationId, () => ({ sort: 'comment', text, blocks: null, fileHash: null }));
  }

  /**
   * Takes the text of a finished Word file as the letter's text. Throws WordRefused, RemediesMismatch,
   * UncoveredCharacterError; a draft that is signed takes no other text.
   */
  async finish(viewer: Viewer, applicationId: string, upload: Upload): Promise<void> {
    const bytes = await readFile(upload.path);
    const pieces = await readPieces(bytes);
    await this.add(viewer, applicationId, async (manager) => {
      const file = await new CaseFiles({ manager }).open(applicationId, [viewer.officeId]);
      const coming = comingReply(file);
      if (!coming) throw new ReplyNotReady();
      refuseSigned(file.standing.facts.signed);
      const wording = await wordingFor(manager, file.office.id, coming.kind, coming.source.on);
      const blocks = takeFinished(pieces, wording, coming.source, file);
      const { hash } = await storeFile(bytes);
      return { sort: 'finished', text: nameOfUpload(upload), blocks, fileHash: hash };
    });
  }

  /** The wording is used again. */
  unfinish(viewer: Viewer, applicationId: string): Promise<void> {
    return this.add(viewer, applicationId, async (manager) => {
      const file = await new CaseFiles({ manager }).open(applicationId, [viewer.officeId]);
      refuseSigned(file.standing.facts.signed);
      return { sort: 'finished', text: '撤下定稿文件', blocks: null, fileHash: null };
    });
  }

  private add(
    viewer: Viewer,
    applicationId: string,
    make: (manager: EntityManager) => NewNote | Promise<NewNote>,
  ): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const { officeId } = await findApplication(manager, applicationId, [viewer.officeId], 'locked');
      const { acts } = await new CaseFiles({ manager }).open(applicationId, [viewer.officeId]);
      const draft = pendingDraft(acts);
      if (!draft) throw new ReplyNotReady();
      const made = await make(manager);
      const by = { recordedAt: now(), byAccountId: viewer.accountId, byName: viewer.name };
      await insertAll(manager, DraftNote, [
        { id: randomUUID(), applicationId, officeId, draftSeq: draft.seq, ...made, ...by },
      ]);
    });
  }
}

/** What is signed is what goes out. */
function refuseSigned(signed: boolean): void {
  if (signed) throw new WordRefused('这份答复已经签发，不能再换文字。要改的，请退回或者重新拟制，再次签发。');
}
