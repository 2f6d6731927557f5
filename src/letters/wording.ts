import { type FactName, type LetterFacts, factByLabel, factOf, isKnown } from '../domain/letter/facts.js';
import { type LocalDate, chinese } from '../domain/time/local-date.js';
import { Declined } from '../infrastructure/declined.js';
import type { Expand } from '../infrastructure/printing/markup.js';

/** A wording that cannot be used: which line (0: the whole), what is wrong with it and what to write instead. */
export class WordingFault extends Declined {
  override readonly name = 'WordingFault';
  readonly status = 422;

  constructor(
    readonly wording: string,
    readonly line: number,
    says: string,
  ) {
    super(`文书模板“${wording}”${line > 0 ? `第 ${line} 行` : ''}：${says}`);
  }
}

export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'fact'; name: FactName }
  | { kind: 'if'; name: FactName; known: boolean; then: Part[]; otherwise: Part[] };

/** A wording, read. It holds no code: only facts and conditions on them. */
export interface Wording {
  readonly parts: readonly Part[];
  /** Every fact that it names. */
  readonly names: ReadonlySet<FactName>;
}

/** Named pieces that several wordings share. */
export type Partials = Readonly<Record<string, string>>;

const TAG = /\{\{\s*(.*?)\s*\}\}/gu;

/** What belongs to programs and web pages: a wording is words (docs/decisions/0009). */
const CODE = /<%|%>|\$\{|\{%|%\}|<[!/]?[a-z]|javascript:|\{\{\s*[=#&^!~]|\{\{\{/iu;
/** A brace that no placeholder has closed. */
const LOOSE = /\{\{|\}\}/u;

/**
 * Reads a wording: `{{收到日期}}` stands for a fact, `{{如有 X}}…{{否则}}…{{完}}` and `{{如无 X}}…{{完}}` for a
 * condition, `{{> 名}}` for a shared piece. Throws {@link WordingFault}.
 */
export function readWording(wording: string, text: string, partials: Partials): Wording {
  const root: Part[] = [];
  const open: { part: Extract<Part, { kind: 'if' }>; into: Part[] }[] = [];
  const names = new Set<FactName>();
  const into = (): Part[] => open.at(-1)?.into ?? root;
  const fault = (at: number, says: string): WordingFault =>
    new WordingFault(wording, text.slice(0, at).split('\n').length, says);
  const named = (label: string, at: number): FactName => {
    const name = factByLabel.get(label);
    if (!name) throw fault(at, `没有名为“${label}”的内容，请核对名称。`);
    names.add(name);
    return name;
  };
  const code = CODE.exec(text);
  if (code) throw fault(code.index, `“${code[0]}”是程序或者网页的写法。模板只写文字和记号，请删去。`);
  const loose = LOOSE.exec(text.replaceAll(TAG, (tag) => '　'.repeat(tag.length)));
  if (loose) throw fault(loose.index, '“{{”和“}}”没有成对，内容应写作“{{名称}}”。');
  let end = 0;
  for (const tag of text.matchAll(TAG)) {
    const { index } = tag;
    const said = tag[1] ?? '';
    into().push({ kind: 'text', text: text.slice(end, index) });
    end = index + tag[0].length;
    const [, condition, label = ''] = /^(如有|如无)\s+(\S+)$/u.exec(said) ?? [];
    if (condition) {
      const part = {
        kind: 'if' as const,
        name: named(label, index),
        known: condition === '如有',
        then: [],
        otherwise: [],
      };
      into().push(part);
      open.push({ part, into: part.then });
    } else if (said === '否则' || said === '完') {
      const last = open.pop();
      if (!last) throw fault(index, `“${said}”前面没有“如有”或“如无”。`);
      if (said === '否则') open.push({ part: last.part, into: last.part.otherwise });
    } else if (said.startsWith('>')) {
      const name = said.slice(1).trim();
      const partial = partials[name];
      if (partial === undefined) throw fault(index, `没有名为“${name}”的公用段落。`);
      const read = readWording(name, partial, partials);
      into().push(...read.parts);
      for (const one of read.names) names.add(one);
    } else into().push({ kind: 'fact', name: named(said, index) });
  }
  into().push({ kind: 'text', text: text.slice(end) });
  if (open.length > 0) throw fault(text.length, '“如有”或“如无”没有以“完”结束。');
  return { parts: root, names };
}

// Private characters that no text holds: what stands for a value until the markup around it is read.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const PLACE = /\uE000(\d+)\uE001/gu;

/** A filled wording: its text with a place for each value, and what puts the values there. */
export interface Filled {
  readonly text: string;
  readonly expand: Expand;
}

/** Fills a wording. A fact that is not known leaves an empty place: ask for missing facts before. */
export function fillWording({ parts }: Wording, facts: LetterFacts): Filled {
  const values: string[][] = [];
  const write = (part: Part): string => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'fact':
        values.push(linesOf(part.name, facts));
        return `${OPEN}${values.length - 1}${CLOSE}`;
      case 'if':
        return (isKnown(facts, part.name) === part.known ? part.then : part.otherwise).map(write).join('');
    }
  };
  const text = parts.map(write).join('');
  const expand: Expand = (line) =>
    line
      .replaceAll(PLACE, (_, index) => (values[Number(index)] ?? []).join('\n'))
      .split('\n')
      .filter((one) => one.trim() !== '');
  return { text, expand };
}

function linesOf(name: FactName, facts: LetterFacts): string[] {
  const value = facts[name] ?? [];
  const lines = (typeof value === 'string' ? value.split('\n') : value).map((line) =>
    line.replaceAll(/[\uE000\uE001]/gu, '').trim(),
  );
  return factOf(name).form === 'day' ? lines.map((day) => chinese(day as LocalDate)) : lines;
}
