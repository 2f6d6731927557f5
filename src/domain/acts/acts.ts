import type { Citation } from '../law/citation.js';
import { type LocalDate, parseLocalDate } from '../time/local-date.js';
import { appealActs } from './appeal-acts.js';
import { type Facts, type Field, type Fields, readFields } from './fields.js';
import { handlingActs } from './handling-acts.js';
import { intakeActs } from './intake-acts.js';
import { redoActs } from './redo-acts.js';
import { replyActs } from './reply-acts.js';

/** What an act is called, where it stands in the law, and which facts it carries. */
export interface ActDefinition {
  readonly name: string;
  readonly article: Citation;
  readonly fields: Fields;
}

/** Every dated legal act (法律行为) that can stand in the record of an application. */
export const actDefinitions = {
  ...intakeActs,
  ...handlingActs,
  ...replyActs,
  ...appealActs,
  ...redoActs,
} as const;

export type ActType = keyof typeof actDefinitions;

/**
 * One dated act: row of the log, event of the lifecycle and result of a form at once.
 * `on` is the day that counts in law. `source: 'ledger'` says that it was read from a ledger which holds
 * dates and results but not the papers: what a ledger cannot show is then not held against the act.
 */
export type ActOf<T extends ActType> = {
  readonly type: T;
  readonly on: LocalDate;
  readonly source?: 'ledger';
} & Facts<(typeof actDefinitions)[T]['fields']>;
export type Act = { [T in ActType]: ActOf<T> }[ActType];

/** An act as the log keeps it. `seq` counts from 1 in each application; `recordedAt` is an ISO instant. */
export type RecordedAct = Act & { readonly seq: number; readonly recordedAt: string; readonly by: string };

export const actTypes = Object.keys(actDefinitions) as ActType[];
export const isActType = (text: string): text is ActType => Object.hasOwn(actDefinitions, text);
export const definitionOf = (type: ActType): ActDefinition => actDefinitions[type];

/** Acts that no person performs: the law makes them happen by lapse of time (视为). */
export const actsOfTime = [
  'correction.lapsed',
  'reasons.lapsed',
  'opinion.lapsed',
  'fee.lapsed',
  'remedy.lapsed',
  'suit.tookEffect',
] as const satisfies readonly ActType[];
export type ActOfTime = (typeof actsOfTime)[number];
export const isActOfTime = (type: ActType): type is ActOfTime =>
  (actsOfTime as readonly ActType[]).includes(type);

/**
 * Acts about the record and the people in it, not about the application: no state of the lifecycle turns on them, no
 * period either. 更正记录 is read into the act that it mends, 更正申请人信息 into the applicant's particulars.
 */
export const actsOfRecord = ['act.corrected', 'particulars.corrected'] as const satisfies readonly ActType[];
export type ActTypeOfRecord = (typeof actsOfRecord)[number];
export const isActOfRecord = (type: ActType): type is ActTypeOfRecord =>
  (actsOfRecord as readonly ActType[]).includes(type);

const dayField: Field = { kind: 'date', label: '日期' };

/** Reads an act from a form, a file or another system: the act, or what is wrong with each field (`on` included). */
export function readAct(
  type: ActType,
  raw: Readonly<Record<string, unknown>>,
): { act: Act } | { faults: Readonly<Record<string, string>> } {
  const { facts, faults } = readFields({ on: dayField, ...definitionOf(type).fields }, raw);
  if (Object.keys(faults).length > 0) return { faults };
  // Every field was read of this type's definition: the facts fit it.
  return { act: { type, ...facts } as unknown as Act };
}

/** Brings an act that was kept as JSON back; throws when it was not kept by this program. */
export function reviveAct(kept: Readonly<Record<string, unknown>>): Act {
  const { type, on } = kept;
  if (typeof type !== 'string' || !isActType(type) || typeof on !== 'string' || !parseLocalDate(on)) {
    throw new TypeError(`不是本系统的记录：${String(type)}`);
  }
  return kept as unknown as Act;
}
