import type { Block, HeadingBlock, ListBlock, ParagraphBlock } from './blocks.js';
import type { FontRole } from './fonts.js';
import { stripsOf } from './lines.js';
import { CELL, LINE, SIZE, TEXT_AREA } from './measures.js';
import { gap, type Strip } from './strips.js';
import { setTable } from './tables.js';
import type { Measure, Style, Typesetter } from './typeset.js';

/** 3号仿宋 at 28 characters to the line. */
export const BODY: Style = { role: 'body', size: SIZE.three, cell: CELL };

/** 左空二字. */
export const INDENT = 2 * CELL;

const HEADING_ROLES: Record<HeadingBlock['level'], FontRole> = { 1: 'hei', 2: 'kai', 3: 'body', 4: 'body' };
const NOTE: Style = { role: 'body', size: SIZE.small4 };
const NOTE_LINE = 20;

/** The strips of a letter's body, one for each line of 28 characters. */
export function setBody(blocks: readonly Block[], setter: Typesetter): Strip[] {
  const strips: Strip[] = [];
  let breakNext = false;
  for (const block of blocks) {
    if (block.kind === 'pageBreak') {
      breakNext = true;
      continue;
    }
    const [first, ...rest] = setBlock(block, setter);
    if (!first) continue;
    strips.push(breakNext ? { ...first, breakBefore: true } : first, ...rest);
    breakNext = false;
  }
  return strips;
}

function setBlock(block: Exclude<Block, { kind: 'pageBreak' }>, setter: Typesetter): Strip[] {
  switch (block.kind) {
    case 'salutation':
      return setSalutation(block.to, setter);
    case 'paragraph':
      return setParagraph(block, setter);
    case 'heading':
      return setHeading(block, setter);
    case 'list':
      return setList(block, setter);
    case 'quote':
      return setPlain(
        block.text,
        { ...BODY, role: 'kai' },
        { width: TEXT_AREA.width, firstIndent: 2 * INDENT, indent: INDENT },
        setter,
      );
    case 'note':
      return stripsOf(
        setter.paragraph(block.text, NOTE, { width: TEXT_AREA.width, firstIndent: 2 * SIZE.small4 }),
        NOTE_LINE,
        SIZE.small4,
        { type: 'Note' },
      );
    case 'table':
      return [
        ...setTable(block, setter, {
          width: TEXT_AREA.width,
          size: SIZE.small4,
          lineHeight: 18,
          tallest: TEXT_AREA.height - 3 * LINE,
        }),
        gap(LINE / 3),
      ];
  }
}

function setSalutation(to: string, setter: Typesetter): Strip[] {
  const text = /[：:]\s*$/u.test(to) ? to : `${to}：`;
  return setPlain(text, BODY, { width: TEXT_AREA.width }, setter).map((strip) => ({
    ...strip,
    keepWithNext: true,
  }));
}

function setParagraph({ text, align = 'indented' }: ParagraphBlock, setter: Typesetter): Strip[] {
  if (align === 'indented')
    return setPlain(text, BODY, { width: TEXT_AREA.width, firstIndent: INDENT }, setter);
  return setPlain(
    text,
    BODY,
    { width: TEXT_AREA.width, align: align === 'left' ? 'justify' : align },
    setter,
  );
}

function setHeading({ level, text }: HeadingBlock, setter: Typesetter): Strip[] {
  const style = { ...BODY, role: HEADING_ROLES[level] };
  const lines = setter.paragraph(text, style, { width: TEXT_AREA.width, firstIndent: INDENT });
  return stripsOf(lines, LINE, style.size, { type: `H${level + 1}` }).map((strip, i) => ({
    ...strip,
    keepWithNext: true,
    ...(i === 0 && { bookmark: { title: text, level: level + 1 } }),
  }));
}

function setList({ items, numbering = 'arabic' }: ListBlock, setter: Typesetter): Strip[] {
  const list = { type: 'L' };
  return items.flatMap((item, i) => {
    const number = { arabic: `${i + 1}.`, parenthesis: `（${i + 1}）`, none: '' }[numbering];
    const lines = setter.paragraph(`${number}${item}`, BODY, { width: TEXT_AREA.width, firstIndent: INDENT });
    const tag = { type: 'LBody', parent: { type: 'LI', parent: list } };
    return stripsOf(lines, LINE, BODY.size, tag);
  });
}

/** Paragraphs of body text; each line feed begins another. */
function setPlain(text: string, style: Style, measure: Measure, setter: Typesetter): Strip[] {
  return text
    .split(/\r?\n/u)
    .flatMap((part) => stripsOf(setter.paragraph(part, style, measure), LINE, style.size, { type: 'P' }));
}
