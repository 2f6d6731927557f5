import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CaseFiles } from '../casework/case-file.js';
import { storeFile } from '../infrastructure/storage.js';
import { now } from '../infrastructure/today.js';
import { LetterRecord } from '../records/paper/letter.js';
import { type Upload, nameOfUpload } from '../web/uploads.js';
import type { Viewer } from '../web/viewer.js';
import { takeFinished } from './drawing-up.js';
import { readPieces } from './finished-reading.js';
import { openDraft } from './letter-keeping.js';
import { sourceOfLetter, writtenOf } from './letter-source.js';
import { wordingFor } from './wordings.js';

/** 定稿 of a drafted letter: its text from Word in place of the wording. The coming reply keeps its own with the draft. */
@Injectable()
export class FinishedLetters {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Throws what takeFinished throws; LetterNotFound for a letter that is issued or another office's. */
  async finish(viewer: Viewer, letterId: string, upload: Upload): Promise<void> {
    const bytes = await readFile(upload.path);
    const pieces = await readPieces(bytes);
    await this.dataSource.transaction(async (manager) => {
      const letter = await openDraft(manager, letterId, [viewer.officeId]);
      const file = await new CaseFiles({ manager }).open(letter.applicationId, [viewer.officeId]);
      const source = sourceOfLetter(letter, file);
      const wording = await wordingFor(manager, letter.officeId, letter.kind, source.on);
      const blocks = takeFinished(pieces, wording, source, {
        attachments: file.attachments,
        written: writtenOf(letter),
      });
      const { hash: fileHash } = await storeFile(bytes);
      const by = { by: viewer.name, at: now().toISOString() };
      const finished = { name: nameOfUpload(upload), fileHash, ...by, blocks };
      await manager.update(LetterRecord, { id: letter.id }, { finished });
    });
  }

  /** The wording is used again. */
  async unfinish(viewer: Viewer, letterId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const letter = await openDraft(manager, letterId, [viewer.officeId]);
      await manager.update(LetterRecord, { id: letter.id }, { finished: null });
    });
  }
}
