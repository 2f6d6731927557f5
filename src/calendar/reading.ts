import { readFile } from 'node:fs/promises';
import { Choice, Text } from '../web/fields.js';
import { type FormState, readForm, refuse } from '../web/forms.js';
import type { Upload } from '../web/uploads.js';
import type { NoticeReading } from './notice-draft.js';
import { readNoticeFile } from './notice-file.js';
import { postedRows, readNoticeRows } from './notice-rows.js';
import { readNoticeText } from './notice-text.js';
import type { Way } from './pages.js';

const LARGEST_FILE = 1024 * 1024;

class NoticeForm {
  @Choice({ label: '年份', of: Array.from({ length: 100 }, (_, i) => String(2000 + i)) })
  year: string;

  @Text({ label: '文号和网址', required: false, max: 500 })
  source: string;

  @Text({ label: '通知全文', required: false, max: 20_000 })
  text: string;
}

/** What was posted: the notice, or the form with what is wrong with it. */
export interface PostedNotice {
  readonly state: FormState;
  readonly reading: NoticeReading;
}

/** Reads a posted notice by the way it was entered. */
export async function readPosted(
  way: Way,
  body: Readonly<Record<string, unknown>>,
  files: readonly Upload[],
): Promise<PostedNotice> {
  const result = readForm(NoticeForm, body);
  if (!result.ok) return { state: result.state, reading: { faults: [] } };
  const { source, text } = result.form;
  const { state } = result;
  const year = Number(result.form.year);
  if (way === 'form') return { state, reading: readNoticeRows(postedRows(body), year, source) };
  if (way === 'paste') {
    if (text === '') return { state: refuse(state, { text: '请粘贴通知全文' }), reading: { faults: [] } };
    return { state, reading: readNoticeText(text, year, source) };
  }
  const [file] = files;
  if (!file) return { state: refuse(state, { file: '请选择文件' }), reading: { faults: [] } };
  if (file.size > LARGEST_FILE) {
    return {
      state: refuse(state, { file: '文件超过 1 MB，不会是放假安排，请核对' }),
      reading: { faults: [] },
    };
  }
  return { state, reading: readNoticeFile(await readFile(file.path, 'utf8'), year, source) };
}
