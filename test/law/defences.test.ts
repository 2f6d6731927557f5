import { expect } from 'chai';
import { isDefence, isProven } from '../../src/domain/remedy/defences.js';
import { type PaperCase, received } from '../support/paper-case.js';

/** A disclosure given on the spot, open to either way; served as said. */
const given = (on: string, service: object = {}): PaperCase =>
  received(on)
    .replies(on)
    .does('reply.served', on, { ...service });

describe('the defence of the office pleads only what can be proven', () => {
  const sued = (file: PaperCase, docketedOn?: string) =>
    file.does('suit.served', '2026-11-02', { ...(docketedOn ? { docketedOn } : {}) }).flaws;

  it('a suit docketed after its six months is looked into: the day of filing is not on record (行政诉讼法第四十六条)', () => {
    expect(given('2026-03-02').period('window:suit').dueOn).to.equal('2026-09-02');
    expect(sued(given('2026-03-02'), '2026-09-03')).to.deep.equal(['windowDoubtful']);
    expect(sued(given('2026-03-02'), '2026-09-02')).to.deep.equal([]);
    expect(sued(given('2026-03-02'))).to.deep.equal([]);
  });

  it('so is one after a decision, by its fifteen days (第四十五条), and one over silence (法释〔2018〕1号第六十六条)', () => {
    const after = (docketedOn: string) =>
      given('2026-03-02')
        .does('reconsideration.accepted', '2026-04-01')
        .does('reconsideration.copyReceived', '2026-04-02')
        .does('reconsideration.decided', '2026-05-06', { result: 'upheld' })
        .does('suit.served', '2026-07-01', { route: 'afterReconsideration', docketedOn }).flaws;
    expect(after('2026-05-21')).to.deep.equal([]);
    expect(after('2026-05-22')).to.deep.equal(['windowDoubtful']);
    const silent = (docketedOn: string) =>
      received('2026-03-02').does('suit.served', '2026-11-02', { over: 'silence', docketedOn }).flaws;
    expect(silent('2026-09-30')).to.deep.equal([]);
    expect(silent('2026-10-09')).to.deep.equal(['windowDoubtful']);
  });

  it('a window reckoned from the posting is provisional until the signing is on record (实施条例第十五条)', () => {
    const asked = (file: PaperCase) =>
      file.does('reconsideration.accepted', '2026-05-12', { appliedOn: '2026-05-11' }).flaws;
    const posted = given('2026-03-02', { how: 'post' });
    expect(posted.period('window:reconsideration').pendingOn).to.include('签收日尚未登记');
    expect(asked(posted)).to.deep.equal(['windowDoubtful']);
    const signed = given('2026-03-02', { how: 'post', signedOn: '2026-03-06' });
    expect(signed.period('window:reconsideration')).to.include({ dueOn: '2026-05-06' });
    expect(signed.period('window:reconsideration')).to.not.have.property('pendingOn');
    expect(asked(signed)).to.deep.equal(['windowMissed']);
  });

  it('the organ that changed the reply is sued, not the office (行政诉讼法第二十六条第二款、法释〔2018〕1号第二十二条)', () => {
    const decided = (result: string): PaperCase =>
      given('2026-03-02')
        .does('reconsideration.accepted', '2026-04-01')
        .does('reconsideration.copyReceived', '2026-04-02')
        .does('reconsideration.decided', '2026-05-06', { result });
    const after = (result: string, facts: object = {}) =>
      decided(result).does('suit.served', '2026-06-01', { route: 'afterReconsideration', ...facts }).flaws;
    for (const result of ['altered', 'revoked', 'declaredVoid'])
      expect(after(result), result).to.deep.equal(['wrongDefendant']);
    expect(after('declaredUnlawful')).to.deep.equal(['defendantDoubtful']);
    // 部分撤销: both are sued where a part was upheld (第一百三十四条第二款).
    for (const result of ['upheld', 'requestRejected', 'revokedInPart', 'applicationRejected'])
      expect(after(result), result).to.deep.equal([]);
    expect(after('revoked', { capacity: 'thirdParty' })).to.deep.equal([]);
    expect(isDefence({ code: 'wrongDefendant' }) && isProven({ code: 'wrongDefendant' })).to.equal(true);
    expect(isDefence({ code: 'defendantDoubtful' }) && !isProven({ code: 'defendantDoubtful' })).to.equal(
      true,
    );
  });

  it('five years from the reply close every way (行政复议法第二十一条、行政诉讼法第四十六条第二款)', () => {
    const old = (): PaperCase => given('2019-06-03');
    const asked = (appliedOn: string) =>
      old().does('reconsideration.accepted', '2026-11-02', { appliedOn }).flaws;
    expect(asked('2024-06-04')).to.include('capPassed');
    expect(asked('2024-06-03')).to.not.include('capPassed');
    // The version of 2017 knew no such cap.
    const before = given('2018-03-01').does('reconsideration.accepted', '2023-12-01', {
      appliedOn: '2023-11-01',
    });
    expect(before.flaws).to.not.include('capPassed');
    expect(sued(old(), '2024-06-04')).to.include('capPassed');
  });
});

describe('what a court or an organ sets is read under its own article', () => {
  const sued = (facts: object) => received('2026-03-02').does('suit.served', '2026-06-01', { ...facts });

  it('the day for the evidence in the simplified procedure, no later than the fifteenth (法释〔2018〕1号第一百零四条)', () => {
    const answer = (evidenceUntil?: string) =>
      sued({ over: 'silence', procedure: 'simplified', ...(evidenceUntil ? { evidenceUntil } : {}) }).period(
        'answer:诉讼1',
      );
    expect(answer()).to.include({ dueOn: '2026-06-16', unit: 'days' });
    expect(answer('2026-06-08')).to.include({ dueOn: '2026-06-08', of: 'duty', matter: '诉讼1' });
    expect(answer('2026-06-08').article).to.deep.equal({ statute: 'interpretation2018', article: 104 });
    // A Saturday gives way to the Monday after it.
    expect(answer('2026-06-06').dueOn).to.equal('2026-06-08');
    expect(answer('2026-06-30').dueOn).to.equal('2026-06-16');
    const [found] = received('2026-03-02').refusals('suit.served', '2026-06-01', {
      over: 'silence',
      evidenceUntil: '2026-06-01',
    });
    expect(found).to.include({ code: 'daysWithin', field: 'evidenceUntil' });
  });

  it('an order to reply again: that of a court by 行政诉讼法, that of an organ by its version of 行政复议法', () => {
    const ordered = (file: PaperCase, id: string, on: string) =>
      file.does('redo.ordered', on, { id, workdays: 10 }).period('reply.2').because;
    const bySuit = (result: string) =>
      ordered(
        sued({ over: 'silence' }).does('suit.finallyJudged', '2026-09-01', { result }),
        '诉讼1',
        '2026-09-01',
      );
    expect(bySuit('orderedToPerform')).to.include('《行政诉讼法》第七十二条');
    expect(bySuit('revoked')).to.include('《行政诉讼法》第七十条');
    const byOrgan = (on: string, decided: string, result: string) =>
      ordered(
        given(on)
          .does('reconsideration.accepted', decided)
          .does('reconsideration.decided', decided, { result }),
        '复议1',
        decided,
      );
    expect(byOrgan('2026-03-02', '2026-04-01', 'revoked')).to.include('《行政复议法》第六十四条');
    expect(byOrgan('2026-03-02', '2026-04-01', 'orderedToPerform')).to.include('《行政复议法》第六十六条');
    expect(byOrgan('2023-03-02', '2023-04-03', 'revoked')).to.include(
      '《行政复议法（2017年修正）》第二十八条',
    );
  });

  it('the days of an agency that did not make the information are of the house, not of 条例第三十四条', () => {
    const asked = (consultee: string) =>
      received('2026-03-02')
        .does('opinion.sought', '2026-03-04', { id: '1', consultee, deliveredOn: '2026-03-05' })
        .period('opinion:1');
    for (const consultee of ['coProducer', 'agency', 'successor'])
      expect(asked(consultee).dueOn, consultee).to.equal('2026-03-26');
    expect(asked('coProducer').article).to.deep.equal({ statute: 'disclosure', article: 34 });
    expect(asked('agency').article).to.deep.equal({ statute: 'house' });
    expect(asked('successor').article).to.deep.equal({ statute: 'house' });
  });

  it('a fee by item is one that the tariff can give somewhere in the month (国办函〔2020〕109号第四条)', () => {
    const codes = (quantity: number, yuan: number) =>
      received('2026-03-02')
        .refusals('fee.noticed', '2026-03-09', { basis: 'item', quantity, yuan })
        .map(({ code, field }) => `${code}:${field ?? ''}`);
    for (const [quantity, yuan] of [
      [15, 1500],
      [6, 600],
      [1, 100],
      [1, 200],
      [42, 4600],
      [12, 200],
    ] as const)
      expect(codes(quantity, yuan), `${quantity} 件 ${yuan} 元`).to.deep.equal([]);
    for (const [quantity, yuan] of [
      [1, 150],
      [15, 1450],
      [42, 4500],
      [11, 50],
    ] as const)
      expect(codes(quantity, yuan), `${quantity} 件 ${yuan} 元`).to.deep.equal(['wrongFee:yuan']);
  });
});
