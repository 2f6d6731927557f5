import { Declined } from '../infrastructure/declined.js';
import type { LetterDocument } from '../infrastructure/printing/blocks.js';

/** The letter does not tell the remedies that its outcome has, or tells others. It cannot be issued. */
export class RemediesMismatch extends Declined {
  override readonly name = 'RemediesMismatch';
  readonly status = 422;

  constructor() {
    super('文书中的救济途径与答复种类不符，不能制发。请核对文书模板，救济途径只能由系统按答复种类写入。');
  }
}

/** How a paragraph that tells remedies begins, whoever wrote it. */
const TELLS_REMEDIES = /^如果?对本[^，。]{1,6}不服/u;

/**
 * Holds the finished letter against the remedies derived anew from its outcome: exactly that paragraph, once, and no
 * other; none where there is nothing to turn against. Throws {@link RemediesMismatch}.
 */
export function verifyRemedies({ blocks }: LetterDocument, expected: string | undefined): void {
  // What the applicant asked for is quoted and may say anything.
  const own = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  const telling = own.filter((text) => text === expected || TELLS_REMEDIES.test(text));
  const right =
    expected === undefined ? telling.length === 0 : telling.length === 1 && telling[0] === expected;
  if (!right) throw new RemediesMismatch();
}
