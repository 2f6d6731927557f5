import { expect } from 'chai';
import { summaryOf } from '../../src/domain/application/summary.js';
import type { PaperCase } from './paper-case.js';

/** A case that practitioners argue about: its number, its place in the law, what the system makes of it, and how it is seen. */
export type Edge = readonly [
  edge: string,
  article: string,
  says: string,
  seen: () => unknown,
  expected: unknown,
];

/** One test for each line of the table. */
export function holdEdges(edges: readonly Edge[]): void {
  for (const [edge, article, says, seen, expected] of edges) {
    it(`${edge} ${article}: ${says}`, () => {
      expect(seen()).to.deep.equal(expected);
    });
  }
}

/** The row of table three in which the case counts. */
export const rowOf = (file: PaperCase): string | undefined => summaryOf(file.acts, file.standing.facts).row;

/** The column of table four and whether it counts there, for each proceeding. */
export const columnsOf = (file: PaperCase): (string | undefined)[] =>
  summaryOf(file.acts, file.standing.facts).proceedings.map(({ column, counted }) =>
    counted ? (column ?? 'pending') : 'notCounted',
  );

/** Where a working-day period ends, and how it stands, in one line. */
export const periodLine = (file: PaperCase, id: string): string => {
  const { dueOn, state } = file.period(id);
  return `${dueOn} ${state}`;
};
