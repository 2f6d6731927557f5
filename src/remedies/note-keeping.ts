import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { NoteKind } from '../domain/remedy/proceeding-notes.js';
import { now } from '../infrastructure/today.js';
import { ProceedingNote } from '../records/proceeding-note.js';
import type { Viewer } from '../web/viewer.js';
import type { ProceedingFile } from './proceeding-file.js';

/** Writes what a proceeding's page keeps besides the acts: each change is a further row. */
@Injectable()
export class NoteKeeping {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** A new entry. */
  add(viewer: Viewer, file: ProceedingFile, kind: NoteKind, facts: Record<string, unknown>): Promise<void> {
    return this.write(viewer, file, { kind, facts, entry: randomUUID(), struck: false });
  }

  /** The entry as it is to be read from now on. */
  change(
    viewer: Viewer,
    file: ProceedingFile,
    known: { readonly kind: NoteKind; readonly entry: string },
    facts: Record<string, unknown>,
  ): Promise<void> {
    return this.write(viewer, file, { kind: known.kind, entry: known.entry, facts, struck: false });
  }

  /** Takes the entry out of the page; its rows stay. */
  strike(
    viewer: Viewer,
    file: ProceedingFile,
    known: {
      readonly kind: NoteKind;
      readonly entry: string;
      readonly facts: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    return this.write(viewer, file, { ...known, facts: { ...known.facts }, struck: true });
  }

  private async write(
    viewer: Viewer,
    { proceeding }: ProceedingFile,
    { kind, facts, entry, struck }: Pick<ProceedingNote, 'kind' | 'facts' | 'entry' | 'struck'>,
  ): Promise<void> {
    const { applicationId, officeId, number } = proceeding;
    await this.dataSource.manager.insert(ProceedingNote, {
      id: randomUUID(),
      applicationId,
      officeId,
      number,
      entry,
      kind,
      facts: facts as object,
      struck,
      recordedAt: now(),
      byName: viewer.name,
      byAccountId: viewer.accountId,
    });
  }
}
