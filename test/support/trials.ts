import { expect } from 'chai';
import type { PaperCase } from './paper-case.js';

/** A rule both ways: what it finds against an act, and the same act as it passes. */
export type Trial = readonly [
  rule: string,
  against: string,
  trial: () => readonly string[],
  passes: () => readonly string[],
];

/** Codes, each with its field, for which an act is refused. */
export const refusedFor = (
  file: PaperCase,
  ...[type, on, facts, way]: Parameters<PaperCase['refusals']>
): string[] =>
  file.refusals(type, on, facts, way).map(({ code, field }) => (field ? `${code}:${field}` : code));

/** Codes of the irregularities that an act brings. */
export const flaggedFor = (
  file: PaperCase,
  ...[type, on, facts, way]: Parameters<PaperCase['does']>
): string[] => file.does(type, on, facts, way).flaws;

/** One test for each trial. */
export function hold(trials: readonly Trial[]): void {
  for (const [rule, against, trial, passes] of trials) {
    it(`${rule}: finds ${against}, and nothing when it is right`, () => {
      expect(trial()).to.deep.equal([against]);
      expect(passes()).to.deep.equal([]);
    });
  }
}
