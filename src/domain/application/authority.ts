import { type Act, type ActType, isActOfRecord, isActOfTime } from '../acts/acts.js';
import { cite } from '../law/citation.js';
import { type Finding, impossible } from '../law/finding.js';
import { type Role, roleNames } from '../office/role.js';
import type { LocalDate } from '../time/local-date.js';

/** Who performs an act: a person with roles, the applicant through the portal, an imported ledger, or time itself. */
export type Actor =
  | { readonly kind: 'person'; readonly name: string; readonly roles: readonly Role[] }
  | { readonly kind: 'applicant'; readonly name: string }
  | { readonly kind: 'ledger'; readonly name: string }
  | { readonly kind: 'time' };

const intake: readonly Role[] = ['clerk', 'handler'];
const handling: readonly Role[] = ['handler'];
const signing: readonly Role[] = ['head', 'leader'];
const legal: readonly Role[] = ['legal'];

/** Which roles may perform which act (办理职责, 条例第四条、第四十五条; 本系统口径). Acts of time are nobody's. */
export const rolesFor: Readonly<Record<ActType, readonly Role[]>> = {
  'application.received': intake,
  'application.registered': intake,
  'application.assigned': ['clerk', 'head', 'handler'],
  'application.withdrawn': intake,
  'application.closed': intake,
  'particulars.corrected': ['clerk', 'handler', 'head'],
  'act.corrected': ['head'],
  'correction.required': handling,
  'correction.received': intake,
  'correction.lapsed': [],
  'reasons.asked': handling,
  'reasons.given': handling,
  'reasons.lapsed': [],
  'reply.deferred': ['head'],
  'opinion.sought': handling,
  'opinion.delivered': intake,
  'opinion.received': intake,
  'opinion.overruled': intake,
  'opinion.lapsed': [],
  'fee.noticed': handling,
  'fee.delivered': intake,
  'fee.paid': intake,
  'fee.lapsed': [],
  'period.extended': ['head'],
  'reply.drafted': handling,
  'reply.reviewed': ['legal', 'head'],
  'reply.signed': signing,
  'reply.issued': intake,
  'reply.served': intake,
  'reply.supplemented': handling,
  'transfer.noticed': handling,
  'remedy.lapsed': [],
  'remedy.omitted': legal,
  'remedy.told': legal,
  'reconsideration.accepted': legal,
  'reconsideration.copyReceived': legal,
  'reconsideration.converted': legal,
  'reconsideration.answered': legal,
  'reconsideration.suspended': legal,
  'reconsideration.resumed': legal,
  'reconsideration.prolonged': legal,
  'reconsideration.decided': legal,
  'reconsideration.ended': legal,
  'suit.served': legal,
  'suit.answered': legal,
  'suit.converted': legal,
  'suit.suspended': legal,
  'suit.resumed': legal,
  'suit.judged': legal,
  'suit.appealed': legal,
  'suit.appealCopyReceived': legal,
  'suit.appealAnswered': legal,
  'suit.tookEffect': [],
  'suit.remanded': legal,
  'suit.retrialSought': legal,
  'suit.retrialApplied': legal,
  'suit.retrialAnswered': legal,
  'suit.retrialRefused': legal,
  'suit.retrialOrdered': legal,
  'suit.finallyJudged': legal,
  'redo.ordered': legal,
  'redo.notOrdered': legal,
};

/** What the applicant may do without the office. 说明理由 is not among it: its record also says what the office thinks of them. */
const applicantActs: readonly ActType[] = [
  'application.received',
  'correction.received',
  'application.withdrawn',
];

/** Whether the actor may perform acts of that type at all; whether one is possible now is the lifecycle's answer. */
export function mayPerform(actor: Actor, type: ActType): boolean {
  switch (actor.kind) {
    case 'time':
      return isActOfTime(type);
    case 'ledger':
      return !isActOfTime(type) && !isActOfRecord(type);
    case 'applicant':
      return applicantActs.includes(type);
    case 'person':
      return rolesFor[type].some((role) => actor.roles.includes(role));
  }
}

/** What the applicant does through the portal happens there and then: no other day, no other channel (条例第三十一条第三项). */
export function applicantBound(actor: Actor, act: Act, today: LocalDate): Finding | undefined {
  if (actor.kind !== 'applicant') return undefined;
  const article = cite('disclosure', 31, undefined, 3);
  if (act.on !== today)
    return impossible('notToday', '网上办理的日期就是当天。', '请不要填写其他日期。', {
      article,
      field: 'on',
    });
  return act.type === 'application.received' && act.channel !== 'internet'
    ? impossible('notOnline', '网上提交的申请，渠道只能是互联网。', '请重新提交。', {
        article,
        field: 'channel',
      })
    : undefined;
}

/** A handler takes a case for himself; giving it to others is for those who see the whole office (本系统口径). */
export function handlerBound(actor: Actor, act: Act): Finding | undefined {
  if (actor.kind !== 'person' || act.type !== 'application.assigned' || act.handler === actor.name)
    return undefined;
  if (actor.roles.some((role) => role !== 'handler' && rolesFor[act.type].includes(role))) return undefined;
  return impossible(
    'onlyForHimself',
    '承办人只能把申请领给自己。',
    '要分给别人的，请由登记员或负责人分办。',
    {
      field: 'handler',
    },
  );
}

/** 负责人或领导 — who could do it, for the sentence that refuses. */
export function whoMay(type: ActType): string {
  const names = rolesFor[type].map((role) => roleNames[role]);
  return names.length > 0 ? names.join('或') : '系统按法定期限自动';
}

/** How the record names the actor. */
export const actorName = (actor: Actor): string => (actor.kind === 'time' ? '期限届满' : actor.name);
