import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { NoteKind } from '../domain/remedy/proceeding-notes.js';
import { now } from '../infrastructure/today.js';
import { ProceedingNote } from '../records/proceeding/proceeding-note.js';
import type { NoteEntry } from '../records/proceeding/proceeding-notes.js';
import { ProblemException } from '../web/problems.js';
import type { Viewer } from '../web/viewer.js';
import { isTaken } from './paper-keeping.js';
import type { ProceedingFile } from './proceeding-file.js';

/** Writes what a proceeding's page keeps besides the acts: each change is a further row. */
@Injectable()
export class NoteKeeping {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** A new entry. */
  add(viewer: Viewer, file: ProceedingFile, kind: NoteKind, facts: Record<string, unknown>): Promise<void> {
    return this.write(viewer, file, { kind, facts, entry: randomUUID(), version: 1, struck: false });
  }

  /** The entry as it is to be read from now on. */
  change(
    viewer: Viewer,
    file: ProceedingFile,
    known: NoteEntry,
    facts: Record<string, unknown>,
  ): Promise<void> {
    return this.write(viewer, file, { ...nextOf(known), facts, struck: false });
  }

  /** Takes the entry out of the page; its rows stay. */
  strike(viewer: Viewer, file: ProceedingFile, known: NoteEntry): Promise<void> {
    return this.write(viewer, file, { ...nextOf(known), facts: { ...known.facts }, struck: true });
  }

  private async write(
    viewer: Viewer,
    { proceeding }: ProceedingFile,
    { facts, ...row }: Pick<ProceedingNote, 'kind' | 'facts' | 'entry' | 'version' | 'struck'>,
  ): Promise<void> {
    const { applicationId, officeId, number } = proceeding;
    const note = {
      id: randomUUID(),
      applicationId,
      officeId,
      number,
      ...row,
      facts: facts as object,
      recordedAt: now(),
      byName: viewer.name,
      byAccountId: viewer.accountId,
    };
    try {
      await this.dataSource.manager.insert(ProceedingNote, note);
    } catch (fault) {
      if (isTaken(fault)) throw new ProblemException('conflict');
      throw fault;
    }
  }
}

/** The next row of an entry. Of two people at once the second is refused. */
const nextOf = ({ kind, entry, latest }: NoteEntry) => ({ kind, entry, version: latest.version + 1 });
