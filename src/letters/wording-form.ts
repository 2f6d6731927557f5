import { today } from '../infrastructure/today.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { Check, Day, Text, WholeNumber } from '../web/fields.js';

const LONGEST = 20_000;

/** Whatever was typed: a day that could not be read has its own fault. */
const notPast = (day: unknown): string | undefined =>
  typeof day === 'string' && day < today()
    ? '启用日期不能早于今天：已经制发的文书用当时的措辞，不能倒改。'
    : undefined;

/** A new version of a wording, as it is typed. */
export class WordingForm {
  @Text({ label: '措辞', max: LONGEST })
  text!: string;

  @Day({ label: '启用日期' })
  @Check<WordingForm>(({ effectiveFrom }) => notPast(effectiveFrom))
  effectiveFrom!: LocalDate;

  @Text({ label: '修改说明', max: 200 })
  note!: string;

  /** Of the newest version that the person has seen. */
  @WholeNumber({ label: '版本', min: 0 })
  last!: number;
}

/** The end of an office's own wording. */
export class WordingEndForm {
  @Day({ label: '恢复日期' })
  @Check<WordingEndForm>(({ endsOn }) => notPast(endsOn))
  endsOn!: LocalDate;

  @WholeNumber({ label: '版本', min: 0 })
  last!: number;
}
