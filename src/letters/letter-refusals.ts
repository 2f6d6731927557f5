import { Declined } from '../infrastructure/declined.js';

/** There is no such letter, or it belongs to an office that the doer does not act for. */
export class LetterNotFound extends Declined {
  override readonly name = 'LetterNotFound';
  readonly status = 404;

  constructor(says = '没有找到这份文书，或者它不在您可办理的范围内。') {
    super(says);
  }
}

/** The number was given to another letter of the office. */
export class NumberInUse extends Declined {
  override readonly name = 'NumberInUse';
  readonly status = 409;

  constructor(readonly number: string) {
    super(`文号 ${number} 已经用于另一份文书，请先更正记录中的文号，再制发。`);
  }
}

/** No reply is drafted that could be issued. */
export class ReplyNotReady extends Declined {
  override readonly name = 'ReplyNotReady';
  readonly status = 422;

  constructor() {
    super('本件没有待制发的答复。请先拟制答复，经审核、签发后再制发。');
  }
}

/** 送达之后 a letter is not taken back: what is wrong is put right by another letter (更正答复). */
export class LetterServed extends Declined {
  override readonly name = 'LetterServed';
  readonly status = 422;

  constructor() {
    super('这份文书已经送达，不能撤回。需要更正的，请办理“补充或更正答复”，另行制发。');
  }
}

/** Why a letter cannot go out, as a sentence for the page; undefined where there is none, and for a fault of another kind. */
export const reasonOf = (fault: unknown): string | undefined =>
  fault instanceof Declined && fault.status !== 404 ? fault.message : undefined;
