import { type FactName, type LetterFacts, factOf, isKnown, mendOf } from '../domain/letter/facts.js';
import { type LetterKind, letterOf } from '../domain/letter/register.js';
import { chinese, localDate } from '../domain/time/local-date.js';
import { Declined } from '../infrastructure/declined.js';
import type { Block, LetterDocument, TableCell } from '../infrastructure/printing/blocks.js';
import { readMarkup } from '../infrastructure/printing/markup.js';
import { type Wording, fillWording } from './wording.js';

/** The letter lacks facts: which, by name, and where each is to be put right. Nothing was drawn up. */
export class MissingFacts extends Declined {
  override readonly name = 'MissingFacts';
  readonly status = 422;

  constructor(
    readonly kind: LetterKind,
    readonly missing: readonly FactName[],
  ) {
    const named = missing.map((name) => `“${factOf(name).label}”`).join('、');
    super(`《${letterOf(kind).title}》还缺${named}。${[...new Set(missing.map(mendOf))].join('')}`);
  }
}

/** The facts that a letter of the kind still lacks. `issued`: it is to get its number, where it carries one. */
export function missingFacts(kind: LetterKind, facts: LetterFacts, stage: 'preview' | 'issued'): FactName[] {
  const { required, series } = letterOf(kind);
  const needed: FactName[] = stage === 'issued' && series ? ['number', ...required] : [...required];
  return needed.filter((name) => !isKnown(facts, name));
}

/**
 * Draws up a letter from facts: pure, the same facts and wording give the same letter.
 * Throws {@link MissingFacts}; never leaves a blank.
 */
export function composeLetter(
  kind: LetterKind,
  facts: LetterFacts,
  wording: Wording,
  stage: 'preview' | 'issued' = 'issued',
): LetterDocument {
  const missing = missingFacts(kind, facts, stage);
  if (missing.length > 0) throw new MissingFacts(kind, missing);
  const { series, title } = letterOf(kind);
  const { text, expand } = fillWording(wording, facts);
  const { body, slip } = readMarkup(text, expand);
  const office = single(facts, 'officeName');
  const number = single(facts, 'number');
  return {
    form: 'xinhan',
    issuer: office,
    ...(series && number ? { number } : {}),
    title,
    language: 'zh-CN',
    blocks: body,
    ...(slip.length > 0 ? { slip } : {}),
    signature: { office, on: localDate(single(facts, 'on')) },
  };
}

function single(facts: LetterFacts, name: FactName): string {
  const value = facts[name] ?? '';
  return typeof value === 'string' ? value : value.join('');
}

/** The letter as plain text, one line a paragraph: for screens, comparison and search. */
export function plainText(letter: LetterDocument): string {
  const { issuer, number, title, blocks, attachments = [], signature, slip = [] } = letter;
  const foot = [signature.office, chinese(signature.on)];
  const enclosed = attachments.map((name, i) => `附件${attachments.length > 1 ? i + 1 : ''}：${name}`);
  const lines = [
    issuer,
    ...(number ? [number] : []),
    title,
    ...blocks.flatMap(linesOf),
    ...enclosed,
    ...foot,
  ];
  const slipLines = slip.length > 0 ? ['', ...slip.flatMap(linesOf)] : [];
  return [...lines, ...slipLines].map((line) => `${line}\n`).join('');
}

const cellText = (cell: TableCell): string =>
  (typeof cell === 'string' ? cell : cell.text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('；');

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'salutation':
      return [/[：:]$/u.test(block.to) ? block.to : `${block.to}：`];
    case 'list':
      return block.items.map((item, i) => (block.numbering === 'none' ? item : `${i + 1}.${item}`));
    case 'table':
      return [
        block.columns.map(({ heading }) => heading).join('｜'),
        ...block.rows.map((row) => row.map(cellText).join('｜')),
      ];
    case 'pageBreak':
      return [];
    default:
      return [block.text];
  }
}
