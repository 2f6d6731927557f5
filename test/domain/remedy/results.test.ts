import { expect } from 'chai';
import {
  lossReasonIds,
  lossReasonOf,
  lossReasonsSuggested,
} from '../../../src/domain/remedy/loss-reasons.js';
import { appealColumns, reconsiderationResults, suitResults } from '../../../src/domain/remedy/results.js';
import { received } from '../../support/paper-case.js';

/** 表四: every result of the statutory lists and the one column in which it lands (law.md §6.5). */
const columns = {
  reconsideration: {
    upheld: ['upheld', 'requestRejected', 'unspecifiedUpheld'],
    corrected: [
      'altered',
      'revoked',
      'revokedInPart',
      'declaredUnlawful',
      'orderedToPerform',
      'declaredVoid',
      'unspecifiedCorrected',
    ],
    other: ['applicationRejected', 'notAccepted', 'mediated', 'terminated', 'unspecifiedOther'],
  },
  suit: {
    upheld: ['claimsRejected', 'appealRejected', 'unspecifiedUpheld'],
    corrected: [
      'revoked',
      'revokedInPart',
      'orderedToPerform',
      'orderedToPay',
      'declaredUnlawful',
      'declaredVoid',
      'altered',
      'unspecifiedCorrected',
    ],
    other: ['suitRejected', 'notDocketed', 'withdrawn', 'mediated', 'ended', 'unspecifiedOther'],
  },
} as const;

describe('results of proceedings', () => {
  for (const [kind, results] of [
    ['reconsideration', reconsiderationResults],
    ['suit', suitResults],
  ] as const) {
    it(`each of a ${kind} in exactly one column of table four`, () => {
      const listed = Object.values(columns[kind]).flat();
      expect(listed).to.have.members(Object.keys(results));
      expect(new Set(listed).size).to.equal(listed.length);
      for (const [column, ids] of Object.entries(columns[kind])) {
        expect(Object.keys(appealColumns)).to.include(column);
        for (const id of ids) {
          expect((results as Record<string, { column: string }>)[id]?.column, id).to.equal(column);
        }
      }
    });
  }
});

describe('reasons lost', () => {
  it('are suggested by what the record shows', () => {
    const late = received('2026-01-05')
      .does('reply.issued', '2026-03-20')
      .does('reply.served', '2026-03-20')
      .does('reconsideration.accepted', '2026-04-01', { over: 'silence' });
    const codes = ['replyLate', 'thirdPartyAskedMissing'];
    expect(lossReasonsSuggested(late.acts, '复议1', codes)).to.deep.equal([
      'silence',
      'replyLate',
      'thirdPartyNotAsked',
    ]);
    expect(lossReasonsSuggested(late.acts, '别案', [])).to.deep.equal([]);
  });

  it('each say what to do so that it does not happen again', () => {
    for (const id of lossReasonIds) expect(lossReasonOf(id).lesson, id).to.match(/。$/);
  });
});
