import type { ActOf, RecordedAct } from '../acts/acts.js';
import { impossible } from '../law/finding.js';
import type { ApplicantKind } from './applicant.js';
import type { Corrected } from './correcting.js';
import type { Standing } from './standing.js';

type Mending = ActOf<'particulars.corrected'>;

/**
 * 更正申请人信息 is possible from the receipt on, also after 办结: what is known of the applicant may be wrong at any time.
 * It moves no state and no period; a mended kind moves the case to another column of table three.
 */
export function judgeMending(
  standing: Standing,
  log: readonly RecordedAct[],
  { what, kind, kindBefore }: Mending,
): Corrected | { refusals: Corrected['irregularities'] } {
  if (log.length === 0)
    return { refusals: [impossible('notNow', '还没有收到申请，不能更正申请人信息。', '请先登记收到申请。')] };
  if (!what) {
    const mend = '请改正有误的内容后再提交。';
    return { refusals: [impossible('nothingMended', '申请人信息与原来的一样，没有更正任何内容。', mend)] };
  }
  if ((kind === undefined) !== (kindBefore === undefined) || (kind !== undefined && kind === kindBefore)) {
    const mend = '请同时写明更正前、后的类别。';
    return { refusals: [impossible('kindUnclear', '申请人类别的更正不完整。', mend, { field: 'kind' })] };
  }
  return { standing, irregularities: [] };
}

/**
 * The kind that an application was counted under while only its first `known` acts had been written; `now` is what it
 * counts under today.
 */
export function kindKnown(log: readonly RecordedAct[], known: number, now: ApplicantKind): ApplicantKind {
  const before = log.slice(0, known).findLast(mendsKind);
  const after = log.slice(known).find(mendsKind);
  return before?.kind ?? after?.kindBefore ?? now;
}

const mendsKind = (act: RecordedAct): act is RecordedAct & Mending & { kind: ApplicantKind } =>
  act.type === 'particulars.corrected' && act.kind !== undefined;
