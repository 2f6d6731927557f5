import type { LocalDate } from '../../domain/time/local-date.js';
import { printable } from '../printing/characters.js';
import { UncoveredCharacterError, openTypefaces } from '../printing/fonts.js';
import type { ReportBlock, ReportDocument } from '../printing/report-blocks.js';
import { printReport } from '../printing/report-printer.js';
import { readWord } from '../word-reading/word-blocks.js';

/** Said on every page: the pages are not the original. */
const FROM_WORD = '据 Word 文件排印，原件附后';

/** The compositor's mark for a character that is not in his case. */
const GETA = '〓';

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
  try {
    return await printReport(withRemarks(report, said), typefaces);
  } catch (fault) {
    if (!(fault instanceof UncoveredCharacterError)) throw fault;
    const missing = new Set(fault.characters);
    const told = `有 ${missing.size} 个字字库中没有，以“${GETA}”代替，见原件。`;
    return printReport(withRemarks(replaced(report, missing), [...said, told]), typefaces);
  }
}

const withRemarks = (report: ReportDocument, said: readonly string[]): ReportDocument => ({
  ...report,
  blocks: [...report.blocks, { kind: 'note', text: said.join('') }],
});

/** The same with another sign for what no typeface has. */
function replaced(report: ReportDocument, missing: ReadonlySet<string>): ReportDocument {
  const covered = (text: string): string =>
    [...printable(text)].map((character) => (missing.has(character) ? GETA : character)).join('');
  const blocks = report.blocks.map((block): ReportBlock => {
    if (block.kind === 'table') {
      const rows = block.rows.map((row) =>
        row.map((cell) => (typeof cell === 'string' ? covered(cell) : { ...cell, text: covered(cell.text) })),
      );
      return { ...block, rows };
    }
    if (block.kind === 'picture') return { ...block, alt: covered(block.alt) };
    return 'text' in block ? { ...block, text: covered(block.text) } : block;
  });
  return { ...report, blocks };
}
