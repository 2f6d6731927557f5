import type { PDFPage, Rotation } from 'pdf-lib';
import { degrees } from 'pdf-lib';
import type { LocalDate } from '../../domain/time/local-date.js';
import { openTypefaces } from '../printing/fonts.js';
import { Paper } from '../printing/paper.js';
import { Typesetter } from '../printing/typeset.js';

/** A stamp is a slip of this size with its words at the right. */
export const STAMP = { width: 300, height: 14 } as const;
const SIZE = 9;
const FROM_EDGE = { right: 22, top: 10 } as const;

/** One slip for each stamp, as a PDF with embedded fonts: pages of a binder carry Chinese, which PDF's own fonts lack. */
export function printStamps(words: readonly string[], on: LocalDate): Promise<Buffer> {
  const setter = new Typesetter(openTypefaces());
  const paper = new Paper({ title: '页码', on }, STAMP);
  for (const one of words) {
    const line = setter.line(one, { role: 'body', size: SIZE });
    paper.page();
    paper.ink([{ kind: 'text', line, x: STAMP.width - line.width, baseline: STAMP.height - 4 }], 0, 0);
  }
  return paper.finish();
}

/** Where the slip goes on a page, so that it reads upright at the top right as the page is shown. */
export function placeOfStamp(page: PDFPage): { x: number; y: number; rotate?: Rotation } {
  const { x, y, width, height } = page.getCropBox();
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const shown = turn % 180 === 0 ? { width, height } : { width: height, height: width };
  const right = shown.width - FROM_EDGE.right - STAMP.width;
  const up = shown.height - FROM_EDGE.top - STAMP.height;
  switch (turn) {
    case 90:
      return { x: x + width - up, y: y + right, rotate: degrees(90) };
    case 180:
      return { x: x + width - right, y: y + height - up, rotate: degrees(180) };
    case 270:
      return { x: x + up, y: y + height - right, rotate: degrees(270) };
    default:
      return { x: x + right, y: y + up };
  }
}
