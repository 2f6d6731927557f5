import type { ActType } from '../acts/acts.js';
import { cite } from '../law/citation.js';
import { type CaseFacts, noFacts } from './case-facts.js';
import { lifecycleSetup } from './lifecycle-setup.js';

/** A draft waits for two hands; whoever looks wants to know for which. */
const draftStands = ({ reviewed, signed }: CaseFacts): string | undefined =>
  signed ? '已签发，待制发' : reviewed ? '已审核，待签发' : undefined;

const noted = { actions: 'note' } as const;
const drafted = { guard: 'hasDraft', actions: 'note' } as const;
const to = <T extends string>(target: T) => ({ target, actions: 'note' }) as const;

/** 征求意见 runs beside everything that handling does: facts with dates, not states. */
const opinions = {
  'opinion.sought': { guard: 'consultationTakes', actions: 'note' },
  'opinion.delivered': { guard: 'consultationTakes', actions: 'note' },
  'opinion.received': { guard: 'consultationTakes', actions: 'note' },
  'opinion.lapsed': { guard: 'consultationTakes', actions: 'note' },
} as const;

/** What may be done with an application that is registered and neither waits for the applicant nor is replied to. */
const handling = {
  'application.assigned': to('#handling.examining'),
  'application.withdrawn': to('#replied.discontinued'),
  'correction.required': to('#handling.awaitingCorrection'),
  'reasons.asked': to('#handling.awaitingReasons'),
  'fee.noticed': to('#handling.awaitingPayment'),
  'reply.deferred': noted,
  'period.extended': noted,
  'reply.drafted': to('#handling.awaitingSignature'),
  'reply.issued': { guard: 'mayIssue', target: '#replied.issued', actions: 'note' },
  'transfer.noticed': to('#replied.issued'),
} as const;

const closing = { guard: 'nothingPending', target: '#closed', actions: 'note' } as const;
const proceeding = { guard: 'proceedingTakes', actions: 'note' } as const;
const redo = { guard: 'redoFounded', target: '#handling.examining', actions: 'note' } as const;
const overruled = { guard: 'consultationTakes', actions: 'note' } as const;
const noRedo = { guard: 'redoFounded', actions: 'note' } as const;

/** Every act of a 复议 or a 诉讼: taken where the proceeding's own machine takes it, at any time. */
const proceedings = {
  'reconsideration.accepted': proceeding,
  'reconsideration.copyReceived': proceeding,
  'reconsideration.converted': proceeding,
  'reconsideration.answered': proceeding,
  'reconsideration.suspended': proceeding,
  'reconsideration.resumed': proceeding,
  'reconsideration.prolonged': proceeding,
  'reconsideration.decided': proceeding,
  'reconsideration.ended': proceeding,
  'suit.served': proceeding,
  'suit.answered': proceeding,
  'suit.converted': proceeding,
  'suit.suspended': proceeding,
  'suit.resumed': proceeding,
  'suit.judged': proceeding,
  'suit.appealed': proceeding,
  'suit.appealCopyReceived': proceeding,
  'suit.appealAnswered': proceeding,
  'suit.tookEffect': proceeding,
  'suit.remanded': proceeding,
  'suit.retrialSought': proceeding,
  'suit.retrialApplied': proceeding,
  'suit.retrialAnswered': proceeding,
  'suit.retrialRefused': proceeding,
  'suit.retrialOrdered': proceeding,
  'suit.finallyJudged': proceeding,
} as const satisfies Partial<Record<ActType, typeof proceeding>>;

const suitOpens = { guard: 'suitOpen', target: 'litigation' } as const;
const reconsiderationOpens = { guard: 'reconsiderationOpen', target: 'reconsideration' } as const;

/**
 * The lifecycle of an application: 受理 → 登记 → 办理 → 答复 → 复议 → 应诉 → 办结.
 * Two things go on side by side: the reply that is owed, and the remedies taken against it, so that an appeal over
 * silence leaves the reply possible. It says what may be done next and nothing of when: no timers, no actors.
 */
export const lifecycle = lifecycleSetup.createMachine({
  id: 'lifecycle',
  context: noFacts,
  initial: 'empty',
  states: {
    empty: {
      meta: { name: '尚未收到', article: cite('disclosure', 29) },
      on: { 'application.received': to('open') },
    },
    open: {
      type: 'parallel',
      on: { ...proceedings, 'redo.notOrdered': noRedo, 'opinion.overruled': overruled },
      states: {
        reply: {
          initial: 'received',
          on: { 'redo.ordered': redo },
          states: {
            received: {
              meta: { stage: 'received', name: '已收到，待登记', article: cite('disclosure', 31) },
              on: {
                'application.registered': to('registered'),
                'application.withdrawn': to('#replied.discontinued'),
              },
            },
            registered: {
              meta: { stage: 'registered', name: '已登记，待分办', article: cite('disclosure', 45) },
              on: { ...handling, ...opinions },
            },
            handling: {
              id: 'handling',
              initial: 'examining',
              on: {
                ...opinions,
                'application.assigned': noted,
                'application.withdrawn': to('#replied.discontinued'),
                // The reply period runs on while reasons are awaited.
                'period.extended': noted,
              },
              states: {
                examining: {
                  meta: { stage: 'handling', name: '审查办理', article: cite('disclosure', 33) },
                  on: handling,
                },
                awaitingCorrection: {
                  meta: { stage: 'handling', name: '待申请人补正', article: cite('disclosure', 30) },
                  on: {
                    'correction.received': to('examining'),
                    'correction.lapsed': to('#replied.discontinued'),
                  },
                },
                awaitingReasons: {
                  meta: { stage: 'handling', name: '待申请人说明理由', article: cite('disclosure', 35) },
                  on: { 'reasons.given': to('examining'), 'reasons.lapsed': to('examining') },
                },
                awaitingPayment: {
                  meta: { stage: 'handling', name: '待申请人缴费', article: cite('feeMeasures', 6) },
                  on: {
                    'fee.delivered': { guard: 'feeOnItsWay', actions: 'note' },
                    'fee.paid': to('examining'),
                    'fee.lapsed': to('#replied.discontinued'),
                  },
                },
                awaitingSignature: {
                  meta: {
                    stage: 'handling',
                    name: '待审核签发',
                    nameWith: draftStands,
                    article: cite('disclosure', 45),
                  },
                  on: {
                    'reply.drafted': noted,
                    'reply.reviewed': [{ guard: 'reviewPassed', actions: 'note' }, to('examining')],
                    'reply.signed': noted,
                    'reply.issued': handling['reply.issued'],
                    'transfer.noticed': handling['transfer.noticed'],
                  },
                },
              },
            },
            replied: {
              id: 'replied',
              initial: 'issued',
              states: {
                issued: {
                  meta: { stage: 'replied', name: '已制发，待送达', article: cite('serviceReply') },
                  on: { 'reply.served': to('served') },
                },
                served: {
                  meta: { stage: 'replied', name: '已送达，救济期内', article: cite('reconsideration', 20) },
                  on: {
                    'reply.supplemented': noted,
                    'remedy.omitted': noted,
                    'remedy.told': noted,
                    'application.closed': closing,
                    'remedy.lapsed': closing,
                  },
                },
                discontinued: {
                  meta: { stage: 'replied', name: '不再处理', article: cite('disclosure', 30) },
                  on: {
                    'reply.drafted': noted,
                    'reply.reviewed': drafted,
                    'reply.signed': drafted,
                    'reply.issued': { guard: 'mayIssueEnding', target: 'issued', actions: 'note' },
                    'application.closed': closing,
                  },
                },
              },
            },
          },
        },
        remedy: {
          initial: 'none',
          states: {
            none: {
              meta: { name: '无复议诉讼', article: cite('disclosure', 51) },
              always: [suitOpens, reconsiderationOpens],
            },
            reconsideration: {
              meta: { stage: 'reconsideration', name: '复议审理中', article: cite('reconsideration', 30) },
              always: [suitOpens, { guard: 'nothingPending', target: 'decided' }],
            },
            decided: {
              meta: { stage: 'reconsideration', name: '复议已结', article: cite('reconsideration', 75) },
              always: [suitOpens, reconsiderationOpens],
              on: { 'redo.ordered': { guard: 'redoFounded', target: 'none' } },
            },
            litigation: {
              meta: { stage: 'litigation', name: '诉讼审理中', article: cite('litigation', 67) },
              always: [reconsiderationOpens, { guard: 'suitOver', target: 'judged' }],
            },
            judged: {
              meta: { stage: 'litigation', name: '诉讼已结', article: cite('litigation', 89) },
              always: [suitOpens, reconsiderationOpens],
              on: { 'redo.ordered': { guard: 'redoFounded', target: 'none' } },
            },
          },
        },
        // Where an appeal that comes after 办结 takes the case up again.
        asItStood: { type: 'history', history: 'deep' },
      },
    },
    closed: {
      id: 'closed',
      meta: { stage: 'closed', name: '已办结', article: cite('disclosure', 45) },
      on: {
        'reconsideration.accepted': { ...proceeding, target: 'open.asItStood' },
        'suit.served': { ...proceeding, target: 'open.asItStood' },
        'suit.appealed': { ...proceeding, target: 'open.asItStood' },
        'suit.appealCopyReceived': { ...proceeding, target: 'open.asItStood' },
        'suit.retrialSought': { ...proceeding, target: 'open.asItStood' },
        'suit.retrialApplied': { ...proceeding, target: 'open.asItStood' },
        'suit.finallyJudged': { ...proceeding, target: 'open.asItStood' },
        'suit.retrialOrdered': { ...proceeding, target: 'open.asItStood' },
        'redo.ordered': redo,
        'redo.notOrdered': noRedo,
        // A third party's windows open with the notice.
        'opinion.overruled': { ...overruled, target: 'open.asItStood' },
        // Not told, the windows are still open: the case was closed too soon.
        'remedy.omitted': to('open.asItStood'),
      },
    },
  },
});
