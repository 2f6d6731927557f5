import { Declined } from '../infrastructure/declined.js';
import { leakSorts } from '../infrastructure/inspection/leak.js';
import { leaksOfWord, wordParagraphs } from '../infrastructure/inspection/word-file.js';
import { opening } from '../infrastructure/inspection/xml.js';
import { UnreadableArchive, openArchive } from '../infrastructure/inspection/zip-entries.js';

/** The Word file cannot become the letter: why, and what to do. */
export class WordRefused extends Declined {
  override readonly name = 'WordRefused';
  readonly status = 422;
}

/** A paragraph of a Word file, or a table by its rows. */
export interface Piece {
  readonly text: string;
  readonly rows?: readonly (readonly string[])[];
}

/** The paragraphs and tables of a finished Word file. Throws {@link WordRefused} for one that is no plain final text. */
export const piecesIn = (bytes: Buffer): Piece[] => piecesOf(documentOf(bytes));

function documentOf(bytes: Buffer): string {
  try {
    const archive = openArchive(bytes);
    const xml = archive.xml('word/document.xml');
    if (xml === undefined) throw new WordRefused('这不是 Word 文件（docx），请在 WPS、Word 里另存为 docx。');
    const marks = leaksOfWord(archive, new Set()).filter(({ sort }) =>
      ['trackedChange', 'comment', 'hiddenText', 'embeddedFile'].includes(sort),
    );
    const [first] = marks;
    if (first) {
      const { name, mend } = leakSorts[first.sort];
      throw new WordRefused(`文件里还有${name}（${first.place || first.detail}）。${mend}`);
    }
    return xml;
  } catch (fault) {
    if (fault instanceof UnreadableArchive)
      throw new WordRefused('文件打不开：请在 WPS、Word 里另存为 docx，不要加密。', { cause: fault });
    throw fault;
  }
}

/** Paragraphs and tables in their order; empty paragraphs are left out. */
function piecesOf(xml: string): Piece[] {
  return [...xml.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>|<w:p(?:\s(?:[^>]*[^/>])?)?>[\s\S]*?<\/w:p>/gu)].flatMap(
    ([part]): Piece[] => {
      if (!part.startsWith('<w:tbl>')) return wordParagraphs(part).map(({ text }) => ({ text }));
      const rows = [...part.matchAll(tableRows)].map(([, row = '']) =>
        [...row.matchAll(tableCells)].map(([, cell = '']) =>
          wordParagraphs(cell)
            .map(({ text }) => text)
            .join('\n'),
        ),
      );
      return [{ text: '', rows }];
    },
  );
}

const tableRows = new RegExp(`${opening('w:tr')}([\\s\\S]*?)</w:tr>`, 'gu');
const tableCells = new RegExp(`${opening('w:tc')}([\\s\\S]*?)</w:tc>`, 'gu');
