import { type Act, type ActType, readAct } from '../domain/acts/acts.js';
import { appealActs } from '../domain/acts/appeal-acts.js';
import { strictestIn } from '../domain/acts/conclusions.js';
import { type Fields, date, ifKnown } from '../domain/acts/fields.js';
import { reconsiderationComesFirst } from '../domain/clock/appeal-periods.js';
import { cite, printCitation } from '../domain/law/citation.js';
import { outcomeOf } from '../domain/outcome/outcomes.js';

/** The two papers with which a proceeding reaches the office. */
export const noticeKinds = {
  reconsideration: '复议申请书副本（答复通知）',
  suit: '起诉状副本（应诉通知）',
} as const;
export type NoticeKind = keyof typeof noticeKinds;
export const isNoticeKind = (text: unknown): text is NoticeKind =>
  typeof text === 'string' && Object.hasOwn(noticeKinds, text);

const accepted = appealActs['reconsideration.accepted'].fields;
const copy = appealActs['reconsideration.copyReceived'].fields;
const served = appealActs['suit.served'].fields;

/** What the form of each notice asks: what is needed for the due day first. */
export const noticeFields: Readonly<Record<NoticeKind, Fields>> = {
  reconsideration: {
    id: accepted.id,
    receivedOn: date('收到副本之日', { hint: '答复举证期限自这一天的次日起算。' }),
    procedure: copy.procedure,
    appellant: accepted.appellant,
    over: accepted.over,
    organ: accepted.organ,
    acceptedOn: ifKnown(
      date('复议受理日', { hint: '通知上写明的受理日；没有写的空着，以收到副本之日为准。' }),
    ),
    appliedOn: accepted.appliedOn,
    capacity: accepted.capacity,
  },
  suit: {
    id: served.id,
    receivedOn: date('收到起诉状副本之日', { hint: '答辩举证期限自这一天的次日起算。' }),
    route: served.route,
    appellant: served.appellant,
    over: served.over,
    court: served.court,
    docketedOn: served.docketedOn,
    procedure: served.procedure,
    evidenceUntil: served.evidenceUntil,
    capacity: served.capacity,
  },
};

/** The acts that a notice records: 受理 and 收到副本 of a reconsideration, or the service of a suit. */
export function actsOfNotice(
  kind: NoticeKind,
  facts: Readonly<Record<string, unknown>>,
): readonly [Act, ...Act[]] {
  const { receivedOn, acceptedOn = receivedOn } = facts;
  if (kind === 'suit') return [actOf('suit.served', receivedOn, facts)];
  return [
    actOf('reconsideration.accepted', acceptedOn, facts),
    actOf('reconsideration.copyReceived', receivedOn, facts),
  ];
}

/** The form asks by the fields of the acts themselves: a fault here is one of the program. */
function actOf(type: ActType, on: unknown, facts: Readonly<Record<string, unknown>>): Act {
  const read = readAct(type, { ...facts, on });
  if ('faults' in read) throw new TypeError(`The notice does not ask for ${Object.keys(read.faults).join()}`);
  return read.act;
}

/** Acts after the reply in force was served: a reply given anew is appealed against anew. */
export const sinceService = (acts: readonly Act[]): readonly Act[] =>
  acts.slice(acts.findLastIndex(({ type }) => type === 'reply.served') + 1);

/**
 * 复议前置 passed over: what whoever records a suit should know before he does, while the record has no reconsideration.
 * Empty where the reply may be sued over directly.
 */
export function passedOver(acts: readonly Act[]): string {
  const outcome = strictestIn(acts);
  const served = acts.findLast(({ type }) => type === 'reply.served');
  if (!outcome || !served || !reconsiderationComesFirst(outcome, served.on)) return '';
  if (sinceService(acts).some(({ type }) => type === 'reconsideration.accepted')) return '';
  const [first, rejected] = [cite('reconsideration', 23, 1, 4), cite('interpretation2018', 69, 1, 5)];
  return (
    `答复是“${outcomeOf(outcome).name}”，应当先申请行政复议，对复议决定不服的才能起诉（${printCitation(first)}），案卷里没有复议。` +
    `未经复议直接起诉的，照样登记、按期答辩，在答辩状中提出应当先申请复议，请求裁定驳回起诉（${printCitation(rejected)}）；复议漏登记的，请先补登记。`
  );
}

/** Which field of the form a finding points at. */
export const fieldOfFinding = (kind: NoticeKind, field: string | undefined): string => {
  if (field === 'on') return 'receivedOn';
  return field !== undefined && Object.hasOwn(noticeFields[kind], field) ? field : 'form';
};
