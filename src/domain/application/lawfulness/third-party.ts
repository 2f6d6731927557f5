import { cite } from '../../law/citation.js';
import { type Finding, impossible, irregular } from '../../law/finding.js';
import { thirdPartyWindowIds } from '../../clock/third-party-windows.js';
import { chinese } from '../../time/local-date.js';
import type { Rule } from './question.js';
import { periodsBefore } from './timeliness.js';

const article = cite('disclosure', 32);

/** 条例第三十二条: it is a third party that is told, one whose opinion was asked in writing. */
export const toldThirdParty: Rule = ({ acts, act }) => {
  if (act.type !== 'opinion.overruled') return [];
  const sought = acts.find((a) => a.type === 'opinion.sought' && a.id === act.id);
  if (sought?.type !== 'opinion.sought' || sought.consultee === 'thirdParty') return [];
  const mend = '向第三方书面告知公开的内容和理由，才有第三方的救济期限；请核对编号。';
  return [
    impossible('notThirdParty', `编号“${act.id}”征求的不是第三方的意见。`, mend, { article, field: 'id' }),
  ];
};

/** 行政复议法第二十条、行政诉讼法第四十六条: a third party whose day of knowing is on record must keep its windows too. */
export const thirdPartyInTime: Rule = (question) => {
  const { acts, act } = question;
  if (act.type !== 'reconsideration.accepted' && act.type !== 'suit.served') return [];
  if (act.appellant !== 'thirdParty') return [];
  const told = [...new Set(acts.flatMap((a) => (a.type === 'opinion.overruled' ? [a.id] : [])))];
  const [id] = told;
  // Of several nobody has said which has come.
  if (id === undefined || told.length > 1) return [];
  const ids = thirdPartyWindowIds(id);
  const suit = act.type === 'suit.served';
  const on = suit ? act.docketedOn : act.appliedOn;
  if (suit && act.route !== 'direct') return [];
  const window = periodsBefore(question).find(
    (period) => period.id === (suit ? ids.suit : ids.reconsideration),
  );
  if (!on || !window || on <= window.dueOn) return [];
  return [late(suit, chinese(window.dueOn), chinese(on), window.article)];
};

function late(suit: boolean, dueOn: string, on: string, place: Finding['article']): Finding {
  const more = place ? { article: place } : {};
  return suit
    ? irregular(
        'windowDoubtful',
        `立案日 ${on} 晚于第三方的起诉期限 ${dueOn}。`,
        '起诉以起诉状递交法院之日为准；请查明后在答辩中提出，并核对告知书是否告知了起诉期限。',
        more,
      )
    : irregular(
        'windowMissed',
        `第三方申请复议超过期限 ${dueOn}。`,
        '请在答复中提出，并核对告知书是否告知了救济权利和期限、第三方何时收到。',
        more,
      );
}
