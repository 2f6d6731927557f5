import { type Act, type ActType, definitionOf } from '../acts/acts.js';
import { opensProceeding } from '../acts/proceeding-acts.js';
import { type Finding, impossible } from '../law/finding.js';
import { type OutcomeId, outcomeTitle, outcomes } from '../outcome/outcomes.js';
import { type Standing, typesOffered } from './standing.js';

/** What ends a case without a reply: the letter that follows may say only this. */
const endings: readonly OutcomeId[] = ['notCorrected', 'notPaid', 'withdrawn'];

const named = (types: readonly ActType[]): string =>
  types.map((type) => `“${definitionOf(type).name}”`).join('、');

/** Why the lifecycle does not take an act where the case stands, and what it takes instead. */
export function whyNot(standing: Standing, act: Act): Finding {
  const { name, article } = definitionOf(act.type);
  const offered = typesOffered(standing);
  if (offered.includes(act.type)) return whyGuarded(standing, act, name);
  const mend = offered.length > 0 ? `现在可以办理：${named(offered)}。` : '本件没有可以办理的事项。';
  return impossible('notNow', `现在是“${standing.name}”，不能办理“${name}”。`, mend, { article });
}

/** The state offers the act, but not with these facts. */
function whyGuarded({ facts }: Standing, act: Act, name: string): Finding {
  if (act.type === 'opinion.sought') {
    return impossible('matterUsed', `征求意见编号“${act.id}”已经用过。`, '请换一个编号。', { field: 'id' });
  }
  if (act.type === 'opinion.overruled' && Object.hasOwn(facts.consultations, act.id)) {
    const mend = '作出予以公开、部分公开的答复以后，再登记第三方哪一天收到告知。';
    return impossible('nothingDisclosed', '本件还没有作出公开的答复。', mend, {
      article: definitionOf(act.type).article,
    });
  }
  if (act.type === 'opinion.overruled') {
    const mend = '请核对编号；没有书面征求过意见的第三方，不在这里登记。';
    return impossible('noConsultation', `没有编号为“${act.id}”的征求意见。`, mend, { field: 'id' });
  }
  if (act.type === 'opinion.delivered' || act.type === 'opinion.received' || act.type === 'opinion.lapsed') {
    const known = Object.entries(facts.consultations)
      .filter(([, standing]) => standing === 'open')
      .map(([id]) => id);
    const mend =
      known.length > 0 ? `尚未结束的征求意见有：${known.join('、')}。` : '目前没有尚未结束的征求意见。';
    return impossible('noOpenConsultation', `没有编号为“${act.id}”且尚未结束的征求意见。`, mend, {
      field: 'id',
    });
  }
  if (act.type === 'reply.issued' && !facts.redo && facts.outcome && endings.includes(facts.outcome)) {
    const says = `本件已经${outcomes[facts.outcome].name}，只能制发相应的告知书。`;
    const mend = `请拟制“${outcomeTitle(facts.outcome)}”的告知书并签发后再制发。`;
    return impossible('otherEnding', says, mend, { field: 'outcome' });
  }
  if (act.type === 'reply.issued') {
    const mend = '请先拟制答复并签发，且答复种类与签发的一致；能当场答复的，勾选“当场答复”。';
    return impossible('notSigned', '答复尚未签发，不能制发。', mend, { field: 'outcome' });
  }
  if (act.type === 'fee.delivered') {
    const mend = '送达日期有误的，请更正原来的记录。';
    return impossible('feeDelivered', '收费通知的送达已经登记过。', mend, {
      article: definitionOf(act.type).article,
    });
  }
  if (act.type === 'reply.reviewed' || act.type === 'reply.signed') {
    return impossible('noDraft', `还没有拟制告知书，不能办理“${name}”。`, '请先拟制告知书。');
  }
  if (act.type === 'application.closed' || act.type === 'remedy.lapsed') {
    return impossible('pending', '还有复议或诉讼尚未审结，不能办结。', '请待其审结后再办结。');
  }
  if ((act.type === 'redo.ordered' || act.type === 'redo.notOrdered') && facts.redoneFor.includes(act.id)) {
    const mend = '同一决定或裁判只登记一次责令；登记有误的，请更正原来的记录。';
    return impossible('redoTwice', `编号“${act.id}”的责令已经登记过。`, mend, { field: 'id' });
  }
  if ('id' in act) {
    const known = Object.keys(facts.proceedings);
    const opens = opensProceeding(act);
    const says = opens ? `编号“${act.id}”已经用过。` : `编号“${act.id}”的案件现在不能办理“${name}”。`;
    const mend = opens
      ? '请换一个编号。'
      : known.length > 0
        ? `已登记的复议、诉讼有：${known.join('、')}；请核对编号和进度。`
        : '本件没有登记复议或诉讼。';
    return impossible('noSuchProceeding', says, mend, { field: 'id' });
  }
  return impossible('notNow', `现在不能办理“${name}”。`, '请核对所填内容。');
}
