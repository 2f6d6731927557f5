import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree, html, parse } from 'parse5';
import type { FoundInFile } from '../../domain/statistics/published/published-report.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A national table has ten columns and some thirty rows; a span that claims more is a mistake of the page. */
const MOST_ACROSS = 60;
const MOST_DOWN = 300;

const UNSEEN = new Set<string>([html.TAG_NAMES.SCRIPT, html.TAG_NAMES.STYLE, html.TAG_NAMES.TEMPLATE]);
/** After these a new line begins. */
const LINES = new Set(['p', 'div', 'br', 'li', 'td', 'th', 'tr', 'h1', 'h2', 'h3', 'h4', 'title']);

/** The tables and the words of a page. Pages nest tables in one another: each is read by itself. */
export function readHtml(text: string): FoundInFile {
  const page = parse(text);
  const tables = elementsOf(page, (one) => one.tagName === 'table');
  return { grids: tables.map(gridOf), words: wordsOf(page) };
}

/** Walks without recursion: a page may be nested as deep as it likes. */
function* walk(root: Node, enters: (one: Element) => boolean): Generator<Node> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if (tree.isElementNode(node) && node !== root && !enters(node)) continue;
    // One by one: a row may have more cells than a call takes arguments.
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
}

function elementsOf(
  root: Node,
  wanted: (one: Element) => boolean,
  enters: (one: Element) => boolean = () => true,
): Element[] {
  return [...walk(root, enters)].filter(
    (node): node is Element => node !== root && tree.isElementNode(node) && wanted(node),
  );
}

const isTable = ({ tagName }: Element): boolean => tagName === 'table';

/** The cells of a table where they stand, spans filled with their text as a browser lays them out. */
function gridOf(table: Element): string[][] {
  // Sparse while it is laid out: a span reaches ahead.
  const grid: (string | undefined)[][] = [];
  const rows = elementsOf(
    table,
    ({ tagName }) => tagName === 'tr',
    (one) => !isTable(one),
  );
  rows.slice(0, MOST_DOWN).forEach((row, y) => {
    let x = 0;
    const cells = elementsOf(
      row,
      ({ tagName }) => tagName === 'td' || tagName === 'th',
      (one) => !isTable(one) && one.tagName !== 'td' && one.tagName !== 'th',
    );
    for (const cell of cells) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const text = wordsOf(cell).replaceAll(/\s+/gu, ' ').trim();
      const across = spanOf(cell, 'colspan', MOST_ACROSS - x);
      const down = spanOf(cell, 'rowspan', Math.min(rows.length, MOST_DOWN) - y);
      for (let dy = 0; dy < down; dy += 1) {
        const line = (grid[y + dy] ??= []);
        for (let dx = 0; dx < across; dx += 1) line[x + dx] ??= text;
      }
      x += across;
    }
  });
  return grid.map((line) => Array.from(line, (cell) => cell ?? ''));
}

function spanOf(cell: Element, name: string, most: number): number {
  const span = Number(cell.attrs.find((one) => one.name === name)?.value ?? 1);
  return Number.isInteger(span) && span > 0
    ? Math.min(span, Math.max(most, 0))
    : Math.min(1, Math.max(most, 0));
}

function wordsOf(root: Node): string {
  const words: string[] = [];
  for (const node of walk(root, ({ tagName }) => !UNSEEN.has(tagName))) {
    if (tree.isTextNode(node)) words.push(node.value);
    else if (tree.isElementNode(node) && LINES.has(node.tagName)) words.push('\n');
  }
  return words.join('');
}
