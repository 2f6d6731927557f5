import { PaperCase, received, time } from '../../support/paper-case.js';
import { flaggedFor, hold, refusedFor } from '../../support/trials.js';

const sent = (facts: object = {}): PaperCase =>
  received('2026-03-02').does('opinion.sought', '2026-03-04', { deliveredOn: '2026-03-05', ...facts });

describe('lawfulness of days and order', () => {
  hold([
    [
      'notInFuture',
      'future:on',
      () => refusedFor(received('2026-03-02'), 'reply.issued', '2026-03-10', {}, { today: '2026-03-09' }),
      () => refusedFor(received('2026-03-02'), 'reply.issued', '2026-03-09', {}, { today: '2026-03-09' }),
    ],
    [
      'withinCalendar: 2009',
      'outsideCalendar:on',
      () => refusedFor(new PaperCase(), 'application.received', '2009-12-31'),
      () => refusedFor(new PaperCase(), 'application.received', '2010-01-04'),
    ],
    [
      'withinCalendar: 2041',
      'outsideCalendar:until',
      () => refusedFor(received('2026-03-02'), 'correction.required', '2026-03-03', { until: '2041-01-02' }),
      () => refusedFor(received('2026-03-02'), 'correction.required', '2026-03-03', { until: '2026-03-20' }),
    ],
    [
      'withinCalendar: an arrival long ago',
      'outsideCalendar:arrivedOn',
      () =>
        refusedFor(new PaperCase(), 'application.received', '2026-03-02', {
          channel: 'fax',
          arrivedOn: '1999-01-01',
        }),
      () =>
        refusedFor(new PaperCase(), 'application.received', '2026-03-02', {
          channel: 'fax',
          arrivedOn: '2026-03-02',
        }),
    ],
    [
      'inOrder: before receipt',
      'outOfOrder:on',
      () => refusedFor(received('2026-03-02'), 'reply.issued', '2026-03-01'),
      () => refusedFor(received('2026-03-02'), 'reply.issued', '2026-03-02'),
    ],
    [
      'inOrder: served before issued',
      'outOfOrder:on',
      () =>
        refusedFor(received('2026-03-02').does('reply.issued', '2026-03-10'), 'reply.served', '2026-03-09'),
      () =>
        refusedFor(received('2026-03-02').does('reply.issued', '2026-03-10'), 'reply.served', '2026-03-10'),
    ],
    [
      'inOrder: an answer before the question',
      'outOfOrder:on',
      () => refusedFor(sent(), 'opinion.received', '2026-03-03'),
      () => refusedFor(sent(), 'opinion.received', '2026-03-05'),
    ],
    [
      'inOrder: recorded late, behind the line',
      'outOfOrder:on',
      () =>
        refusedFor(
          received('2026-03-02').does('fee.noticed', '2026-03-09').does('fee.paid', '2026-03-12'),
          'correction.required',
          '2026-03-10',
          { until: '2026-03-30' },
        ),
      () =>
        refusedFor(
          received('2026-03-02').does('fee.noticed', '2026-03-09').does('fee.paid', '2026-03-12'),
          'opinion.sought',
          '2026-03-10',
        ),
    ],
    [
      'daysWithin: a period that ends before it begins',
      'daysWithin:until',
      () => refusedFor(received('2026-03-02'), 'correction.required', '2026-03-03', { until: '2026-03-03' }),
      () => refusedFor(received('2026-03-02'), 'correction.required', '2026-03-03', { until: '2026-03-04' }),
    ],
    [
      'daysWithin: arrived after it was received',
      'daysWithin:arrivedOn',
      () =>
        refusedFor(new PaperCase(), 'application.received', '2026-03-02', {
          channel: 'internet',
          arrivedOn: '2026-03-03',
        }),
      () =>
        refusedFor(new PaperCase(), 'application.received', '2026-03-03', {
          channel: 'internet',
          arrivedOn: '2026-03-03',
        }),
    ],
    [
      'daysWithin: a day of receipt that is not the day of signing for it',
      'daysWithin:arrivedOn',
      () =>
        refusedFor(new PaperCase(), 'application.received', '2026-03-03', {
          channel: 'registeredMail',
          arrivedOn: '2026-03-02',
        }),
      () =>
        refusedFor(new PaperCase(), 'application.received', '2026-03-03', {
          channel: 'ordinaryMail',
          arrivedOn: '2026-03-02',
        }),
    ],
    [
      'daysWithin: delivered before it was sent',
      'daysWithin:deliveredOn',
      () => refusedFor(received('2026-03-02'), 'opinion.sought', '2026-03-04', { deliveredOn: '2026-03-03' }),
      () => refusedFor(received('2026-03-02'), 'opinion.sought', '2026-03-04', { deliveredOn: '2026-03-04' }),
    ],
    [
      'appealHasObject: no reply',
      'noReply:over',
      () => refusedFor(received('2026-03-02'), 'reconsideration.accepted', '2026-04-10'),
      () => refusedFor(received('2026-03-02'), 'reconsideration.accepted', '2026-04-10', { over: 'silence' }),
    ],
    [
      'appealHasObject: no reconsideration before',
      'noReconsideration:route',
      () =>
        refusedFor(received('2026-03-02').does('reply.issued', '2026-03-03'), 'suit.served', '2026-04-10', {
          route: 'afterReconsideration',
        }),
      () =>
        refusedFor(received('2026-03-02').does('reply.issued', '2026-03-03'), 'suit.served', '2026-04-10', {
          route: 'direct',
        }),
    ],
    [
      'lapsedIndeed',
      'notLapsed:on',
      () =>
        refusedFor(sent(), 'opinion.lapsed', '2026-03-26', { id: '1' }, { by: time, today: '2026-03-26' }),
      () =>
        refusedFor(sent(), 'opinion.lapsed', '2026-03-26', { id: '1' }, { by: time, today: '2026-03-27' }),
    ],
    [
      'confirmedInTime',
      'confirmedLate',
      () =>
        flaggedFor(new PaperCase(), 'application.received', '2026-03-06', {
          channel: 'internet',
          arrivedOn: '2026-03-02',
        }),
      () =>
        flaggedFor(new PaperCase(), 'application.received', '2026-03-03', {
          channel: 'internet',
          arrivedOn: '2026-03-02',
        }),
    ],
  ]);
});
