import { channels } from '../../acts/intake-acts.js';
import { type Fields, date } from '../../acts/fields.js';
import { type Act, type ActType, definitionOf } from '../../acts/acts.js';
import { type Finding, impossible } from '../../law/finding.js';
import { addMonths, chinese, parseLocalDate } from '../../time/local-date.js';
import { calendarFrom, calendarThrough } from '../../time/work-calendar.js';
import { receiptRules } from '../receipt.js';
import type { Rule } from './question.js';

/** The longest periods (six months, extended and deferred) must still end inside the calendar. */
const lastNameable = addMonths(calendarThrough, -24);

/** Which acts must stand on the same day or before: the latest of them is compared. */
const antecedents: Partial<Record<ActType, readonly ActType[]>> = {
  'correction.received': ['correction.required'],
  'correction.lapsed': ['correction.required'],
  'reasons.given': ['reasons.asked'],
  'reasons.lapsed': ['reasons.asked'],
  'fee.delivered': ['fee.noticed'],
  'fee.paid': ['fee.noticed'],
  'fee.lapsed': ['fee.noticed'],
  'reply.reviewed': ['reply.drafted'],
  'reply.signed': ['reply.drafted', 'reply.reviewed'],
  'reply.issued': ['reply.drafted', 'reply.signed', 'redo.ordered'],
  'reply.served': ['reply.issued', 'transfer.noticed'],
  'reply.supplemented': ['reply.served'],
  'remedy.lapsed': ['reply.served'],
  'remedy.omitted': ['reply.served'],
  'remedy.told': ['remedy.omitted'],
};

const inCourse: readonly ActType[] = [
  'reconsideration.accepted',
  'reconsideration.copyReceived',
  'reconsideration.answered',
  'reconsideration.suspended',
  'reconsideration.resumed',
];

/** The same for acts that belong to one consultation or proceeding, compared by its number. */
const antecedentsOfMatter: Partial<Record<ActType, readonly ActType[]>> = {
  'opinion.delivered': ['opinion.sought'],
  'opinion.received': ['opinion.sought', 'opinion.delivered'],
  'opinion.overruled': ['opinion.sought', 'opinion.delivered', 'opinion.received'],
  'opinion.lapsed': ['opinion.sought'],
  'reconsideration.copyReceived': ['reconsideration.accepted'],
  'reconsideration.converted': ['reconsideration.copyReceived'],
  'reconsideration.answered': ['reconsideration.copyReceived'],
  'reconsideration.suspended': ['reconsideration.accepted', 'reconsideration.resumed'],
  'reconsideration.resumed': ['reconsideration.suspended'],
  'reconsideration.prolonged': ['reconsideration.accepted'],
  'reconsideration.decided': inCourse,
  'reconsideration.ended': inCourse,
  'suit.answered': ['suit.served'],
  'suit.converted': ['suit.served'],
  'suit.judged': ['suit.served', 'suit.answered', 'suit.remanded', 'suit.retrialOrdered', 'suit.resumed'],
  'suit.suspended': ['suit.served', 'suit.appealed', 'suit.remanded', 'suit.retrialOrdered', 'suit.resumed'],
  'suit.resumed': ['suit.suspended'],
  'suit.appealed': ['suit.judged'],
  'suit.appealCopyReceived': ['suit.judged'],
  'suit.appealAnswered': ['suit.appealCopyReceived'],
  'suit.tookEffect': ['suit.judged'],
  'suit.remanded': ['suit.judged', 'suit.appealed', 'suit.retrialOrdered', 'suit.resumed'],
  'suit.retrialSought': ['suit.judged', 'suit.tookEffect', 'suit.finallyJudged'],
  'suit.retrialApplied': ['suit.judged', 'suit.tookEffect', 'suit.finallyJudged'],
  'suit.retrialAnswered': ['suit.retrialApplied'],
  'suit.retrialRefused': [
    'suit.judged',
    'suit.tookEffect',
    'suit.finallyJudged',
    'suit.retrialSought',
    'suit.retrialApplied',
  ],
  'suit.retrialOrdered': ['suit.judged', 'suit.tookEffect', 'suit.finallyJudged'],
  'suit.finallyJudged': [
    'suit.served',
    'suit.judged',
    'suit.appealed',
    'suit.retrialOrdered',
    'suit.suspended',
  ],
  'redo.ordered': ['reconsideration.decided', 'suit.judged', 'suit.finallyJudged'],
  'redo.notOrdered': ['reconsideration.decided', 'suit.judged', 'suit.finallyJudged'],
};

/**
 * The acts that carry a case from state to state. Each is dated no earlier than those before it in the record, so
 * that the record read by its days and read as it was written is one history.
 */
const line: readonly ActType[] = [
  'correction.required',
  'correction.received',
  'correction.lapsed',
  'reasons.asked',
  'reasons.given',
  'reasons.lapsed',
  'fee.noticed',
  'fee.paid',
  'fee.lapsed',
  'reply.issued',
  'transfer.noticed',
  'reply.served',
  'application.withdrawn',
  'redo.ordered',
  'remedy.lapsed',
  'application.closed',
];

/** “A”的日期早于“B”。 */
export const before = (act: Act, earlier: Act): Finding =>
  impossible(
    'outOfOrder',
    `“${definitionOf(act.type).name}”的日期（${chinese(act.on)}）早于“${definitionOf(earlier.type).name}”（${chinese(earlier.on)}）。`,
    '请核对日期；如果是前一条记错了，请先更正前一条。',
    { field: 'on' },
  );

/** Every day that an act names lies in the years whose working days are known. */
export const withinCalendar: Rule = ({ act }) => {
  const fields: Fields = { on: date('日期'), ...definitionOf(act.type).fields };
  const facts: Readonly<Record<string, unknown>> = act;
  return Object.entries(fields).flatMap(([name, { kind, label }]) => {
    const said = facts[name];
    const day = kind === 'date' && typeof said === 'string' ? parseLocalDate(said) : undefined;
    if (day === undefined || (day >= calendarFrom && day <= lastNameable)) return [];
    const says = `“${label}” ${chinese(day)} 超出工作日历的范围。`;
    const mend = `请填写 ${chinese(calendarFrom)} 至 ${chinese(lastNameable)} 之间的日期。`;
    return [impossible('outsideCalendar', says, mend, { field: name })];
  });
};

/** Not in the future: a record says what has happened. */
export const notInFuture: Rule = ({ act, today }) =>
  act.on <= today
    ? []
    : [
        impossible(
          'future',
          `日期 ${chinese(act.on)} 晚于今天（${chinese(today)}）。`,
          '请填写实际发生的日期。',
          {
            field: 'on',
          },
        ),
      ];

/** Not before the application was received, and not before what it answers to. */
export const inOrder: Rule = ({ acts, act }) => {
  const received = acts.find(({ type }) => type === 'application.received');
  if (received && act.on < received.on) return [before(act, received)];
  const general = antecedents[act.type] ?? [];
  const ofMatter = antecedentsOfMatter[act.type] ?? [];
  const matter = 'id' in act ? act.id : undefined;
  const carried = line.includes(act.type) ? line : [];
  const earlier = acts
    .filter(
      (a) =>
        general.includes(a.type) ||
        carried.includes(a.type) ||
        (ofMatter.includes(a.type) && 'id' in a && a.id === matter),
    )
    .filter(({ on }) => act.on < on)
    .at(-1);
  return earlier ? [before(act, earlier)] : [];
};

/** Days inside an act: a period set by name ends after the act that sets it; 到达日 not after 收到日. */
export const daysWithin: Rule = ({ act, today }) => {
  const wrong = (field: string, says: string, mend: string): Finding[] => [
    impossible('daysWithin', says, mend, { field }),
  ];
  switch (act.type) {
    case 'correction.required':
    case 'reasons.asked':
    case 'reply.deferred':
      return act.until > act.on
        ? []
        : wrong(
            'until',
            `期限 ${chinese(act.until)} 不晚于告知之日 ${chinese(act.on)}。`,
            '请给出告知之后的日期。',
          );
    case 'application.received':
      if (act.arrivedOn && act.arrivedOn !== act.on && !receiptRules[act.channel].arrivesFirst) {
        const mend = '请把收到日改为实际到达日，或清空实际到达日。';
        return wrong('arrivedOn', `${channels[act.channel]}的申请，到达之日就是收到之日。`, mend);
      }
      if (act.arrivedOn && act.arrivedOn > act.on)
        return wrong(
          'arrivedOn',
          '实际到达日晚于收到日。',
          '收到日是签收或确认之日，不会早于到达日，请核对。',
        );
      return !act.contactTriedOn ||
        (act.contactTriedOn >= (act.arrivedOn ?? act.on) && act.contactTriedOn <= act.on)
        ? []
        : wrong('contactTriedOn', '首次联系之日应在实际到达日与确认之日之间。', '请核对三个日期。');
    case 'opinion.sought':
      if (act.deliveredOn && act.deliveredOn < act.on) {
        return wrong('deliveredOn', '对方收到日早于发出日。', '请核对两个日期。');
      }
      return act.deliveredOn && act.deliveredOn > today
        ? wrong('deliveredOn', '对方收到日晚于今天。', '尚未收到的请先空着，收到后补记“征求意见书送达”。')
        : [];
    case 'fee.noticed':
      return !act.deliveredOn || (act.deliveredOn >= act.on && act.deliveredOn <= today)
        ? []
        : wrong('deliveredOn', '申请人收到日应在通知日与今天之间。', '请核对日期。');
    case 'reply.served':
      return !act.signedOn || (act.signedOn >= act.on && act.signedOn <= today)
        ? []
        : wrong(
            'signedOn',
            '申请人签收日应在送达日与今天之间。',
            '交邮日为送达日，签收不会早于交邮，请核对。',
          );
    case 'reconsideration.accepted':
      return !act.appliedOn || act.appliedOn <= act.on
        ? []
        : wrong('appliedOn', '申请复议日晚于受理日。', '请核对两个日期。');
    case 'suit.served':
      if (act.evidenceUntil && act.evidenceUntil <= act.on)
        return wrong('evidenceUntil', '举证期限不晚于收到起诉状副本之日。', '请核对举证通知书上的日期。');
      return !act.docketedOn || act.docketedOn <= act.on
        ? []
        : wrong('docketedOn', '立案日晚于收到应诉通知之日。', '请核对两个日期。');
    case 'suit.retrialSought':
    case 'suit.retrialApplied':
      return !act.docketedOn || act.docketedOn <= today
        ? []
        : wrong('docketedOn', '再审申请立案日晚于今天。', '请核对法院通知上的日期。');
    case 'redo.ordered': {
      const set = [act.workdays, act.days, act.until].filter((value) => value !== undefined).length;
      if (set > 1)
        return wrong('until', '限期只能填一种：工作日、日或截止日。', '请只保留决定书或判决书所写的一种。');
      return !act.until || act.until > act.on ? [] : wrong('until', '限期不晚于收到之日。', '请核对日期。');
    }
    default:
      return [];
  }
};
