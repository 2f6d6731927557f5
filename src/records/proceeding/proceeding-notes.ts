import { type EntityManager, In } from 'typeorm';
import type { NoteKind } from '../../domain/remedy/proceeding-notes.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { ProceedingNote } from './proceeding-note.js';

/** An entry as its last row left it, with the rows before it, oldest first. */
export interface NoteEntry {
  readonly entry: string;
  readonly kind: NoteKind;
  readonly number: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly latest: ProceedingNote;
  readonly history: readonly ProceedingNote[];
}

/** The entries of an application's proceedings, struck ones left out, in the order in which they were first written. */
export async function notesOf(
  manager: EntityManager,
  applicationIds: readonly string[],
): Promise<Map<string, NoteEntry[]>> {
  const rows = await manager.find(ProceedingNote, {
    where: { applicationId: In([...applicationIds]) },
    order: { recordedAt: 'ASC', version: 'ASC', entry: 'ASC' },
  });
  const byEntry = new Map<string, ProceedingNote[]>();
  for (const row of rows) byEntry.set(row.entry, [...(byEntry.get(row.entry) ?? []), row]);
  const byApplication = new Map<string, NoteEntry[]>();
  for (const [entry, history] of byEntry) {
    const latest = history.at(-1);
    if (!latest || latest.struck) continue;
    const { applicationId, kind, number, facts } = latest;
    const standing = { entry, kind, number, facts, latest, history };
    byApplication.set(applicationId, [...(byApplication.get(applicationId) ?? []), standing]);
  }
  return byApplication;
}

/** Text of a fact; '' where it is not known. */
export const noteText = (facts: Readonly<Record<string, unknown>>, name: string): string => {
  const value = facts[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

/** A hearing or a session of the court that is to come. */
export interface UpcomingHearing {
  readonly entry: string;
  readonly applicationId: string;
  readonly handlerAccountId: string | null;
  /** 登记编号 of the application. */
  readonly application: string;
  /** Short name of the office. */
  readonly office: string;
  readonly number: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly on: LocalDate;
}

/** The hearings of these offices from a day on, the next one first; entries as their last row left them. */
export function upcomingHearings(
  manager: EntityManager,
  officeIds: readonly string[],
  from: LocalDate,
): Promise<UpcomingHearing[]> {
  return manager.query(
    `SELECT note."entry", note."applicationId", application."handlerAccountId",
            application."number" AS application, office."shortName" AS office, note."number", note."facts", note."facts"->>'on' AS "on"
     FROM (SELECT DISTINCT ON ("entry") * FROM proceeding_notes
           WHERE "officeId" = ANY ($1) AND "kind" = 'hearing' ORDER BY "entry", "version" DESC) AS note
     JOIN applications AS application ON application.id = note."applicationId"
     JOIN offices AS office ON office.id = note."officeId"
     WHERE NOT note."struck" AND note."facts"->>'on' >= $2
     ORDER BY "on", note."entry"`,
    [[...officeIds], from],
  );
}
