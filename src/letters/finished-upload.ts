import { kindOfFile } from '../infrastructure/file-kind.js';
import type { Upload } from '../web/uploads.js';
import { reasonOf } from './letter-refusals.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Has a Word file read in as the finished text; answers why it was not, as a sentence for the page. */
export async function bringWord(
  [file]: readonly Upload[],
  readIn: (file: Upload) => Promise<void>,
): Promise<string | undefined> {
  if (!file) return '请选择定稿的 Word 文件。';
  if ((await kindOfFile(file.path)) !== WORD)
    return '这不是 Word 文件（docx）。请在 WPS、Word 里另存为 docx 后再选。';
  try {
    await readIn(file);
    return undefined;
  } catch (fault) {
    const reason = reasonOf(fault);
    if (reason === undefined) throw fault;
    return reason;
  }
}
