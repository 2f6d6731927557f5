import { strictestOf } from '../outcome/matters.js';
import type { OutcomeId } from '../outcome/outcomes.js';
import type { Act } from './acts.js';
import { resultsOf } from './answers.js';

/** The outcome with which an act concludes a case (答复制发、不再处理、撤回); undefined for an act that concludes nothing. */
function outcomeBy(act: Act): OutcomeId | undefined {
  switch (act.type) {
    case 'reply.issued':
      return act.outcome;
    case 'transfer.noticed':
      return 'notResponsible';
    case 'correction.lapsed':
      return 'notCorrected';
    case 'fee.lapsed':
      return 'notPaid';
    case 'application.withdrawn':
      return 'withdrawn';
    default:
      return undefined;
  }
}

/** Whether the act concludes the case, for the first time or anew. */
export const concludes = (act: Act): boolean => outcomeBy(act) !== undefined;

/** The outcome of the last conclusion, if any. */
export function outcomeIn(acts: readonly Act[]): OutcomeId | undefined {
  const last = acts.findLast(concludes);
  return last && outcomeBy(last);
}

/** The result of the last conclusion that decides its remedies: of several matters the strictest (本系统口径). */
export function strictestIn(acts: readonly Act[]): OutcomeId | undefined {
  const last = acts.findLast(concludes);
  if (!last) return undefined;
  return last.type === 'reply.issued' ? strictestOf(resultsOf(last)) : outcomeBy(last);
}
