import type { Act, ActType } from '../domain/acts/acts.js';
import type { CaseFacts } from '../domain/application/case-facts.js';
import { type ReplyState, isReplied, replyStateOf } from '../domain/application/reply-state.js';
import type { Role } from '../domain/office/role.js';
import { redoAwaited } from '../domain/remedy/redo.js';

/** One thing that a case asks of somebody in the office. */
export interface Task {
  /** 登记, 签发答复: what is to be done. */
  readonly what: string;
  /** The act that does it; left out where the handler chooses. */
  readonly act?: ActType;
  /** The consultation or proceeding it is about. */
  readonly matter?: string;
  readonly roles: readonly Role[];
  /** The handler's own; everybody's of those roles when left out. */
  readonly accountId?: string;
}

/** Where a case stands, as far as tasks hang on it. */
export interface Situation {
  /** As the lifecycle writes it: `handling.examining|none`. */
  readonly state: string;
  readonly facts: CaseFacts;
  readonly acts: readonly Act[];
  readonly handlerAccountId: string | null;
}

/** What a case asks of the office now, the pressing first; nothing while it waits for somebody else. */
export function tasksOf(situation: Situation): Task[] {
  const { state, facts, acts } = situation;
  const reply = replyStateOf(state);
  return [
    ...appealTasks(facts, acts),
    ...redoTasks(facts, acts),
    ...replyTasks(reply, situation),
    ...deliveryTasks(reply, facts, acts),
  ];
}

function replyTasks(reply: ReplyState, { facts, handlerAccountId }: Situation): Task[] {
  const handling = {
    roles: ['handler'] as const,
    ...(handlerAccountId ? { accountId: handlerAccountId } : {}),
  };
  switch (reply) {
    case 'received':
      return [{ what: '登记', act: 'application.registered', roles: ['clerk'] }];
    case 'registered':
      return [{ what: '分办', act: 'application.assigned', roles: ['clerk', 'head'] }];
    case 'handling.examining':
      return [{ what: facts.redo ? '重新审查并拟制答复' : '审查并拟制答复', ...handling }];
    case 'handling.awaitingSignature':
      if (facts.signed)
        return [{ what: '制发答复', act: 'reply.issued', roles: ['clerk', ...handling.roles] }];
      return [
        ...(facts.reviewed ? [] : [{ what: '审核答复', act: 'reply.reviewed', roles: ['legal'] } as const]),
        { what: '签发答复', act: 'reply.signed', roles: ['head', 'leader'] },
      ];
    case 'handling.awaitingPayment':
      return facts.feeDelivered
        ? []
        : [{ what: '补记收费通知送达', act: 'fee.delivered', roles: ['clerk', ...handling.roles] }];
    case 'replied.issued':
      return [{ what: '送达答复', act: 'reply.served', roles: ['clerk'] }];
    case 'replied.discontinued':
      return [{ what: '告知申请人或办结归档', act: 'application.closed', roles: ['clerk'] }];
    default:
      return [];
  }
}

/** A request for an opinion whose delivery is not known yet: the consultee's time does not run. */
function deliveryTasks(reply: ReplyState, { consultations }: CaseFacts, acts: readonly Act[]): Task[] {
  if (isReplied(reply)) return [];
  return acts.flatMap((act): Task[] => {
    if (act.type !== 'opinion.sought' || act.deliveredOn || consultations[act.id] !== 'open') return [];
    if (acts.some((other) => other.type === 'opinion.delivered' && other.id === act.id)) return [];
    return [
      {
        what: `补记征求意见书送达（${act.name ?? act.id}）`,
        act: 'opinion.delivered',
        matter: act.id,
        roles: ['clerk'],
      },
    ];
  });
}

function appealTasks({ proceedings }: CaseFacts, acts: readonly Act[]): Task[] {
  return Object.entries(proceedings).flatMap(([matter, { kind, state, context }]): Task[] => {
    const roles: readonly Role[] = ['legal'];
    if (state === 'onAppeal' && owesAppealAnswer(acts, matter)) {
      return [{ what: '提交上诉答辩状', act: 'suit.appealAnswered', matter, roles }];
    }
    if (context.retrialAsked) {
      return [{ what: '提交再审书面意见', act: 'suit.retrialAnswered', matter, roles }];
    }
    if (kind === 'reconsideration' && state === 'accepted') {
      return [{ what: '登记收到复议申请书副本', act: 'reconsideration.copyReceived', matter, roles }];
    }
    if (kind === 'reconsideration' && state === 'awaitingAnswer') {
      return [{ what: '提出复议答复和证据', act: 'reconsideration.answered', matter, roles }];
    }
    return kind === 'suit' && state === 'awaitingAnswer'
      ? [{ what: '提交答辩状和证据', act: 'suit.answered', matter, roles }]
      : [];
  });
}

/** What the decision or judgment has ordered is in its text, and nobody has recorded it yet. */
const redoTasks = (facts: CaseFacts, acts: readonly Act[]): Task[] =>
  redoAwaited(acts, facts).map((number) => ({
    what: `核对${facts.proceedings[number]?.kind === 'suit' ? '裁判' : '复议决定'}是否责令重新答复`,
    act: 'redo.ordered',
    matter: number,
    roles: ['legal'],
  }));

/** 法释〔2018〕1号第一百零八条: a copy of another's appeal has come, and no answer has gone since. */
const owesAppealAnswer = (acts: readonly Act[], number: string): boolean =>
  acts.findLast(
    (act) =>
      (act.type === 'suit.appealCopyReceived' || act.type === 'suit.appealAnswered') && act.id === number,
  )?.type === 'suit.appealCopyReceived';

/** Whether the task is this person's. */
export const isFor = (
  { roles, accountId }: Task,
  person: { readonly accountId: string; readonly roles: readonly Role[] },
): boolean =>
  roles.some((role) => person.roles.includes(role)) &&
  (accountId === undefined || accountId === person.accountId || onlyBesideHandling(roles, person.roles));

/** 制发 is the clerk's as well as the handler's own: a clerk need not be the handler. */
function onlyBesideHandling(roles: readonly Role[], held: readonly Role[]): boolean {
  return roles.some((role) => role !== 'handler' && held.includes(role));
}
