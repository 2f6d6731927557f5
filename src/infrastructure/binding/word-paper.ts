import type { LocalDate } from '../../domain/time/local-date.js';
import { openTypefaces } from '../printing/fonts.js';
import type { ReportDocument } from '../printing/report-blocks.js';
import { printReport } from '../printing/report-printer.js';
import { GETA, substituted } from '../printing/substituting.js';
import { readWord } from '../word-reading/word-blocks.js';

/** Said on every page: the pages are not the original. */
const FROM_WORD = '据 Word 文件排印，原件附后';

/**
 * The text of a Word file as pages of our own, in the free typefaces: layout differs from the original's, the words do
 * not. Transparent pictures are packed side by side, so the objects of the file may stand in another order each time;
 * bound, they are ordered anew. Throws UnreadableWord.
 */
export async function printWord(content: Uint8Array, on: LocalDate): Promise<Buffer> {
  const { blocks, remarks } = await readWord(Buffer.from(content));
  const said = ['本件据 Word 文件排印，版式与原件不尽相同，以所附原件为准。', ...remarks];
  const report: ReportDocument = {
    title: '据 Word 文件排印',
    untitled: true,
    orientation: 'portrait',
    on,
    draftMark: FROM_WORD,
    blocks: [...blocks],
  };
  const typefaces = openTypefaces();
  const { report: covered, missing } = substituted(report, typefaces);
  const told = missing > 0 ? [`有 ${missing} 个字字库中没有，以“${GETA}”代替，见原件。`] : [];
  return printReport(withRemarks(covered, [...said, ...told]), typefaces);
}

const withRemarks = (report: ReportDocument, said: readonly string[]): ReportDocument => ({
  ...report,
  blocks: [...report.blocks, { kind: 'note', text: said.join('') }],
});
