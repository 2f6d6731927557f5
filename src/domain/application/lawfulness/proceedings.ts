import type { Act, ActOf } from '../../acts/acts.js';
import { cite } from '../../law/citation.js';
import { impossible, irregular } from '../../law/finding.js';
import { suitResults } from '../../remedy/results.js';
import type { Rule } from './question.js';

type Procedure = 'ordinary' | 'simplified';

/** The procedure in which a proceeding is heard so far: the copy's word goes before that of the acceptance. */
function procedureOf(acts: readonly Act[], id: string): Procedure | undefined {
  let procedure: Procedure | undefined;
  for (const act of acts) {
    if (!('id' in act) || act.id !== id) continue;
    if (act.type === 'reconsideration.converted' || act.type === 'suit.converted') procedure = 'ordinary';
    if (
      act.type === 'reconsideration.accepted' ||
      act.type === 'reconsideration.copyReceived' ||
      act.type === 'suit.served'
    )
      procedure = act.procedure ?? procedure;
  }
  return procedure;
}

/** 行政复议法第五十五条, 行政诉讼法第八十四条: only what runs in the simplified procedure can be turned to the ordinary one. */
export const convertedFromSimplified: Rule = ({ acts, act }) => {
  if (act.type !== 'reconsideration.converted' && act.type !== 'suit.converted') return [];
  if (procedureOf(acts, act.id) === 'simplified') return [];
  const article = act.type === 'suit.converted' ? cite('litigation', 84) : cite('reconsideration', 55);
  const mend = '请核对编号；如果程序记错了，请先更正受理或收到副本的记录。';
  const says = `编号“${act.id}”不是简易程序，不能转为普通程序。`;
  return [impossible('notSimplified', says, mend, { article, field: 'id' })];
};

/** 行政复议法第六十二条: thirty days in the simplified procedure, and no more. */
export const prolongedInOrdinary: Rule = ({ acts, act }) => {
  if (act.type !== 'reconsideration.prolonged' || procedureOf(acts, act.id) !== 'simplified') return [];
  const mend = '简易程序没有延期；请核对是否已转为普通程序，并先登记“转为普通程序”。';
  const article = cite('reconsideration', 62, 2);
  return [irregular('simplifiedProlonged', '简易程序的复议被延期。', mend, { article })];
};

/** 行政诉讼法第八十九条: a dismissed appeal leaves the first judgment as it was, so the two must say the same. */
export const appealResultFits: Rule = ({ acts, act }) => {
  if (act.type !== 'suit.finallyJudged' || act.result !== 'appealRejected') return [];
  const judged = acts.findLast((a) => a.type === 'suit.judged' && a.id === act.id) as
    ActOf<'suit.judged'> | undefined;
  if (!judged || suitResults[judged.result].column === 'upheld') return [];
  const { name } = suitResults[judged.result];
  const says = `一审结果是“${name}”，维持原判就不是驳回诉讼请求。`;
  const mend = `二审驳回上诉、维持原判的，请选与一审相同的“${name}”。`;
  return [impossible('appealResult', says, mend, { article: cite('litigation', 89, 1, 1), field: 'result' })];
};
