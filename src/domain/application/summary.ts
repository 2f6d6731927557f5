import type { Act, ActOf } from '../acts/acts.js';
import type { SuitRoute } from '../acts/appeal-acts.js';
import { concludes, outcomeIn } from '../acts/conclusions.js';
import { opensProceeding } from '../acts/proceeding-acts.js';
import { type OutcomeId, outcomes } from '../outcome/outcomes.js';
import type { ResultRow } from '../outcome/rows.js';
import { type ProceedingKind, hasEffect } from '../remedy/proceeding.js';
import {
  type AppealResult,
  type ConcludedColumn,
  type ReconsiderationResult,
  type SuitResult,
  reconsiderationResults,
  suitResults,
} from '../remedy/results.js';
import { type LocalDate, yearOf } from '../time/local-date.js';
import type { CaseFacts } from './case-facts.js';

/** One proceeding as statistics and boards count it. */
export interface ProceedingSummary {
  readonly number: string;
  readonly kind: ProceedingKind;
  readonly route?: SuitRoute;
  readonly state: string;
  readonly openedOn: LocalDate;
  readonly concludedOn?: LocalDate;
  readonly result?: ReconsiderationResult | SuitResult;
  readonly column?: ConcludedColumn;
  readonly organ?: string;
  /** In table four: where the office took part as a third party, the proceeding was not about what it did. */
  readonly counted: boolean;
}

/** What lists, tables and rates need of an application: read off its acts, never typed in. */
export interface Summary {
  readonly receivedOn: LocalDate;
  /**
   * The day of the first conclusion (答复制发、不再处理、撤回): the year of table three in which the case is counted.
   * `outcome` and `row` are those that stood at the end of that year (本系统口径: a later redo moves no closed year).
   */
  readonly concludedOn?: LocalDate;
  readonly row?: ResultRow;
  /** The outcome of the last reply, whatever its year. */
  readonly outcome?: OutcomeId;
  readonly repliedOn?: LocalDate;
  readonly proceedings: readonly ProceedingSummary[];
}

/** Sums up an application from its effective acts. Throws TypeError on a log without 收到申请. */
export function summaryOf(acts: readonly Act[], facts: CaseFacts): Summary {
  const received = acts.find(({ type }) => type === 'application.received');
  if (!received) throw new TypeError('案卷里没有“收到申请”。');
  const conclusions = acts.filter(concludes);
  const first = conclusions.at(0);
  const inYear = first ? conclusions.filter(({ on }) => yearOf(on) === yearOf(first.on)) : [];
  const counted = outcomeIn(inYear);
  const outcome = outcomeIn(conclusions);
  const replied = acts.findLast(({ type }) => type === 'reply.served');
  return {
    receivedOn: received.on,
    ...(first && counted ? { concludedOn: first.on, row: outcomes[counted].row } : {}),
    ...(outcome ? { outcome } : {}),
    ...(replied ? { repliedOn: replied.on } : {}),
    proceedings: proceedingsOf(acts, facts),
  };
}

function proceedingsOf(acts: readonly Act[], facts: CaseFacts): ProceedingSummary[] {
  return acts.flatMap((act): ProceedingSummary[] => {
    if (!opensProceeding(act)) return [];
    const standing = facts.proceedings[act.id];
    if (!standing) return [];
    const kind = act.type === 'suit.served' ? 'suit' : 'reconsideration';
    const end = hasEffect(standing) ? conclusionOf(acts, act.id) : undefined;
    return [
      {
        number: act.id,
        kind,
        ...(act.type === 'suit.served' ? { route: act.route, organ: act.court } : { organ: act.organ }),
        state: standing.state,
        openedOn: act.on,
        counted: act.capacity !== 'thirdParty',
        ...end,
      },
    ];
  });
}

type Conclusion = Pick<ProceedingSummary, 'concludedOn' | 'result' | 'column'>;

/**
 * The conclusion that stands: the decision, or the latest effective judgment. A judgment of first instance counts
 * once it took effect, one on appeal or retrial at once (本系统口径: by the day on which it came).
 */
function conclusionOf(acts: readonly Act[], id: string): Conclusion | undefined {
  let firstInstance: ActOf<'suit.judged'> | undefined;
  let standing: Conclusion | undefined;
  for (const act of acts) {
    if (!('id' in act) || act.id !== id) continue;
    if (act.type === 'reconsideration.decided')
      standing = concluded(act.on, act.result, reconsiderationResults[act.result]);
    if (act.type === 'reconsideration.ended')
      standing = concluded(act.on, 'terminated', reconsiderationResults.terminated);
    if (act.type === 'suit.judged') firstInstance = act;
    if (act.type === 'suit.tookEffect' && firstInstance)
      standing = concluded(act.on, firstInstance.result, suitResults[firstInstance.result]);
    if (act.type === 'suit.finallyJudged') standing = concluded(act.on, act.result, suitResults[act.result]);
  }
  return standing;
}

const concluded = (
  concludedOn: LocalDate,
  result: ReconsiderationResult | SuitResult,
  { column }: AppealResult,
): Conclusion => ({ concludedOn, result, column });
