import type { Act, ActOf, RecordedAct } from './acts.js';
import { isActOfRecord, isActType, readAct } from './acts.js';

type Correction = ActOf<'act.corrected'>;

/** What a correction puts in the place of an act: `undefined` strikes it out. */
export function replacementOf(correction: Correction, original: RecordedAct): RecordedAct | undefined {
  if (!correction.replacement) return undefined;
  const kept: unknown = JSON.parse(correction.replacement);
  if (typeof kept !== 'object' || kept === null) throw new TypeError('更正后的记录不完整。');
  const { type } = kept as { type?: unknown };
  if (typeof type !== 'string' || !isActType(type)) throw new TypeError('更正后的记录种类不明。');
  if (isActOfRecord(type)) throw new TypeError('更正记录不能代替办理记录。');
  const read = readAct(type, kept as Record<string, unknown>);
  if ('faults' in read) throw new TypeError(Object.values(read.faults).join(''));
  const { seq, recordedAt, by, source } = original;
  // What the check found then is not put right by hand.
  const found = 'checked' in original && original.type === type ? { checked: original.checked } : {};
  const standing: Act = read.act;
  return { ...standing, ...found, ...(source ? { source } : {}), seq, recordedAt, by };
}

/**
 * The log as it is to be read: each act as the last correction left it; struck acts and acts of record left out.
 * A mended act keeps the place where it was first recorded. Throws TypeError on a correction that cannot be read.
 */
export function effectiveActs(log: readonly RecordedAct[]): readonly RecordedAct[] {
  if (!log.some(({ type }) => isActOfRecord(type))) return log;
  const corrections = new Map<number, Correction>();
  for (const act of log) if (act.type === 'act.corrected') corrections.set(act.corrects, act);
  return log.flatMap((act) => {
    if (isActOfRecord(act.type)) return [];
    const correction = corrections.get(act.seq);
    const standing = correction ? replacementOf(correction, act) : act;
    return standing ? [standing] : [];
  });
}
