import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { type LetterKind, letterOf } from '../domain/letter/register.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { projectRoot } from '../infrastructure/project-root.js';
import { settings } from '../infrastructure/settings.js';
import { sm3 } from '../infrastructure/sm3.js';
import { type WordingInForce, wordingsInForce } from '../records/paper/letter-wordings.js';
import { soundWording } from './wording-soundness.js';
import type { Partials, Wording } from './wording.js';

const folder = join(projectRoot, 'templates', 'letters');
const partialsFolder = join(folder, 'partials');

/** A kind's wording as it now is. */
export interface CurrentWording extends Wording {
  readonly kind: LetterKind;
  /** SM3 over the wording and the pieces it shares: what an issued letter remembers. */
  readonly version: string;
  /** The version of an office's own wording; null for the one that the program brings along. */
  readonly wordingId: string | null;
}

const read = new Map<LetterKind, CurrentWording>();

/** The wording that the program brings along: templates/letters/<kind>/letter.txt. Throws WordingFault. */
export function wordingOf(kind: LetterKind): CurrentWording {
  const known = read.get(kind);
  if (known && settings().production) return known;
  const current = currentWording(kind, kind, wordingText(kind), null);
  read.set(kind, current);
  return current;
}

/** The same as it is written. */
export const wordingText = (kind: LetterKind): string =>
  readFileSync(join(folder, kind, 'letter.txt'), 'utf8');

/** A wording that an office has written. Throws WordingFault when it does not fit its kind (any more). */
export function writtenWording(kind: LetterKind, text: string, wordingId: string | null): CurrentWording {
  return currentWording(kind, letterOf(kind).title, text, wordingId);
}

/** The wording for a letter of that office dated that day: the office's own, else that of the office above, else the program's. */
export async function wordingFor(
  manager: EntityManager,
  officeId: string,
  kind: LetterKind,
  on: LocalDate,
): Promise<CurrentWording> {
  const own: WordingInForce | undefined = (await wordingsInForce(manager, officeId, on, kind)).get(kind);
  return own ? writtenWording(kind, own.text, own.id) : wordingOf(kind);
}

function currentWording(
  kind: LetterKind,
  name: string,
  text: string,
  wordingId: string | null,
): CurrentWording {
  const wording = soundWording(kind, name, text, sharedPieces());
  return { ...wording, kind, wordingId, version: sm3(JSON.stringify(wording.parts)) };
}

/** The pieces that wordings share, by name: templates/letters/partials. */
export function sharedPieces(): Partials {
  const names = readdirSync(partialsFolder).filter((name) => name.endsWith('.txt'));
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -'.txt'.length), readFileSync(join(partialsFolder, name), 'utf8')]),
  );
}
