import { chinese, parseLocalDate } from '../domain/time/local-date.js';
import { type FactName, type LetterFacts, factOf } from '../domain/letter/facts.js';
import { type LetterKind, letterOf } from '../domain/letter/register.js';
import type { Block, LetterDocument, TableCell } from '../infrastructure/printing/blocks.js';
import { type Piece, WordRefused } from './finished-pieces.js';
import { setByPrinter } from './wording-soundness.js';

/**
 * Reads the body of a letter out of the pieces of a Word file that was finished in Word or WPS. Head, number, title, signature and
 * date are the printer's and are left out. Throws {@link WordRefused} for a file that is no plain final text.
 */
export function readFinished(pieces: readonly Piece[], draft: LetterDocument): Block[] {
  const begins = beginningOf(pieces, draft);
  const office = bare(draft.signature.office);
  const ends = pieces.findLastIndex((piece, i) => i > begins && bare(linesOf(piece)[0] ?? '') === office);
  if (ends < 0)
    throw new WordRefused(
      `文件里没有找到落款“${draft.signature.office}”，请从系统下载文字稿，在它的基础上修改。`,
    );
  const enclosures = new Set((draft.attachments ?? []).map(bare));
  const isEnclosure = (line: string): boolean =>
    enclosures.has(bare(line.replace(/^附件\s*\d*[：:]?/u, '').replace(/^\d+[.．]/u, '')));
  const blocks = pieces
    .slice(begins, ends)
    .filter((piece) => piece.rows || !isEnclosure(linesOf(piece)[0] ?? ''))
    .map((piece) => (piece.rows ? tableOf(piece.rows, draft) : lineOf(piece.text, draft)));
  return withLists(blocks, draft);
}

/** 1.……2.…… — how an item of a list begins in Word, which keeps no more of a list than that. */
const ITEM = /^(\d{1,2})[.．](?!\d)\s*/u;

/**
 * Items are lists again, so that the PDF names them as such: paragraphs numbered from 1 in order, and the one item of
 * the draft's list that needs no number. What the draft itself has as a paragraph stays one.
 */
function withLists(blocks: readonly Block[], draft: LetterDocument): Block[] {
  const single = new Set(
    draft.blocks.flatMap((block) =>
      block.kind === 'list' && block.numbering === 'none' ? block.items.map(bare) : [],
    ),
  );
  const put: Block[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || draft.blocks.includes(block)) {
      put.push(block);
      continue;
    }
    const number = Number(ITEM.exec(block.text)?.[1] ?? 0);
    const item = block.text.replace(ITEM, '');
    const before = put.at(-1);
    if (
      number > 1 &&
      before?.kind === 'list' &&
      before.numbering === 'arabic' &&
      before.items.length === number - 1
    )
      before.items.push(item);
    else if (number === 1) put.push({ kind: 'list', numbering: 'arabic', items: [item] });
    else if (single.has(bare(block.text))) put.push({ kind: 'list', numbering: 'none', items: [block.text] });
    else put.push(block);
  }
  // A number that stands alone numbers nothing.
  return put.map((block) =>
    block.kind === 'list' && block.numbering === 'arabic' && block.items.length === 1
      ? { kind: 'paragraph', text: `1.${block.items[0] ?? ''}` }
      : block,
  );
}

/** Where the body begins: at the salutation, or behind the title where there is none. */
function beginningOf(pieces: readonly Piece[], { blocks, title }: LetterDocument): number {
  const to = salutationIn(blocks);
  if (to !== undefined) {
    const at = pieces.findIndex(({ text }) => bare(text) === bare(`${to}：`));
    if (at < 0) throw new WordRefused(`文件里没有找到主送“${to}：”一行，请核对是不是本件的文书。`);
    return at;
  }
  // A long title stands in two paragraphs.
  const at = pieces.findIndex(
    ({ text }, i) => text !== '' && bare(title).endsWith(bare(text)) && titleUpTo(pieces, i, title),
  );
  if (at < 0) throw new WordRefused(`文件里没有找到标题“${title}”，请核对是不是本件的文书。`);
  return at + 1;
}

const titleUpTo = (pieces: readonly Piece[], last: number, title: string): boolean =>
  [0, 1, 2].some(
    (before) =>
      bare(
        pieces
          .slice(Math.max(0, last - before), last + 1)
          .map(({ text }) => text)
          .join(''),
      ) === bare(title),
  );

const salutationIn = (blocks: readonly Block[]): string | undefined =>
  blocks.find((block) => block.kind === 'salutation')?.to.replace(/[：:]\s*$/u, '');

/** The required facts that a finished text does not hold word for word. */
export function absentFacts(kind: LetterKind, facts: LetterFacts, blocks: readonly Block[]): FactName[] {
  const whole = bare(blocks.flatMap(textsOf).join(''));
  return letterOf(kind)
    .required.filter((name) => !setByPrinter.includes(name))
    .filter((name) => !partsOf(name, facts).every((part) => whole.includes(bare(part))));
}

/** Throws {@link WordRefused} naming them. */
export function verifyFinished(kind: LetterKind, facts: LetterFacts, blocks: readonly Block[]): void {
  const absent = absentFacts(kind, facts, blocks);
  if (absent.length === 0) return;
  const named = absent.map((name) => `“${factOf(name).label}”`).join('、');
  const mend =
    '案卷记录怎样写，文书就怎样写：请先在系统里改好拟制的内容，再下载文字稿修改，或者在文件里改回。';
  throw new WordRefused(`定稿缺少或者改动了${named}。${mend}`);
}

const linesOf = (piece: Piece): string[] => (piece.rows ? [] : [piece.text]);
const bare = (text: string): string => text.replaceAll(/\s/gu, '');

/** A line as the draft has it keeps its kind; a new one is a heading by its number, else a paragraph. */
function lineOf(text: string, { blocks }: LetterDocument): Block {
  const to = salutationIn(blocks);
  if (to !== undefined && bare(text) === bare(`${to}：`)) return { kind: 'salutation', to };
  const known = blocks.find((block) => 'text' in block && bare(block.text) === bare(text));
  if (known) return known;
  if (/^[一二三四五六七八九十]+、[^。；]{1,30}$/u.test(text)) return { kind: 'heading', level: 1, text };
  if (/^（[一二三四五六七八九十]+）[^。；]{1,30}$/u.test(text)) return { kind: 'heading', level: 2, text };
  return { kind: 'paragraph', text };
}

function tableOf([head = [], ...rows]: readonly (readonly string[])[], { blocks }: LetterDocument): Block {
  const like = blocks.find((block) => block.kind === 'table' && block.columns.length === head.length);
  const widths = like?.kind === 'table' ? like.columns.map(({ width }) => width) : [];
  return {
    kind: 'table',
    columns: head.map((heading, i) => ({ heading, ...(widths[i] ? { width: widths[i] } : {}) })),
    rows: rows.map((row) => {
      const drafted = rowsOf(blocks).find(([name]) => name === row[0]);
      return Array.from(head, (_, i) => row[i] || blankOf(drafted?.[i]));
    }),
  };
}

const rowsOf = (blocks: readonly Block[]): TableCell[][] =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));

/** Room to write by hand comes back from Word as nothing. */
const blankOf = (cell: TableCell | undefined): string =>
  typeof cell === 'string' && cell.trim() === '' ? cell : '';

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'salutation':
      return [block.to];
    case 'list':
      return [...block.items];
    case 'table':
      return [
        ...block.columns.map(({ heading }) => heading),
        ...block.rows.flat().map((cell) => (typeof cell === 'string' ? cell : cell.text)),
      ];
    case 'pageBreak':
      return [];
    default:
      return [block.text];
  }
}

/** What must be found of a fact: each line, a row of a table cell by cell, without the number that a list gives it. */
function partsOf(name: FactName, facts: LetterFacts): string[] {
  const lines = [facts[name] ?? []].flat().flatMap((value) => value.split('\n'));
  if (factOf(name).form === 'day')
    return lines.map((line) => {
      const day = parseLocalDate(line);
      return day ? chinese(day) : line;
    });
  return lines
    .flatMap((line) => line.split(/[｜|]/u))
    .map((part) => part.replace(/^\s*(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）])\s*/u, ''))
    .filter((part) => part.trim() !== '');
}
