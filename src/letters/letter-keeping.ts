import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In, QueryFailedError } from 'typeorm';
import { CaseFiles } from '../casework/case-file.js';
import { Door } from '../casework/door.js';
import { findApplication } from '../casework/taking.js';
import type { Actor } from '../domain/application/authority.js';
import type { FactName, LetterFacts } from '../domain/letter/facts.js';
import { type LetterKind, letterOf, lettersOnDemand } from '../domain/letter/register.js';
import { printLetter } from '../infrastructure/printing/letter-printer.js';
import { storeFile } from '../infrastructure/storage.js';
import { now, today } from '../infrastructure/today.js';
import { insertAll } from '../records/inserting.js';
import { LetterRecord } from '../records/paper/letter.js';
import { draftedLetter, letterDigest } from '../records/paper/letters.js';
import { takeLetterNumber } from '../records/application/numbers.js';
import { pendingDraft } from '../domain/application/pending-draft.js';
import type { Block } from '../infrastructure/printing/blocks.js';
import { finishedOf, finishedText } from './finished-text.js';
import { drawUp, drawUpForIssue } from './drawing-up.js';
import { LetterNotFound, NumberInUse, ReplyNotReady } from './letter-refusals.js';
import { comingReply, sourceOfLetter, writtenFactsOf, writtenOf } from './letter-source.js';
import { MissingFacts } from './letter-text.js';
import { underSignature } from './office-certificate.js';
import { underSeal } from './office-seal.js';
import { letterTypefaces } from './typefaces.js';
import { wordingFor } from './wordings.js';

/** Who issues, and for which offices he acts. */
export interface Issuer {
  readonly actor: Actor;
  readonly accountId?: string | null;
  readonly officeIds: readonly string[];
}

/** Drafts letters, lets facts be written into them, and issues them: from then on they are frozen. */
@Injectable()
export class LetterKeeping {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly door: Door,
  ) {}

  /** Drafts a letter that no act calls for by itself. */
  async draft(applicationId: string, kind: LetterKind, officeIds: readonly string[]): Promise<LetterRecord> {
    if (!lettersOnDemand.includes(kind)) throw new LetterNotFound();
    return this.dataSource.transaction(async (manager) => {
      const application = await findApplication(manager, applicationId, officeIds, 'locked');
      const letter = draftedLetter({
        applicationId,
        officeId: application.officeId,
        kind,
        actSeq: application.version,
        facts: { on: today() },
        draftedAt: now(),
      });
      await insertAll(manager, LetterRecord, [letter]);
      return letter;
    });
  }

  /** Keeps what was written on the page of a drafted letter. An empty text takes the fact back. */
  async write(
    letterId: string,
    written: Readonly<Partial<Record<FactName, string>>>,
    officeIds: readonly string[],
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const letter = await openDraft(manager, letterId, officeIds);
      const kept: Record<string, unknown> = { ...writtenOf(letter) };
      for (const name of writtenFactsOf(letter.kind)) {
        const text = written[name];
        if (text === undefined) continue;
        if (text.trim() === '') Reflect.deleteProperty(kept, name);
        else kept[name] = text.trim();
      }
      await manager.update(LetterRecord, { id: letter.id }, { facts: { ...letter.facts, written: kept } });
    });
  }

  /** Throws a drafted letter away: it was not needed. */
  async discard(letterId: string, officeIds: readonly string[]): Promise<LetterRecord> {
    return this.dataSource.transaction(async (manager) => {
      const letter = await openDraft(manager, letterId, officeIds);
      await manager.delete(LetterRecord, { id: letter.id });
      return letter;
    });
  }

  /** Issues a drafted letter: number, print and freeze in one transaction. Issued before, it is answered as it is. */
  issue(letterId: string, officeIds: readonly string[]): Promise<LetterRecord> {
    return this.dataSource.transaction((manager) => issueLetter(manager, letterId, officeIds));
  }

  /**
   * Issues the signed reply: the act 制发答复 with its number, and the frozen letter, in one transaction. When the
   * letter cannot be printed, the reply is not issued either. Throws what the Door and {@link issue} throw.
   */
  issueReply(
    applicationId: string,
    issuer: Issuer,
    { written = {}, expectedVersion }: { written?: LetterFacts; expectedVersion?: number } = {},
  ): Promise<LetterRecord> {
    return this.door.together(async (door, manager) => {
      const file = await new CaseFiles({ manager }).open(applicationId, issuer.officeIds);
      const coming = comingReply(file);
      if (!coming) throw new ReplyNotReady();
      const wording = await wordingFor(manager, file.office.id, coming.kind, coming.source.on);
      const { missing } = drawUp(wording, coming.source, { attachments: file.attachments, written });
      if (missing.length > 0) throw new MissingFacts(coming.kind, missing);
      const done = await door.perform(applicationId, coming.act, {
        actor: issuer.actor,
        accountId: issuer.accountId ?? null,
        officeIds: issuer.officeIds,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      const draft = done.drafts.find(({ kind }) => kind === coming.kind);
      if (!draft) throw new ReplyNotReady();
      const finished = await finishedText(manager, applicationId, pendingDraft(file.acts)?.seq);
      return issueLetter(manager, draft.id, issuer.officeIds, written, finished);
    });
  }
}

async function find(
  manager: EntityManager,
  letterId: string,
  officeIds: readonly string[],
): Promise<LetterRecord> {
  const letter = await manager.findOneBy(LetterRecord, { id: letterId, officeId: In([...officeIds]) });
  if (!letter) throw new LetterNotFound();
  return letter;
}

/** The letter with its application locked, in the order in which the Door locks. */
export async function lockedLetter(
  manager: EntityManager,
  letterId: string,
  officeIds: readonly string[],
): Promise<LetterRecord> {
  const { applicationId } = await find(manager, letterId, officeIds);
  await findApplication(manager, applicationId, officeIds, 'locked');
  return find(manager, letterId, officeIds);
}

/** The letter while it is drafted, with its application locked. */
export async function openDraft(
  manager: EntityManager,
  letterId: string,
  officeIds: readonly string[],
): Promise<LetterRecord> {
  const letter = await lockedLetter(manager, letterId, officeIds);
  if (letter.status !== 'drafted')
    throw new LetterNotFound('这份文书已经制发，不能再改；需要更正的，请另行制发。');
  return letter;
}

/** The same within a transaction that others have begun. Throws what {@link LetterKeeping.issue} throws. */
export async function issueLetter(
  manager: EntityManager,
  letterId: string,
  officeIds: readonly string[],
  also: LetterFacts = {},
  finished?: readonly Block[],
): Promise<LetterRecord> {
  const letter = await lockedLetter(manager, letterId, officeIds);
  if (letter.status === 'recalled') throw new LetterNotFound('这份文书已经撤回作废，不能再制发。');
  if (letter.status === 'issued') return letter;
  const file = await new CaseFiles({ manager }).open(letter.applicationId, officeIds);
  const { attachments } = file;
  const source = sourceOfLetter(letter, file);
  const written: LetterFacts = { ...writtenOf(letter), ...also };
  const wording = await wordingFor(manager, letter.officeId, letter.kind, source.on);
  const { missing } = drawUp(wording, source, { attachments, written });
  if (missing.length > 0) throw new MissingFacts(letter.kind, missing);
  const { series } = letterOf(letter.kind);
  const given = source.act && 'number' in source.act ? source.act.number : undefined;
  const number = series
    ? (given ?? (await takeLetterNumber(manager, letter.officeId, series, source.on)))
    : undefined;
  const { document, facts, templateVersion, wordingId } = drawUpForIssue(wording, source, {
    ...{ attachments, written, number },
    finished: finished ?? finishedOf(letter),
  });
  const paper = await underSeal(letter.kind, document, file.office);
  const printed = await printLetter(paper, letterTypefaces());
  const { hash } = await storeFile(await underSignature(letter.kind, printed, file.office));
  const frozen = {
    status: 'issued' as const,
    number: number ?? null,
    title: document.title,
    blocks: document,
    facts: facts as Record<string, unknown>,
    templateVersion,
    wordingId,
    issuedOn: source.on,
    pdfHash: hash,
    sm3: letterDigest({ blocks: document, facts: facts, templateVersion }),
  };
  await keepFrozen(manager, letter.id, frozen);
  return Object.assign(letter, frozen);
}

async function keepFrozen(
  manager: EntityManager,
  id: string,
  { blocks, facts, ...frozen }: Partial<LetterRecord>,
): Promise<void> {
  try {
    await manager.update(
      LetterRecord,
      { id },
      { ...frozen, blocks: blocks as object, facts: facts as object },
    );
  } catch (fault) {
    const constraint =
      fault instanceof QueryFailedError ? (fault.driverError as { constraint?: string }).constraint : '';
    if (constraint === 'letters_number' && frozen.number) throw new NumberInUse(frozen.number);
    throw fault;
  }
}
