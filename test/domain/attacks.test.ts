import { expect } from 'chai';
import { actDefinitions, actTypes, readAct } from '../../src/domain/acts/acts.js';
import { readField, text } from '../../src/domain/acts/fields.js';
import { summaryOf } from '../../src/domain/application/summary.js';
import { PaperCase, received } from '../support/paper-case.js';

const replied = (): PaperCase =>
  received('2026-03-02').does('reply.issued', '2026-03-09').does('reply.served', '2026-03-09');

describe('numbers that people type', () => {
  for (const id of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ':', '1:2', '“1”']) {
    it(`${id} is a number like any other`, () => {
      const file = received('2026-03-02')
        .does('opinion.sought', '2026-03-03', { id, consultee: 'agency', deliveredOn: '2026-03-03' })
        .does('opinion.received', '2026-03-05', { id })
        .does('reply.issued', '2026-03-09')
        .does('reply.served', '2026-03-09')
        .does('reconsideration.accepted', '2026-03-20', { id })
        .does('reconsideration.copyReceived', '2026-03-23', { id })
        .does('reconsideration.answered', '2026-03-24', { id })
        .does('reconsideration.decided', '2026-04-20', { id, result: 'revoked' })
        .does('redo.ordered', '2026-04-20', { id });
      expect(file.standing.state).to.equal('handling.examining|none');
      expect(file.period(`answer:${id}`).ended?.how).to.equal('met');
      expect(summaryOf(file.acts, file.standing.facts).proceedings.map(({ number }) => number)).to.deep.equal(
        [id],
      );
      expect(Object.getPrototypeOf(file.standing.facts.proceedings)).to.equal(Object.prototype);
    });

    it(`${id}, never registered, is refused like any other`, () => {
      expect(received('2026-03-02').refusals('opinion.received', '2026-03-05', { id })[0]?.code).to.equal(
        'noOpenConsultation',
      );
      expect(replied().refusals('reconsideration.answered', '2026-03-24', { id })[0]?.code).to.equal(
        'noSuchProceeding',
      );
      expect(replied().refusals('redo.ordered', '2026-03-24', { id })[0]?.code).to.equal('noSuchProceeding');
    });
  }

  it('are kept apart: consultation 1 is not reconsideration 1', () => {
    const file = received('2026-03-02')
      .does('opinion.sought', '2026-03-03', { id: '1', consultee: 'thirdParty', deliveredOn: '2026-03-03' })
      .does('reconsideration.accepted', '2026-04-14', { id: '1', over: 'silence' })
      .does('reconsideration.copyReceived', '2026-04-15', { id: '1' });
    expect(file.wakes).to.deep.equal([{ act: 'opinion.lapsed', matter: '1', on: '2026-03-24' }]);
    file.lapse('2026-04-16');
    expect(file.standing.facts.proceedings['1']?.state).to.equal('awaitingAnswer');
    file.does('reconsideration.answered', '2026-04-20', { id: '1' });
    expect(file.standing.facts.consultations['1']).to.equal('lapsed');
    expect(file.refusals('suit.served', '2026-04-20', { id: '1' })[0]).to.include({
      code: 'noSuchProceeding',
      field: 'id',
    });
  });
});

describe('texts', () => {
  const long = '甲'.repeat(39_990);

  it('of forty thousand characters are taken, kept and corrected', () => {
    const file = received('2026-03-02').does('reply.issued', '2026-03-09', {
      outcome: 'partial',
      provided: long,
      reasons: long,
      withheld: long,
    });
    const { seq, recordedAt: _at, by: _by, ...kept } = file.log.at(-1) ?? {};
    file.does('act.corrected', '2026-03-10', {
      corrects: seq,
      replacement: JSON.stringify({ ...kept, on: '2026-03-10' }),
    });
    expect(file.acts.at(-1)?.on).to.equal('2026-03-10');
  });

  it('longer than that are refused with their length', () => {
    const read = readAct('correction.required', {
      on: '2026-03-03',
      until: '2026-03-20',
      items: `${long}${long}`,
    });
    expect(read).to.deep.equal({
      faults: { items: '“需要补正的事项”最多 40000 字，现有 79980 字，请删减。' },
    });
  });

  it('lose what no database keeps: NUL, halves of characters, two ways to end a line', () => {
    const read = readField(text('甲'), 'a\u0000b\ud83dc\r\n\u{2ca52}d');
    expect(read).to.deep.equal({ value: 'ab\ufffdc\n\u{2ca52}d' });
  });
});

describe('facts of acts', () => {
  it('never bear a name that the log itself uses', () => {
    for (const type of actTypes)
      expect(Object.keys(actDefinitions[type].fields)).not.to.include.members(['by']).and.not.include('seq');
    const names = new Set(actTypes.flatMap((type) => Object.keys(actDefinitions[type].fields)));
    for (const taken of ['type', 'on', 'source', 'seq', 'recordedAt', 'by'])
      expect([...names]).not.to.include(taken);
  });

  it('survive the recording: who appealed is not who typed it', () => {
    const file = replied().does('suit.served', '2026-04-01', { appellant: 'thirdParty' });
    expect(file.log.at(-1)).to.include({ appellant: 'thirdParty', by: '王经办' });
  });
});

describe('acts recorded late', () => {
  it('count on their own day, in whatever order they were typed', () => {
    const inOrder = received('2026-03-02')
      .does('opinion.sought', '2026-03-05', { id: '1', consultee: 'agency', deliveredOn: '2026-03-05' })
      .does('opinion.received', '2026-03-18', { id: '1' })
      .does('period.extended', '2026-03-20', { workdays: 5 });
    const late = received('2026-03-02')
      .does('period.extended', '2026-03-20', { workdays: 5 })
      .does('opinion.sought', '2026-03-05', { id: '1', consultee: 'agency', deliveredOn: '2026-03-05' })
      .does('opinion.received', '2026-03-18', { id: '1' });
    expect(late.replyDueOn).to.equal(inOrder.replyDueOn);
  });

  it('make a notice of correction late or in time by its own day', () => {
    const file = received('2026-03-02').does('correction.required', '2026-03-10', { until: '2026-03-20' });
    expect(file.flaws).to.deep.equal([]);
  });
});

describe('wakes', () => {
  it('end with the consultation of an applicant overtaken by an order to reply', () => {
    const file = received('2026-03-02')
      .does('reconsideration.accepted', '2026-04-07', { over: 'silence' })
      .does('correction.required', '2026-04-08', { until: '2026-06-30' })
      .does('reconsideration.decided', '2026-05-20', { result: 'orderedToPerform' })
      .does('redo.ordered', '2026-05-20', { days: 30 })
      .does('correction.required', '2026-05-21', { until: '2026-06-10' });
    expect(file.wakes).to.deep.equal([{ act: 'correction.lapsed', matter: '', on: '2026-06-10' }]);
  });

  it('do not close a case whose appeal stands still', () => {
    const file = replied()
      .does('reconsideration.accepted', '2026-03-20', { appellant: 'thirdParty' })
      .does('reconsideration.suspended', '2026-03-25')
      .lapse('2026-11-23');
    expect(file.standing.stage).to.equal('reconsideration');
    expect(file.wakes).to.deep.equal([]);
    file
      .does('reconsideration.resumed', '2026-10-12')
      .does('reconsideration.decided', '2026-10-20', { result: 'upheld' });
    expect(file.wakes).to.deep.equal([{ act: 'remedy.lapsed', matter: '', on: '2026-11-04' }]);
  });
});

describe('several proceedings in one case', () => {
  it('a third party’s and the applicant’s, over silence and reply, each to its end', () => {
    const file = received('2026-03-02')
      .does('reconsideration.accepted', '2026-04-01', { id: '甲', over: 'silence' })
      .does('reply.issued', '2026-04-10')
      .does('reply.served', '2026-04-10')
      .does('reconsideration.accepted', '2026-04-20', { id: '乙', appellant: 'thirdParty' })
      .does('reconsideration.decided', '2026-05-20', { id: '甲', result: 'requestRejected' });
    expect(file.standing.stage).to.equal('reconsideration');
    file
      .does('suit.served', '2026-05-28', { id: '丙', route: 'afterReconsideration' })
      .does('reconsideration.decided', '2026-06-10', { id: '乙', result: 'upheld' })
      .does('suit.judged', '2026-08-03', { id: '丙' })
      .lapse('2026-08-20');
    expect(file.standing.name).to.contain('诉讼已结');
    file.does('application.closed', '2026-08-21');
    expect(
      summaryOf(file.acts, file.standing.facts).proceedings.map(({ number, column }) => [number, column]),
    ).to.deep.equal([
      ['甲', 'upheld'],
      ['乙', 'upheld'],
      ['丙', 'upheld'],
    ]);
  });

  it('leave the reply possible while it is owed', () => {
    const file = received('2026-03-02').does('suit.served', '2026-04-14', { over: 'silence' });
    expect([file.standing.stage, file.refusals('reply.issued', '2026-04-15')]).to.deep.equal([
      'litigation',
      [],
    ]);
  });
});

describe('days at the edges', () => {
  it('are refused outside the calendar, never thrown', () => {
    for (const on of ['0001-01-01', '1999-12-31', '2009-12-31', '2041-01-01', '9999-12-31']) {
      const today = on > '2026' ? '9999-12-31' : '2026-11-23';
      expect(new PaperCase().refusals('application.received', on, {}, { today }).length, on).to.equal(1);
      expect(replied().refusals('suit.served', '2026-04-01', { docketedOn: on }).length, on).to.equal(1);
      expect(
        replied().refusals('reconsideration.accepted', '2026-04-01', { appliedOn: on }).length,
        on,
      ).to.equal(1);
    }
  });

  it('of old cases are counted with the oldest versions known', () => {
    const file = received('2010-01-04')
      .does('reply.issued', '2010-01-20')
      .does('reply.served', '2010-01-20')
      .does('suit.served', '2010-02-22')
      .does('suit.judged', '2010-05-04', { result: 'revoked' })
      .lapse('2010-06-01')
      .does('redo.ordered', '2010-06-01', { id: '诉讼1' });
    expect(file.reading().reply?.dueOn).to.equal('2010-06-23');
  });
});
