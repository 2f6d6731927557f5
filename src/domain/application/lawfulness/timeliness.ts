import type { Act } from '../../acts/acts.js';
import { outcomeIn, periodsOf } from '../../clock/clock.js';
import { reconsiderationComesFirst } from '../../clock/appeal-periods.js';
import { printLimit, requiredLimit } from '../../clock/limits.js';
import type { Period } from '../../clock/period.js';
import { cite } from '../../law/citation.js';
import { type Finding, impossible, irregular } from '../../law/finding.js';
import { workdaysAfter } from '../../time/counting.js';
import { type Question, type Rule, dayText } from './question.js';

const periodsBefore = ({ acts, calendar, policy }: Question): Period[] => periodsOf(acts, calendar, policy);
const runningReply = (question: Question): Period | undefined =>
  periodsBefore(question)
    .filter(({ limit, of }) => limit === 'reply' && of === 'duty')
    .at(-1);

/** 条例第三十条: told within seven working days, and once. */
export const correctionInTime: Rule = (question) => {
  const { act, acts } = question;
  if (act.type !== 'correction.required') return [];
  const article = cite('disclosure', 30);
  const found: Finding[] = [];
  const notice = periodsBefore(question).find(({ id }) => id === 'correction.notice');
  if (notice && act.on > notice.dueOn) {
    const mend = '补正告知应在收到申请后的法定期限内作出；逾期告知的，答复期限不重新起算（本系统口径）。';
    found.push(
      irregular('correctionLate', `补正告知逾期，期限为 ${dayText(notice.dueOn)}。`, mend, { article }),
    );
  }
  if (acts.some(({ type }) => type === 'correction.required')) {
    const mend = '补正事项应当一次性告知；再次告知的，答复期限不重新起算（本系统口径）。';
    found.push(irregular('correctionTwice', '已经告知过补正。', mend, { article }));
  }
  return found;
};

/** 条例第三十三条第二款: extended by no more than the law allows, told before the day, once. */
export const extensionLawful: Rule = (question) => {
  const { act, acts } = question;
  if (act.type !== 'period.extended') return [];
  const received = acts.find(({ type }) => type === 'application.received');
  if (!received) return [];
  const article = cite('disclosure', 33, 2);
  const most = requiredLimit('reply.extension', received.on);
  const restart = acts.findLastIndex(({ type }) =>
    ['correction.received', 'fee.paid', 'redo.ordered'].includes(type),
  );
  const earlier = acts.slice(restart + 1).filter((a) => a.type === 'period.extended');
  const total = earlier.reduce((sum, a) => sum + a.workdays, act.workdays);
  const found: Finding[] = [];
  if (total > most.amount) {
    const says = `延长合计 ${total} 个工作日，超过${printLimit(most)}。`;
    found.push(
      act.source === 'ledger'
        ? irregular('extensionTooLong', says, '超过部分不计入答复期限。', { article })
        : impossible(
            'extensionTooLong',
            says,
            `最多还可延长 ${Math.max(0, most.amount - total + act.workdays)} 个工作日。`,
            {
              article,
              field: 'workdays',
            },
          ),
    );
  }
  const reply = runningReply(question);
  if (reply && !reply.ended && act.on > reply.dueOn) {
    const mend = '延期应在原期限届满前告知；届满后告知的，不延长答复期限（本系统口径）。';
    found.push(irregular('extensionLate', `延期告知晚于原期限 ${dayText(reply.dueOn)}。`, mend, { article }));
  }
  if (earlier.length > 0 && total <= most.amount) {
    found.push(
      irregular('extensionTwice', '已经延长过一次。', '条例只规定一次延长，再次延长请慎重。', { article }),
    );
  }
  return found;
};

/** 条例第三十三条: replied in time. The day that counts is that of service (国办公开办函〔2016〕235号). */
export const replyInTime: Rule = (question) => {
  const { act } = question;
  if (act.type !== 'reply.served') return [];
  const reply = runningReply(question);
  if (!reply || act.on <= reply.dueOn) return [];
  const mend = '超期答复会被确认违法，请在案卷中说明原因。';
  const says = `答复逾期：期限为 ${dayText(reply.dueOn)}，送达为 ${dayText(act.on)}。`;
  return [irregular('replyLate', says, mend, { article: reply.article })];
};

/** 国办函〔2020〕109号第六条: the fee is noticed within the reply period. */
export const feeNoticedInTime: Rule = (question) => {
  const { act } = question;
  if (act.type !== 'fee.noticed') return [];
  const reply = runningReply(question);
  if (!reply || reply.ended || act.on <= reply.dueOn) return [];
  const mend = '收费通知应在答复期限内发出；逾期发出的，缴费后答复期限不重新起算（本系统口径）。';
  return [
    irregular('feeNoticeLate', `收费通知晚于答复期限 ${dayText(reply.dueOn)}。`, mend, {
      article: cite('feeMeasures', 6),
    }),
  ];
};

/** 平信、互联网、传真: both sides confirm without delay (E3, 本系统口径). */
export const confirmedInTime: Rule = ({ act, calendar }) => {
  if (act.type !== 'application.received' || !act.arrivedOn) return [];
  const limit = requiredLimit('receipt.confirmation', act.on);
  const due = workdaysAfter(calendar, act.arrivedOn, limit.amount);
  if (act.on <= due) return [];
  const says = `申请 ${dayText(act.arrivedOn)} 到达，${dayText(act.on)} 才确认。`;
  const mend = '请在案卷中附上联系申请人的记录。';
  return [irregular('confirmedLate', says, mend, { article: cite('disclosure', 31) })];
};

/** 行政复议法第四十八条、第五十四条、第七十条; 行政诉讼法第三十四条、第六十七条: answer in time or be without evidence. */
export const appealAnsweredInTime: Rule = (question) => {
  const { act } = question;
  if (act.type !== 'reconsideration.answered' && act.type !== 'suit.answered') return [];
  const answer = periodsBefore(question).find(({ id }) => id === `answer:${act.id}`);
  if (!answer || act.on <= answer.dueOn) return [];
  const article = act.type === 'suit.answered' ? cite('litigation', 34, 2) : cite('reconsideration', 70);
  const mend = '逾期提交的，视为没有证据、依据；请立即说明正当理由。';
  return [irregular('answerLate', `答复举证逾期，期限为 ${dayText(answer.dueOn)}。`, mend, { article })];
};

/** The applicant's side: windows missed, reconsideration passed over. Not the office's fault, but its defence. */
export const appealOpen: Rule = (question) => {
  const { act, acts } = question;
  const outcome = outcomeIn(acts);
  const served = acts.filter(({ type }) => type === 'reply.served').at(-1);
  if (!outcome || !served) return [];
  if (act.type === 'suit.served' && act.route === 'direct' && (act.over ?? 'reply') === 'reply') {
    if (!reconsiderationComesFirst(outcome, served.on)) return [];
    const mend = '应当先申请行政复议；请在答辩中提出，并核对答复书是否告知了复议前置。';
    const article = cite('reconsideration', 23, 1, 4);
    return [irregular('reconsiderationPassedOver', '对不予公开的答复未经复议直接起诉。', mend, { article })];
  }
  if (act.type === 'reconsideration.accepted' && act.appliedOn) {
    return missedWindow(question, 'window:reconsideration', act.appliedOn, '申请复议');
  }
  return [];
};

function missedWindow(question: Question, id: string, on: Act['on'], what: string): Finding[] {
  const window = periodsBefore(question).find((period) => period.id === id);
  if (!window || on <= window.dueOn) return [];
  const says = `${what}超过期限 ${dayText(window.dueOn)}。`;
  const mend = '请在答复中提出，并核对答复书是否告知了救济权利和期限。';
  return [irregular('windowMissed', says, mend, { article: window.article })];
}
