import { cite, printCitation } from '../domain/law/citation.js';
import { outcomes } from '../domain/outcome/outcomes.js';
import { isResultRow, rowInWords } from '../domain/outcome/rows.js';
import { resultNameOf } from '../domain/remedy/results.js';
import type { CountedProceedingsOfOffice } from '../records/counting/table-four-counts.js';

/** Concluded, lost and pending proceedings of one part of the whole. */
export interface Tally {
  readonly concluded: number;
  readonly corrected: number;
  readonly pending: number;
}

/** One line of a breakdown: its key and both kinds of proceeding. */
export interface BrokenDown {
  readonly key: string;
  readonly reconsideration: Tally;
  readonly litigation: Tally;
}

type Count = CountedProceedingsOfOffice;

function tallyOf(counts: readonly Count[]): Tally {
  const sum = (wanted: (count: Count) => boolean): number =>
    counts.filter(wanted).reduce((total, { count }) => total + count, 0);
  return {
    concluded: sum(({ column }) => column !== 'pending'),
    corrected: sum(({ column }) => column === 'corrected'),
    pending: sum(({ column }) => column === 'pending'),
  };
}

/** Divides the counted proceedings by a key; the sums over all lines are the whole. */
export function breakDown(counts: readonly Count[], keyOf: (count: Count) => string): BrokenDown[] {
  const parts = new Map<string, Count[]>();
  for (const count of counts) {
    const key = keyOf(count);
    parts.set(key, [...(parts.get(key) ?? []), count]);
  }
  const lines = [...parts].map(([key, part]) => ({
    key,
    reconsideration: tallyOf(part.filter(({ group }) => group === 'reconsideration')),
    litigation: tallyOf(part.filter(({ group }) => group !== 'reconsideration')),
  }));
  return lines.sort((a, b) => weight(b) - weight(a));
}

/** Most lost first, then most concluded. */
const weight = ({ reconsideration: r, litigation: l }: BrokenDown): number =>
  (r.corrected + l.corrected) * 1_000_000 + r.concluded + l.concluded + (r.pending + l.pending) / 1_000_000;

/** 不予公开：保护第三方合法权益; over a silence 未答复. */
export const rowName = (row: string): string => (isResultRow(row) ? rowInWords(row) : '逾期未答复或尚未答复');

/** The articles on which replies of that row rest: 《条例》第十六条第二款. An em dash where no single one is named. */
export function articleOfRow(row: string): string {
  const cited = Object.values(outcomes).flatMap((outcome) =>
    outcome.row === row && 'article' in outcome ? [printCitation(outcome.article)] : [],
  );
  return row === 'none' ? printCitation(cite('disclosure', 33)) : [...new Set(cited)].join('、') || '—';
}

/** How lost proceedings ended, most frequent first. */
export function lostBy(
  counts: readonly Count[],
): { result: string; kind: string; name: string; count: number }[] {
  const lost = new Map<string, { result: string; kind: string; name: string; count: number }>();
  for (const { column, result, group, count } of counts) {
    if (column !== 'corrected' || result === null) continue;
    const kind = group === 'reconsideration' ? 'reconsideration' : 'litigation';
    const name = resultNameOf(kind === 'reconsideration' ? kind : 'suit', result) || result;
    const known = lost.get(`${kind} ${result}`)?.count ?? 0;
    lost.set(`${kind} ${result}`, { result, kind, name, count: known + count });
  }
  return [...lost.values()].sort((a, b) => b.count - a.count);
}
