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

/** Paragraph styles by their id, each with what it takes from the one that it is based on. */
export function readStyles(root?: XmlElement): ReadonlyMap<string, ParagraphLook> {
  const all = new Map(
    (root ? elementsIn(root, 'w:style') : []).map((style) => [style.attributes['w:styleId'] ?? '', style]),
  );
  const lookOf = (id: string, seen: readonly string[]): ParagraphLook => {
    const style = all.get(id);
    if (!style || seen.includes(id)) return {};
    const base = valueOf(style, 'w:basedOn');
    return {
      ...(base ? lookOf(base, [...seen, id]) : {}),
      ...statedLook(childOf(style, 'w:pPr')),
    };
  };
  return new Map([...all.keys()].map((id) => [id, lookOf(id, [])]));
}

/** What `w:pPr` says for itself. */
export function statedLook(properties: XmlElement | undefined): ParagraphLook {
  if (!properties) return {};
  const align = valueOf(properties, 'w:jc');
  const indent = childOf(properties, 'w:ind')?.attributes;
  const outline = valueOf(properties, 'w:outlineLvl');
  const list = valueOf(properties, 'w:numPr', 'w:numId');
  const level = Number(valueOf(properties, 'w:numPr', 'w:ilvl') ?? 0);
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
