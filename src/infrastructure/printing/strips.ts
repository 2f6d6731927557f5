import type { SetLine } from './typeset.js';

/** A place in the file's structure tree, for screen readers and for text extraction. */
export interface Tag {
  type: string;
  parent?: Tag;
  /** What a picture shows. */
  alt?: string;
}

/** Ink on a strip. Lengths in points, `x` from the strip's left edge, `y` downwards from its top. */
export type Ink = TextInk | RuleInk | FrameInk | ImageInk | PathInk;

export interface TextInk {
  kind: 'text';
  line: SetLine;
  x: number;
  baseline: number;
  color?: string;
  /** Without a tag the words are decoration (page number, draft mark). */
  tag?: Tag;
}

export interface RuleInk {
  kind: 'rule';
  from: [x: number, y: number];
  to: [x: number, y: number];
  thickness: number;
  color?: string;
}

export interface FrameInk {
  kind: 'frame';
  x: number;
  y: number;
  width: number;
  height: number;
  /** Thickness of the border; none when absent. */
  border?: number;
  color?: string;
  fill?: string;
}

export interface ImageInk {
  kind: 'image';
  image: Buffer;
  x: number;
  y: number;
  width: number;
  height: number;
  tag: Tag;
}

export interface PathInk {
  kind: 'path';
  path: string;
  x: number;
  y: number;
  fill?: string;
  stroke?: string;
  lineWidth?: number;
  tag: Tag;
}

/** A horizontal piece of a page that is never divided. */
export interface Strip {
  height: number;
  ink: Ink[];
  /** Never the last strip of a page while another follows. */
  keepWithNext?: boolean;
  /** Begins a new page. */
  breakBefore?: boolean;
  /** Only distance: left out at the head of a page. */
  space?: boolean;
  /** Repeated above this strip when it comes to stand at the head of a page. */
  head?: Strip;
  /** Entry in the outline. */
  bookmark?: { title: string; level: number };
}

/** A strip and where its top lies, from the top of the page's text area. */
export interface PlacedStrip {
  strip: Strip;
  top: number;
}

/**
 * Distributes strips over pages. `roomOn` gives the height free on a page (0 = the first).
 * A strip taller than a page is put on a page of its own.
 */
export function paginate(strips: readonly Strip[], roomOn: (page: number) => number): PlacedStrip[][] {
  const pages: PlacedStrip[][] = [[]];
  for (const strip of strips) {
    const page = pages.at(-1) ?? [];
    if (strip.breakBefore && page.length > 0) pages.push([]);
    else if (page.length > 0 && heightOf(page) + strip.height > roomOn(pages.length - 1) + 0.01) {
      pages.push(stack(takeKept(page)));
    }
    append(pages.at(-1) ?? page, strip);
  }
  if (pages.length > 1 && pages.at(-1)?.length === 0) pages.pop();
  return pages;
}

/** Height in use on a page. */
export function heightOf(page: readonly PlacedStrip[]): number {
  const last = page.at(-1);
  return last ? last.top + last.strip.height : 0;
}

/** A strip of empty space. */
export function gap(height: number): Strip {
  return { height, ink: [], space: true };
}

/** The strip as a repeated head: its words are decoration, since the reader has heard them. */
function repeated(strip: Strip): Strip {
  return {
    height: strip.height,
    ink: strip.ink.map((i) => (i.kind === 'text' ? { ...i, tag: undefined } : i)),
  };
}

function append(page: PlacedStrip[], strip: Strip): void {
  if (page.length === 0) {
    if (strip.space) return;
    if (strip.head) page.push({ strip: repeated(strip.head), top: 0 });
  }
  page.push({ strip, top: heightOf(page) });
}

/** Takes off the page what must go along with the next strip; the page keeps at least one strip. */
function takeKept(page: PlacedStrip[]): Strip[] {
  let first = page.length;
  while (first > 1 && page[first - 1]?.strip.keepWithNext) first -= 1;
  if (first === 1 && page[0]?.strip.keepWithNext) return [];
  return page.splice(first).map((placed) => placed.strip);
}

function stack(strips: readonly Strip[]): PlacedStrip[] {
  const page: PlacedStrip[] = [];
  for (const strip of strips) append(page, strip);
  return page;
}
