import fc from 'fast-check';
import { type Act, type ActType, actTypes, isActOfTime } from '../../src/domain/acts/acts.js';
import type { Performed, Refusal } from '../../src/domain/application/perform.js';
import { isRefusal } from '../../src/domain/application/perform.js';
import { takes } from '../../src/domain/application/standing.js';
import { actOfWake } from '../../src/domain/application/wakes.js';
import { type OutcomeId, outcomeIds } from '../../src/domain/outcome/outcomes.js';
import { reconsiderationResults, suitResults } from '../../src/domain/remedy/results.js';
import { type LocalDate, addDays, localDate } from '../../src/domain/time/local-date.js';
import { PaperCase, act, time } from './paper-case.js';

/** One step of a history: what was tried on which day, and what came of it. */
export interface Step {
  readonly today: LocalDate;
  readonly tried: Act;
  readonly result: Performed | Refusal;
}

/** A random, plausible life of an application; every act went through the door. */
export interface History {
  readonly file: PaperCase;
  readonly steps: readonly Step[];
  readonly today: LocalDate;
}

/** Chance from a list of numbers, so that fast-check can shrink a failing history. */
class Tape {
  #at = 0;
  constructor(readonly numbers: readonly number[]) {}
  next(): number {
    const n = this.numbers[this.#at % this.numbers.length] ?? 0;
    // After the first round the same numbers give other choices.
    const round = Math.floor(this.#at / this.numbers.length);
    this.#at += 1;
    return (n + round * 7) >>> 0;
  }
  pick<T>(from: readonly T[]): T {
    const picked = from[this.next() % from.length];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }
}

const gaps = [0, 0, 0, 1, 1, 2, 3, 5, 8, 13, 21, 45];
const lateness = [0, 0, 0, 0, 0, 0, 1, 2, 4];
const rare: readonly ActType[] = [
  'application.received',
  'act.corrected',
  'application.closed',
  'application.withdrawn',
  'reply.supplemented',
];

const outcomeFacts = (outcome: OutcomeId) => ({
  outcome,
  reasons: '理由如下。',
  provided: '复印件一份',
  withheld: '第三页身份证号码',
  searched: '以“道路”为关键词检索档案系统，无结果。',
  basis: '某某法第三条',
  earlier: '某答〔2024〕1号',
});

/** The facts of one act, as the day and chance have it. */
function factsOf(type: ActType, on: LocalDate, tape: Tape, file: PaperCase): Record<string, unknown> {
  const later = (): LocalDate => addDays(on, tape.pick([1, 5, 10, 15, 30]));
  const { consultations, proceedings } = file.standing.facts;
  // Mostly what the case knows already; numbers that people might type, the awkward ones among them.
  const one = (known: readonly string[], fresh: readonly string[]): string =>
    tape.pick([...known, ...known, ...known, ...fresh]);
  const kindOf = (kind: string): string[] =>
    Object.entries(proceedings).flatMap(([id, proceeding]) => (proceeding.kind === kind ? [id] : []));
  const consultation = (): string => one(Object.keys(consultations), ['1', 'constructor', '复议1']);
  const reconsideration = (): string => one(kindOf('reconsideration'), ['复议1', '1']);
  const suit = (): string => one(kindOf('suit'), ['诉讼1', '__proto__']);
  switch (type) {
    case 'correction.required':
    case 'reasons.asked':
      return { until: later() };
    case 'reply.deferred':
      return { until: addDays(on, 90) };
    case 'reasons.given':
      return { reasonable: tape.pick(['yes', 'no']) };
    case 'opinion.sought':
      return {
        id: consultation(),
        consultee: tape.pick(['thirdParty', 'coProducer', 'agency']),
        deliveredOn: tape.pick(['', on]),
      };
    case 'opinion.delivered':
    case 'opinion.received':
      return { id: consultation() };
    case 'period.extended':
      return { workdays: tape.pick([5, 10, 20]) };
    case 'reply.drafted':
    case 'reply.issued':
      return {
        ...outcomeFacts(file.standing.facts.drafted ?? tape.pick(outcomeIds)),
        ...(type === 'reply.issued' ? { onTheSpot: tape.pick(['no', 'no', 'yes']) } : {}),
      };
    case 'reply.reviewed':
      return { passed: tape.pick(['yes', 'yes', 'no']) };
    case 'reply.served':
      return { how: tape.pick(['counter', 'post', 'internet']) };
    case 'reconsideration.accepted':
      return {
        id: reconsideration(),
        over: tape.pick(['reply', 'silence']),
        appellant: tape.pick(['applicant', 'thirdParty']),
      };
    case 'reconsideration.copyReceived':
      return { id: reconsideration(), procedure: tape.pick(['ordinary', 'simplified', 'simplified']) };
    case 'reconsideration.decided':
      return { id: reconsideration(), result: tape.pick(Object.keys(reconsiderationResults)) };
    case 'suit.served':
      return {
        id: suit(),
        route: tape.pick(['direct', 'afterReconsideration']),
        over: tape.pick(['reply', 'silence']),
        docketedOn: tape.pick(['', on]),
        procedure: tape.pick(['', 'ordinary', 'simplified', 'simplified']),
      };
    case 'suit.judged':
      return {
        id: suit(),
        result: tape.pick(Object.keys(suitResults)),
        form: tape.pick(['judgment', 'ruling']),
      };
    case 'suit.finallyJudged':
      return { id: suit(), result: tape.pick(Object.keys(suitResults)) };
    case 'redo.ordered':
      return {
        id: tape.pick([reconsideration(), suit()]),
        ...tape.pick([{}, { workdays: 15 }, { days: 30 }]),
      };
    case 'act.corrected':
      return correction(tape, file);
    default:
      if (type.startsWith('reconsideration.')) return { id: reconsideration() };
      return type.startsWith('suit.') ? { id: suit() } : {};
  }
}

/** Strikes out an act, or moves its day by a little. */
function correction(tape: Tape, file: PaperCase): Record<string, unknown> {
  const original = tape.pick(file.log);
  const { seq, recordedAt: _at, by: _by, ...kept } = original;
  const moved = { ...kept, on: addDays(original.on, tape.pick([-3, -1, 1, 2])) };
  return { corrects: seq, replacement: tape.pick([JSON.stringify(moved), JSON.stringify(moved), '']) };
}

/** What the lifecycle would take on that day, one act of each type. */
function candidates(file: PaperCase, today: LocalDate, tape: Tape): Act[] {
  const offered = actTypes.filter((type) => !isActOfTime(type) && !rare.includes(type));
  return offered.flatMap((type) => {
    const on = addDays(today, -tape.pick(lateness));
    const offer = act(type, on, factsOf(type, on, tape, file));
    return takes(file.standing, offer) ? [offer] : [];
  });
}

/** Plays a history from a list of numbers: the same numbers give the same history. */
export function played(numbers: readonly number[], length = 24): History {
  const tape = new Tape(numbers);
  let today = addDays(
    localDate(
      tape.pick(['2014-03-03', '2019-05-10', '2019-06-03', '2023-09-04', '2024-12-09', '2025-09-22']),
    ),
    tape.next() % 90,
  );
  const file = new PaperCase(today).does('application.received', today);
  const steps: Step[] = [];
  const tryOut = (tried: Act, by?: typeof time): void => {
    const result = file.try(tried, by ? { today, by } : { today });
    steps.push({ today, tried, result });
    if (!isRefusal(result)) file.takes(tried, by ? { today, by } : { today });
  };
  for (let n = 0; n < length; n += 1) {
    today = addDays(today, tape.pick(gaps));
    for (let due = dueWake(file, today); due; due = dueWake(file, today)) {
      const before = file.log.length;
      tryOut(actOfWake(due), time);
      if (file.log.length === before) break;
    }
    const chance = tape.next() % 24;
    if (chance < 2) tryOut(act('act.corrected', today, factsOf('act.corrected', today, tape, file)));
    else if (chance === 2) tryOut(act('application.closed', today));
    else if (chance === 3) tryOut(act('application.withdrawn', today));
    else if (chance === 4) tryOut(act('reply.supplemented', today));
    else {
      const possible = candidates(file, today, tape);
      const replied = file.standing.facts.outcome !== undefined;
      const handling = replied ? [] : possible.filter(({ type }) => !/^(reconsideration|suit)[.]/.test(type));
      const among = handling.length > 0 && chance < 18 ? handling : possible;
      if (among.length > 0) tryOut(tape.pick(among));
    }
  }
  return { file, steps, today };
}

const dueWake = (file: PaperCase, today: LocalDate) => file.wakes.find(({ on }) => on < today);

/** Histories of about two dozen steps, from 2014 to 2026. */
export const histories: fc.Arbitrary<History> = fc
  .array(fc.nat({ max: 999_983 }), { minLength: 20, maxLength: 120 })
  .map((numbers) => played(numbers));
