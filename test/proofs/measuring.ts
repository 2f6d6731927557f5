import type { PdfFile } from '../support/pdf-text.js';
import { measureFirstPage } from './first-page.js';
import type { Measure } from './measure.js';
import { measureSignature } from './signature.js';
import { measureTextArea } from './text-area.js';

/**
 * Measures a printed letter in 信函格式 by GB/T 9704-2012. It knows only the file: what stands where is read from its
 * text and its strokes, and every figure is the standard's own, not the printer's.
 */
export function measureLetter({ pages }: PdfFile): Measure[] {
  const [first] = pages;
  if (!first) return [];
  return [...measureFirstPage(first), ...measureTextArea(pages), ...measureSignature(pages)];
}
