import { type Act, type ActType, type RecordedAct, definitionOf, isActOfTime } from '../acts/acts.js';
import { effectiveActs } from '../acts/effective.js';
import { type Reading, readClock } from '../clock/clock.js';
import { type ClockPolicy, defaultPolicy } from '../clock/consultations.js';
import { type Finding, impossible } from '../law/finding.js';
import { type LetterKind, lettersAfter } from '../letter/register.js';
import type { LocalDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { type Actor, actorName, applicantBound, handlerBound, mayPerform, whoMay } from './authority.js';
import { type Corrected, judgeCorrection } from './correcting.js';
import { judgeMending } from './mending.js';
import type { Papers } from '../letter/check/finding.js';
import { throughGate } from './reply-gate.js';
import { findingsOn } from './lawfulness.js';
import { type Standing, after, replay } from './standing.js';
import { type Wake, wakesOf } from './wakes.js';
import { whyNot } from './why-not.js';

/** The day, the calendar and the office's settings under which an act is judged. */
export interface Circumstances {
  readonly today: LocalDate;
  /** ISO instant at which the act is recorded. */
  readonly now: string;
  readonly calendar: WorkCalendar;
  readonly policy?: ClockPolicy;
  /** What the file holds besides its acts: 答复体检 needs it. Without it a reply is not checked. */
  readonly papers?: Papers;
}

/** The case after an act: what was recorded, where it stands, what follows. */
export interface Performed {
  readonly recorded: RecordedAct;
  readonly log: readonly RecordedAct[];
  readonly standing: Standing;
  readonly reading: Reading;
  /** 程序瑕疵 that the act brings into the record. */
  readonly irregularities: readonly Finding[];
  readonly letters: readonly LetterKind[];
  /** Every wake of the case as it now is: the table is made equal to it. */
  readonly wakes: readonly Wake[];
}

/** Why the act is refused: one finding at least, each with its sentence and its mend. */
export interface Refusal {
  readonly refusals: readonly Finding[];
}

export const isRefusal = (result: Performed | Refusal): result is Refusal => 'refusals' in result;

/**
 * The one door for every change of a case: the clerk, the applicant, a file, another system and time go through it.
 * Pure: the log and the act in, the new case or the reasons against it out; nothing is changed on refusal.
 */
export function perform(
  log: readonly RecordedAct[],
  offered: Act,
  actor: Actor,
  circumstances: Circumstances,
): Performed | Refusal {
  const { today, now, calendar, policy = defaultPolicy, papers } = circumstances;
  if (!mayPerform(actor, offered.type)) return { refusals: [notAuthorised(offered.type)] };
  const bound = applicantBound(actor, offered, today) ?? handlerBound(actor, offered);
  if (bound) return { refusals: [bound] };
  const seen = asSeenBy(actor, offered);
  const record = (act: Act): RecordedAct => ({
    ...act,
    seq: log.length + 1,
    recordedAt: now,
    by: actorName(actor),
  });
  const judging = { today, calendar, policy };
  const judged =
    seen.type === 'act.corrected'
      ? judgeCorrection(log, [...log, record(seen)], seen, judging)
      : seen.type === 'particulars.corrected'
        ? judgeMending(standingAfter(log), log, seen)
        : judge(log, seen);
  if ('refusals' in judged) return judged;
  const { standing } = judged;

  const before = effectiveActs(log);
  const findings = findingsOn({ ...judging, acts: before, act: seen });
  const refusals = findings.filter(({ severity }) => severity === 'impossible');
  if (refusals.length > 0) return { refusals };
  const gate = throughGate(before, seen, papers, judging);
  if ('refusals' in gate) return gate;
  const { act } = gate;
  const recorded = record(act);
  const next = [...log, recorded];

  standings.set(next, standing);
  const standingActs = effectiveActs(next);
  const reading = readClock(standingActs, calendar, today, policy);
  return {
    recorded,
    log: next,
    standing,
    reading,
    irregularities: [...findings, ...judged.irregularities],
    letters: lettersAfter(act),
    wakes: wakesOf(standing, standingActs, reading.periods),
  };
}

/** What only a ledger may leave open is left open to nobody else. */
function asSeenBy(actor: Actor, { source, ...act }: Act): Act {
  return actor.kind === 'ledger' && source ? { ...act, source } : act;
}

function notAuthorised(type: ActType): Finding {
  const { name } = definitionOf(type);
  return isActOfTime(type)
    ? impossible('notAuthorised', `“${name}”由系统按法定期限自动记录，不能人工办理。`, '请待期限届满。')
    : impossible('notAuthorised', `您的角色不能办理“${name}”。`, `“${name}”由${whoMay(type)}办理，请转交。`);
}

/** Where a log leads, for logs that this door has written itself: acts performed in a row are not replayed each time. */
const standings = new WeakMap<readonly RecordedAct[], Standing>();

function standingAfter(log: readonly RecordedAct[]): Standing {
  const known = standings.get(log);
  if (known) return known;
  const { standing, misplaced } = replay(effectiveActs(log));
  if (misplaced) throw new Error('案卷记录与办理流程不符，请运行 verify 查明。');
  return standing;
}

function judge(log: readonly RecordedAct[], act: Act): Corrected | Refusal {
  const standing = standingAfter(log);
  const next = after(standing, act);
  return next ? { standing: next, irregularities: [] } : { refusals: [whyNot(standing, act)] };
}
