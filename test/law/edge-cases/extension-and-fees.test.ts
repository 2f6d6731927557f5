import { columnsOf, holdEdges, rowOf } from '../../support/edges.js';
import { type PaperCase, received } from '../../support/paper-case.js';
import { flaggedFor, refusedFor } from '../../support/trials.js';

describe('edge cases: extension, too many requests, fees (条例第三十三条、第三十五条, 109号)', () => {
  const reasonsAsked = (): PaperCase =>
    received('2026-03-02').does('reasons.asked', '2026-03-04', { until: '2026-03-13' });
  holdEdges([
    [
      'E12',
      '条例33(2)',
      'told before the day: twenty more at most; after it: without effect and a flaw',
      () => [
        received('2026-03-02').does('period.extended', '2026-03-30', { workdays: 20 }).replyDueOn,
        refusedFor(received('2026-03-02'), 'period.extended', '2026-03-30', { workdays: 21 }),
        received('2026-03-02').does('period.extended', '2026-03-31', { workdays: 20 }).replyDueOn,
        flaggedFor(received('2026-03-02'), 'period.extended', '2026-03-31', { workdays: 20 }),
      ],
      ['2026-04-28', ['extensionTooLong:workdays'], '2026-03-30', ['extensionLate']],
    ],
    [
      'E12',
      '条例33(2)',
      'a second extension within the twenty is a flaw',
      () =>
        flaggedFor(
          received('2026-03-02').does('period.extended', '2026-03-10', { workdays: 5 }),
          'period.extended',
          '2026-03-11',
          { workdays: 5 },
        ),
      ['extensionTwice'],
    ],
    [
      'E21',
      '条例35',
      'declined as excessive only after reasons were asked; a later day only after good ones',
      () => {
        const excessive = { outcome: 'excessive', reasons: '未说明合理理由。' };
        return [
          flaggedFor(received('2026-03-02'), 'reply.drafted', '2026-03-05', excessive),
          flaggedFor(reasonsAsked().lapse('2026-03-14'), 'reply.drafted', '2026-03-16', excessive),
          refusedFor(
            reasonsAsked().does('reasons.given', '2026-03-10', { reasonable: 'no' }),
            'reply.deferred',
            '2026-03-11',
            { until: '2026-06-30' },
          ),
          reasonsAsked()
            .does('reasons.given', '2026-03-10', { reasonable: 'yes' })
            .does('reply.deferred', '2026-03-11', { until: '2026-06-30' }).replyDueOn,
        ];
      },
      [['reasonsAskedMissing'], [], ['deferralUnfounded'], '2026-06-30'],
    ],
    [
      'E21',
      '条例35',
      'the clock does not stand still while reasons are awaited',
      () => reasonsAsked().replyDueOn,
      '2026-03-30',
    ],
    [
      'E37',
      '109号6',
      'twenty working days to pay from the delivery; a fresh twenty for the office from the payment',
      () => {
        const noticed = (): PaperCase =>
          received('2026-03-02').does('fee.noticed', '2026-03-16', { deliveredOn: '2026-03-18' });
        const unpaid = noticed().lapse('2026-04-17');
        return [
          noticed().does('fee.paid', '2026-03-25').replyDueOn,
          rowOf(unpaid),
          unpaid.reading().reply?.ended,
          columnsOf(unpaid),
        ];
      },
      ['2026-04-23', 'notPaid', { on: '2026-04-16', how: 'spared' }, []],
    ],
    [
      'E37',
      '109号3',
      'by item and by page never both; a wrong amount is refused',
      () => {
        const paid = received('2026-03-02').does('fee.noticed', '2026-03-09').does('fee.paid', '2026-03-10');
        return [
          refusedFor(paid, 'fee.noticed', '2026-03-11', { basis: 'item', quantity: 1, yuan: 100 }),
          refusedFor(received('2026-03-02'), 'fee.noticed', '2026-03-09', { quantity: 72, yuan: 421 }),
        ];
      },
      [['bothTariffs:basis'], ['wrongFee:yuan']],
    ],
  ]);
});
