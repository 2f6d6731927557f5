import { type LocalDate, localDate } from '../domain/time/local-date.js';
import { settings } from './settings.js';

/** China keeps one time, eight hours ahead of UTC, and no summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

type Clock = () => Date;

let clock: Clock | undefined;

function dayInShanghai(instant: Date): LocalDate {
  return localDate(new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10));
}

/** Real time, moved by whole days so that the program begins on the day of the TODAY setting. */
function clockOfSettings(): Clock {
  const pretended = settings().today;
  if (pretended === undefined) return () => new Date();
  const moved = Date.parse(pretended) - Date.parse(dayInShanghai(new Date()));
  return () => new Date(Date.now() + moved);
}

/** This instant. The only place that asks the machine for the time. */
export function now(): Date {
  clock ??= clockOfSettings();
  return clock();
}

/** Milliseconds of the machine's own clock, whatever day is pretended: for ages of files and the like. */
export function machineTime(): number {
  return Date.now();
}

/** The civil day in China (Asia/Shanghai) at this instant. */
export function today(): LocalDate {
  return dayInShanghai(now());
}

/** The civil day in China on which an instant falls. */
export function dayOf(instant: Date): LocalDate {
  return dayInShanghai(instant);
}

/** The full hour in China at an instant, 0 to 23. */
export function hourOf(instant: Date): number {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).getUTCHours();
}

/** Puts another clock in place (for tests); without an argument the clock of the settings returns. */
export function setClock(replacement?: Clock): void {
  clock = replacement;
}
