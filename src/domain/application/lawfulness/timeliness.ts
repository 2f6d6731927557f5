import type { ActOf } from '../../acts/acts.js';
import { periodsOf } from '../../clock/clock.js';
import { limitOn, printLimit, requiredLimit } from '../../clock/limits.js';
import { type Period, answerPeriodIn, replyPeriodIn } from '../../clock/period.js';
import { cite } from '../../law/citation.js';
import { type Finding, impossible, irregular } from '../../law/finding.js';
import { statutes } from '../../law/statutes.js';
import { workdaysAfter } from '../../time/counting.js';
import { chinese } from '../../time/local-date.js';
import type { Question, Rule } from './question.js';

/** The periods of the case before the act. */
export const periodsBefore = ({ acts, calendar, policy }: Question): Period[] =>
  periodsOf(acts, calendar, policy);

/** The reply period in force or last in force. */
export const runningReply = (question: Question): Period | undefined =>
  replyPeriodIn(periodsBefore(question));

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
      irregular('correctionLate', `补正告知逾期，期限为 ${chinese(notice.dueOn)}。`, mend, { article }),
    );
  }
  if (acts.some(({ type }) => type === 'correction.required')) {
    const mend = '补正事项应当一次性告知；再次告知的，答复期限不重新起算（本系统口径）。';
    found.push(irregular('correctionTwice', '已经告知过补正。', mend, { article }));
  }
  return found;
};

const setsPeriod = (redo: ActOf<'redo.ordered'>): boolean =>
  redo.until !== undefined || redo.workdays !== undefined || redo.days !== undefined;

/** 条例第三十三条第二款: extended by no more than the law allows, told before the day, once. */
export const extensionLawful: Rule = (question) => {
  const { act, acts } = question;
  if (act.type !== 'period.extended') return [];
  const received = acts.find(({ type }) => type === 'application.received');
  if (!received) return [];
  const article = cite('disclosure', 33, 2);
  const restart = acts.findLastIndex(({ type }) =>
    ['correction.received', 'fee.paid', 'redo.ordered'].includes(type),
  );
  const restartAct = acts[restart];
  const deciding = restartAct?.type === 'redo.ordered' ? restartAct.on : received.on;
  const most = requiredLimit('reply.extension', deciding);
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
  found.push(...extensionPointless(question, reply));
  if (restartAct?.type === 'redo.ordered' && setsPeriod(restartAct)) {
    const mend = '请在所定期限内答复，或向作出决定、判决的机关说明情况；自行延长不改变期限（本系统口径）。';
    const says = '重新答复的期限由决定或判决所定，不能自行延长。';
    found.push(irregular('periodSetFromOutside', says, mend, { article }));
  } else if (reply && !reply.ended && act.on > reply.dueOn) {
    const mend = '延期应在原期限届满前告知；届满后告知的，不延长答复期限（本系统口径）。';
    found.push(irregular('extensionLate', `延期告知晚于原期限 ${chinese(reply.dueOn)}。`, mend, { article }));
  }
  if (earlier.length > 0 && total <= most.amount) {
    found.push(
      irregular('extensionTwice', '已经延长过一次。', '条例只规定一次延长，再次延长请慎重。', { article }),
    );
  }
  return found;
};

/** What is paused begins anew with the applicant's act: an extension told meanwhile would lengthen nothing (条例第三十条). */
function extensionPointless({ act, acts }: Question, reply: Period | undefined): Finding[] {
  if (!reply?.paused || reply.ended) return [];
  const asked = acts.findLast(({ type }) => type === 'correction.required' || type === 'fee.noticed');
  if (!asked || asked.on > act.on) return [];
  const [says, mend] =
    asked.type === 'fee.noticed'
      ? [
          '已通知缴费，答复期限暂停，缴费后重新计算，现在延期没有意义。',
          '请等申请人缴费；缴费后确需延期的，再办理。',
        ]
      : [
          '已告知补正，答复期限暂停，收到补正后重新计算，现在延期没有意义。',
          '请等申请人补正；补正后确需延期的，再办理。',
        ];
  const article = cite('disclosure', 33, 2);
  return [
    (act.source === 'ledger' ? irregular : impossible)('extensionWhilePaused', says, mend, { article }),
  ];
}

/** 条例第三十三条: replied in time. The day that counts is that of service (国办公开办函〔2016〕235号). */
export const replyInTime: Rule = (question) => {
  const { act } = question;
  if (act.type !== 'reply.served') return [];
  const reply = runningReply(question);
  if (!reply || act.on <= reply.dueOn) return [];
  const mend = '超期答复会被确认违法，请在案卷中说明原因。';
  const says = `答复逾期：期限为 ${chinese(reply.dueOn)}，送达为 ${chinese(act.on)}。`;
  return [irregular('replyLate', says, mend, { article: reply.article })];
};

/** 国办函〔2020〕109号第六条: the fee is noticed within the reply period. */
export const feeNoticedInTime: Rule = (question) => {
  const { act, acts } = question;
  if (act.type !== 'fee.noticed') return [];
  const reply = runningReply(question);
  const article = cite('feeMeasures', 6);
  const paidOn = act.deliveredOn ?? act.on;
  if (!limitOn('fee.payment', paidOn)) {
    const says = `${chinese(statutes.feeMeasures.from)}以前没有信息处理费。`;
    return [
      impossible('noFeeYet', says, '请核对日期；当时的申请不收取信息处理费。', { article, field: 'on' }),
    ];
  }
  if (acts.some(({ type }) => type === 'fee.noticed')) {
    const mend = '同一件申请应一次算清；再次通知的，缴费后答复期限不重新起算（本系统口径）。';
    return [irregular('feeTwice', '本件已经通知过缴费。', mend, { article })];
  }
  if (!reply || reply.ended || act.on <= reply.dueOn) return [];
  const mend = '收费通知应在答复期限内发出；逾期发出的，缴费后答复期限不重新起算（本系统口径）。';
  return [irregular('feeNoticeLate', `收费通知晚于答复期限 ${chinese(reply.dueOn)}。`, mend, { article })];
};

/**
 * 平信、转来的、互联网、传真: the office turns to the applicant without delay (本系统口径). When he could not be reached,
 * the day counts on which he was first tried (国办公开办函〔2015〕207号).
 */
export const confirmedInTime: Rule = ({ act, calendar }) => {
  if (act.type !== 'application.received' || !act.arrivedOn) return [];
  const limit = limitOn('receipt.confirmation', act.on);
  if (!limit) return [];
  const due = workdaysAfter(calendar, act.arrivedOn, limit.amount);
  const turnedOn = act.contactTriedOn ?? act.on;
  if (turnedOn <= due) return [];
  const did = act.contactTriedOn ? '首次联系申请人' : '确认';
  const says = `申请 ${chinese(act.arrivedOn)} 到达，${chinese(turnedOn)} 才${did}。`;
  const mend = '请在案卷中附上联系申请人的记录。';
  return [irregular('confirmedLate', says, mend, { article: cite('disclosure', 31) })];
};

/** 行政复议法第四十八条、第五十四条、第七十条; 行政诉讼法第三十四条、第六十七条: answer in time or be without evidence. */
export const appealAnsweredInTime: Rule = (question) => {
  const { act } = question;
  if (act.type !== 'reconsideration.answered' && act.type !== 'suit.answered') return [];
  const answer = answerPeriodIn(periodsBefore(question), act.id);
  if (!answer || act.on <= answer.dueOn) return [];
  const old = answer.article.statute === 'reconsideration2017';
  const organ = old ? cite('reconsideration2017', 28, 1, 4) : cite('reconsideration', 70);
  const article = act.type === 'suit.answered' ? cite('litigation', 34, 2) : organ;
  const mend = '逾期提交的，视为没有证据、依据；请立即说明正当理由。';
  return [irregular('answerLate', `答复举证逾期，期限为 ${chinese(answer.dueOn)}。`, mend, { article })];
};

/** 条例第三十五条: a later day may be set only after reasons that were found reasonable, in time, and later. */
export const deferralFounded: Rule = (question) => {
  const { act, acts } = question;
  if (act.type !== 'reply.deferred') return [];
  const article = cite('disclosure', 35);
  const given = acts.findLast(({ type }) => type === 'reasons.given');
  if (given?.type !== 'reasons.given' || given.reasonable !== 'yes') {
    const says = '记录中没有申请人说明理由且理由合理，不能确定延迟答复的期限。';
    const mend = '请先要求申请人说明理由；一般情况需要更多时间的，请办理“延长答复期限”。';
    return [impossible('deferralUnfounded', says, mend, { article })];
  }
  const ordered = acts.findLast((a) => a.type === 'redo.ordered');
  if (ordered && setsPeriod(ordered)) {
    const mend = '请在所定期限内答复，或向作出决定、判决的机关说明情况；自行延迟不改变期限（本系统口径）。';
    const says = '重新答复的期限由决定或判决所定，不能自行延迟。';
    return [irregular('periodSetFromOutside', says, mend, { article })];
  }
  const reply = runningReply(question);
  if (!reply || reply.ended) return [];
  if (act.until <= reply.dueOn) {
    const says = `延迟答复至 ${chinese(act.until)}，不晚于现在的期限 ${chinese(reply.dueOn)}。`;
    return [
      impossible('deferralNotLater', says, '请填写晚于现在期限的日期，或不必延迟。', {
        article,
        field: 'until',
      }),
    ];
  }
  if (act.on <= reply.dueOn) return [];
  const mend = '延迟答复的期限应在原期限届满前确定并告知；届满后告知的，不改变答复期限（本系统口径）。';
  return [irregular('deferralLate', `延迟答复的告知晚于原期限 ${chinese(reply.dueOn)}。`, mend, { article })];
};
