import { procedures } from '../../acts/appeal-acts.js';
import { lastOf, suitActsOf } from '../../acts/proceeding-acts.js';
import { instanceOfRetrial } from '../../clock/suit.js';
import { cite } from '../../law/citation.js';
import { impossible, irregular } from '../../law/finding.js';
import { procedureNow } from '../../remedy/procedure.js';
import { suitResults } from '../../remedy/results.js';
import { chinese } from '../../time/local-date.js';
import type { Rule } from './question.js';
import { periodsBefore } from './timeliness.js';

/**
 * 行政复议法第五十三条第二款、第五十五条, 行政诉讼法第八十二条第二款、第八十四条: what is turned was heard in the other
 * procedure before. Where nobody has said how it began, it can only be turned to the simplified one.
 */
export const convertedFromOther: Rule = ({ acts, act }) => {
  if (act.type !== 'reconsideration.converted' && act.type !== 'suit.converted') return [];
  const to = act.to ?? 'ordinary';
  if ((procedureNow(acts, act.id) ?? 'ordinary') !== to) return [];
  const article = act.type === 'suit.converted' ? cite('litigation', 84) : cite('reconsideration', 55);
  const mend = '请核对编号和所转的程序；如果程序记错了，请先更正受理或收到副本的记录。';
  const says = `编号“${act.id}”已经是${procedures[to]}，不能再转为${procedures[to]}。`;
  return [impossible('sameProcedure', says, mend, { article, field: 'to' })];
};

/** 法释〔2018〕1号第一百零八条: the office answers what another has filed, not its own appeal. */
export const appealAnswerOwed: Rule = ({ acts, act }) => {
  if (act.type !== 'suit.appealAnswered') return [];
  const judged = acts.findLastIndex((a) => a.type === 'suit.judged' && a.id === act.id);
  const since = acts.slice(judged);
  if (since.some((a) => a.type === 'suit.appealCopyReceived' && a.id === act.id)) return [];
  const mend = '请先登记“收到上诉状副本”；本机关上诉的，不需要答辩。';
  const article = cite('interpretation2018', 108);
  return [
    impossible('noAppealCopy', `编号“${act.id}”没有收到上诉状副本的记录。`, mend, { article, field: 'id' }),
  ];
};

/** 法释〔2018〕1号第一百一十九条: what comes of a retrial by the rules of the second instance is in effect at once. */
export const retrialJudged: Rule = ({ acts, act }) => {
  if (act.type !== 'suit.judged') return [];
  const own = suitActsOf(acts, act.id);
  const order = own.findLast((one) => one.type === 'suit.retrialOrdered');
  const since = order ? own.slice(own.findIndex((one) => one === order)) : [];
  if (!order || since.some(({ type }) => type === 'suit.remanded')) return [];
  if (instanceOfRetrial(own, order) === 'first') return [];
  const says = '按第二审程序再审的，所作裁判就是生效裁判，不能登记为一审裁判。';
  const mend = '请登记“收到生效裁判”；按第一审程序再审的，请先更正“裁定再审”的记录。';
  return [
    impossible('retrialIsFinal', says, mend, {
      article: cite('interpretation2018', 119, 1),
      field: 'result',
    }),
  ];
};

/** 行政诉讼法第九十条、法释〔2018〕1号第一百一十条: against a judgment that went against the office, within six months. */
export const retrialSoughtInTime: Rule = (question) => {
  const { acts, act } = question;
  if (act.type !== 'suit.retrialSought') return [];
  const judged = lastOf(acts, 'suit.finallyJudged', act.id) ?? lastOf(acts, 'suit.judged', act.id);
  if (judged && suitResults[judged.result].column === 'upheld') {
    const says = `生效裁判的结果是“${suitResults[judged.result].name}”，本机关没有败诉。`;
    const mend = '请核对编号；对方申请再审的，请登记“收到再审申请书副本”。';
    return [impossible('notLost', says, mend, { article: cite('litigation', 90), field: 'id' })];
  }
  const window = periodsBefore(question).find(({ id }) => id === `retrial:${act.id}`);
  if (!window || act.on <= window.dueOn) return [];
  const says = `申请再审超过期限 ${chinese(window.dueOn)}。`;
  const mend = '超过期限的会被裁定驳回；有新的证据等法定情形的，自知道之日起六个月内提出，请说明。';
  return [irregular('retrialLate', says, mend, { article: window.article })];
};

/** 行政复议法第六十二条: thirty days in the simplified procedure, and no more. */
export const prolongedInOrdinary: Rule = ({ acts, act }) => {
  if (act.type !== 'reconsideration.prolonged' || procedureNow(acts, act.id) !== 'simplified') return [];
  const mend = '简易程序没有延期；请核对是否已转为普通程序，并先登记“复议程序转换”。';
  const article = cite('reconsideration', 62, 2);
  return [irregular('simplifiedProlonged', '简易程序的复议被延期。', mend, { article })];
};

/** 行政诉讼法第八十九条: a dismissed appeal leaves the first judgment as it was, so the two must say the same. */
export const appealResultFits: Rule = ({ acts, act }) => {
  if (act.type !== 'suit.finallyJudged' || act.result !== 'appealRejected') return [];
  const judged = lastOf(acts, 'suit.judged', act.id);
  if (!judged || suitResults[judged.result].column === 'upheld') return [];
  const { name } = suitResults[judged.result];
  const says = `一审结果是“${name}”，维持原判就不是驳回诉讼请求。`;
  const mend = `二审驳回上诉、维持原判的，请选与一审相同的“${name}”。`;
  return [impossible('appealResult', says, mend, { article: cite('litigation', 89, 1, 1), field: 'result' })];
};
