import { expect } from 'chai';
import type { Act, ActType } from '../../../src/domain/acts/acts.js';
import {
  type ProceedingKind,
  advanceProceeding,
  openProceeding,
  proceedingMachines,
} from '../../../src/domain/remedy/proceeding.js';
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

const suit: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  awaitingAnswer: {
    answered: 'awaitingJudgment',
    converted: 'awaitingAnswer',
    judged: 'judged',
    finallyJudged: 'concluded',
  },
  awaitingJudgment: { converted: 'awaitingJudgment', judged: 'judged', finallyJudged: 'concluded' },
  judged: { appealed: 'onAppeal', tookEffect: 'effective', finallyJudged: 'concluded' },
  effective: { appealed: 'onAppeal', finallyJudged: 'concluded', retrialOrdered: 'onRetrial' },
  onAppeal: { appealed: 'onAppeal', remanded: 'awaitingJudgment', finallyJudged: 'concluded' },
  concluded: { retrialOrdered: 'onRetrial' },
  onRetrial: { remanded: 'awaitingJudgment', finallyJudged: 'concluded' },
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
    'judged',
    'appealed',
    'tookEffect',
    'remanded',
    'retrialOrdered',
    'finallyJudged',
  ],
};

for (const kind of ['reconsideration', 'suit'] as const) {
  describe(`the machine of a ${kind}`, () => {
    const states = Object.keys(proceedingMachines[kind].states);

    it('has the states of the table', () => {
      expect(states).to.have.members(Object.keys(tables[kind]));
    });

    for (const state of states) {
      for (const verb of verbs[kind]) {
        const next = tables[kind][state]?.[verb];
        it(`${state}: ${verb} ${next ? `leads to ${next}` : 'is refused'}`, () => {
          const standing = { kind, state, context: { copied: true, answered: true } };
          const performed: Act = act(`${kind}.${verb}` as ActType, '2026-11-02');
          expect(advanceProceeding(standing, performed)?.state).to.equal(next);
        });
      }
    }
  });
}

describe('a reconsideration that stood still', () => {
  const through = (...types: ActType[]): string | undefined => {
    let standing = openProceeding('reconsideration');
    for (const type of types) {
      const next = advanceProceeding(standing, act(type, '2026-11-02'));
      if (!next) return undefined;
      standing = next;
    }
    return standing.state;
  };

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
