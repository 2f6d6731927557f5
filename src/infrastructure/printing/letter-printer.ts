import type { Block, LetterDocument } from './blocks.js';
import { openTypefaces, type Typefaces } from './fonts.js';
import { setBody } from './letter-body.js';
import { setAttachments, setCopyTo, setSignature } from './letter-foot.js';
import { setHead, setSlipTitle, setTitle } from './letter-head.js';
import { CELL, PAGE, PAGE_NUMBER_BELOW, SIZE, TEXT_AREA } from './measures.js';
import { draftMarkInk } from './page-marks.js';
import { Paper } from './paper.js';
import { heightOf, paginate, type Ink, type PlacedStrip, type Strip, type Tag } from './strips.js';
import { Typesetter } from './typeset.js';

/**
 * Prints a letter by GB/T 9704-2012. Equal letters and fonts give equal bytes.
 * Throws UncoveredCharacterError when a character has no glyph, UnreadableFontError for a bad font file.
 */
export async function printLetter(
  letter: LetterDocument,
  typefaces: Typefaces = openTypefaces(),
): Promise<Buffer> {
  typefaces.assertCovered(letter);
  const setter = new Typesetter(typefaces);
  const head = setHead(letter, setter);
  const firstRoom = TEXT_AREA.top + TEXT_AREA.height - head.bottom;
  const roomOn = (page: number): number => (page === 0 ? firstRoom : TEXT_AREA.height);
  const pages = paginate(stripsOfLetter(letter, setter), roomOn);
  const copies = copiesAtFoot(pages, setCopyTo(letter, setter), roomOn);

  const paper = new Paper(
    { title: letter.title, author: letter.issuer, subject: letter.number, on: letter.signature.on },
    PAGE,
  );
  pages.forEach((placed, index) => {
    paper.page();
    if (letter.draftMark) paper.ink([draftMarkInk(letter.draftMark, PAGE.width, setter)], 0, 0);
    if (index === 0) paper.ink(head.ink, 0, 0);
    paper.strips(placed, TEXT_AREA.left, index === 0 ? head.bottom : TEXT_AREA.top);
    if (index === pages.length - 1) paper.strips(copies, TEXT_AREA.left, TEXT_AREA.top);
    if (index > 0 || letter.form === 'wenjian') paper.ink([pageNumber(index + 1, setter)], 0, 0);
  });
  return paper.finish();
}

function stripsOfLetter(letter: LetterDocument, setter: Typesetter): Strip[] {
  const body = setBody(letter.blocks, setter);
  const attachments = setAttachments(letter.attachments ?? [], setter);
  const slip = setSlip(letter.slip ?? [], setter);
  const signature = setSignature(letter.signature, setter);
  return [...setTitle(letter.title, setter), ...keptByDate(body), ...attachments, signature, ...slip];
}

/**
 * 不得用“此页无正文”: the end of the text goes along with name, date and seal. Two lines of it, and a paragraph's last
 * line never without the one before, nor its first line left behind alone.
 */
function keptByDate(body: readonly Strip[]): Strip[] {
  const text = body.flatMap((strip, i) => (strip.space ? [] : [i]));
  const [second, last] = [text.at(-2), text.at(-1)];
  if (last === undefined) return [...body];
  const before = second === undefined ? undefined : body[second - 1];
  const cut = second !== undefined && before !== undefined && isEndOf(body[second], before, body[last]);
  const least = (second ?? last) - (cut ? 1 : 0);
  const from = least - (leavesOneLine(body, least) ? 1 : 0);
  return body.map((strip, i) => (i >= from ? { ...strip, keepWithNext: true } : strip));
}

/** Would the paragraph that is parted before the strip leave its first line alone? */
function leavesOneLine(body: readonly Strip[], at: number): boolean {
  const [above, first, strip] = [body[at - 2], body[at - 1], body[at]].map(paragraphOf);
  return strip !== undefined && strip === first && first !== above;
}

/** Is the strip the last line of the paragraph that the one before belongs to? */
function isEndOf(strip: Strip | undefined, before: Strip, next: Strip | undefined): boolean {
  const paragraph = paragraphOf(strip);
  return paragraph !== undefined && paragraph === paragraphOf(before) && paragraph !== paragraphOf(next);
}

/** Lines of one paragraph share their tag. */
function paragraphOf(strip: Strip | undefined): Tag | undefined {
  const [ink] = strip?.ink ?? [];
  return ink?.kind === 'text' ? ink.tag : undefined;
}

/** 回执 and the like on a page of its own, its first centred words as its title. */
function setSlip(blocks: readonly Block[], setter: Typesetter): Strip[] {
  const [first, ...rest] = blocks;
  const strips =
    first?.kind === 'paragraph' && first.align === 'center'
      ? [...setSlipTitle(first.text, setter), ...setBody(rest, setter)]
      : setBody(blocks, setter);
  return strips.map((strip, i) => (i === 0 ? { ...strip, breakBefore: true } : strip));
}

/** 抄送 at the foot of the last page's text area, from its top; a page more when there is no room left. */
function copiesAtFoot(
  pages: PlacedStrip[][],
  copies: readonly Strip[],
  roomOn: (page: number) => number,
): PlacedStrip[] {
  const height = copies.reduce((sum, strip) => sum + strip.height, 0);
  const last = pages.at(-1);
  if (last && heightOf(last) + height > roomOn(pages.length - 1)) pages.push([]);
  let top = TEXT_AREA.height - height;
  return copies.map((strip) => {
    const placed = { strip, top };
    top += strip.height;
    return placed;
  });
}

/** — 2 —, 4号, its dashes 7 mm below the text area; odd pages right, even pages left, one character in. */
function pageNumber(number: number, setter: Typesetter): Ink {
  const line = setter.line(`— ${number} —`, { role: 'digits', size: SIZE.four });
  const dash = line.runs[0]?.face.ink('—'.codePointAt(0) ?? 0) ?? { low: 0, high: 0 };
  const baseline =
    TEXT_AREA.top + TEXT_AREA.height + PAGE_NUMBER_BELOW + ((dash.low + dash.high) / 2) * SIZE.four;
  const right = TEXT_AREA.left + TEXT_AREA.width - CELL - line.width;
  return { kind: 'text', line, x: number % 2 === 1 ? right : TEXT_AREA.left + CELL, baseline };
}
