import type { Act, RecordedAct } from '../acts/acts.js';
import { definitionOf } from '../acts/acts.js';
import { effectiveActs, replacementOf } from '../acts/effective.js';
import { type Reading, readClock } from '../clock/clock.js';
import { type ClockPolicy, defaultPolicy } from '../clock/consultations.js';
import { type Finding, impossible } from '../law/finding.js';
import { type LetterKind, lettersAfter } from '../letter/register.js';
import type { LocalDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { type Actor, actorName, mayPerform, whoMay } from './authority.js';
import { findingsOn } from './lawfulness.js';
import { type Standing, after, replay, takes } from './standing.js';
import { type Wake, wakesOf } from './wakes.js';
import { whyNot } from './why-not.js';

/** The day, the calendar and the office's settings under which an act is judged. */
export interface Circumstances {
  readonly today: LocalDate;
  /** ISO instant at which the act is recorded. */
  readonly now: string;
  readonly calendar: WorkCalendar;
  readonly policy?: ClockPolicy;
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
  act: Act,
  actor: Actor,
  circumstances: Circumstances,
): Performed | Refusal {
  const { today, now, calendar, policy = defaultPolicy } = circumstances;
  const { name } = definitionOf(act.type);
  if (!mayPerform(actor, act.type)) {
    const mend = `“${name}”由${whoMay(act.type)}办理，请转交。`;
    return { refusals: [impossible('notAuthorised', `您的岗位不能办理“${name}”。`, mend)] };
  }
  const recorded = { ...act, seq: log.length + 1, recordedAt: now, by: actorName(actor) } as RecordedAct;
  const next = [...log, recorded];
  const judged = act.type === 'act.corrected' ? judgeCorrection(log, next, act) : judge(log, act);
  if ('refusals' in judged) return judged;
  const { standing } = judged;

  const acts = effectiveActs(log);
  const findings = findingsOn({ acts, act, today, calendar, policy });
  const refusals = findings.filter(({ severity }) => severity === 'impossible');
  if (refusals.length > 0) return { refusals };

  const standingActs = effectiveActs(next);
  const reading = readClock(standingActs, calendar, today, policy);
  return {
    recorded,
    log: next,
    standing,
    reading,
    irregularities: findings.filter(({ severity }) => severity === 'irregular'),
    letters: lettersAfter(act),
    wakes: wakesOf(standing, reading.periods),
  };
}

function judge(log: readonly RecordedAct[], act: Act): { standing: Standing } | Refusal {
  const { standing, misplaced } = replay(effectiveActs(log));
  if (misplaced) throw new Error('案卷记录与办理流程不符，请运行 verify 查明。');
  return takes(standing, act) ? { standing: after(standing, act) } : { refusals: [whyNot(standing, act)] };
}

/** A correction is lawful when the whole log, read with it, is still a possible history. */
function judgeCorrection(
  log: readonly RecordedAct[],
  next: readonly RecordedAct[],
  act: Act & { type: 'act.corrected' },
): { standing: Standing } | Refusal {
  const original = log.find(({ seq }) => seq === act.corrects);
  if (!original || original.type === 'act.corrected') {
    const says = `没有第 ${act.corrects} 条可更正的记录。`;
    return { refusals: [impossible('noSuchAct', says, '请填写案卷记录中的序号。', { field: 'corrects' })] };
  }
  try {
    replacementOf(act, original);
  } catch (fault) {
    const says = fault instanceof Error ? fault.message : '更正后的记录不完整。';
    return {
      refusals: [impossible('badReplacement', says, '请重新填写更正后的内容。', { field: 'replacement' })],
    };
  }
  const { standing, misplaced } = replay(effectiveActs(next));
  if (!misplaced) return { standing };
  const says = `这样更正后，${misplaced.on} 的“${definitionOf(misplaced.type).name}”就没有依据了。`;
  return {
    refusals: [impossible('breaksHistory', says, '请先更正或撤销其后依赖它的记录。', { field: 'corrects' })],
  };
}
