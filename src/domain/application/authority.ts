import { type ActType, isActOfTime } from '../acts/acts.js';
import { type Role, roleNames } from '../office/role.js';

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
  'application.assigned': ['clerk', 'head'],
  'application.withdrawn': intake,
  'application.closed': intake,
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
  'opinion.lapsed': [],
  'fee.noticed': handling,
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
  'suit.judged': legal,
  'suit.appealed': legal,
  'suit.tookEffect': [],
  'suit.finallyJudged': legal,
  'redo.ordered': legal,
};

/** What the applicant may do without the office. */
const applicantActs: readonly ActType[] = [
  'application.received',
  'correction.received',
  'reasons.given',
  'application.withdrawn',
];

/** Whether the actor may perform acts of that type at all; whether one is possible now is the lifecycle's answer. */
export function mayPerform(actor: Actor, type: ActType): boolean {
  switch (actor.kind) {
    case 'time':
      return isActOfTime(type);
    case 'ledger':
      return !isActOfTime(type) && type !== 'act.corrected';
    case 'applicant':
      return applicantActs.includes(type);
    case 'person':
      return rolesFor[type].some((role) => actor.roles.includes(role));
  }
}

/** 负责人或领导 — who could do it, for the sentence that refuses. */
export function whoMay(type: ActType): string {
  const names = rolesFor[type].map((role) => roleNames[role]);
  return names.length > 0 ? names.join('或') : '系统按法定期限自动';
}

/** How the record names the actor. */
export const actorName = (actor: Actor): string => (actor.kind === 'time' ? '期限届满' : actor.name);
