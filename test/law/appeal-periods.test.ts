import { expect } from 'chai';
import { limitOn } from '../../src/domain/clock/limits.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { type PaperCase, countedIn, received } from '../support/paper-case.js';

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

  it('is that of the procedure in which it is heard; an answer that runs is not cut short (本系统口径)', () => {
    const file = copied('2026-08-03', 'ordinary').does('reconsideration.converted', '2026-08-05', {
      to: 'simplified',
    });
    expect(decision(file)).to.equal('2026-09-02');
    expect(file.period('answer:复议1').dueOn).to.equal('2026-08-17');
    expect(decision(file.does('reconsideration.converted', '2026-08-10'))).to.equal('2026-10-08');
    expect(file.refusals('reconsideration.converted', '2026-08-11')[0]).to.include({ code: 'sameProcedure' });
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

  it('is over with the judgment in effect, though no appeal was recorded', () => {
    const judged = () => sued('2026-06-20').does('suit.judged', '2026-09-01');
    const final = judged().does('suit.finallyJudged', '2026-11-02', { result: 'claimsRejected' });
    expect(final.period('appeal:诉讼1').ended).to.deep.equal({ on: '2026-11-02', how: 'spared' });
    expect(final.wakes.map(({ act }) => act)).to.not.include('suit.tookEffect');
    expect(judged().does('suit.appealed', '2026-09-10').period('appeal:诉讼1').ended).to.deep.equal({
      on: '2026-09-10',
      how: 'met',
    });
  });

  it('does not call another’s appeal late by the day on which its copy came', () => {
    const file = sued('2026-06-20').does('suit.judged', '2026-09-01').lapse('2026-09-20');
    file.does('suit.appealCopyReceived', '2026-09-24');
    expect(file.period('appeal:诉讼1').ended).to.deep.equal({ on: '2026-09-24', how: 'met' });
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
