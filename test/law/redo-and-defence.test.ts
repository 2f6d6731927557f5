import { expect } from 'chai';
import { cite } from '../../src/domain/law/citation.js';
import { type PaperCase, received } from '../support/paper-case.js';

const refusal = { outcome: 'deliberative', reasons: '属于磋商信函。' };

/** Replied to and served on one day, long before any appeal. */
const replied = (on: string, facts: object = {}, service: object = {}): PaperCase =>
  received(on)
    .does('reply.issued', on, { ...facts })
    .does('reply.served', on, { ...service });

describe('行政复议法第六十四条, 行政诉讼法第七十条: redo', () => {
  const ordered = (facts: object = {}) =>
    replied('2026-06-01', refusal)
      .does('reconsideration.accepted', '2026-06-20')
      .does('reconsideration.decided', '2026-09-20', { result: 'revoked' })
      .does('redo.ordered', '2026-09-20', { ...facts });

  it('runs by what was set: working days, days, a day; else as 条例第三十三条 has it', () => {
    expect(ordered({ workdays: 5 }).replyDueOn).to.equal('2026-09-28');
    expect(ordered({ days: 15 }).replyDueOn).to.equal('2026-10-08');
    expect(ordered({ until: '2026-10-03' }).replyDueOn).to.equal('2026-10-08');
    expect(ordered().replyDueOn).to.equal('2026-10-23');
  });

  it('may be extended only where nobody set the period', () => {
    expect(ordered().does('period.extended', '2026-09-21', { workdays: 5 }).replyDueOn).to.equal(
      '2026-10-30',
    );
    const set = ordered({ workdays: 5 }).does('period.extended', '2026-09-21', { workdays: 5 });
    expect([set.replyDueOn, ...set.flaws]).to.deep.equal(['2026-09-28', 'periodSetFromOutside']);
  });

  it('runs as it was set: neither a consultation nor reasons given lengthen it (decision record 0042)', () => {
    const consulted = (facts: object) =>
      ordered(facts).does('opinion.sought', '2026-09-21', { id: '9', deliveredOn: '2026-09-21' }).replyDueOn;
    expect(consulted({ workdays: 5 })).to.equal('2026-09-28');
    expect(consulted({ days: 15 })).to.equal('2026-10-08');
    expect(consulted({})).to.equal('2026-11-13');
    const reasoned = ordered({ workdays: 10 })
      .does('reasons.asked', '2026-09-21', { until: '2026-09-23' })
      .does('reasons.given', '2026-09-22', { reasonable: 'yes' })
      .does('reply.deferred', '2026-09-22', { until: '2026-12-31' });
    expect([reasoned.replyDueOn, ...reasoned.flaws]).to.deep.equal(['2026-10-10', 'periodSetFromOutside']);
  });

  it('may not say the same again, unless only the procedure was at fault', () => {
    expect(ordered().replies('2026-09-21', refusal).flaws).to.deep.equal(['sameAgain']);
    expect(ordered({ ground: 'procedure' }).replies('2026-09-21', refusal).flaws).to.deep.equal([]);
    expect(ordered().replies('2026-09-21').flaws).to.deep.equal([]);
  });

  it('is looked for before anything closes the case (decision record 0040)', () => {
    const quashed = (result = 'revoked') =>
      replied('2026-06-01', refusal)
        .does('reconsideration.accepted', '2026-06-20')
        .does('reconsideration.decided', '2026-08-20', { result });
    const closed = (file: PaperCase): string => file.lapse('2026-11-20').standing.stage;
    expect(closed(quashed())).to.equal('reconsideration');
    expect(closed(quashed('revokedInPart'))).to.equal('reconsideration');
    expect(closed(quashed('upheld'))).to.equal('closed');
    expect(closed(quashed('declaredUnlawful'))).to.equal('closed');
    expect(quashed().refusals('application.closed', '2026-11-20')[0]).to.include({ code: 'redoUnsaid' });
    const said = quashed().does('redo.notOrdered', '2026-11-18');
    expect(said.wakes).to.deep.equal([{ act: 'remedy.lapsed', matter: '', on: '2026-09-04' }]);
    expect(closed(said)).to.equal('closed');
    expect(
      quashed().does('redo.notOrdered', '2026-08-21').does('application.closed', '2026-11-20').flaws,
    ).to.deep.equal([]);
    // What a ledger tells of is not held open: it has no text to look into.
    const ledger = { by: { kind: 'ledger', name: '台账' } } as const;
    expect(quashed().does('application.closed', '2026-11-20', {}, ledger).standing.stage).to.equal('closed');
    const told = replied('2026-06-01', refusal)
      .does('reconsideration.accepted', '2026-06-20')
      .does('reconsideration.decided', '2026-08-20', { result: 'revoked' }, ledger);
    expect(closed(told)).to.equal('closed');
  });

  it('is looked for again after a later judgment, and may be found after all', () => {
    const first = replied('2026-03-02')
      .does('suit.served', '2026-03-20')
      .does('suit.judged', '2026-04-20', { result: 'revoked' })
      .does('suit.tookEffect', '2026-05-07', {}, { by: { kind: 'time' } })
      .does('redo.notOrdered', '2026-05-08', { id: '诉讼1' });
    expect(first.refusals('application.closed', '2026-05-08')).to.deep.equal([]);
    const second = first
      .does('suit.appealCopyReceived', '2026-05-09')
      .does('suit.finallyJudged', '2026-08-03', { result: 'revoked' });
    expect(second.refusals('application.closed', '2026-08-04')[0]?.code).to.equal('redoUnsaid');
    expect(first.does('redo.ordered', '2026-08-04', { id: '诉讼1', workdays: 15 }).standing.state).to.include(
      'handling.examining',
    );
    expect(second.refusals('redo.notOrdered', '2026-08-05', { id: '诉讼1' })[0]?.code).to.equal('redoTwice');
  });

  it('is ordered once by each proceeding, and only by one that corrected', () => {
    expect(ordered().refusals('redo.ordered', '2026-09-21')[0]).to.include({
      code: 'redoTwice',
      field: 'id',
    });
    const upheld = replied('2026-06-01')
      .does('reconsideration.accepted', '2026-06-20')
      .does('reconsideration.decided', '2026-09-20', { result: 'upheld' });
    expect(upheld.refusals('redo.ordered', '2026-09-20')[0]?.code).to.equal('resultDoesNotOrder');
    const dismissed = replied('2026-06-01')
      .does('suit.served', '2026-06-20')
      .does('suit.finallyJudged', '2026-09-20', { result: 'claimsRejected' });
    expect(dismissed.refusals('redo.ordered', '2026-09-21', { id: '诉讼1' })[0]).to.deep.include({
      code: 'resultDoesNotOrder',
      article: cite('litigation', 70),
    });
    expect(upheld.refusals('redo.ordered', '2026-09-20', { id: '不存在' })[0]?.code).to.equal(
      'noSuchProceeding',
    );
  });

  it('reopens a case that was closed too soon', () => {
    const file = replied('2026-06-01', refusal)
      .does('reconsideration.accepted', '2026-06-20')
      .does('reconsideration.decided', '2026-08-20', { result: 'revoked' })
      .does('redo.notOrdered', '2026-08-21')
      .does('application.closed', '2026-08-21')
      .does('redo.ordered', '2026-08-24');
    expect([file.standing.stage, file.standing.state]).to.deep.equal(['handling', 'handling.examining|none']);
  });

  it('over silence begins a first reply: owed meanwhile, given after', () => {
    const file = received('2026-03-02').does('reconsideration.accepted', '2026-04-10', { over: 'silence' });
    expect(file.flaws).to.deep.equal([]);
    expect(file.standing.stage).to.equal('reconsideration');
    expect(file.reading('2026-04-10').reply?.state).to.equal('overdue');
    file
      .does('reconsideration.decided', '2026-05-29', { result: 'orderedToPerform' })
      .does('redo.ordered', '2026-05-29', { workdays: 10 })
      .does('reply.issued', '2026-06-10')
      .does('reply.served', '2026-06-10');
    expect(file.reading().reply?.ended).to.deep.equal({ on: '2026-06-10', how: 'met' });
    expect(file.standing.state).to.equal('replied.served|none');
  });
});

describe('the defence of the office: what stands against an appeal', () => {
  it('reconsideration passed over (行政复议法第二十三条第一款第四项)', () => {
    expect(replied('2026-03-02', refusal).does('suit.served', '2026-04-01').flaws).to.deep.equal([
      'reconsiderationPassedOver',
    ]);
    expect(replied('2023-03-02', refusal).does('suit.served', '2023-04-03').flaws).to.deep.equal([]);
    expect(replied('2026-03-02').does('suit.served', '2026-04-01').flaws).to.deep.equal([]);
  });

  it('is not pleaded against a record that holds the decision', () => {
    const decided = replied('2026-03-02', refusal)
      .does('reconsideration.accepted', '2026-04-29')
      .does('reconsideration.decided', '2026-05-20', { result: 'upheld' });
    expect(decided.does('suit.served', '2026-05-25', { route: 'direct' }).flaws).to.deep.equal([]);
  });

  it('a window missed, but not by a third party, who knew later', () => {
    const late = { appliedOn: '2026-05-07' };
    expect(replied('2026-03-02').does('reconsideration.accepted', '2026-05-08', late).flaws).to.deep.equal([
      'windowMissed',
    ]);
    const third = { ...late, appellant: 'thirdParty' };
    expect(replied('2026-03-02').does('reconsideration.accepted', '2026-05-08', third).flaws).to.deep.equal(
      [],
    );
    const inTime = { appliedOn: '2026-05-06' };
    expect(replied('2026-03-02').does('reconsideration.accepted', '2026-05-08', inTime).flaws).to.deep.equal(
      [],
    );
  });

  it('silence complained of too early (实施条例第十六条)', () => {
    const early = received('2026-03-02').does('reconsideration.accepted', '2026-03-30', { over: 'silence' });
    expect(early.flaws).to.deep.equal(['silenceTooEarly']);
    const due = received('2026-03-02').does('reconsideration.accepted', '2026-03-31', { over: 'silence' });
    expect(due.flaws).to.deep.equal([]);
  });

  it('reconsideration and suit at once (行政复议法第二十九条), but of two people', () => {
    const both = (appellant: string) =>
      replied('2026-03-02')
        .does('reconsideration.accepted', '2026-03-20')
        .does('suit.served', '2026-04-01', { appellant });
    expect(both('applicant').flaws).to.deep.equal(['twoWaysAtOnce']);
    expect(both('thirdParty').flaws).to.deep.equal([]);
  });
});
