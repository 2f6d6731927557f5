import { type RecordedAct, definitionOf } from '../domain/acts/acts.js';
import type { Finding } from '../domain/law/finding.js';
import { chinese } from '../domain/time/local-date.js';
import { Declined } from '../infrastructure/declined.js';

/** The act is refused; `findings` say why and what to do instead, at least one. Nothing was changed. */
export class Refused extends Declined {
  override readonly name = 'Refused';
  readonly status = 422;

  constructor(readonly findings: readonly Finding[]) {
    super(findings.map(({ says, mend }) => says + mend).join(''));
  }
}

/** Somebody else was quicker: the form was filled from an older version of the case. Nothing was changed. */
export class VersionConflict extends Declined {
  override readonly name = 'VersionConflict';
  readonly status = 409;

  constructor(
    /** The acts recorded since the form was opened, for the loser to read. */
    readonly since: readonly RecordedAct[],
    /** The version to fill the form from anew. */
    readonly version: number,
  ) {
    const changes = since.map(
      ({ type, on, by }) => `${by}登记了“${definitionOf(type).name}”（${chinese(on)}）`,
    );
    const told = changes.length > 0 ? changes.join('，') : '记录已有变动';
    super(`您填写期间，本件已有变动：${told}。您填写的内容没有保存，请核对后再提交。`);
  }
}

/** There is no such application, or it belongs to an office that the doer does not act for. */
export class ApplicationNotFound extends Declined {
  override readonly name = 'ApplicationNotFound';
  readonly status = 404;

  constructor() {
    super('没有找到这件申请，或者它不在您可办理的范围内。');
  }
}

/** The number is in use in that office. Nothing was changed. */
export class NumberTaken extends Declined {
  override readonly name = 'NumberTaken';
  readonly status = 409;

  constructor(readonly number: string) {
    super(`登记编号 ${number} 已经用过，请换一个编号。`);
  }
}
