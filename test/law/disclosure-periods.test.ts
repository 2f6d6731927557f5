import { expect } from 'chai';
import { limitOn, limits } from '../../src/domain/clock/limits.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { PaperCase, countedIn, received } from '../support/paper-case.js';

/** 条例第三十三条第三款: a consultation answered. */
const consulted = (file: PaperCase, id: string, sent: string, answered: string): PaperCase =>
  file
    .does('opinion.sought', sent, { id, consultee: 'agency', deliveredOn: sent })
    .does('opinion.received', answered, { id });

describe('条例第三十条、第三十三条: receipt, correction notice, reply, extension', () => {
  const rows = [
    ['2024-02-05', '2024-02-20', '2024-03-08', '2024-04-08'],
    ['2024-09-26', '2024-10-11', '2024-10-29', '2024-11-26'],
    ['2025-01-20', '2025-02-05', '2025-02-21', '2025-03-21'],
    ['2025-01-25', '2025-02-10', '2025-02-27', '2025-03-27'],
    ['2025-09-26', '2025-10-13', '2025-10-30', '2025-11-27'],
    ['2025-12-15', '2025-12-24', '2026-01-13', '2026-02-10'],
    ['2026-02-10', '2026-02-26', '2026-03-16', '2026-04-14'],
    ['2026-02-14', '2026-03-03', '2026-03-20', '2026-04-20'],
    ['2026-04-25', '2026-05-08', '2026-05-26', '2026-06-24'],
    ['2026-09-20', '2026-09-30', '2026-10-23', '2026-11-20'],
  ] as const;
  for (const [on, seventh, twentieth, extended] of rows) {
    it(`received ${on}: notice by ${seventh}, reply by ${twentieth}, extended to ${extended}`, () => {
      const file = received(on);
      expect(file.period('correction.notice').dueOn).to.equal(seventh);
      expect(file.replyDueOn).to.equal(twentieth);
      expect(countedIn(file.period('reply'))).to.deep.equal({ counted: 20, last: twentieth });
      file.does('period.extended', on, { workdays: 20 });
      expect(file.replyDueOn).to.equal(extended);
      expect(countedIn(file.period('reply'))).to.deep.equal({ counted: 40, last: extended });
    });
  }

  it('gives the day a court found: signed for 2022-09-30, due 2022-11-02', () => {
    expect(received('2022-09-30').replyDueOn).to.equal('2022-11-02');
  });

  it('counts fifteen and fifteen for what was received before 2019-05-15, and knows no notice of correction', () => {
    const old = received('2019-05-14');
    expect(old.replyDueOn).to.equal('2019-06-04');
    old.does('period.extended', '2019-06-04', { workdays: 15 });
    expect(old.replyDueOn).to.equal('2019-06-26');
    expect(
      old.refusals('period.extended', '2019-06-05', { workdays: 1 }).map(({ code }) => code),
    ).to.deep.equal(['extensionTooLong']);
    expect(old.reading().periods.some(({ id }) => id === 'correction.notice')).to.equal(false);
    expect(received('2019-05-15').replyDueOn).to.equal('2019-06-13');
  });

  it('knows each number under each version', () => {
    const amount = (id: keyof typeof limits, on: string) => {
      const limit = limitOn(id, localDate(on));
      return limit && `${limit.amount} ${limit.unit}`;
    };
    expect(amount('reply', '2019-05-14')).to.equal('15 workdays');
    expect(amount('reply', '2019-05-15')).to.equal('20 workdays');
    expect(amount('reply.extension', '2019-05-14')).to.equal('15 workdays');
    expect(amount('reply.extension', '2019-05-15')).to.equal('20 workdays');
    expect(amount('correction.notice', '2019-05-14')).to.equal(undefined);
    expect(amount('correction.notice', '2019-05-15')).to.equal('7 workdays');
    expect(amount('thirdParty.opinion', '2024-01-01')).to.equal('15 workdays');
    expect(amount('agency.opinion', '2024-01-01')).to.equal('15 workdays');
    expect(amount('fee.payment', '2020-12-31')).to.equal(undefined);
    expect(amount('fee.payment', '2021-01-01')).to.equal('20 workdays');
    expect(amount('proactive.publication', '2024-01-01')).to.equal('20 workdays');
    expect(amount('redo', '2019-05-14')).to.equal('15 workdays');
    expect(amount('redo', '2019-05-15')).to.equal('20 workdays');
  });
});

describe('条例第三十条: correction', () => {
  it('begins the twenty days anew, not the rest of them', () => {
    const file = received('2026-03-02').does('correction.required', '2026-03-10', { until: '2026-03-20' });
    expect(file.reading('2026-06-01').reply).to.include({ state: 'paused' });
    expect(file.reading('2026-06-01').nextDuty).to.equal(undefined);
    file.does('correction.received', '2026-03-18');
    expect(file.replyDueOn).to.equal('2026-04-16');
    expect(file.period('reply').ended).to.deep.equal({ on: '2026-03-18', how: 'superseded' });
  });

  it('does not begin them anew when told on the eighth day, which is flagged', () => {
    const file = received('2026-03-02').does('correction.required', '2026-03-12', { until: '2026-03-20' });
    expect(file.flaws).to.deep.equal(['correctionLate']);
    expect(file.reading('2026-06-01').reply?.state).to.equal('overdue');
    file.does('correction.received', '2026-03-18');
    expect(file.replyDueOn).to.equal('2026-03-30');
  });

  it('does not begin them anew a second time, which is flagged', () => {
    const file = received('2026-03-02')
      .does('correction.required', '2026-03-03', { until: '2026-03-20' })
      .does('correction.received', '2026-03-05')
      .does('correction.required', '2026-03-06', { until: '2026-03-20' });
    expect(file.flaws).to.deep.equal(['correctionTwice']);
    file.does('correction.received', '2026-03-18');
    expect(file.replyDueOn).to.equal('2026-04-02');
  });

  it('lapses on its last day, rolled off a rest day, and ends the case without a reply', () => {
    const file = received('2026-04-20').does('correction.required', '2026-04-22', { until: '2026-05-02' });
    expect(file.wakes).to.deep.equal([{ act: 'correction.lapsed', matter: '', on: '2026-05-06' }]);
    expect(() => file.lapse('2026-05-06')).not.to.throw();
    expect(file.standing.state).to.equal('handling.awaitingCorrection|none');
    file.lapse('2026-05-07');
    expect(file.standing.state).to.equal('replied.discontinued|none');
    expect(file.reading().reply?.ended).to.deep.equal({ on: '2026-05-06', how: 'spared' });
  });
});

describe('条例第三十二条至第三十四条: consultations keep their days out', () => {
  it('from the day after sending to the day of the answer', () => {
    expect(consulted(received('2026-03-02'), '1', '2026-03-05', '2026-03-18').replyDueOn).to.equal(
      '2026-04-13',
    );
  });

  it('with the sending day where the office has decided so', () => {
    const file = new PaperCase('2026-11-23', { excludesSendingDay: true })
      .does('application.received', '2026-03-02')
      .does('application.registered', '2026-03-02');
    expect(consulted(file, '1', '2026-03-05', '2026-03-18').replyDueOn).to.equal('2026-04-14');
  });

  it('once where two overlap', () => {
    const file = consulted(received('2026-03-02'), '1', '2026-03-05', '2026-03-18');
    expect(consulted(file, '2', '2026-03-10', '2026-03-24').replyDueOn).to.equal('2026-04-17');
    expect(countedIn(file.period('reply')).counted).to.equal(20);
  });

  it('for no longer than fifteen working days after the delivery, whenever the answer comes', () => {
    const asked = received('2026-03-02').does('opinion.sought', '2026-03-05', {
      id: '1',
      consultee: 'thirdParty',
      deliveredOn: '2026-03-06',
    });
    expect(asked.period('opinion:1').dueOn).to.equal('2026-03-27');
    const capped = asked.replyDueOn;
    expect(asked.period('reply').pendingOn).to.contain('尚未结束');
    asked.lapse('2026-03-28');
    expect(asked.replyDueOn).to.equal(capped);
    asked.does('opinion.received', '2026-04-02', { id: '1' });
    expect(asked.replyDueOn).to.equal(capped);
  });

  it('stay out of an extension too', () => {
    const file = consulted(received('2026-03-02'), '1', '2026-03-05', '2026-03-18');
    file.does('period.extended', '2026-04-13', { workdays: 5 });
    expect(file.replyDueOn).to.equal('2026-04-20');
  });

  it('do not help when they begin after the due day', () => {
    const file = consulted(received('2026-03-02'), '1', '2026-03-31', '2026-04-10');
    expect(file.replyDueOn).to.equal('2026-03-30');
  });
});

describe('条例第三十三条第二款: extension', () => {
  it('is refused beyond twenty days in all', () => {
    const file = received('2026-03-02').does('period.extended', '2026-03-10', { workdays: 15 });
    const [refusal] = file.refusals('period.extended', '2026-03-11', { workdays: 6 });
    expect(refusal).to.include({ code: 'extensionTooLong', field: 'workdays' });
    expect(refusal?.mend).to.equal('最多还可延长 5 个工作日。');
  });

  it('is flagged the second time', () => {
    const file = received('2026-03-02')
      .does('period.extended', '2026-03-10', { workdays: 5 })
      .does('period.extended', '2026-03-11', { workdays: 5 });
    expect(file.flaws).to.deep.equal(['extensionTwice']);
    expect(file.replyDueOn).to.equal('2026-04-14');
  });

  it('has no effect once the day is over, and is flagged', () => {
    const file = received('2026-03-02').does('period.extended', '2026-03-31', { workdays: 20 });
    expect(file.flaws).to.deep.equal(['extensionLate']);
    expect(file.replyDueOn).to.equal('2026-03-30');
    expect(
      received('2026-03-02').does('period.extended', '2026-03-30', { workdays: 20 }).replyDueOn,
    ).to.equal('2026-04-28');
  });
});

describe('条例第三十五条: reasons and a reasonable later day', () => {
  const asked = () => received('2026-03-02').does('reasons.asked', '2026-03-03', { until: '2026-03-13' });

  it('needs reasons that were found reasonable', () => {
    expect(
      received('2026-03-02').refusals('reply.deferred', '2026-03-05', { until: '2026-06-30' })[0]?.code,
    ).to.equal('deferralUnfounded');
    const not = asked().does('reasons.given', '2026-03-06', { reasonable: 'no' });
    expect(not.refusals('reply.deferred', '2026-03-06', { until: '2026-06-30' })[0]?.code).to.equal(
      'deferralUnfounded',
    );
  });

  it('moves the day, and never to an earlier one', () => {
    const file = asked().does('reasons.given', '2026-03-06');
    expect(file.refusals('reply.deferred', '2026-03-06', { until: '2026-03-30' })[0]?.code).to.equal(
      'deferralNotLater',
    );
    file.does('reply.deferred', '2026-03-06', { until: '2026-06-28' });
    expect(file.period('reply')).to.include({ dueOn: '2026-06-29', unit: 'days' });
  });

  it('has no effect once the day is over, and is flagged', () => {
    const file = asked()
      .does('reasons.given', '2026-03-06')
      .does('reply.deferred', '2026-03-31', { until: '2026-06-30' });
    expect(file.flaws).to.deep.equal(['deferralLate']);
    expect(file.replyDueOn).to.equal('2026-03-30');
  });

  it('outlasts a payment that begins the twenty days anew', () => {
    const file = asked()
      .does('reasons.given', '2026-03-06')
      .does('reply.deferred', '2026-03-06', { until: '2026-09-30' })
      .does('fee.noticed', '2026-03-09')
      .does('fee.paid', '2026-03-12');
    expect(file.replyDueOn).to.equal('2026-09-30');
  });

  it('goes on without reasons once their time is over', () => {
    const file = asked().lapse('2026-03-14');
    expect(file.standing.state).to.equal('handling.examining|none');
  });
});

describe('国办公开办函〔2016〕235号: the day of the reply is the day of posting', () => {
  it('and the reply is late the day after', () => {
    const issued = () => received('2026-03-02').does('reply.issued', '2026-03-30');
    const inTime = issued().does('reply.served', '2026-03-30', { how: 'post' });
    expect(inTime.flaws).to.deep.equal([]);
    expect(inTime.reading().reply?.ended).to.deep.equal({ on: '2026-03-30', how: 'met' });
    const late = issued().does('reply.served', '2026-03-31', { how: 'post' });
    expect(late.flaws).to.deep.equal(['replyLate']);
    expect(late.reading().reply?.ended).to.deep.equal({ on: '2026-03-31', how: 'late' });
  });
});
