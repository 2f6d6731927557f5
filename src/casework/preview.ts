import type { Circumstances, Performed, Refusal } from '../domain/application/perform.js';
import { isRefusal } from '../domain/application/perform.js';
import { effectiveActs } from '../domain/acts/effective.js';
import { type Stage, stages } from '../domain/application/stages.js';
import { type Standing, replay } from '../domain/application/standing.js';
import type { Wake } from '../domain/application/wakes.js';
import { type Reading, readClock } from '../domain/clock/clock.js';
import type { ReadPeriod } from '../domain/clock/period.js';
import type { Finding } from '../domain/law/finding.js';
import { type LetterKind, letterOf } from '../domain/letter/register.js';
import { recordedAct } from '../records/application/logs.js';
import type { CaseInHand } from './case-in-hand.js';

/** Where a case stands, as a preview shows it. */
export interface Outlook {
  readonly stage: Stage;
  /** 办理 */
  readonly stageName: string;
  /** 审查办理 */
  readonly stateName: string;
  /** The reply period in force, or the last. */
  readonly reply?: ReadPeriod;
  /** The running duty that falls due first. */
  readonly nextDuty?: ReadPeriod;
}

/** What an act would lead to: refused, or from where to where. */
export type Preview =
  | { readonly refusals: readonly Finding[] }
  | {
      readonly before: Outlook;
      readonly after: Outlook;
      /** 程序瑕疵 that the act would bring into the record. */
      readonly irregularities: readonly Finding[];
      readonly letters: readonly { readonly kind: LetterKind; readonly title: string }[];
      /** What time will do if nobody acts. */
      readonly wakes: readonly Wake[];
    };

/** Puts the answer of the domain beside the case as it stands. */
export function previewOf(
  { log }: CaseInHand,
  answer: Performed | Refusal,
  { today, calendar, policy }: Circumstances,
): Preview {
  if (isRefusal(answer)) return answer;
  const acts = effectiveActs(log.map(recordedAct));
  return {
    before: outlook(replay(acts).standing, readClock(acts, calendar, today, policy)),
    after: outlook(answer.standing, answer.reading),
    irregularities: answer.irregularities,
    letters: answer.letters.map((kind) => ({ kind, title: letterOf(kind).title })),
    wakes: answer.wakes,
  };
}

function outlook({ stage, name }: Standing, { reply, nextDuty }: Reading): Outlook {
  return {
    stage,
    stageName: stages[stage],
    stateName: name,
    ...(reply ? { reply } : {}),
    ...(nextDuty ? { nextDuty } : {}),
  };
}
