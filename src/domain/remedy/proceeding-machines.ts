import { assign, setup } from 'xstate';
import type { Act } from '../acts/acts.js';
import { cite } from '../law/citation.js';
import type { StateMeta } from '../law/state-meta.js';

/**
 * The two kinds of proceeding against a reply or a silence, each a small machine of its own.
 * A case may have several; the lifecycle holds their states and asks these machines what may come next.
 */
export interface ProceedingContext {
  /** Whether the copy has come and the answer has gone. With `heard`: where 中止 comes back to. */
  readonly copied: boolean;
  readonly answered: boolean;
  /** Of a suit: before which court it is, 发回重审 apart. */
  readonly heard: 'first' | 'again' | 'second' | 'retrial';
  /** Of a suit: another's 再审申请书 has come and is not yet answered. */
  readonly retrialAsked: boolean;
}

const proceeding = setup({
  types: { context: {} as ProceedingContext, events: {} as Act, meta: {} as StateMeta },
  actions: {
    noteCopy: assign({ copied: true }),
    noteAnswer: assign({ answered: true }),
    noteAgain: assign({ heard: 'again' }),
    noteSecond: assign({ heard: 'second' }),
    noteRetrial: assign({ heard: 'retrial', retrialAsked: false }),
    noteRetrialAsked: assign({ retrialAsked: true }),
    noteRetrialAnswered: assign({ retrialAsked: false }),
    // To xstate a transition without target and action is a refusal.
    stay: () => undefined,
  },
  guards: {
    hasAnswered: ({ context }) => context.answered,
    hasCopy: ({ context }) => context.copied,
    awaitsAnswer: ({ context }) => context.copied && !context.answered,
    noCopy: ({ context }) => !context.copied,
    awaitsFirstAnswer: ({ context }) => context.heard === 'first' && !context.answered,
    heardAgain: ({ context }) => context.heard === 'again',
    heardOnAppeal: ({ context }) => context.heard === 'second',
    heardOnRetrial: ({ context }) => context.heard === 'retrial',
    retrialAsked: ({ context }) => context.retrialAsked,
  },
});

const begun = { answered: false, heard: 'first', retrialAsked: false } as const;

const conclusion = { target: 'concluded' } as const;
const stay = { actions: 'stay' } as const;

/** 行政复议 from acceptance to decision (行政复议法第三十条至第七十六条). */
const reconsiderationMachine = proceeding.createMachine({
  id: 'reconsideration',
  context: { copied: false, ...begun },
  initial: 'accepted',
  states: {
    accepted: {
      meta: { name: '已受理，待收副本', article: cite('reconsideration', 30) },
      on: {
        'reconsideration.copyReceived': { target: 'awaitingAnswer', actions: 'noteCopy' },
        'reconsideration.suspended': 'suspended',
        'reconsideration.prolonged': stay,
        'reconsideration.decided': conclusion,
        'reconsideration.ended': conclusion,
      },
    },
    awaitingAnswer: {
      meta: { name: '待答复举证', article: cite('reconsideration', 48) },
      on: {
        'reconsideration.answered': { target: 'awaitingDecision', actions: 'noteAnswer' },
        'reconsideration.converted': stay,
        'reconsideration.suspended': 'suspended',
        'reconsideration.prolonged': stay,
        'reconsideration.decided': conclusion,
        'reconsideration.ended': conclusion,
      },
    },
    awaitingDecision: {
      meta: { name: '待复议决定', article: cite('reconsideration', 62) },
      on: {
        'reconsideration.converted': stay,
        'reconsideration.suspended': 'suspended',
        'reconsideration.prolonged': stay,
        'reconsideration.decided': conclusion,
        'reconsideration.ended': conclusion,
      },
    },
    suspended: {
      meta: { name: '中止', article: cite('reconsideration', 39) },
      on: {
        // What came or went before the suspension may be recorded after it.
        'reconsideration.copyReceived': { guard: 'noCopy', actions: 'noteCopy' },
        'reconsideration.answered': { guard: 'awaitsAnswer', actions: 'noteAnswer' },
        'reconsideration.converted': { guard: 'hasCopy', actions: 'stay' },
        'reconsideration.resumed': [
          { guard: 'hasAnswered', target: 'awaitingDecision' },
          { guard: 'hasCopy', target: 'awaitingAnswer' },
          { target: 'accepted' },
        ],
        'reconsideration.ended': conclusion,
      },
    },
    concluded: { meta: { name: '复议已结', article: cite('reconsideration', 75) }, type: 'final' },
  },
});

const onAppeal = { target: 'onAppeal', actions: 'noteSecond' } as const;
const sentBack = { target: 'awaitingJudgment', actions: 'noteAgain' } as const;
/** A judgment in effect: the office or another may ask for retrial, and the court refuse or order it. */
const retrial = {
  'suit.retrialSought': stay,
  'suit.retrialApplied': { actions: 'noteRetrialAsked' },
  'suit.retrialAnswered': { guard: 'retrialAsked', actions: 'noteRetrialAnswered' },
  'suit.retrialRefused': { actions: 'noteRetrialAnswered' },
  'suit.retrialOrdered': { target: 'onRetrial', actions: 'noteRetrial' },
} as const;

/** 行政诉讼 from service on the office to the judgment in effect (行政诉讼法第六十七条至第九十二条). */
const suitMachine = proceeding.createMachine({
  id: 'suit',
  context: { copied: true, ...begun },
  initial: 'awaitingAnswer',
  states: {
    awaitingAnswer: {
      meta: { name: '待答辩举证', article: cite('litigation', 67) },
      on: {
        'suit.answered': { target: 'awaitingJudgment', actions: 'noteAnswer' },
        'suit.converted': stay,
        'suit.suspended': 'suspended',
        'suit.judged': 'judged',
        'suit.finallyJudged': conclusion,
      },
    },
    awaitingJudgment: {
      meta: { name: '待一审裁判', article: cite('litigation', 81) },
      on: {
        'suit.converted': stay,
        'suit.suspended': 'suspended',
        'suit.judged': 'judged',
        'suit.finallyJudged': conclusion,
      },
    },
    judged: {
      meta: { name: '一审已判，上诉期内', article: cite('litigation', 85) },
      on: {
        'suit.appealed': onAppeal,
        'suit.appealCopyReceived': onAppeal,
        'suit.tookEffect': 'effective',
        'suit.finallyJudged': conclusion,
      },
    },
    // Reckoned from the service on the office alone: the other side may have been served later and have appealed.
    effective: {
      meta: { name: '一审裁判已生效', article: cite('litigation', 85) },
      on: {
        'suit.appealed': onAppeal,
        'suit.appealCopyReceived': onAppeal,
        'suit.finallyJudged': conclusion,
        ...retrial,
      },
    },
    onAppeal: {
      meta: { name: '二审审理中', article: cite('litigation', 88) },
      on: {
        // Both sides may appeal.
        'suit.appealed': stay,
        'suit.appealCopyReceived': stay,
        'suit.appealAnswered': stay,
        'suit.suspended': 'suspended',
        'suit.remanded': sentBack,
        'suit.finallyJudged': conclusion,
      },
    },
    suspended: {
      meta: { name: '诉讼中止', article: cite('interpretation2018', 87) },
      on: {
        // What went before the suspension may be recorded after it.
        'suit.answered': { guard: 'awaitsFirstAnswer', actions: 'noteAnswer' },
        'suit.appealCopyReceived': { guard: 'heardOnAppeal', actions: 'stay' },
        'suit.appealAnswered': { guard: 'heardOnAppeal', actions: 'stay' },
        'suit.resumed': [
          { guard: 'heardOnRetrial', target: 'onRetrial' },
          { guard: 'heardOnAppeal', target: 'onAppeal' },
          { guard: 'heardAgain', target: 'awaitingJudgment' },
          { guard: 'hasAnswered', target: 'awaitingJudgment' },
          { target: 'awaitingAnswer' },
        ],
        // 终结诉讼, 准许撤诉.
        'suit.finallyJudged': conclusion,
      },
    },
    concluded: {
      meta: { name: '诉讼已结', article: cite('litigation', 89) },
      on: retrial,
    },
    // 按照审判监督程序再审: until it is judged, the judgment in effect is the one that counts. Heard by the rules of the
    // first instance it ends in a judgment that may be appealed (法释〔2018〕1号第一百一十九条第一款).
    onRetrial: {
      meta: { name: '再审审理中', article: cite('litigation', 91) },
      on: {
        'suit.suspended': 'suspended',
        'suit.remanded': sentBack,
        'suit.judged': 'judged',
        'suit.finallyJudged': conclusion,
      },
    },
  },
});

export const proceedingMachines = { reconsideration: reconsiderationMachine, suit: suitMachine } as const;
