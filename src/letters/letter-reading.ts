import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { type CaseFile, CaseFiles } from '../casework/case-file.js';
import type { FactName, LetterFacts } from '../domain/letter/facts.js';
import type { LetterKind } from '../domain/letter/register.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { LetterDocument } from '../infrastructure/printing/blocks.js';
import { printLetter } from '../infrastructure/printing/letter-printer.js';
import { letterWord } from '../infrastructure/printing/letter-word.js';
import { sm3 } from '../infrastructure/sm3.js';
import { readStored } from '../infrastructure/storage.js';
import { LetterRecord } from '../records/paper/letter.js';
import { pendingDraft } from '../domain/application/pending-draft.js';
import { drawUp } from './drawing-up.js';
import { finishedOf, finishedText } from './finished-text.js';
import { LetterNotFound, reasonOf } from './letter-refusals.js';
import { type ComingReply, comingReply, sourceOfLetter, writtenOf } from './letter-source.js';
import { letterTypefaces } from './typefaces.js';
import { type CurrentWording, wordingFor } from './wordings.js';

/** A letter to look at: as it was issued, or as it would be if it were issued now. */
export interface OpenLetter {
  readonly file: CaseFile;
  /** None for a reply that is drafted but not issued: it has no row yet. */
  readonly record?: LetterRecord;
  readonly facts: LetterFacts;
  readonly missing: readonly FactName[];
  readonly document?: LetterDocument;
  /** As the wording has it, where a finished text stands in its place. */
  readonly worded?: LetterDocument;
  /** Why it cannot be drawn up, besides missing facts. */
  readonly reason?: string;
}

/** Opens letters for reading and prints them. Whoever asks names the offices that he may look into. */
@Injectable()
export class LetterReading {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly files: CaseFiles,
  ) {}

  /** Throws LetterNotFound, also for a letter of another office. */
  async open(letterId: string, officeIds: readonly string[]): Promise<OpenLetter> {
    const record = await this.dataSource.manager.findOneBy(LetterRecord, {
      id: letterId,
      officeId: In([...officeIds]),
    });
    if (!record) throw new LetterNotFound();
    const file = await this.files.open(record.applicationId, officeIds);
    if (record.status !== 'drafted') {
      return {
        file,
        record,
        facts: record.facts,
        missing: [],
        document: frozenDocument(record),
      };
    }
    const letter = await drawn(file, async () => {
      const source = sourceOfLetter(record, file);
      const wording = await this.wording(record.officeId, record.kind, source.on);
      const { attachments } = file;
      return drawUp(wording, source, {
        attachments,
        written: writtenOf(record),
        finished: finishedOf(record),
      });
    });
    return { record, ...letter };
  }

  /** The reply that is drafted and not issued; undefined when there is none. */
  async openComingReply(
    applicationId: string,
    officeIds: readonly string[],
    written: LetterFacts = {},
  ): Promise<{ file: CaseFile; coming?: ComingReply; letter?: OpenLetter }> {
    const file = await this.files.open(applicationId, officeIds);
    const coming = comingReply(file);
    if (!coming) return { file };
    const { kind, source } = coming;
    const finished = await finishedText(this.dataSource.manager, applicationId, pendingDraft(file.acts)?.seq);
    const letter = await drawn(file, async () => {
      const wording = await this.wording(file.office.id, kind, source.on);
      return drawUp(wording, source, { attachments: file.attachments, written, finished });
    });
    return { file, coming, letter };
  }

  private wording(officeId: string, kind: LetterKind, on: LocalDate): Promise<CurrentWording> {
    return wordingFor(this.dataSource.manager, officeId, kind, on);
  }

  /**
   * The letter's PDF: the very file that was issued, or a marked draft. Throws UncoveredCharacterError; an issued file
   * that is missing or damaged is an error, never printed anew.
   */
  async pdf({ record, document }: OpenLetter): Promise<Buffer> {
    if (record?.pdfHash) {
      const bytes = await buffer(await readStored(record.pdfHash));
      if (sm3(bytes) !== record.pdfHash) throw new Error('An issued letter is not the file that was issued.');
      return bytes;
    }
    if (!document) throw new LetterNotFound('这份文书的内容还不齐，补齐后才能预览。');
    return printLetter({ ...document, draftMark: '草稿，尚未制发' }, letterTypefaces());
  }
}

/** The same words as a Word file, marked as a draft while it is one. Throws LetterNotFound while facts are missing. */
export async function wordCopy({ record, document }: OpenLetter): Promise<Buffer> {
  if (!document) throw new LetterNotFound('这份文书的内容还不齐，补齐后才能下载。');
  return letterWord(
    record && record.status !== 'drafted' ? document : { ...document, draftMark: '草稿，尚未制发' },
  );
}

async function drawn(file: CaseFile, draw: () => Promise<Omit<OpenLetter, 'file'>>): Promise<OpenLetter> {
  try {
    const { facts, missing, document, worded } = await draw();
    if (document) letterTypefaces().assertCovered(document);
    return { file, facts, missing, ...(document ? { document } : {}), ...(worded ? { worded } : {}) };
  } catch (fault) {
    const reason = reasonOf(fault);
    if (reason === undefined) throw fault;
    return { file, facts: {}, missing: [], reason };
  }
}

/** The document as it was frozen: this program wrote it and the database keeps it. */
const frozenDocument = ({ blocks }: LetterRecord): LetterDocument => blocks as LetterDocument;
