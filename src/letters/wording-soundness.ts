import { type FactName, factOf } from '../domain/letter/facts.js';
import { type LetterKind, letterOf } from '../domain/letter/register.js';
import { type Part, type Partials, type Wording, WordingFault, readWording } from './wording.js';

/** Facts that the printer sets by itself: head, number, signature. */
export const setByPrinter: readonly FactName[] = ['number', 'on', 'officeName'];

/** What a wording is sure to say, and what it says without asking whether it is there. */
interface Said {
  readonly surely: ReadonlySet<FactName>;
  readonly unasked: ReadonlySet<FactName>;
}

/**
 * Reads a wording of a kind and holds it against the register: it names nothing that the kind does not know, says
 * whatever the facts every fact that the kind requires, and asks before each that may be missing, so that no letter
 * has a blank. `name` is what the fault calls it. Throws {@link WordingFault}.
 */
export function soundWording(kind: LetterKind, name: string, text: string, partials: Partials): Wording {
  const wording = readWording(name, text, partials);
  const { required, optional } = letterOf(kind);
  const mayName = new Set<FactName>([...required, ...optional, ...setByPrinter]);
  const strange = [...wording.names].filter((one) => !mayName.has(one));
  if (strange.length > 0)
    throw new WordingFault(name, lineOf(text, strange), `这种文书没有${labels(strange)}，请删去。`);
  const { surely, unasked } = said(wording.parts, new Set([...required, ...setByPrinter]));
  const left = required.filter((one) => !surely.has(one) && !setByPrinter.includes(one));
  if (left.length > 0) {
    const condition = left.some((one) => wording.names.has(one)) ? '，也不能只写在某个条件里' : '';
    throw new WordingFault(name, 0, `没有写到${labels(left)}，请补上${condition}。`);
  }
  const [bare] = unasked;
  if (bare) {
    const { label } = factOf(bare);
    const mend = `请写成“{{如有 ${label}}}……{{${label}}}……{{完}}”，没有时整段不印。`;
    throw new WordingFault(name, lineOf(text, [bare]), `“${label}”不是每件都有。${mend}`);
  }
  return wording;
}

function said(parts: readonly Part[], known: ReadonlySet<FactName>): Said {
  const surely = new Set<FactName>();
  const unasked = new Set<FactName>();
  for (const part of parts) {
    if (part.kind === 'text') continue;
    if (part.kind === 'fact') {
      surely.add(part.name);
      if (!known.has(part.name)) unasked.add(part.name);
      continue;
    }
    const there = said(part.known ? part.then : part.otherwise, new Set([...known, part.name]));
    const lacking = said(part.known ? part.otherwise : part.then, known);
    const never = known.has(part.name);
    for (const one of there.surely) if (never || lacking.surely.has(one)) surely.add(one);
    for (const one of never ? there.unasked : [...there.unasked, ...lacking.unasked]) unasked.add(one);
  }
  return { surely, unasked };
}

const labels = (names: readonly FactName[]): string =>
  names.map((name) => `“${factOf(name).label}”`).join('、');

/** Where one of these is named; 0 when it comes out of a shared piece. */
function lineOf(text: string, names: readonly FactName[]): number {
  const lines = text.split('\n');
  return lines.findIndex((line) => names.some((name) => line.includes(factOf(name).label))) + 1;
}
