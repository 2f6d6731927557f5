import type { ActOf } from '../../acts/acts.js';
import { outcomeIn } from '../../acts/conclusions.js';
import { factsOfWay, serviceFields } from '../../acts/service.js';

import { type Citation, cite } from '../../law/citation.js';
import { type Finding, impossible, irregular } from '../../law/finding.js';
import { inForce, reconsiderationStatuteOn } from '../../law/statutes.js';
import { outcomes } from '../../outcome/outcomes.js';
import type { Question, Rule } from './question.js';

const article = cite('serviceReply');
type Served = ActOf<'reply.served'>;

/** 台账未载 is for ledgers: the desk knows how it served. */
export const serviceKnown: Rule = ({ act }) =>
  act.type === 'reply.served' && act.how === 'unrecorded' && act.source !== 'ledger'
    ? [
        impossible('serviceUnknown', '没有写明送达方式。', '请选择实际的送达方式。', {
          article,
          field: 'how',
        }),
      ]
    : [];

/** What the statute gives for a way that is not proven, when its facts are left out. */
const whyNeeded = {
  counter: '没有签收人就证明不了当面送达，请写明由谁签收。',
  left: '没有拒收人、拒收事由和见证就证明不了留置送达，请按送达回证填写；没有见证人也没有拍照、录像的，不能算送达。',
  entrusted: '没有受委托的机关和签收人就证明不了送达，请按寄回的送达回证填写。',
  post: '邮寄送达以交邮之日为答复之日，没有邮件号就证明不了交邮，请按邮件单据填写。',
  internet: '没有发送渠道就证明不了网上送达，请写明从哪里发给申请人。',
  announcement: '公告送达限于其他方式无法送达的，请写明公告载体和试过的方式。',
  unrecorded: '',
} as const;

/** 国办公开办函〔2016〕235号: whoever says that he served says by what, so that it can be proven. A ledger holds no papers. */
export const serviceProven: Rule = (question) => {
  const { act } = question;
  if (act.type !== 'reply.served' || act.source === 'ledger') return [];
  const missing = factsOfWay[act.how].needed.filter((name) => act[name] === undefined);
  if (missing.length > 0) {
    return missing.map((field) =>
      impossible('serviceUnproven', `没有填写“${serviceFields[field].label}”。`, whyNeeded[act.how], {
        article: act.how === 'left' ? ofLeaving(act.on) : article,
        field,
      }),
    );
  }
  switch (act.how) {
    case 'post':
      return posted(act);
    case 'internet':
      return filingTold(question, act);
    default:
      return [];
  }
};

/** 留置送达, taken from civil procedure (参照; 本系统口径): the article of the version in force, which was numbered anew. */
function ofLeaving(on: Served['on']): Citation {
  if (inForce('civilProcedure', on)) return cite('civilProcedure', 89);
  return inForce('civilProcedure2021', on) ? cite('civilProcedure2021', 89) : cite('civilProcedure2017', 86);
}

/** Numbers of mail as posts and couriers print them: letters and digits, ten to twenty (万国邮联 S10 has thirteen). */
const MAIL_NUMBER = /^[A-Z0-9]{10,20}$/iu;
/** How the numbers of the large couriers begin: 顺丰、京东、圆通、极兔、德邦. A number that ends in CN is of the post. */
const COURIER_NUMBER = /^(?:SF|JD|YT|JT|DPK)[A-Z0-9]*\d(?!CN$)$/iu;

/** 邮寄送达 is by 邮政企业 and paid by the office; 交寄快递 is no posting, and its day is that of signing. */
function posted({ carrier, mailNumber = '', on, signedOn }: Served): Finding[] {
  const number = mailNumber.replaceAll(/[\s-]/gu, '');
  if (!MAIL_NUMBER.test(number)) {
    const mend = '邮件号由十至二十位字母和数字组成，请按邮件单据填写；平常信函没有邮件号，证明不了交邮。';
    return [
      impossible('mailNumberWrong', `“${mailNumber}”不是邮件号。`, mend, { article, field: 'mailNumber' }),
    ];
  }
  if (carrier === 'courier') return byCourier(on, signedOn);
  if (COURIER_NUMBER.test(number)) {
    const says = `“${mailNumber}”是快递企业的单号，不是邮政企业的邮件号。`;
    const mend = '请改由邮政企业寄送；已经由快递企业送到的，“由谁寄递”选其他快递企业，日期写签收之日。';
    return [impossible('courierNumber', says, mend, { article: cite('postal', 55), field: 'mailNumber' })];
  }
  if (carrier !== 'collect') return [];
  const mend = '不得要求申请人付邮费；申请人因此拒收的，视为没有送达，请由本机关付费重新邮寄。';
  return [irregular('collectOnDelivery', '邮寄送达由收件人付邮费（到付）。', mend, { article })];
}

function byCourier(on: Served['on'], signedOn: Served['signedOn']): Finding[] {
  const place = cite('postal', 55);
  if (signedOn !== on) {
    const mend = '日期和“申请人签收日”都写实际签收之日；还没有签收的，等签收后再登记，或者改由邮政企业寄送。';
    const says = '交快递企业寄送不是邮寄送达，交寄之日不算答复之日，以申请人签收之日为准。';
    return [impossible('courierDay', says, mend, { article: place, field: 'signedOn' })];
  }
  const mend = '快递企业不得寄递国家机关公文；今后请由邮政企业寄送。本次以签收之日为答复之日。';
  return [irregular('notByPost', '答复书由快递企业寄送。', mend, { article: place })];
}

/** 行政复议法第二十二条第二款: served on the internet, the way to file on the internet is given with it. */
function filingTold({ acts }: Question, { filingChannel, on }: Served): Finding[] {
  const outcome = outcomeIn(acts);
  const mayAppeal = outcome !== undefined && outcomes[outcome].remedy !== 'none';
  if (filingChannel || !mayAppeal || reconsiderationStatuteOn(on) !== 'reconsideration') return [];
  const mend = '请向申请人补告网上申请行政复议的渠道，把补告的凭证放入案卷。';
  const place = cite('reconsideration', 22, 2);
  return [irregular('filingUntold', '网上送达，没有同时告知网上申请复议的渠道。', mend, { article: place })];
}
