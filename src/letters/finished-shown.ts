import type { LetterRecord } from '../records/paper/letter.js';
import { type FormState, emptyForm } from '../web/forms.js';
import { paths } from '../web/paths.js';
import { differencesOf } from './differences.js';
import type { OpenLetter } from './letter-reading.js';
import { plainText } from './letter-text.js';
import type { LetterPage } from './pages.js';

/** 定稿 in Word: what was read in and how it differs, and the ways in and back. */
export function finishing(
  { document, worded }: OpenLetter,
  { id, finished }: LetterRecord,
  form: FormState = emptyForm(),
): Pick<LetterPage, 'finished' | 'bring' | 'takeBack'> {
  if (!document) return finished ? { takeBack: paths.letterFinishedEnd(id) } : {};
  return {
    bring: { action: paths.letterFinished(id), form, word: paths.letterWord(id) },
    ...(finished && worded
      ? {
          finished: {
            name: finished.name,
            by: finished.by,
            at: new Date(finished.at),
            differences: differencesOf(plainText(worded), plainText(document)),
          },
          takeBack: paths.letterFinishedEnd(id),
        }
      : {}),
  };
}
