import { chineseNumeral } from '../../domain/law/numerals.js';
import type { Block, TableColumn } from './blocks.js';

/** What a filled wording says: the body, and what follows on a page of its own after the signature. */
export interface SetText {
  body: Block[];
  /** 回执 and the like. */
  slip: Block[];
}

/** Puts values in the places of a line. A value of several lines gives several. */
export type Expand = (line: string) => string[];

/** `{{…}}` alone in its cell: a table row for each line of the value. */
const ONE_CELL = /^\|([^|]*)\|$/u;
const RULE = /^\|[\s:|-]+\|$/u;
/** Room to write by hand: a line for each dot. */
const BLANK = /^\.*$/u;
const OWN_NUMBER = /^(?:(\d{1,2})[.．、](?!\d)|[（(](\d{1,2})[)）])\s*/u;

/**
 * Reads the markup of wordings, one line a piece (docs/letters.md). `expand` is called after a line's kind is known,
 * so that nothing an applicant has written is ever read as markup.
 */
export function readMarkup(text: string, expand: Expand): SetText {
  const body: Block[] = [];
  const slip: Block[] = [];
  let target = body;
  const lines = text.split('\n').map((line) => line.trim());
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    if (line === '===') {
      target = slip;
      continue;
    }
    const group = /^[-|]/u.exec(line)?.[0];
    if (!group) {
      target.push(...lineBlocks(line, expand));
      continue;
    }
    let end = at;
    while (lines[end + 1]?.startsWith(group)) end += 1;
    const together = lines.slice(at, end + 1);
    target.push(group === '-' ? list(together, expand) : table(together, expand));
    at = end;
  }
  return { body, slip };
}

const headingLevels = { '##': 1, '###': 2, '####': 3, '#####': 4 } as const;
const alignments = { '=': 'center', '<': 'left', '/': 'right' } as const;

function lineBlocks(line: string, expand: Expand): Block[] {
  const [, mark = '', rest = ''] = /^(#{1,5}|[@>~=</])\s+(.*)$/u.exec(line) ?? [];
  if (mark in headingLevels) {
    const level = headingLevels[mark as keyof typeof headingLevels];
    return expand(rest).map((text) => ({ kind: 'heading', level, text }));
  }
  if (mark in alignments) {
    const align = alignments[mark as keyof typeof alignments];
    return expand(rest).map((text) => ({ kind: 'paragraph', text, align }));
  }
  switch (mark) {
    case '#':
      return sections(expand(rest));
    case '@':
      return expand(rest).map((to) => ({ kind: 'salutation', to }));
    case '>':
      return expand(rest).map((text) => ({ kind: 'quote', text }));
    case '~':
      return expand(rest).map((text) => ({ kind: 'note', text }));
    default:
      return expand(line).map((text) => ({ kind: 'paragraph', text }));
  }
}

/** A line that bears the next number in order (一、二、……) and ends without a stop heads what follows it. */
function sections(lines: readonly string[]): Block[] {
  let next = 1;
  return lines.map((text): Block => {
    const heads = text.startsWith(`${chineseNumeral(next)}、`) && !/[。；：]$/u.test(text);
    if (!heads) return { kind: 'paragraph', text };
    next += 1;
    return { kind: 'heading', level: 1, text };
  });
}

/** One item needs no number; items that bring their own in order lose it. */
function list(lines: readonly string[], expand: Expand): Block {
  const items = lines.flatMap((line) => expand(line.replace(/^-\s*/u, '')));
  const own = items.map((item) => OWN_NUMBER.exec(item));
  const numbered = own.every((found, i) => Number(found?.[1] ?? found?.[2]) === i + 1);
  const bare = numbered ? items.map((item, i) => item.slice(own[i]?.[0].length ?? 0)) : items;
  return { kind: 'list', numbering: bare.length > 1 ? 'arabic' : 'none', items: bare };
}

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** The first row is the head; a row of dashes below it weighs the columns by their number. */
function table(lines: readonly string[], expand: Expand): Block {
  const [head = '', ...rest] = lines.map((line) => (line.endsWith('|') ? line : `${line}|`));
  const weighed = rest[0] && RULE.test(rest[0]) ? cellsOf(rest.shift() ?? '') : [];
  const columns: TableColumn[] = cellsOf(head).map((heading, i) => ({
    heading,
    width: Math.max(1, (weighed[i] ?? '-').replaceAll(/[^-]/gu, '').length),
  }));
  const rows = rest.flatMap((line): string[][] => {
    const [, single] = ONE_CELL.exec(line) ?? [];
    if (single !== undefined && columns.length > 1) {
      return expand(single.trim()).map((value) => divided(value, columns.length));
    }
    return [
      cellsOf(line).map((cell) =>
        BLANK.test(cell) ? Array.from(cell, () => '　').join('\n') : expand(cell).join('\n'),
      ),
    ];
  });
  return { kind: 'table', columns, rows };
}

/** One line of a value over the columns: at ｜ or |, else at the first colon. */
function divided(value: string, columns: number): string[] {
  const parts = value.split(/[｜|]/u).map((part) => part.trim());
  const [head = '', ...tail] = parts.length > 1 ? parts : splitAtColon(value);
  const cells = [head, ...tail.slice(0, columns - 2), tail.slice(columns - 2).join('；')];
  return Array.from({ length: columns }, (_, i) => cells[i] ?? '');
}

function splitAtColon(value: string): string[] {
  const at = value.search(/[：:]/u);
  return at > 0 ? [value.slice(0, at).trim(), value.slice(at + 1).trim()] : [value];
}
