import type { EntityManager } from 'typeorm';
import type { LetterKind } from '../../domain/letter/register.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { LetterWording } from './letter-wording.js';

/** A wording in force for an office, and the office that wrote it. */
export type WordingInForce = Pick<LetterWording, 'id' | 'kind' | 'version' | 'effectiveFrom' | 'officeId'> & {
  readonly text: string;
  /** 简称 of the office that wrote it. */
  readonly officeName: string;
};

/**
 * The wordings that hold for letters of an office dated that day, by kind: the office's own before that of the office
 * above it. Kinds without an entry go by the wording that the program brings along.
 */
export async function wordingsInForce(
  manager: EntityManager,
  officeId: string,
  on: LocalDate,
  kind?: LetterKind,
): Promise<Map<LetterKind, WordingInForce>> {
  const rows: WordingInForce[] = await manager.query(
    `WITH RECURSIVE above AS (
       SELECT id, "parentId", "shortName", 0 AS depth FROM offices WHERE id = $1
       UNION ALL
       SELECT office.id, office."parentId", office."shortName", depth + 1
       FROM offices office JOIN above ON office.id = above."parentId"
     ), latest AS (
       SELECT DISTINCT ON (above.depth, wording."kind") above.depth, above."shortName" AS "officeName", wording.*
       FROM above JOIN letter_wordings wording ON wording."officeId" = above.id
       WHERE wording."effectiveFrom" <= $2 AND ($3::text IS NULL OR wording."kind" = $3)
       ORDER BY above.depth, wording."kind", wording."effectiveFrom" DESC, wording."version" DESC
     )
     SELECT DISTINCT ON ("kind") "id", "kind", "version", "effectiveFrom", "text", "officeId", "officeName"
     FROM latest WHERE "text" IS NOT NULL ORDER BY "kind", depth`,
    [officeId, on, kind ?? null],
  );
  return new Map(rows.map((row) => [row.kind, row]));
}

/** Every version that an office has written of a kind, the newest first. */
export function wordingVersions(
  manager: EntityManager,
  officeId: string,
  kind: LetterKind,
): Promise<LetterWording[]> {
  return manager.find(LetterWording, { where: { officeId, kind }, order: { version: 'DESC' } });
}
