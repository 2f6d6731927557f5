import type { Act } from '../acts/acts.js';
import { cite } from '../law/citation.js';
import type { LocalDate } from '../time/local-date.js';
import type { Exclusion } from './period.js';

/** 中止 of one proceeding: the days that it stood still, and since when it still does. */
export interface Suspensions {
  readonly excluded: readonly Exclusion[];
  readonly since?: LocalDate;
}

/** That the days do not count is written for suits and read into the reconsideration law (本系统口径). */
const articles = {
  reconsideration: cite('reconsideration', 39),
  suit: cite('interpretation2018', 50),
} as const;

/** The days during which a proceeding stood still: after the suspension, up to and including the resumption. */
export function suspensionsOf(acts: readonly Act[], kind: keyof typeof articles, id: string): Suspensions {
  const excluded: Exclusion[] = [];
  let since: LocalDate | undefined;
  for (const act of acts) {
    if (!('id' in act) || act.id !== id) continue;
    if (act.type === `${kind}.suspended`) since = act.on;
    if (act.type === `${kind}.resumed` && since) {
      const why = kind === 'suit' ? '诉讼中止' : '复议中止';
      excluded.push({ matter: id, after: since, through: act.on, why, article: articles[kind] });
      since = undefined;
    }
  }
  return { excluded, ...(since ? { since } : {}) };
}
