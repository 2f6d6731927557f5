import { type Act, type ActType, actTypes, isActOfRecord } from '../../domain/acts/acts.js';
import { localDate } from '../../domain/time/local-date.js';

const on = localDate('2026-03-02');
const consultation = { id: '征询' };
const reconsideration = { id: '复议' };
const suit = { id: '诉讼' };

/** The facts on which the guards of the lifecycle look; what they do not look at is left out. */
const variants: { readonly [T in ActType]?: readonly Readonly<Record<string, unknown>>[] } = {
  'opinion.sought': [{ ...consultation, consultee: 'agency' }],
  'opinion.delivered': [consultation],
  'opinion.received': [consultation],
  'opinion.overruled': [consultation],
  'opinion.lapsed': [consultation],
  'reply.drafted': [{ outcome: 'granted' }],
  'reply.reviewed': [{ passed: 'yes' }, { passed: 'no' }],
  'reply.issued': [
    { outcome: 'granted' },
    { outcome: 'granted', onTheSpot: true },
    { outcome: 'withdrawn', onTheSpot: true },
  ],
  'redo.ordered': [reconsideration, suit],
  'redo.notOrdered': [reconsideration, suit],
};

const factsOf = (type: ActType): readonly Readonly<Record<string, unknown>>[] => {
  const own = variants[type];
  if (own) return own;
  if (type.startsWith('reconsideration.')) return [reconsideration];
  return type.startsWith('suit.') ? [suit] : [{}];
};

/**
 * Acts that stand for all others of their type: each type with the facts that decide whether the lifecycle takes it.
 * Acts of record are not among them: they are judged by the whole record, not by the state.
 */
export const sampleActs: readonly Act[] = actTypes
  .filter((type) => !isActOfRecord(type))
  .flatMap((type) => factsOf(type).map((facts) => ({ ...facts, type, on }) as unknown as Act));

/** A second reconsideration and a second suit beside the first. */
export const secondAppeals: readonly Act[] = sampleActs
  .filter(({ type }) => type.startsWith('reconsideration.') || type.startsWith('suit.'))
  .map((act) => ({ ...act, id: act.type.startsWith('suit.') ? '诉讼二' : '复议二' }) as unknown as Act);

export const actsAmong = (acts: readonly Act[], types: readonly ActType[]): Act[] =>
  acts.filter(({ type }) => types.includes(type));

export const sampleActsOf = (types: readonly ActType[]): Act[] => actsAmong(sampleActs, types);
