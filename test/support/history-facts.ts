import type { ActType } from '../../src/domain/acts/acts.js';
import { type OutcomeId, outcomeIds } from '../../src/domain/outcome/outcomes.js';
import { reconsiderationResults, suitResults } from '../../src/domain/remedy/results.js';
import { type LocalDate, addDays } from '../../src/domain/time/local-date.js';
import type { PaperCase } from './paper-case.js';
import { serviceSaid } from './service.js';

/** Chance from a list of numbers, so that fast-check can shrink a failing history. */
export class Tape {
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
export function factsOf(type: ActType, on: LocalDate, tape: Tape, file: PaperCase): Record<string, unknown> {
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
    case 'opinion.overruled':
      return { id: consultation() };
    case 'fee.noticed':
      return { deliveredOn: tape.pick(['', on, on]) };
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
      return serviceSaid[tape.pick(['counter', 'post', 'internet', 'announcement'] as const)];
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
    case 'redo.notOrdered':
      return { id: tape.pick([reconsideration(), suit()]) };
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
