import { type Leak, told } from './leak.js';
import { numbersIn } from './numbers.js';
import { leaksOfPdf } from './pdf-file.js';
import { leaksOfWorkbook } from './sheet-file.js';
import { leaksOfWord } from './word-file.js';
import { type Archive, UnreadableArchive, openArchive } from './zip-entries.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Looks into a file that is to leave the office. `own`: numbers that may be in it, the applicant's, in one spelling.
 * Words in pictures are not seen. What cannot be looked into is a finding of its own, never silence.
 */
export async function inspectFile(bytes: Buffer, mime: string, own: ReadonlySet<string>): Promise<Leak[]> {
  if (mime === 'application/pdf') return told(await leaksOfPdf(bytes, own));
  if (mime === WORD) return told(archived(bytes, (archive) => leaksOfWord(archive, own)));
  if (mime === SHEET) return told(archived(bytes, (archive) => leaksOfWorkbook(archive, own)));
  if (mime.startsWith('text/')) return told(numbersIn(textOf(bytes, mime), '', own));
  if (/^(image|audio|video)\//u.test(mime)) return [];
  return [{ sort: 'unread', place: '', detail: '这种文件不能逐项检查' }];
}

/** The text in the encoding that its kind names. */
const textOf = (bytes: Buffer, mime: string): string =>
  new TextDecoder(/charset=([\w-]+)/u.exec(mime)?.[1] ?? 'utf-8').decode(bytes);

function archived(bytes: Buffer, look: (archive: Archive) => Leak[]): Leak[] {
  try {
    return look(openArchive(bytes));
  } catch (fault) {
    if (!(fault instanceof UnreadableArchive)) throw fault;
    return [{ sort: 'unread', place: '', detail: fault.message }];
  }
}
