import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** What a file in the store is to the record that names it. */
export type KeptFileKind =
  | 'attachment'
  | 'letter'
  | 'finishedWord'
  | 'bundle'
  | 'bundleDirectory'
  | 'sealedAttachment'
  | 'sealedLetter'
  | 'arrival'
  | 'sealPicture';

/** One place where the record names a file in the store. */
export interface KeptFile {
  readonly hash: string;
  readonly kind: KeptFileKind;
  /** What its sort is called within the kind: the purpose of an attachment, the kind of a letter, the paper's own number. */
  readonly sort: string | null;
  /** Its length, where the record knows it. */
  readonly bytes: number | null;
  /** Null for what came in and is no case yet, and for an office's own. */
  readonly applicationId: string | null;
  readonly officeId: string;
  /** 登记编号; the day on which it came in where it is no case yet; the office's code for its own. */
  readonly number: string;
}

/**
 * The one list of the places that name files in the store. What applicants are still filling in is not among them: it
 * may lie elsewhere, and may go.
 */
const PLACES = `
  SELECT "fileHash" AS hash, 'attachment' AS kind, "purpose" AS sort, "bytes", "applicationId", "officeId"
  FROM attachments
  UNION ALL
  SELECT "pdfHash", 'letter', "kind", NULL, "applicationId", "officeId" FROM letters WHERE "pdfHash" IS NOT NULL
  UNION ALL
  SELECT "finished"->>'fileHash', 'finishedWord', NULL, NULL, "applicationId", "officeId"
  FROM letters WHERE "finished" IS NOT NULL
  UNION ALL
  SELECT "fileHash", 'finishedWord', NULL, NULL, "applicationId", "officeId"
  FROM draft_notes WHERE "fileHash" IS NOT NULL
  UNION ALL
  SELECT "pdfHash", 'bundle', NULL, NULL, "applicationId", "officeId"
  FROM evidence_bundles WHERE "pdfHash" IS NOT NULL
  UNION ALL
  SELECT "docxHash", 'bundleDirectory', NULL, NULL, "applicationId", "officeId"
  FROM evidence_bundles WHERE "docxHash" IS NOT NULL
  UNION ALL
  SELECT file->>'fileHash', 'sealedAttachment', NULL, (file->>'bytes')::int, "applicationId", "officeId"
  FROM file_seals, jsonb_array_elements("contents"->'attachments') AS file
  UNION ALL
  SELECT letter->>'pdfHash', 'sealedLetter', letter->>'number', NULL, "applicationId", "officeId"
  FROM file_seals, jsonb_array_elements("contents"->'letters') AS letter WHERE letter->>'pdfHash' IS NOT NULL`;

const NAMED = `
  SELECT place.*, application."number" FROM (${PLACES}) AS place
  JOIN applications AS application ON application."id" = place."applicationId"
  UNION ALL
  SELECT hash, 'arrival', NULL, NULL, "applicationId", submission."officeId",
    COALESCE(application."number", to_char("arrivedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'))
  FROM submissions AS submission
  CROSS JOIN unnest("fileHashes") AS hash
  LEFT JOIN applications AS application ON application."id" = "applicationId"
  UNION ALL
  SELECT "settings"->>'seal', 'sealPicture', NULL, NULL, NULL, "id", "code"
  FROM offices WHERE "settings"->>'seal' IS NOT NULL`;

const BATCH = 1000;

/**
 * Every place that names a file, those of the same file one after another, as they stood when the walk began. The
 * server holds the list, not this process, and no transaction stays open while the files are read.
 */
export async function* keptFiles(dataSource: DataSource): AsyncGenerator<KeptFile> {
  const runner = dataSource.createQueryRunner();
  const cursor = `kept_files_${randomBytes(6).toString('hex')}`;
  try {
    await runner.query(
      `DECLARE ${cursor} NO SCROLL CURSOR WITH HOLD FOR ${NAMED} ORDER BY hash, "number", kind`,
    );
    for (;;) {
      const batch = (await runner.query(`FETCH ${BATCH} FROM ${cursor}`)) as KeptFile[];
      yield* batch;
      if (batch.length < BATCH) break;
    }
    await runner.query(`CLOSE ${cursor}`);
  } finally {
    await runner.release();
  }
}
