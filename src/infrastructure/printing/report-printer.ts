import { openTypefaces, type Typefaces } from './fonts.js';
import { mm, SIZE } from './measures.js';
import { draftMarkInk } from './page-marks.js';
import { Paper } from './paper.js';
import type { ReportDocument } from './report-blocks.js';
import { setReport } from './report-body.js';
import { sheetOf, type Sheet } from './report-measures.js';
import { paginate, type Ink } from './strips.js';
import { Typesetter } from './typeset.js';

/**
 * Prints a plain document on A4, each page numbered 第1页 共3页. Equal input gives equal bytes.
 * Throws UncoveredCharacterError when a character has no glyph, UnreadableFontError for a bad font file,
 * RangeError for a table row that does not fill its columns.
 */
export async function printReport(
  report: ReportDocument,
  typefaces: Typefaces = openTypefaces(),
): Promise<Buffer> {
  typefaces.assertCovered(report);
  const setter = new Typesetter(typefaces);
  const sheet = sheetOf(report.orientation);
  const pages = paginate(setReport(report, sheet, setter), () => sheet.textHeight);
  const paper = new Paper({ title: report.title, on: report.on }, sheet);
  pages.forEach((placed, index) => {
    paper.page();
    if (report.draftMark) paper.ink([draftMarkInk(report.draftMark, sheet.width, setter)], 0, 0);
    paper.strips(placed, sheet.margin, sheet.margin);
    paper.ink([pageNumber(`第${index + 1}页 共${pages.length}页`, sheet, setter)], 0, 0);
  });
  return paper.finish();
}

function pageNumber(words: string, sheet: Sheet, setter: Typesetter): Ink {
  const line = setter.line(words, { role: 'digits', size: SIZE.small5 });
  return { kind: 'text', line, x: (sheet.width - line.width) / 2, baseline: sheet.height - mm(11) };
}
