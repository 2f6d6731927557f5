import type { Act } from '../acts/acts.js';
import type { procedures } from '../acts/appeal-acts.js';

export type Procedure = keyof typeof procedures;

/** 转为普通程序 unless the act says otherwise (行政复议法第五十五条、行政诉讼法第八十四条). */
const convertedTo = (act: { readonly to?: Procedure }): Procedure => act.to ?? 'ordinary';

/**
 * Every procedure in which a proceeding was heard, the present one last. The word of the copy goes before that of
 * the acceptance. Empty where nobody has said.
 */
export function proceduresOf(acts: readonly Act[], number: string): Procedure[] {
  let first: Procedure | undefined;
  const later: Procedure[] = [];
  for (const act of acts) {
    if (!('id' in act) || act.id !== number) continue;
    if (act.type === 'reconsideration.converted' || act.type === 'suit.converted')
      later.push(convertedTo(act));
    if (
      act.type === 'reconsideration.accepted' ||
      act.type === 'reconsideration.copyReceived' ||
      act.type === 'suit.served'
    )
      first = act.procedure ?? first;
  }
  return first ? [first, ...later] : later;
}

/** The procedure in which it is heard now. */
export const procedureNow = (acts: readonly Act[], number: string): Procedure | undefined =>
  proceduresOf(acts, number).at(-1);
