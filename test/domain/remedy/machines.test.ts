import { expect } from 'chai';
import type { Act, ActType } from '../../../src/domain/acts/acts.js';
import {
  type ProceedingKind,
  advanceProceeding,
  openProceeding,
} from '../../../src/domain/remedy/proceeding.js';
import { proceedingMachines } from '../../../src/domain/remedy/proceeding-machines.js';
import { act } from '../../support/paper-case.js';

/** Where each act leads from each state. What is not here is not taken. A jurist may read it line by line. */
const reconsideration: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accepted: {
    copyReceived: 'awaitingAnswer',
    suspended: 'suspended',
    prolonged: 'accepted',
    decided: 'concluded',
    ended: 'concluded',
  },
  awaitingAnswer: {
    answered: 'awaitingDecision',
    converted: 'awaitingAnswer',
    suspended: 'suspended',
    prolonged: 'awaitingAnswer',
    decided: 'concluded',
    ended: 'concluded',
  },
  awaitingDecision: {
    converted: 'awaitingDecision',
    suspended: 'suspended',
    prolonged: 'awaitingDecision',
    decided: 'concluded',
    ended: 'concluded',
  },
  // Suspended after the copy had come and the answer had gone: neither comes twice.
  suspended: {
    converted: 'suspended',
    resumed: 'awaitingDecision',
    ended: 'concluded',
  },
  concluded: {},
};

const retrial = {
  retrialSought: 'same',
  retrialApplied: 'same',
  retrialRefused: 'same',
  retrialOrdered: 'onRetrial',
} as const;

const suit: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  awaitingAnswer: {
    answered: 'awaitingJudgment',
    converted: 'awaitingAnswer',
    suspended: 'suspended',
    judged: 'judged',
    finallyJudged: 'concluded',
  },
  awaitingJudgment: {
    converted: 'awaitingJudgment',
    suspended: 'suspended',
    judged: 'judged',
    finallyJudged: 'concluded',
  },
  judged: {
    appealed: 'onAppeal',
    appealCopyReceived: 'onAppeal',
    tookEffect: 'effective',
    finallyJudged: 'concluded',
  },
  effective: {
    appealed: 'onAppeal',
    appealCopyReceived: 'onAppeal',
    finallyJudged: 'concluded',
    ...retrial,
  },
  onAppeal: {
    appealed: 'onAppeal',
    appealCopyReceived: 'onAppeal',
    appealAnswered: 'onAppeal',
    suspended: 'suspended',
    remanded: 'awaitingJudgment',
    finallyJudged: 'concluded',
  },
  // Suspended in first instance after the answer had gone.
  suspended: { resumed: 'awaitingJudgment', finallyJudged: 'concluded' },
  concluded: retrial,
  // By the rules of the first instance it may be appealed (法释〔2018〕1号第一百一十九条).
  onRetrial: {
    suspended: 'suspended',
    remanded: 'awaitingJudgment',
    judged: 'judged',
    finallyJudged: 'concluded',
  },
};

const tables = { reconsideration, suit } as const;

const verbs: Readonly<Record<ProceedingKind, readonly string[]>> = {
  reconsideration: [
    'copyReceived',
    'converted',
    'answered',
    'suspended',
    'resumed',
    'prolonged',
    'decided',
    'ended',
  ],
  suit: [
    'answered',
    'converted',
    'suspended',
    'resumed',
    'judged',
    'appealed',
    'appealCopyReceived',
    'appealAnswered',
    'tookEffect',
    'remanded',
    'retrialSought',
    'retrialApplied',
    'retrialAnswered',
    'retrialRefused',
    'retrialOrdered',
    'finallyJudged',
  ],
};

const afterAnswer = { copied: true, answered: true, heard: 'first', retrialAsked: false } as const;

for (const kind of ['reconsideration', 'suit'] as const) {
  describe(`the machine of a ${kind}`, () => {
    const states = Object.keys(proceedingMachines[kind].states);

    it('has the states of the table', () => {
      expect(states).to.have.members(Object.keys(tables[kind]));
    });

    for (const state of states) {
      for (const verb of verbs[kind]) {
        const told = tables[kind][state]?.[verb];
        const next = told === 'same' ? state : told;
        it(`${state}: ${verb} ${next ? `leads to ${next}` : 'is refused'}`, () => {
          const standing = { kind, state, context: afterAnswer };
          const performed: Act = act(`${kind}.${verb}` as ActType, '2026-11-02');
          expect(advanceProceeding(standing, performed)?.state).to.equal(next);
        });
      }
    }
  });
}

/** Where the acts lead from the beginning; undefined when one of them is refused. */
function ledTo(kind: ProceedingKind, types: readonly ActType[]): string | undefined {
  let standing = openProceeding(kind);
  for (const type of types) {
    const next = advanceProceeding(standing, act(type, '2026-11-02'));
    if (!next) return undefined;
    standing = next;
  }
  return standing.state;
}

describe('a suit that stood still (法释〔2018〕1号第八十七条)', () => {
  const through = (...verbs: string[]): string | undefined =>
    ledTo(
      'suit',
      verbs.map((verb) => `suit.${verb}` as ActType),
    );

  it('goes on before the court before which it stopped', () => {
    expect(through('suspended', 'resumed')).to.equal('awaitingAnswer');
    expect(through('suspended', 'answered', 'resumed')).to.equal('awaitingJudgment');
    expect(through('answered', 'suspended', 'resumed')).to.equal('awaitingJudgment');
    expect(through('judged', 'appealCopyReceived', 'suspended', 'resumed')).to.equal('onAppeal');
    expect(through('judged', 'appealed', 'remanded', 'suspended', 'resumed')).to.equal('awaitingJudgment');
    expect(through('finallyJudged', 'retrialOrdered', 'suspended', 'resumed')).to.equal('onRetrial');
  });

  it('takes the answers of its own instance only, the first one once', () => {
    expect(through('answered', 'suspended', 'answered')).to.equal(undefined);
    expect(through('suspended', 'appealAnswered')).to.equal(undefined);
    const before = ['judged', 'appealCopyReceived', 'suspended'] as const;
    expect(through(...before, 'appealAnswered')).to.equal('suspended');
    expect(through(...before, 'answered')).to.equal(undefined);
  });

  it('may end there', () => {
    expect(through('suspended', 'finallyJudged')).to.equal('concluded');
    expect(through('suspended', 'judged')).to.equal(undefined);
  });
});

describe('an application for retrial (法释〔2018〕1号第一百一十一条)', () => {
  it('is answered once, and only when it has come', () => {
    expect(ledTo('suit', ['suit.finallyJudged', 'suit.retrialAnswered'])).to.equal(undefined);
    const asked: ActType[] = ['suit.finallyJudged', 'suit.retrialApplied', 'suit.retrialAnswered'];
    expect(ledTo('suit', asked)).to.equal('concluded');
    expect(ledTo('suit', [...asked, 'suit.retrialAnswered'])).to.equal(undefined);
    expect(ledTo('suit', [...asked, 'suit.retrialOrdered'])).to.equal('onRetrial');
  });
});

describe('a reconsideration that stood still', () => {
  const through = (...types: ActType[]): string | undefined => ledTo('reconsideration', types);

  it('goes on where it stopped', () => {
    const suspended = 'reconsideration.suspended';
    const resumed = 'reconsideration.resumed';
    const copy = 'reconsideration.copyReceived';
    expect(through(suspended, resumed)).to.equal('accepted');
    expect(through(copy, suspended, resumed)).to.equal('awaitingAnswer');
    expect(through(suspended, copy, resumed)).to.equal('awaitingAnswer');
    expect(through(copy, suspended, 'reconsideration.answered', resumed)).to.equal('awaitingDecision');
  });

  it('takes copy and answer once', () => {
    const suspended = 'reconsideration.suspended';
    const copy = 'reconsideration.copyReceived';
    const answered = 'reconsideration.answered';
    expect(through(suspended, copy, answered)).to.equal('suspended');
    expect(through(suspended, copy, copy)).to.equal(undefined);
    expect(through(copy, answered, suspended, answered)).to.equal(undefined);
  });

  it('takes no answer before its copy has come', () => {
    expect(through('reconsideration.answered')).to.equal(undefined);
    expect(through('reconsideration.suspended', 'reconsideration.answered')).to.equal(undefined);
  });
});
