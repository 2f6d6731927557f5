import { expect } from 'chai';
import { received } from '../support/paper-case.js';

describe('条例第三十条、第三十三条第二款: nothing is extended while it is the applicant’s turn', () => {
  it('refuses an extension of a paused period, with a sentence', () => {
    const asked = received('2026-03-02').does('correction.required', '2026-03-05', { until: '2026-03-20' });
    const [refusal] = asked.refusals('period.extended', '2026-03-10', { workdays: 10 });
    expect(refusal).to.include({ code: 'extensionWhilePaused' });
    expect(refusal?.says).to.include('暂停');
    asked.does('correction.received', '2026-03-12').does('period.extended', '2026-03-13', { workdays: 10 });
    expect(asked.period('reply.2').terms.map(({ amount }) => amount)).to.deep.equal([20, 10]);
  });

  it('takes one told before the notice, and one where a late notice has paused nothing', () => {
    const asked = received('2026-03-02').does('correction.required', '2026-03-05', { until: '2026-03-20' });
    expect(asked.refusals('period.extended', '2026-03-04', { workdays: 10 })).to.deep.equal([]);
    const late = received('2026-03-02').does('correction.required', '2026-03-16', { until: '2026-03-27' });
    expect(late.refusals('period.extended', '2026-03-18', { workdays: 10 })).to.deep.equal([]);
  });
});

describe('国办函〔2020〕109号第六条: fee', () => {
  it('begins the reply anew after payment', () => {
    const file = received('2026-03-02').does('fee.noticed', '2026-03-16');
    expect(file.reading('2026-06-01').reply?.state).to.equal('paused');
    file.does('fee.paid', '2026-03-25');
    expect(file.replyDueOn).to.equal('2026-04-23');
  });

  it('does not when noticed late or twice, and both are flagged', () => {
    const late = received('2026-03-02').does('fee.noticed', '2026-03-31');
    expect(late.flaws).to.deep.equal(['feeNoticeLate']);
    expect(late.does('fee.paid', '2026-04-02').replyDueOn).to.equal('2026-03-30');
    const twice = received('2026-03-02')
      .does('fee.noticed', '2026-03-03')
      .does('fee.paid', '2026-03-04')
      .does('fee.noticed', '2026-03-20');
    expect(twice.flaws).to.deep.equal(['feeTwice']);
    expect(twice.does('fee.paid', '2026-03-25').replyDueOn).to.equal('2026-04-01');
  });

  it('lapses twenty working days after the applicant had the notice', () => {
    const file = received('2026-03-02').does('fee.noticed', '2026-03-16', { deliveredOn: '2026-03-18' });
    expect(received('2026-03-02').does('fee.noticed', '2026-03-16').wakes).to.deep.equal([]);
    expect(file.wakes).to.deep.equal([{ act: 'fee.lapsed', matter: '', on: '2026-04-16' }]);
    file.lapse('2026-04-17');
    expect(file.standing.state).to.equal('replied.discontinued|none');
  });

  it('lapses from the day on which the delivery was noted afterwards, and that once', () => {
    const file = received('2026-03-02').does('fee.noticed', '2026-03-16');
    expect(file.period('fee:2').pendingOn).to.include('尚未登记');
    file.does('fee.delivered', '2026-03-18');
    expect(file.period('fee:2')).to.include({ startedOn: '2026-03-18', dueOn: '2026-04-16' });
    expect(file.wakes).to.deep.equal([{ act: 'fee.lapsed', matter: '', on: '2026-04-16' }]);
    expect(file.refusals('fee.delivered', '2026-03-19')[0]?.code).to.equal('feeDelivered');
    file.lapse('2026-04-22');
    expect(file.standing).to.deep.include({ state: 'replied.discontinued|none' });
    expect(file.standing.facts.outcome).to.equal('notPaid');
  });

  it('is delivered neither before it was noticed nor twice', () => {
    const noticed = received('2026-03-02').does('fee.noticed', '2026-03-16');
    expect(noticed.refusals('fee.delivered', '2026-03-15')[0]?.code).to.equal('outOfOrder');
    const known = received('2026-03-02').does('fee.noticed', '2026-03-16', { deliveredOn: '2026-03-16' });
    expect(known.refusals('fee.delivered', '2026-03-17')[0]?.code).to.equal('feeDelivered');
  });

  it('was unknown before 2021', () => {
    expect(received('2020-12-01').refusals('fee.noticed', '2020-12-31')[0]?.code).to.equal('noFeeYet');
    expect(received('2020-12-15').does('fee.noticed', '2021-01-04').flaws).to.deep.equal([]);
  });
});
