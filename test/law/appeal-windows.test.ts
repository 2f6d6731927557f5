import { expect } from 'chai';
import { type PaperCase, received } from '../support/paper-case.js';

const refusal = { outcome: 'deliberative', reasons: '属于磋商信函。' };

/** Replied to and served on one day, long before any appeal. */
const replied = (on: string, facts: object = {}, service: object = {}): PaperCase =>
  received(on)
    .does('reply.issued', on, { ...facts })
    .does('reply.served', on, { ...service });

describe('行政复议法第二十条, 行政诉讼法第四十五条、第四十六条: the windows of the applicant', () => {
  const windows = (file: PaperCase, on?: string) =>
    Object.fromEntries(
      file
        .reading(on)
        .periods.filter(({ id, ended }) => id.startsWith('window:') && !ended)
        .map(({ id, dueOn }) => [id, dueOn]),
    );

  it('sixty days or six months', () => {
    expect(windows(replied('2025-12-03'))).to.deep.equal({
      'window:reconsideration': '2026-02-02',
      'window:suit': '2026-06-03',
    });
    expect(windows(replied('2026-08-02'))['window:reconsideration']).to.equal('2026-10-08');
    // 31 August and six months: the last day of February, a Saturday of 2026 that is made up for.
    expect(windows(replied('2025-08-31'))['window:suit']).to.equal('2026-02-28');
  });

  it('sixty days alone where reconsideration comes first, since 2024', () => {
    expect(windows(replied('2024-01-02', refusal))).to.deep.equal({ 'window:reconsideration': '2024-03-04' });
    expect(Object.keys(windows(replied('2023-12-29', refusal)))).to.deep.equal([
      'window:reconsideration',
      'window:suit',
    ]);
  });

  it('run from the day on which the applicant signed, where the post was slower', () => {
    const file = replied('2025-12-01', {}, { how: 'post', signedOn: '2025-12-03' });
    expect(windows(file)['window:reconsideration']).to.equal('2026-02-02');
    expect(file.reading().reply?.ended?.on).to.equal('2025-12-01');
    expect(
      received('2025-12-01').does('reply.issued', '2025-12-01').refusals('reply.served', '2025-12-03', {
        signedOn: '2025-12-02',
      })[0],
    ).to.include({ code: 'daysWithin', field: 'signedOn' });
  });

  it('are not closed by a third party, nor by an appeal over the silence before', () => {
    const third = replied('2025-12-03').does('reconsideration.accepted', '2025-12-20', {
      appellant: 'thirdParty',
    });
    expect(Object.keys(windows(third, '2026-01-05'))).to.deep.equal([
      'window:reconsideration',
      'window:suit',
    ]);
    const silence = replied('2025-12-03').does('reconsideration.accepted', '2025-12-10', { over: 'silence' });
    expect(Object.keys(windows(silence, '2026-01-05'))).to.deep.equal([
      'window:reconsideration',
      'window:suit',
    ]);
    const taken = replied('2025-12-03').does('reconsideration.accepted', '2025-12-20');
    expect(windows(taken, '2026-01-05')).to.deep.equal({});
  });

  it('fifteen days after a decision, six months still after a withdrawal (法释〔2018〕1号第五十八条)', () => {
    const open = () => replied('2026-06-01').does('reconsideration.accepted', '2026-06-20');
    const decided = open().does('reconsideration.decided', '2026-09-20', { result: 'upheld' });
    expect(windows(decided)).to.deep.equal({ 'window:suit:复议1': '2026-10-08' });
    expect(decided.period('window:suit:复议1').pendingOn).to.include('申请人收到复议决定之日没有登记');
    const withdrawn = open().does('reconsideration.ended', '2026-07-10');
    expect(windows(withdrawn)['window:suit']).to.equal('2026-12-01');
    expect(windows(withdrawn)['window:suit:复议1']).to.equal(undefined);
    // 第七十四条第二款、第三十条第一款第七项: to the organ nobody goes twice, and the settlement is no decision to be sued.
    const settled = open().does('reconsideration.decided', '2026-07-10', { result: 'settled' });
    for (const file of [withdrawn, settled])
      expect(windows(file)).to.deep.equal({ 'window:suit': '2026-12-01' });
    const again = { id: '复议2' };
    expect(withdrawn.does('reconsideration.accepted', '2026-07-20', again).flaws).to.deep.equal([
      'reconsideredBefore',
    ]);
    const notTaken = open().does('reconsideration.decided', '2026-06-25', { result: 'notAccepted' });
    expect(notTaken.does('reconsideration.accepted', '2026-07-20', again).flaws).to.deep.equal([]);
    const sued = (result: string) =>
      replied('2026-06-01')
        .does('suit.served', '2026-06-10', { docketedOn: '2026-06-08' })
        .does('suit.finallyJudged', '2026-06-30', { result })
        .does('reconsideration.accepted', '2026-07-20').flaws;
    expect([sued('withdrawn'), sued('suitRejected')]).to.deep.equal([['reconsideredBefore'], []]);
    const mediated = open().does('reconsideration.decided', '2026-07-10', { result: 'mediated' });
    expect(mediated.period('window:suit:复议1').unsettled).to.contain('调解书');
    const rejected = open().does('reconsideration.decided', '2026-07-10', { result: 'applicationRejected' });
    expect(windows(rejected)).to.include({ 'window:suit': '2026-12-01', 'window:suit:复议1': '2026-07-27' });
  });

  it('a year where the decision did not tell how long he has (法释〔2018〕1号第六十四条第二款)', () => {
    const file = replied('2026-06-01')
      .does('reconsideration.accepted', '2026-06-20')
      .does('reconsideration.decided', '2026-08-20', { result: 'upheld', suitUntold: 'yes' });
    const window = file.period('window:suit:复议1');
    expect(window).to.include({ dueOn: '2027-08-20', limit: 'litigation.afterReconsideration.untold' });
    expect(window.article).to.deep.equal({ statute: 'interpretation2018', article: 64, paragraph: 2 });
    expect(file.wakes).to.deep.equal([{ act: 'remedy.lapsed', matter: '', on: '2027-08-20' }]);
    const late = file.does('suit.served', '2026-11-20', {
      route: 'afterReconsideration',
      docketedOn: '2026-11-10',
      capacity: 'coDefendant',
    });
    expect(late.flaws).to.deep.equal([]);
  });

  it('over, they close the case by themselves', () => {
    const file = replied('2025-12-03').lapse('2026-06-03');
    expect(file.standing.stage).to.equal('replied');
    file.lapse('2026-06-04');
    expect(file.standing.stage).to.equal('closed');
    expect(file.acts.at(-1)).to.include({ type: 'remedy.lapsed', on: '2026-06-03' });
  });
});

/** The days of the running windows, by their ids without ‘window:’. */
const open = (file: PaperCase, on?: string): Record<string, string> =>
  Object.fromEntries(
    file
      .reading(on)
      .periods.filter(({ id, ended }) => id.startsWith('window:') && !ended)
      .map(({ id, dueOn }) => [id.slice('window:'.length), dueOn]),
  );

describe('行政复议法实施条例第十六条, 法释〔2018〕1号第六十六条: windows over silence', () => {
  it('sixty days and six months from the day on which the reply was due, and none before', () => {
    const file = received('2026-03-02');
    expect(file.replyDueOn).to.equal('2026-03-30');
    expect(open(file, '2026-03-30')).to.deep.equal({});
    expect(open(file, '2026-03-31')).to.deep.equal({ silence: '2026-05-29', 'silence.suit': '2026-09-30' });
    expect(file.period('window:silence').article).to.deep.equal({
      statute: 'reconsiderationRules',
      article: 16,
      paragraph: 1,
      item: 1,
    });
    expect(file.period('window:silence.suit')).to.deep.include({
      article: { statute: 'interpretation2018', article: 66 },
      startedOn: '2026-03-30',
      unit: 'months',
    });
    expect(file.period('window:silence.suit').unsettled).to.contain('法制人员');
  });

  it('move with an extension, and stand still with a correction awaited', () => {
    const extended = received('2026-03-02').does('period.extended', '2026-03-20', { workdays: 10 });
    expect(open(extended, '2026-04-01')).to.deep.equal({});
    const asked = received('2026-03-02').does('correction.required', '2026-03-05', { until: '2026-03-20' });
    expect(open(asked, '2026-04-01')).to.deep.equal({});
  });

  it('are closed by an appeal over the silence, not by one of a third party', () => {
    const over = (facts: object) =>
      received('2026-03-02').does('reconsideration.accepted', '2026-04-10', { over: 'silence', ...facts });
    expect(open(over({}), '2026-04-13')).to.deep.equal({});
    expect(Object.keys(open(over({ appellant: 'thirdParty' }), '2026-04-13'))).to.have.length(2);
    const sued = received('2026-03-02').does('suit.served', '2026-04-10', { over: 'silence' });
    expect(open(sued, '2026-04-13')).to.deep.equal({});
    const withdrawn = over({}).does('reconsideration.ended', '2026-04-20');
    expect(Object.keys(open(withdrawn, '2026-04-21'))).to.deep.equal(['silence.suit']);
  });

  it('outlast a late reply, and are none where the reply came in time (本系统口径)', () => {
    const answered = (on: string) => received('2026-03-02').does('reply.issued', on).does('reply.served', on);
    expect(open(answered('2026-04-15'), '2026-04-20')).to.deep.equal({
      silence: '2026-05-29',
      'silence.suit': '2026-09-30',
      reconsideration: '2026-06-15',
      suit: '2026-10-15',
    });
    expect(Object.keys(open(answered('2026-03-30'), '2026-04-20'))).to.deep.equal([
      'reconsideration',
      'suit',
    ]);
  });

  it('flag a reconsideration asked for after them', () => {
    const asked = (appliedOn: string) =>
      received('2026-03-02').does('reconsideration.accepted', '2026-06-05', { over: 'silence', appliedOn });
    expect(asked('2026-05-29').flaws).to.deep.equal([]);
    expect(asked('2026-06-01').flaws).to.deep.equal(['windowMissed']);
  });
});

describe('行政复议法第二十条第三款, 法释〔2018〕1号第六十四条: remedies not told, or told wrongly', () => {
  const untold = (on: string, what = 'both'): PaperCase => replied(on).does('remedy.omitted', on, { what });

  it('a year from the reply, for what was not told', () => {
    expect(open(untold('2025-03-03'))).to.deep.equal({ reconsideration: '2026-03-03', suit: '2026-03-03' });
    expect(open(untold('2025-03-03', 'suit'))).to.deep.equal({
      reconsideration: '2025-05-06',
      suit: '2026-03-03',
    });
    expect(open(untold('2025-03-03', 'reconsideration')).suit).to.equal('2025-09-03');
    const { article } = untold('2025-03-03').period('window:reconsideration');
    expect(article).to.deep.equal({ statute: 'reconsideration', article: 20, paragraph: 3 });
    expect(untold('2025-03-03').period('window:suit').article.article).to.equal(64);
  });

  it('the usual periods from the day on which they were told after all, and never more than the year', () => {
    const told = (on: string) => open(untold('2025-03-03').does('remedy.told', on));
    expect(told('2025-06-03')).to.deep.equal({ reconsideration: '2025-08-04', suit: '2025-12-03' });
    expect(told('2026-01-05')).to.deep.equal({ reconsideration: '2026-03-03', suit: '2026-03-03' });
  });

  it('by the version under which reconsideration can still be asked for at the end of the year', () => {
    expect(open(untold('2023-06-01')).reconsideration).to.equal('2024-06-03');
    // The version of 2017 has no such rule; the interpretation of 2018 has, for suits.
    expect(open(untold('2022-03-01'))).to.deep.equal({ reconsideration: '2022-05-05', suit: '2023-03-01' });
  });

  it('take up a case that was closed as if they had been told', () => {
    const file = replied('2025-12-03').lapse('2026-06-04');
    expect(file.standing.stage).to.equal('closed');
    file.does('remedy.omitted', '2026-06-10');
    expect(file.standing.stage).to.equal('replied');
    expect(file.period('window:suit').dueOn).to.equal('2026-12-03');
    expect(file.wakes).to.deep.equal([{ act: 'remedy.lapsed', matter: '', on: '2026-12-03' }]);
  });

  it('presuppose a reply that was served; told after all only what was not', () => {
    const [early] = received('2026-03-02')
      .does('reply.issued', '2026-03-10')
      .refusals('remedy.told', '2026-03-11');
    expect(early?.code).to.equal('notNow');
    const [found] = replied('2026-03-02').refusals('remedy.told', '2026-03-11');
    expect(found?.code).to.equal('remediesWereTold');
  });
});

describe('行政诉讼法第四十五条, 行政复议法第三十四条: the organ lets its period pass', () => {
  const pending = (): PaperCase =>
    replied('2026-05-06', refusal).does('reconsideration.accepted', '2026-06-01');
  const overdue = (file: PaperCase, on?: string) =>
    file.reading(on).periods.find(({ id }) => id === 'window:overdue:复议1');

  it('fifteen days for the court from then, rolled', () => {
    expect(pending().period('decision:复议1').dueOn).to.equal('2026-07-31');
    expect(overdue(pending(), '2026-07-31')).to.equal(undefined);
    expect(overdue(pending(), '2026-08-03')).to.include({ startedOn: '2026-07-31', dueOn: '2026-08-17' });
  });

  it('until the decision comes after all, which opens its own', () => {
    const late = pending().does('reconsideration.decided', '2026-08-10', { result: 'upheld' });
    expect(overdue(late)?.state).to.equal('superseded');
    expect(late.period('window:suit:复议1').dueOn).to.equal('2026-08-25');
    const inTime = pending().does('reconsideration.decided', '2026-07-31', { result: 'upheld' });
    expect(overdue(inTime)).to.equal(undefined);
  });

  it('taken by a suit; none while the reconsideration stands still', () => {
    const sued = pending().does('suit.served', '2026-08-12', { route: 'afterReconsideration' });
    expect(overdue(sued)?.state).to.equal('met');
    expect(overdue(pending().does('reconsideration.suspended', '2026-06-10'))).to.equal(undefined);
  });
});
