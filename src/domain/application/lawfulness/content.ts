import type { ActOf } from '../../acts/acts.js';
import { type Answer, answersOf, resultsOf } from '../../acts/answers.js';
import { inRow } from '../../acts/fields.js';
import { matterFields } from '../../acts/reply-acts.js';
import { cite } from '../../law/citation.js';
import { type Finding, impossible, irregular } from '../../law/finding.js';
import { type AnswerFact, answerFieldsOf, searchFacts } from '../../outcome/answer.js';
import { wholesOf } from '../../outcome/matters.js';
import type { Requirement } from '../../outcome/outcome.js';
import { outcomeOf, outcomeTitle } from '../../outcome/outcomes.js';
import { walk } from '../../outcome/way.js';
import { isItemFee, pageFee } from '../../fee/tariff.js';
import { repetitionIn, replySaid } from '../../remedy/same-again.js';
import type { Question, Rule } from './question.js';

type Reply = ActOf<'reply.drafted'> | ActOf<'reply.issued'>;

/** What history must show for an outcome, and what is said when it does not. */
const history = {
  thirdPartyAsked: {
    shown: ({ acts }: Question) =>
      acts.some((a) => a.type === 'opinion.sought' && a.consultee === 'thirdParty'),
    says: '以第三方合法权益为由不予公开，但记录中没有书面征求第三方意见。',
    mend: '请先书面征求第三方意见，或在理由中说明为何无法征求。',
    article: cite('disclosure', 32),
  },
  correctionAsked: {
    shown: ({ acts }: Question) => acts.some(({ type }) => type === 'correction.required'),
    says: '记录中没有告知补正，不能认定“补正后仍不明确”。',
    mend: '请先一次性告知补正。',
    article: cite('disclosure', 30),
  },
  correctionLapsed: {
    shown: ({ acts }: Question) => acts.some(({ type }) => type === 'correction.lapsed'),
    says: '记录中没有逾期不补正。',
    mend: '请先告知补正，待期限届满。',
    article: cite('disclosure', 30),
  },
  reasonsAsked: {
    shown: ({ acts }: Question) => acts.some(({ type }) => type === 'reasons.asked'),
    says: '记录中没有要求申请人说明理由。',
    mend: '数量、频次明显超过合理范围的，应先要求说明理由。',
    article: cite('disclosure', 35),
  },
  feeLapsed: {
    shown: ({ acts }: Question) => acts.some(({ type }) => type === 'fee.lapsed'),
    says: '记录中没有逾期未缴费。',
    mend: '请先通知缴费，待期限届满。',
    article: cite('feeMeasures', 6),
  },
  withdrawal: {
    shown: ({ acts }: Question) => acts.some(({ type }) => type === 'application.withdrawn'),
    says: '记录中没有申请人撤回。',
    mend: '请先登记“申请人撤回”并附撤回凭证。',
    article: cite('disclosure', 45),
  },
} as const;

const isHistory = (need: Requirement): need is keyof typeof history => Object.hasOwn(history, need);
const isReply = (act: Question['act']): act is Reply =>
  act.type === 'reply.drafted' || act.type === 'reply.issued';

/** 条例第三十六条第三项、第三十七条: each kind of reply carries what the law requires of it. A ledger holds no texts. */
export const replyComplete: Rule = (question) => {
  const { act } = question;
  if (!isReply(act) || act.source === 'ledger') return [];
  const parted = act.matters !== undefined;
  const unshown = new Set(resultsOf(act).flatMap((id) => outcomeOf(id).requires)).values();
  return [
    ...answersOf(act).flatMap((answer, i) => unwritten(answer, parted ? i : undefined)),
    ...[...unshown].flatMap((need): Finding[] => {
      if (!isHistory(need) || history[need].shown(question)) return [];
      const { says, mend, article } = history[need];
      return [irregular(`${need}Missing`, says, mend, { article })];
    }),
  ];
};

/** What an answer does not say though its kind must. A search may be told in one piece instead of by its parts. */
function unwritten(answer: Answer, row: number | undefined): Finding[] {
  const { article } = outcomeOf(answer.outcome);
  const isSearch = (name: AnswerFact): boolean => (searchFacts as readonly AnswerFact[]).includes(name);
  return answerFieldsOf(answer.outcome)
    .filter(({ name, required }) => required && !answer[name] && !(isSearch(name) && answer.searched))
    .map(({ name }) => {
      const { label } = matterFields[name];
      const where = row === undefined ? '' : `第 ${row + 1} 项，`;
      const says = `${where}“${outcomeTitle(answer.outcome)}”的答复缺少“${label}”。`;
      const field = row === undefined ? name : inRow('matters', row, name);
      return impossible('factMissing', says, `请填写“${label}”。`, {
        ...(article ? { article } : {}),
        field,
      });
    });
}

/** 国办公开办函〔2021〕30号: one application counts in one row, which its matters leave open (law.md §13). */
export const countedAsPresent: Rule = ({ act }) => {
  if (!isReply(act) || !act.matters) return [];
  const wholes = wholesOf(resultsOf(act));
  const article = cite('reportForm');
  if (act.matters.length < 2) {
    const mend = '只有一项内容的，不必分项，直接填写答复种类。';
    return [impossible('oneMatter', '分项答复至少要有两项内容。', mend, { article, field: 'matters' })];
  }
  if (wholes.includes(act.outcome)) return [];
  const names = wholes.map((id) => `“${outcomeTitle(id)}”`).join('或者');
  const says = `各项结果合起来不能计为“${outcomeTitle(act.outcome)}”。`;
  return [impossible('countedElsewhere', says, `请选择${names}。`, { article, field: 'outcome' })];
};

/** The way that is kept with an answer leads to it, or it would tell of a choice that nobody made. */
export const wayLeadsThere: Rule = ({ act }) => {
  if (!isReply(act)) return [];
  const answers: readonly Answer[] = [act, ...(act.matters ?? [])];
  const astray = answers.find(({ way, outcome }) => way !== undefined && walk(way)?.outcome !== outcome);
  if (!astray) return [];
  const says = `选择经过与答复种类“${outcomeTitle(astray.outcome)}”不符。`;
  return [impossible('wayElsewhere', says, '请重新选择，或者不记选择经过。', { field: 'outcome' })];
};

/** 条例第三十三条第三款: a consultation still open when the reply goes out. */
export const consultationsClosed: Rule = ({ acts, act }) => {
  if (act.type !== 'reply.issued' || act.source === 'ledger') return [];
  const open = acts.some(
    (a) =>
      a.type === 'opinion.sought' &&
      !acts.some((b) => (b.type === 'opinion.received' || b.type === 'opinion.lapsed') && b.id === a.id),
  );
  if (!open) return [];
  const article = cite('disclosure', 32);
  const mend = '请等对方答复或期限届满，或在案卷中说明无需等待的理由。';
  return [irregular('consultationOpen', '征求意见尚未结束就制发答复。', mend, { article })];
};

/** 行政复议法第六十四条第二款、行政诉讼法第七十一条: not the same again, unless only the procedure was at fault. */
export const redoDiffers: Rule = ({ acts, act }) => {
  if (act.type !== 'reply.issued' && act.type !== 'transfer.noticed') return [];
  const said = replySaid(act);
  const repetition = said && repetitionIn(acts, said);
  if (repetition?.of !== 'whole') return [];
  const says = '重新答复的结果、事实和理由与被撤销的答复相同。';
  const mend = '不得以同一事实和理由作出相同或者基本相同的答复；请重新认定事实，写明新的理由，或者改变结果。';
  return [irregular('sameAgain', says, mend, { article: repetition.article })];
};

/** 国办函〔2020〕109号第三条至第五条: by item or by page, never both; the amount is the tariff's. */
export const feeByTariff: Rule = ({ acts, act }) => {
  if (act.type !== 'fee.noticed') return [];
  const found: Finding[] = [];
  if (acts.some((a) => a.type === 'fee.noticed' && a.basis !== act.basis)) {
    const mend = '同一件申请只能按件或按量择一计费，请按原来的方式计费。';
    const article = cite('feeMeasures', 3);
    found.push(impossible('bothTariffs', '本件已按另一种方式计费。', mend, { article, field: 'basis' }));
  }
  if (act.basis === 'page' && act.source !== 'ledger' && act.yuan !== pageFee(act.quantity)) {
    const article = cite('feeMeasures', 5);
    const due = pageFee(act.quantity);
    const mend = due > 0 ? `${act.quantity} 页应收 ${due} 元。` : `${act.quantity} 页不收费。`;
    found.push(impossible('wrongFee', `金额与按量标准不符。`, mend, { article, field: 'yuan' }));
  }
  if (act.basis === 'item' && act.source !== 'ledger' && !isItemFee(act.quantity, act.yuan)) {
    const article = cite('feeMeasures', 4);
    const says = `${act.quantity} 件不会是 ${act.yuan} 元：本月第几件都得不出这个金额。`;
    const mend =
      '请按本月第几件、每件多少元逐件相加：第 11 至 30 件每件 100 元，31 件以上每 10 件一档加 100 元。';
    found.push(impossible('wrongFee', says, mend, { article, field: 'yuan' }));
  }
  return found;
};
