import { type EntityManager, In } from 'typeorm';
import { type LocalDate, addMonths, localDate } from '../../domain/time/local-date.js';
import { ApplicationRecord } from '../application/application.js';
import { numberFingerprint } from '../application/particulars.js';
import { LetterRecord } from './letter.js';

/** By what an applicant is known again: the number of a document, else the name; those who apply with him by number. */
export interface KnownBy {
  readonly name: string;
  readonly idNumberFingerprint: string | null;
  readonly jointFingerprints: readonly string[];
}

/** An applicant as a form gives him. */
export const knownByNumber = (
  name: string,
  idNumber: string | undefined,
  jointNumbers: readonly (string | undefined)[] = [],
): KnownBy => ({
  name: name.trim(),
  idNumberFingerprint: numberFingerprint(idNumber),
  jointFingerprints: jointNumbers.flatMap((number) => numberFingerprint(number) ?? []),
});

/** An earlier application that is like the one in hand. */
export interface EarlierRequest {
  readonly application: ApplicationRecord;
  readonly sameApplicant: boolean;
  /** Likeness of what is asked for, in percent. */
  readonly likeness: number;
  /** 文号 of its last reply; '' where none has been issued under a number. */
  readonly replyNumber: string;
}

const YEARS_BACK = 5;
const SHOWN = 6;
/** A number without a document is nobody's. */
const given = (fingerprints: readonly (string | null)[]): string[] =>
  fingerprints.filter((one): one is string => one !== null && one !== '');

/**
 * $2 numbers, $3 name, $4 whether the applicant in hand has no number. Equal numbers, also of those who applied
 * together; or equal names where one of the two has no number.
 */
const SAME_APPLICANT = `("idNumberFingerprint" = ANY ($2) OR ("jointNames" <> '{}' AND "jointFingerprints" && $2::text[])
  OR ("applicantName" = $3 AND ("idNumberFingerprint" IS NULL OR $4)))`;

const numbersOf = ({ idNumberFingerprint, jointFingerprints }: KnownBy): string[] =>
  given([idNumberFingerprint, ...jointFingerprints]);

/** How many applications of that applicant the office has received in the month of the day, for 按件计费. */
export async function requestsInMonth(
  manager: EntityManager,
  officeId: string,
  applicant: KnownBy,
  on: LocalDate,
): Promise<number> {
  const first = localDate(`${on.slice(0, 7)}-01`);
  const [row]: { count: string }[] = await manager.query(
    `SELECT count(*) FROM applications
     WHERE "officeId" = $1 AND "receivedOn" >= $5 AND "receivedOn" < $6 AND ${SAME_APPLICANT}`,
    [
      officeId,
      numbersOf(applicant),
      applicant.name,
      applicant.idNumberFingerprint === null,
      first,
      addMonths(first, 1),
    ],
  );
  return Number(row?.count ?? 0);
}

interface Found {
  readonly id: string;
  readonly same: boolean;
  readonly likeness: number;
}

/**
 * Applications of the office like this one, the most alike first: those whose wording comes near when politeness and
 * signs are taken away (as near as the database's own measure of likeness has it), and those of the same applicant.
 * `except` is the case in hand, where there is one.
 */
export async function earlierRequests(
  manager: EntityManager,
  officeId: string,
  applicant: KnownBy,
  content: string,
  { on, except = null }: { on: LocalDate; except?: string | null },
): Promise<EarlierRequest[]> {
  const found: Found[] = await manager.query(
    `WITH core AS (SELECT request_core($5) AS said),
       alike AS (
         SELECT "id" FROM applications, core
         WHERE "officeId" = $1 AND core.said <> '' AND request_core("content") % core.said
           AND "receivedOn" >= $6 AND "receivedOn" <= $7 AND "id" IS DISTINCT FROM $8::uuid
         ORDER BY similarity(request_core("content"), core.said) DESC LIMIT ${SHOWN}),
       own AS (
         SELECT "id" FROM applications
         WHERE "officeId" = $1 AND "receivedOn" >= $6 AND "receivedOn" <= $7 AND "id" IS DISTINCT FROM $8::uuid
           AND ${SAME_APPLICANT}
         ORDER BY "receivedOn" DESC LIMIT 200)
     SELECT application."id", ${SAME_APPLICANT} AS same,
       round(similarity(request_core("content"), core.said) * 100)::int AS likeness
     FROM applications AS application, core
     WHERE application."id" IN (SELECT "id" FROM alike UNION SELECT "id" FROM own)
     ORDER BY likeness DESC, application."receivedOn" DESC, application."number" LIMIT ${SHOWN}`,
    [
      officeId,
      numbersOf(applicant),
      applicant.name,
      applicant.idNumberFingerprint === null,
      content,
      addMonths(on, -12 * YEARS_BACK),
      on,
      except,
    ],
  );
  return withReplies(manager, found);
}

async function withReplies(manager: EntityManager, found: readonly Found[]): Promise<EarlierRequest[]> {
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const applications = await manager.findBy(ApplicationRecord, { id: In(ids) });
  const letters = await manager.find(LetterRecord, {
    select: { id: true, applicationId: true, kind: true, number: true },
    where: { applicationId: In(ids), status: 'issued' },
    order: { actSeq: 'ASC' },
  });
  const numbers = new Map(
    letters.filter(({ kind }) => kind.startsWith('reply.')).map((one) => [one.applicationId, one.number]),
  );
  return found.flatMap(({ id, same, likeness }) => {
    const application = applications.find((one) => one.id === id);
    return application
      ? [{ application, sameApplicant: same, likeness, replyNumber: numbers.get(id) ?? '' }]
      : [];
  });
}
