import { expect } from 'chai';
import { summaryOf } from '../../../src/domain/application/summary.js';
import { accountOfPeriod } from '../../../src/domain/clock/account.js';
import { type PaperCase, calendar, received } from '../../support/paper-case.js';

const replied = (): PaperCase =>
  received('2026-01-05').does('reply.issued', '2026-01-20').does('reply.served', '2026-01-20');

const sued = (facts: object = {}): PaperCase =>
  replied().does('suit.served', '2026-02-02', { docketedOn: '2026-01-28', ...facts });

const proceedingsOf = (file: PaperCase) => summaryOf(file.acts, file.standing.facts).proceedings;
const first = (file: PaperCase) => proceedingsOf(file)[0];

describe('行政诉讼法第八十一条、第八十三条、第八十四条: first instance', () => {
  it('six months from the docket day, forty-five days in the simplified procedure', () => {
    expect(sued().period('trial:诉讼1')).to.include({ dueOn: '2026-07-28', unit: 'months', of: 'court' });
    const simplified = sued({ procedure: 'simplified' });
    expect(simplified.period('trial:诉讼1')).to.include({ dueOn: '2026-03-16', unit: 'days' });
    expect(simplified.period('trial:诉讼1').article).to.deep.equal({ statute: 'litigation', article: 83 });
  });

  it('six months again once it was turned to the ordinary procedure', () => {
    const file = sued({ procedure: 'simplified' }).does('suit.converted', '2026-03-01');
    expect(file.period('trial:诉讼1').dueOn).to.equal('2026-07-28');
  });

  it('turns only what is simplified', () => {
    const [found] = sued().refusals('suit.converted', '2026-03-01');
    expect(found).to.include({ code: 'sameProcedure', field: 'to' });
  });
});

describe('行政诉讼法第八十八条、第八十九条: second instance', () => {
  const appealed = (result: string): PaperCase =>
    sued()
      .does('suit.answered', '2026-02-10')
      .does('suit.judged', '2026-05-06', { result })
      .does('suit.appealed', '2026-05-18');

  it('three months from the appeal, ended by the judgment', () => {
    const file = appealed('revoked');
    expect(file.period('secondInstance:诉讼1')).to.include({ dueOn: '2026-08-18', of: 'court' });
    file.does('suit.finallyJudged', '2026-07-30', { result: 'revoked' });
    expect(file.period('secondInstance:诉讼1').state).to.equal('met');
    expect(first(file)).to.include({ result: 'revoked', column: 'corrected', concludedOn: '2026-07-30' });
  });

  it('a dismissed appeal says what the first judgment said', () => {
    const [found] = appealed('revoked').refusals('suit.finallyJudged', '2026-07-30', {
      result: 'appealRejected',
    });
    expect(found).to.include({ code: 'appealResult', field: 'result' });
    const upheld = appealed('claimsRejected').does('suit.finallyJudged', '2026-07-30', {
      result: 'appealRejected',
    });
    expect(first(upheld)?.column).to.equal('upheld');
  });

  it('sent back, it is judged anew with a window of its own', () => {
    const file = appealed('revoked')
      .does('suit.remanded', '2026-07-30')
      .does('suit.judged', '2026-10-12', { result: 'claimsRejected' });
    expect(first(file)).to.include({ state: 'judged' }).and.not.have.property('concludedOn');
    expect(file.period('appeal.1:诉讼1').dueOn).to.equal('2026-05-21');
    expect(file.period('appeal:诉讼1').dueOn).to.equal('2026-10-27');
    expect(file.lapse('2026-11-02').standing.facts.proceedings['诉讼1']?.state).to.equal('effective');
    expect(first(file)).to.include({ result: 'claimsRejected', concludedOn: '2026-10-27' });
  });
});

describe('法释〔2018〕1号第一百零八条: the answer to another’s appeal', () => {
  const judged = (): PaperCase =>
    sued()
      .does('suit.answered', '2026-02-10')
      .does('suit.judged', '2026-09-10', { result: 'claimsRejected' });

  it('fifteen days from the copy, rolled; the copy alone opens the second instance', () => {
    const file = judged().does('suit.appealCopyReceived', '2026-09-20');
    expect(file.period('appealAnswer:诉讼1')).to.include({ dueOn: '2026-10-08', of: 'duty', unit: 'days' });
    expect(file.period('appealAnswer:诉讼1').article).to.deep.equal({
      statute: 'interpretation2018',
      article: 108,
    });
    expect(file.standing.facts.proceedings['诉讼1']?.state).to.equal('onAppeal');
    expect(file.period('secondInstance:诉讼1')).to.include({ startedOn: '2026-09-20', dueOn: '2026-12-21' });
    expect(file.period('appeal:诉讼1').state).to.equal('met');
    file.does('suit.appealAnswered', '2026-10-08');
    expect(file.period('appealAnswer:诉讼1').state).to.equal('met');
  });

  it('is owed to each who appealed, and to nobody once it is judged', () => {
    const file = judged()
      .does('suit.appealed', '2026-09-15')
      .does('suit.appealCopyReceived', '2026-09-18')
      .does('suit.appealCopyReceived', '2026-09-21', { appellant: 'thirdParty' });
    expect(file.period('appealAnswer.1:诉讼1').dueOn).to.equal('2026-10-08');
    expect(file.period('secondInstance:诉讼1').startedOn).to.equal('2026-09-15');
    file.does('suit.finallyJudged', '2026-09-30', { result: 'appealRejected' });
    expect(file.period('appealAnswer:诉讼1').state).to.equal('spared');
  });

  it('is none where only the office appealed', () => {
    const [found] = judged()
      .does('suit.appealed', '2026-09-15', { appellant: 'office' })
      .refusals('suit.appealAnswered', '2026-09-20');
    expect(found).to.include({ code: 'noAppealCopy', field: 'id' });
  });
});

describe('法释〔2018〕1号第五十条、第八十七条: a suit that stood still', () => {
  it('has the days of 中止 left out, each shown in the account', () => {
    const file = sued().does('suit.suspended', '2026-03-02');
    expect(file.period('trial:诉讼1').pendingOn).to.contain('诉讼中止');
    file.does('suit.resumed', '2026-04-01');
    const trial = file.period('trial:诉讼1');
    expect(trial).to.include({ dueOn: '2026-08-27' }).and.not.have.property('pendingOn');
    const out = accountOfPeriod(trial, calendar).filter(({ mark }) => mark === 'excluded');
    expect(out.map(({ on }) => on)).to.have.length(30);
    expect([out.at(0)?.on, out.at(-1)?.on]).to.deep.equal(['2026-03-03', '2026-04-01']);
    expect(out[0]?.excluded).to.deep.include({ article: { statute: 'interpretation2018', article: 50 } });
  });

  it('in the simplified procedure too; the answer is owed meanwhile (本系统口径)', () => {
    const file = sued({ procedure: 'simplified' }).does('suit.suspended', '2026-03-02');
    expect(file.period('answer:诉讼1').dueOn).to.equal('2026-02-24');
    expect(file.does('suit.resumed', '2026-04-01').period('trial:诉讼1').dueOn).to.equal('2026-04-13');
  });
});

describe('法释〔2018〕1号第一百一十条、第一百一十一条: an application for retrial', () => {
  const final = (): PaperCase =>
    sued().does('suit.finallyJudged', '2026-05-06', { result: 'claimsRejected' });

  it('within six months of the effect; answered within fifteen days', () => {
    expect(final().period('retrial:诉讼1')).to.include({ dueOn: '2026-11-06', unit: 'months' });
    const file = final().does('suit.retrialApplied', '2026-06-01');
    expect(file.period('retrial:诉讼1').state).to.equal('met');
    expect(file.period('retrialAnswer:诉讼1')).to.include({ dueOn: '2026-06-16', of: 'duty' });
    file.does('suit.retrialRefused', '2026-06-10');
    expect(file.period('retrialAnswer:诉讼1').state).to.equal('spared');
    expect(first(file)).to.include({ result: 'claimsRejected', column: 'upheld' });
  });

  it('takes up a closed case, which is owed an opinion', () => {
    const file = final().does('application.closed', '2026-05-20').does('suit.retrialApplied', '2026-06-01');
    expect(file.standing.stage).to.equal('litigation');
    expect(file.reading('2026-06-02').nextDuty?.id).to.equal('retrialAnswer:诉讼1');
  });

  it('ordered, it is heard as long as the instance whose rules it follows', () => {
    const ordered = (facts: object = {}) =>
      final()
        .does('suit.retrialOrdered', '2026-09-01', { ...facts })
        .period('retrialTrial:诉讼1');
    expect(ordered().dueOn).to.equal('2027-03-01');
    expect(ordered({ instance: 'second' }).dueOn).to.equal('2026-12-01');
  });
});

describe('行政诉讼法第九十一条: retrial', () => {
  const retried = (): PaperCase =>
    sued()
      .does('suit.judged', '2026-04-01', { result: 'claimsRejected' })
      .does('suit.finallyJudged', '2026-05-06', { result: 'claimsRejected' })
      .does('suit.retrialOrdered', '2026-09-01', { court: '某某省高级人民法院' });

  it('leaves the judgment in effect counted until it is judged', () => {
    const file = retried();
    expect(first(file)).to.include({ state: 'onRetrial', column: 'upheld', concludedOn: '2026-05-06' });
    expect(file.standing.stage).to.equal('litigation');
    expect(file.refusals('application.closed', '2026-09-02')).to.have.length(1);
    file.does('suit.finallyJudged', '2026-11-02', { result: 'revoked' });
    expect(first(file)).to.include({ column: 'corrected', concludedOn: '2026-11-02' });
  });

  it('may send the suit back, which is then pending', () => {
    const file = retried().does('suit.remanded', '2026-11-02');
    expect(first(file)).to.include({ state: 'awaitingJudgment' }).and.not.have.property('column');
  });

  it('takes up a case that was closed', () => {
    const file = sued()
      .does('suit.finallyJudged', '2026-05-06', { result: 'claimsRejected' })
      .does('application.closed', '2026-06-01')
      .does('suit.retrialOrdered', '2026-09-01');
    expect(file.standing.stage).to.equal('litigation');
  });
});

describe('as what the office takes part', () => {
  it('owes no answer as a third party, and is not counted', () => {
    const file = sued({ capacity: 'thirdParty' });
    expect(() => file.period('answer:诉讼1')).to.throw();
    expect(first(file)?.counted).to.equal(false);
    const review = replied()
      .does('reconsideration.accepted', '2026-02-02', { capacity: 'thirdParty' })
      .does('reconsideration.copyReceived', '2026-02-02');
    expect(() => review.period('answer:复议1')).to.throw();
  });

  it('is one suit with the organ as co-defendant, and counted (国办公开办函〔2016〕201号)', () => {
    const file = sued({ capacity: 'coDefendant' });
    expect(proceedingsOf(file)).to.have.length(1);
    expect(first(file)?.counted).to.equal(true);
    expect(file.period('answer:诉讼1').dueOn).to.equal('2026-02-24');
  });
});

describe('行政复议法第六十二条第二款: the simplified procedure is not prolonged', () => {
  it('is flagged', () => {
    const file = replied()
      .does('reconsideration.accepted', '2026-02-02', { procedure: 'simplified' })
      .does('reconsideration.prolonged', '2026-02-20', { days: 10 });
    expect(file.flaws).to.deep.equal(['simplifiedProlonged']);
  });
});

describe('several proceedings in one case', () => {
  it('one over silence while the reply is owed and one by a third party, both to their ends', () => {
    const file = received('2026-06-01')
      .does('reconsideration.accepted', '2026-07-06', { id: '默示', over: 'silence' })
      .does('reconsideration.copyReceived', '2026-07-08', { id: '默示', procedure: 'simplified' })
      .does('reply.issued', '2026-07-10')
      .does('reply.served', '2026-07-10')
      .does('reconsideration.accepted', '2026-07-20', { id: '第三方', appellant: 'thirdParty' })
      .does('reconsideration.copyReceived', '2026-07-22', { id: '第三方' })
      .does('reconsideration.answered', '2026-07-13', { id: '默示' })
      .does('reconsideration.decided', '2026-08-03', { id: '默示', result: 'requestRejected' })
      .does('reconsideration.answered', '2026-07-30', { id: '第三方' })
      .does('reconsideration.ended', '2026-09-01', { id: '第三方' });
    expect(proceedingsOf(file).map(({ number, result, column }) => [number, result, column])).to.deep.equal([
      ['默示', 'requestRejected', 'upheld'],
      ['第三方', 'terminated', 'other'],
    ]);
    expect(file.standing.name).to.include('复议已结');
  });
});
