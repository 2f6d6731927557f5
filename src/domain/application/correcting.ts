import { type ActOf, type RecordedAct, definitionOf, isActOfRecord, isActOfTime } from '../acts/acts.js';
import { effectiveActs, replacementOf } from '../acts/effective.js';
import { type Finding, impossible } from '../law/finding.js';
import { chinese } from '../time/local-date.js';
import { type Flaw, type Judging, flawsBrought } from './history.js';
import { withinCalendar } from './lawfulness/order.js';
import { type Standing, replay } from './standing.js';

/** A correction that stands: where the case now is, and the 程序瑕疵 that the mended record shows anew. */
export interface Corrected {
  readonly standing: Standing;
  readonly irregularities: readonly Finding[];
}

const refused = (finding: Finding): { refusals: readonly Finding[] } => ({ refusals: [finding] });

/**
 * A correction is lawful when the whole record, read with it, is still a possible history: each act has its place in
 * the lifecycle, and nothing contradicts it that did not before. `next` is the log with the correction at its end.
 */
export function judgeCorrection(
  log: readonly RecordedAct[],
  next: readonly RecordedAct[],
  act: ActOf<'act.corrected'>,
  judging: Judging,
): Corrected | { refusals: readonly Finding[] } {
  const original = log.find(({ seq }) => seq === act.corrects);
  if (!original || isActOfRecord(original.type)) {
    const says = `没有第 ${act.corrects} 条可更正的记录。`;
    const mend = '请填写案卷记录中的序号；申请人信息更正错了的，请再更正一次申请人信息。';
    return refused(impossible('noSuchAct', says, mend, { field: 'corrects' }));
  }
  const unfit = unfitReplacement(act, original);
  if (unfit) return refused(unfit);
  const acts = effectiveActs(next);
  const { standing, misplaced } = replay(acts);
  if (misplaced) {
    const says = `这样更正后，${chinese(misplaced.on)}的“${definitionOf(misplaced.type).name}”就没有依据了。`;
    const mend = '请先更正或撤销其后依赖它的记录。';
    return refused(impossible('breaksHistory', says, mend, { field: 'corrects' }));
  }
  const mended = acts.find(({ seq }) => seq === act.corrects);
  // Later acts cannot be reckoned with a day that no calendar has.
  const outside = mended ? withinCalendar({ ...judging, acts: [], act: mended }) : [];
  if (outside.length > 0)
    return { refusals: outside.map((finding) => ({ ...finding, field: 'replacement' })) };
  const brought = flawsBrought(effectiveActs(log), acts, judging);
  const contradictions = brought.filter(({ finding }) => finding.severity === 'impossible');
  if (contradictions.length > 0) return { refusals: contradictions.map((flaw) => told(flaw, act, acts)) };
  return { standing, irregularities: brought.map(({ finding }) => finding) };
}

function unfitReplacement(act: ActOf<'act.corrected'>, original: RecordedAct): Finding | undefined {
  const unfit = (code: string, says: string, mend: string): Finding =>
    impossible(code, says, mend, { field: 'replacement' });
  try {
    const replacement = replacementOf(act, original);
    if (original.type === 'application.received' && replacement?.type !== original.type) {
      const mend = '日期、渠道有误的，请更正；不应登记的，请按实际情况办结并说明。';
      return unfit('beginningStays', '“收到申请”是案卷的开始，不能撤销。', mend);
    }
    if (replacement && isActOfTime(replacement.type) && replacement.type !== original.type) {
      const { name } = definitionOf(replacement.type);
      const mend = '请撤销有误的记录；期限届满的，系统会自动记录。';
      return unfit('timeAlone', `“${name}”由期限届满产生，不能代填。`, mend);
    }
    return undefined;
  } catch (fault) {
    const says = fault instanceof TypeError ? fault.message : '更正后的记录不完整。';
    return unfit('badReplacement', says, '请重新填写更正后的内容。');
  }
}

/** What contradicts the mended record, said of the act that it concerns. */
function told(
  { seq, finding }: Flaw,
  correction: ActOf<'act.corrected'>,
  acts: readonly RecordedAct[],
): Finding {
  if (seq === correction.corrects) return { ...finding, field: 'replacement' };
  const other = acts.find((act) => act.seq === seq);
  const name = other ? `${chinese(other.on)}的“${definitionOf(other.type).name}”` : `第 ${seq} 条记录`;
  const mend = '请先更正或撤销其后依赖它的记录。';
  return impossible('breaksHistory', `这样更正后，${name}不能成立：${finding.says}`, mend, {
    field: 'corrects',
  });
}
