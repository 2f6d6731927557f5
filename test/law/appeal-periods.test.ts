import { expect } from 'chai';
import { limitOn } from '../../src/domain/clock/limits.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { type PaperCase, countedIn, received } from '../support/paper-case.js';

const refusal = { outcome: 'deliberative', reasons: '属于磋商信函。' };

/** Replied to and served on one day, long before any appeal. */
const replied = (on: string, facts: object = {}, service: object = {}): PaperCase =>
  received(on)
    .does('reply.issued', on, { ...facts })
    .does('reply.served', on, { ...service });

const copied = (on: string, procedure: 'ordinary' | 'simplified', appliedOn = on): PaperCase =>
  replied('2023-11-01')
    .does('reconsideration.accepted', on, { appliedOn })
    .does('reconsideration.copyReceived', on, { procedure });

describe('行政复议法第四十八条、第五十四条: answer with evidence', () => {
  for (const [copy, ten, five] of [
    ['2026-09-24', '2026-10-15', '2026-10-09'],
    ['2026-02-11', '2026-03-03', '2026-02-25'],
    ['2026-04-29', '2026-05-15', '2026-05-09'],
  ] as const) {
    it(`copy ${copy}: ordinary by ${ten}, simplified by ${five}`, () => {
      const ordinary = copied(copy, 'ordinary').period('answer:复议1');
      expect(ordinary).to.include({ dueOn: ten, unit: 'workdays', of: 'duty' });
      expect(countedIn(ordinary)).to.deep.equal({ counted: 10, last: ten });
      const simplified = copied(copy, 'simplified');
      expect(simplified.period('answer:复议1').dueOn).to.equal(five);
      expect(countedIn(simplified.period('answer:复议1'))).to.deep.equal({ counted: 5, last: five });
      simplified.does('reconsideration.converted', copy);
      expect(simplified.period('answer:复议1').dueOn).to.equal(ten);
    });
  }

  it('runs ten calendar days, rolled, under the version of 2017', () => {
    const file = copied('2024-01-03', 'ordinary', '2023-12-28');
    expect(file.period('answer:复议1')).to.include({ dueOn: '2024-01-15', unit: 'days' });
    expect(file.period('answer:复议1').article.statute).to.equal('reconsideration2017');
    expect(copied('2024-01-03', 'ordinary', '2024-01-02').period('answer:复议1').dueOn).to.equal(
      '2024-01-17',
    );
  });

  it('knows no simplified procedure before 2024', () => {
    expect(limitOn('reconsideration.reply.simplified', localDate('2023-12-31'))).to.equal(undefined);
    const file = replied('2023-11-01').does('reconsideration.accepted', '2024-01-03', {
      appliedOn: '2023-12-28',
    });
    const [found] = file.refusals('reconsideration.copyReceived', '2024-01-05', { procedure: 'simplified' });
    expect(found).to.include({ code: 'noSimplifiedYet', field: 'procedure' });
  });

  it('is flagged when late, with what follows of it (第七十条)', () => {
    const file = copied('2026-09-24', 'simplified').does('reconsideration.answered', '2026-10-10');
    expect(file.flaws).to.deep.equal(['answerLate']);
    expect(file.last?.irregularities[0]?.article).to.deep.equal({ statute: 'reconsideration', article: 70 });
    expect(
      copied('2026-09-24', 'simplified').does('reconsideration.answered', '2026-10-09').flaws,
    ).to.deep.equal([]);
  });
});

describe('行政复议法第六十二条: decision', () => {
  const decision = (file: PaperCase) => file.period('decision:复议1').dueOn;

  it('within 60 days, 30 more, or 30 in the simplified procedure; rolled', () => {
    expect(decision(copied('2026-08-02', 'ordinary'))).to.equal('2026-10-08');
    expect(decision(copied('2026-08-02', 'simplified'))).to.equal('2026-09-01');
    expect(
      decision(copied('2026-08-02', 'ordinary').does('reconsideration.prolonged', '2026-09-20')),
    ).to.equal('2026-11-02');
  });

  it('is prolonged by no more than thirty days, however often', () => {
    const file = copied('2026-06-01', 'ordinary')
      .does('reconsideration.prolonged', '2026-07-20', { days: 20 })
      .does('reconsideration.prolonged', '2026-07-25', { days: 20 });
    expect(decision(file)).to.equal('2026-08-31');
  });

  it('stands still while suspended (第三十九条, 本系统口径)', () => {
    const file = copied('2026-06-01', 'ordinary').does('reconsideration.suspended', '2026-06-11');
    expect(file.period('decision:复议1').pendingOn).to.contain('中止');
    expect(file.refusals('reconsideration.decided', '2026-06-20')[0]?.code).to.equal('noSuchProceeding');
    file.does('reconsideration.answered', '2026-06-10').does('reconsideration.resumed', '2026-06-21');
    expect(decision(file)).to.equal('2026-08-10');
    expect(file.standing.facts.proceedings['复议1']?.state).to.equal('awaitingDecision');
  });
});

describe('行政复议法第二十条, 行政诉讼法第四十五条、第四十六条: the windows of the applicant', () => {
  const windows = (file: PaperCase) =>
    Object.fromEntries(
      file
        .reading()
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
    expect(Object.keys(windows(third))).to.deep.equal(['window:reconsideration', 'window:suit']);
    const silence = replied('2025-12-03').does('reconsideration.accepted', '2025-12-10', { over: 'silence' });
    expect(Object.keys(windows(silence))).to.deep.equal(['window:reconsideration', 'window:suit']);
    const taken = replied('2025-12-03').does('reconsideration.accepted', '2025-12-20');
    expect(windows(taken)).to.deep.equal({});
  });

  it('fifteen days after a decision, six months still after a withdrawal (法释〔2018〕1号第五十八条)', () => {
    const open = () => replied('2026-06-01').does('reconsideration.accepted', '2026-06-20');
    const decided = open().does('reconsideration.decided', '2026-09-20', { result: 'upheld' });
    expect(windows(decided)).to.deep.equal({ 'window:suit:复议1': '2026-10-08' });
    const withdrawn = open().does('reconsideration.ended', '2026-07-10');
    expect(windows(withdrawn)['window:suit']).to.equal('2026-12-01');
    expect(windows(withdrawn)['window:suit:复议1']).to.equal(undefined);
    const rejected = open().does('reconsideration.decided', '2026-07-10', { result: 'applicationRejected' });
    expect(windows(rejected)).to.include({ 'window:suit': '2026-12-01', 'window:suit:复议1': '2026-07-27' });
  });

  it('over, they close the case by themselves', () => {
    const file = replied('2025-12-03').lapse('2026-06-03');
    expect(file.standing.stage).to.equal('replied');
    file.lapse('2026-06-04');
    expect(file.standing.stage).to.equal('closed');
    expect(file.acts.at(-1)).to.include({ type: 'remedy.lapsed', on: '2026-06-03' });
  });
});

describe('行政诉讼法第六十七条、第八十五条: suit', () => {
  const sued = (on: string, facts: object = {}) =>
    replied('2026-06-01').does('suit.served', on, { ...facts });

  it('is answered within fifteen calendar days, rolled over holidays but not over make-up Saturdays', () => {
    expect(sued('2026-09-20').period('answer:诉讼1').dueOn).to.equal('2026-10-08');
    expect(sued('2026-09-25').period('answer:诉讼1').dueOn).to.equal('2026-10-10');
    expect(countedIn(sued('2026-09-20').period('answer:诉讼1'))).to.deep.equal({
      counted: 15,
      last: '2026-10-05',
    });
  });

  it('is flagged when answered late (第三十四条第二款)', () => {
    const file = sued('2026-09-20').does('suit.answered', '2026-10-09');
    expect(file.flaws).to.deep.equal(['answerLate']);
  });

  it('may be appealed within fifteen days of a judgment, ten of a ruling', () => {
    const judgment = sued('2026-06-20').does('suit.judged', '2026-09-20');
    expect(judgment.period('appeal:诉讼1').dueOn).to.equal('2026-10-08');
    const ruling = sued('2026-06-20').does('suit.judged', '2026-09-20', {
      result: 'suitRejected',
      form: 'ruling',
    });
    expect(ruling.period('appeal:诉讼1').dueOn).to.equal('2026-09-30');
  });

  it('takes effect by lapse, and may still turn out to have been appealed by the other side', () => {
    const file = sued('2026-06-20').does('suit.judged', '2026-09-01').lapse('2026-09-17');
    expect(file.standing.name).to.contain('诉讼已结');
    expect(file.standing.facts.proceedings['诉讼1']?.state).to.equal('effective');
    file.does('suit.appealed', '2026-09-14');
    expect(file.standing.stage).to.equal('litigation');
    file.does('suit.finallyJudged', '2026-11-02', { result: 'appealRejected' });
    expect(file.standing.facts.proceedings['诉讼1']?.state).to.equal('concluded');
  });

  it('takes up a closed case again', () => {
    const file = replied('2026-03-02')
      .does('application.closed', '2026-03-20')
      .does('suit.served', '2026-05-06');
    expect([file.standing.stage, file.standing.state]).to.deep.equal([
      'litigation',
      'replied.served|litigation',
    ]);
  });
});
