import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type FactName, factOf } from '../domain/letter/facts.js';
import { type LetterKind, letterOf } from '../domain/letter/register.js';
import { projectRoot } from '../infrastructure/project-root.js';
import { settings } from '../infrastructure/settings.js';
import { sm3 } from '../infrastructure/sm3.js';
import { type Partials, type Wording, WordingFault, readWording } from './wording.js';

const folder = join(projectRoot, 'templates', 'letters');
const partialsFolder = join(folder, 'partials');

/** A kind's wording as it now is. */
export interface CurrentWording extends Wording {
  readonly kind: LetterKind;
  /** SM3 over the wording and the pieces it shares: what an issued letter remembers. */
  readonly version: string;
}

const read = new Map<LetterKind, CurrentWording>();

/** The wording of a kind: templates/letters/<kind>/letter.txt. Throws {@link WordingFault}. */
export function wordingOf(kind: LetterKind): CurrentWording {
  const known = read.get(kind);
  if (known && settings().production) return known;
  const text = readFileSync(join(folder, kind, 'letter.txt'), 'utf8');
  const wording = checked(kind, readWording(kind, text, readPartials()));
  const current = { ...wording, kind, version: sm3(JSON.stringify(wording.parts)) };
  read.set(kind, current);
  return current;
}

function readPartials(): Partials {
  const names = readdirSync(partialsFolder).filter((name) => name.endsWith('.txt'));
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -'.txt'.length), readFileSync(join(partialsFolder, name), 'utf8')]),
  );
}

/** Facts that the printer sets by itself: head, number, signature. */
const setByPrinter: readonly FactName[] = ['number', 'on', 'officeName'];

/** A wording names every fact that its kind requires and none that the kind does not know. */
function checked(kind: LetterKind, wording: Wording): Wording {
  const { required, optional } = letterOf(kind);
  const allowed = new Set<FactName>([...required, ...optional, ...setByPrinter]);
  const labels = (names: readonly FactName[]): string =>
    names.map((name) => `“${factOf(name).label}”`).join('、');
  const strange = [...wording.names].filter((name) => !allowed.has(name));
  if (strange.length > 0) throw new WordingFault(kind, 1, `这种文书没有${labels(strange)}，请删去。`);
  const left = required.filter((name) => !wording.names.has(name) && !setByPrinter.includes(name));
  if (left.length > 0) throw new WordingFault(kind, 1, `没有写到${labels(left)}，请补上。`);
  return wording;
}
