import { expect } from 'chai';
import { isFiled, laterFilingsOf } from '../../src/domain/remedy/filings.js';
import { type PaperCase, received } from '../support/paper-case.js';

const ID = '诉讼1';
const lost = (): PaperCase =>
  received('2026-01-05')
    .does('suit.served', '2026-03-09', { over: 'silence' })
    .does('suit.finallyJudged', '2026-05-06', { result: 'orderedToPerform' });
const filings = (file: PaperCase): string[] => laterFilingsOf(file.acts, ID).map(({ kind }) => kind);

describe('行政诉讼法第九十条: the office itself asks for a retrial', () => {
  it('of a judgment that went against it, within six months, on a paper of its own', () => {
    expect(filings(lost())).to.deep.equal(['retrialApplication']);
    const file = lost().does('suit.retrialSought', '2026-11-06', { court: '某某省高级人民法院' });
    expect(file.flaws).to.deep.equal([]);
    expect(file.period(`retrial:${ID}`).state).to.equal('met');
    expect(isFiled(file.acts, ID, 'retrialApplication')).to.equal(true);
    expect(file.standing.facts.proceedings[ID]?.state).to.equal('concluded');
    expect(lost().does('suit.retrialSought', '2026-11-09').flaws).to.deep.equal(['retrialLate']);
  });

  it('not of one that it has won, and nothing is drafted against a suit that was turned away', () => {
    const judged = (result: string) =>
      received('2026-01-05')
        .does('suit.served', '2026-03-09', { over: 'silence' })
        .does('suit.judged', '2026-05-06', {
          result,
          form: result === 'suitRejected' ? 'ruling' : 'judgment',
        });
    const [found] = judged('claimsRejected').lapse('2026-06-01').refusals('suit.retrialSought', '2026-06-02');
    expect(found?.code).to.equal('notLost');
    for (const result of ['claimsRejected', 'suitRejected', 'withdrawn', 'ended'])
      expect(filings(judged(result)), result).to.deep.equal([]);
    expect(filings(judged('revoked'))).to.deep.equal(['appeal']);
  });

  it('is reviewed by the court within six months of the docketing (法释〔2018〕1号第一百一十二条)', () => {
    expect(
      lost()
        .does('suit.retrialSought', '2026-06-01')
        .reading()
        .periods.some(({ limit }) => limit === 'litigation.retrialReview'),
    ).to.equal(false);
    const file = lost().does('suit.retrialSought', '2026-06-01', { docketedOn: '2026-06-05' });
    expect(file.period(`retrialReview:${ID}`)).to.include({ dueOn: '2026-12-07', of: 'court' });
    // 第一百一十四条: the other side asks too, and the review begins anew.
    file.does('suit.retrialApplied', '2026-07-10', { docketedOn: '2026-07-06' });
    expect(file.period(`retrialReview.1:${ID}`).ended).to.deep.equal({ on: '2026-07-06', how: 'superseded' });
    expect(file.period(`retrialReview:${ID}`).dueOn).to.equal('2027-01-06');
    file.does('suit.retrialRefused', '2026-11-20');
    expect(file.period(`retrialReview:${ID}`).ended).to.deep.equal({ on: '2026-11-20', how: 'met' });
    expect(lost().refusals('suit.retrialSought', '2026-06-01', { docketedOn: '2026-12-01' })[0]).to.include({
      field: 'docketedOn',
    });
  });

  it('takes up a case that was closed', () => {
    const file = lost().does('application.withdrawn', '2026-05-07').does('application.closed', '2026-05-20');
    expect(file.standing.stage).to.equal('closed');
    expect(file.does('suit.retrialSought', '2026-06-01').standing.stage).to.equal('litigation');
  });
});

describe('法释〔2018〕1号第一百一十九条: what comes of a retrial', () => {
  const first = (): PaperCase =>
    received('2026-01-05')
      .does('suit.served', '2026-02-02', { over: 'silence' })
      .does('suit.judged', '2026-03-02', { result: 'claimsRejected' })
      .lapse('2026-04-01')
      .does('suit.retrialOrdered', '2026-05-06');
  const counted = (file: PaperCase) => file.standing.facts.proceedings[ID]?.state;

  it('by the rules of the first instance may be appealed, and takes effect when nobody does', () => {
    const file = first().does('suit.judged', '2026-08-03', { result: 'revoked' });
    expect(counted(file)).to.equal('judged');
    expect(file.period(`appeal:${ID}`)).to.include({ startedOn: '2026-08-03', dueOn: '2026-08-18' });
    expect(file.period(`retrialTrial:${ID}`).state).to.equal('met');
    expect(counted(file.lapse('2026-08-20'))).to.equal('effective');
    expect(() => file.period(`retrial:${ID}`)).to.throw();
  });

  it('by the rules of the second is in effect at once', () => {
    const second = received('2026-01-05')
      .does('suit.served', '2026-02-02', { over: 'silence' })
      .does('suit.judged', '2026-03-02', { result: 'claimsRejected' })
      .does('suit.appealCopyReceived', '2026-03-10')
      .does('suit.finallyJudged', '2026-04-01', { result: 'appealRejected' })
      .does('suit.retrialOrdered', '2026-05-06');
    const [found] = second.refusals('suit.judged', '2026-08-03', { result: 'revoked' });
    expect(found?.code).to.equal('retrialIsFinal');
    expect(counted(second.does('suit.finallyJudged', '2026-08-03', { result: 'revoked' }))).to.equal(
      'concluded',
    );
  });
});
