import { expect } from 'chai';
import {
  lossReasonIds,
  lossReasonOf,
  lossReasonsSuggested,
} from '../../../src/domain/remedy/loss-reasons.js';
import { printCitation } from '../../../src/domain/law/citation.js';
import {
  type AppealResult,
  appealColumns,
  reconsiderationResults,
  suitResults,
} from '../../../src/domain/remedy/results.js';
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
      'agreementKept',
      'compensated',
      'unspecifiedCorrected',
    ],
    other: ['applicationRejected', 'notAccepted', 'mediated', 'settled', 'terminated', 'unspecifiedOther'],
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
      'remedied',
      'altered',
      'agreementKept',
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

/** The articles that let a proceeding end, each with the results that it knows. */
const byArticle = {
  reconsideration: {
    '《行政复议法》第三十条': ['notAccepted'],
    '《行政复议法》第三十三条': ['applicationRejected'],
    '《行政复议法》第四十一条': ['terminated'],
    '《行政复议法》第六十三条': ['altered'],
    '《行政复议法》第六十四条': ['revoked', 'revokedInPart'],
    '《行政复议法》第六十五条': ['declaredUnlawful'],
    '《行政复议法》第六十六条': ['orderedToPerform'],
    '《行政复议法》第六十七条': ['declaredVoid'],
    '《行政复议法》第六十八条': ['upheld'],
    '《行政复议法》第六十九条': ['requestRejected'],
    '《行政复议法》第七十一条': ['agreementKept'],
    '《行政复议法》第七十二条': ['compensated'],
    '《行政复议法》第七十三条': ['mediated'],
    '《行政复议法》第七十四条': ['settled'],
  },
  suit: {
    '《行政诉讼法》第五十一条': ['notDocketed'],
    '《行政诉讼法》第六十条': ['mediated'],
    '《行政诉讼法》第六十二条': ['withdrawn'],
    '《行政诉讼法》第六十九条': ['claimsRejected'],
    '《行政诉讼法》第七十条': ['revoked', 'revokedInPart'],
    '《行政诉讼法》第七十二条': ['orderedToPerform'],
    '《行政诉讼法》第七十三条': ['orderedToPay'],
    '《行政诉讼法》第七十四条': ['declaredUnlawful'],
    '《行政诉讼法》第七十五条': ['declaredVoid'],
    '《行政诉讼法》第七十六条': ['remedied'],
    '《行政诉讼法》第七十七条': ['altered'],
    '《行政诉讼法》第七十八条': ['agreementKept'],
    '《行政诉讼法》第八十九条第一款第（一）项': ['appealRejected'],
    '法释〔2018〕1号第六十九条': ['suitRejected'],
    '法释〔2018〕1号第八十八条': ['ended'],
  },
} as const;

describe('results by the articles of the statutes', () => {
  for (const [kind, results] of [
    ['reconsideration', reconsiderationResults],
    ['suit', suitResults],
  ] as const) {
    it(`a ${kind} ends as its articles let it, and in no other way`, () => {
      const found: Record<string, string[]> = {};
      for (const [id, { article }] of Object.entries<AppealResult>(results))
        if (article) (found[printCitation(article)] ??= []).push(id);
      expect(found).to.deep.equal(byArticle[kind]);
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
