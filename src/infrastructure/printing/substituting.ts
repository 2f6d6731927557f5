import { printable } from './characters.js';
import type { Typefaces } from './fonts.js';
import type { ReportDocument } from './report-blocks.js';

/** The compositor's mark for a character that is not in his case. */
export const GETA = '〓';

/**
 * A document of words that others have written and nobody may change: where no typeface has a character, 〓 stands in
 * its place. `missing` says of how many, for the document to tell.
 */
export function substituted(
  report: ReportDocument,
  typefaces: Typefaces,
): { report: ReportDocument; missing: number } {
  const missing = new Set(typefaces.uncovered(report));
  if (missing.size === 0) return { report, missing: 0 };
  const covered = (text: string): string =>
    Array.from(printable(text), (character) => (missing.has(character) ? GETA : character)).join('');
  return { report: inAllTexts(report, covered) as ReportDocument, missing: missing.size };
}

/** The same value with every text in it changed; pictures stay as they are. */
function inAllTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => inAllTexts(one, change));
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inAllTexts(one, change)]));
}
