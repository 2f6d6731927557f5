import type { ListPlace } from './numbering.js';
import { type XmlElement, childOf, elementsIn, isSwitchedOn, valueOf } from './xml-tree.js';

/** How a paragraph stands, as far as plain pages show it. */
export interface ParagraphLook {
  readonly align?: string;
  readonly indented?: boolean;
  /** 0 for a first-level heading. */
  readonly outline?: number;
  readonly list?: ListPlace;
  /** 段前分页. */
  readonly onNewPage?: boolean;
}

/** Lists have nine levels (ECMA-376 §17.9.3). */
const DEEPEST_LEVEL = 8;

/** Paragraph styles by their id, each with what it takes from the one that it is based on. */
export function readStyles(root?: XmlElement): ReadonlyMap<string, ParagraphLook> {
  const all = new Map(
    (root ? elementsIn(root, 'w:style') : []).map((style) => [style.attributes['w:styleId'] ?? '', style]),
  );
  const looks = new Map<string, ParagraphLook>();
  const lookOf = (id: string): ParagraphLook => {
    const known = looks.get(id);
    const style = all.get(id);
    if (known || !style) return known ?? {};
    // While it is looked for, a style that goes back to itself takes nothing from there.
    looks.set(id, {});
    const base = valueOf(style, 'w:basedOn');
    const look = { ...(base ? lookOf(base) : {}), ...statedLook(childOf(style, 'w:pPr')) };
    looks.set(id, look);
    return look;
  };
  for (const id of all.keys()) lookOf(id);
  return looks;
}

/** What `w:pPr` says for itself. */
export function statedLook(properties: XmlElement | undefined): ParagraphLook {
  if (!properties) return {};
  const align = valueOf(properties, 'w:jc');
  const indent = childOf(properties, 'w:ind')?.attributes;
  const outline = valueOf(properties, 'w:outlineLvl');
  const list = valueOf(properties, 'w:numPr', 'w:numId');
  const level = Math.min(DEEPEST_LEVEL, Number(valueOf(properties, 'w:numPr', 'w:ilvl') ?? 0));
  return {
    ...(align ? { align } : {}),
    ...(indent ? { indented: firstLineOf(indent) > 0 } : {}),
    ...(outline ? { outline: Number(outline) } : {}),
    ...(childOf(properties, 'w:pageBreakBefore')
      ? { onNewPage: isSwitchedOn(properties, 'w:pageBreakBefore') }
      : {}),
    ...(list ? { list: { list, level } } : {}),
  };
}

const firstLineOf = (indent: Readonly<Record<string, string>>): number =>
  Number(indent['w:firstLineChars'] ?? indent['w:firstLine'] ?? 0);
