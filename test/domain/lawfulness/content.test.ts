import { type PaperCase, ledger, received } from '../../support/paper-case.js';
import { flaggedFor, hold, refusedFor } from '../../support/trials.js';

const sent = (facts: object = {}): PaperCase =>
  received('2026-03-02').does('opinion.sought', '2026-03-04', { deliveredOn: '2026-03-05', ...facts });
const drafted = (outcome: object = {}): PaperCase =>
  received('2026-03-02').does('reply.drafted', '2026-03-09', { ...outcome });
const signed = (outcome: object = {}): PaperCase => drafted(outcome).does('reply.signed', '2026-03-09');
const toApplicant = { outcome: 'granted', provided: '复印件一份', onTheSpot: 'no' };
const refusal = { reasons: '理由如下。' };

describe('lawfulness of what is said', () => {
  hold([
    [
      'replyComplete: 条例36(3) reasons',
      'factMissing:reasons',
      () => refusedFor(received('2026-03-02'), 'reply.issued', '2026-03-09', { outcome: 'deliberative' }),
      () =>
        refusedFor(received('2026-03-02'), 'reply.issued', '2026-03-09', {
          outcome: 'deliberative',
          ...refusal,
        }),
    ],
    [
      'replyComplete: 条例36(4) search',
      'factMissing:searchedFound',
      () =>
        refusedFor(received('2026-03-02'), 'reply.drafted', '2026-03-09', {
          outcome: 'notHeld',
          ...refusal,
          searchedIn: '档案系统',
          searchedFor: '道路',
          searchedBy: '档案室',
          searchedOn: '2026-03-08',
        }),
      () =>
        refusedFor(received('2026-03-02'), 'reply.drafted', '2026-03-09', {
          outcome: 'notHeld',
          ...refusal,
          searched: '检索了档案系统。',
        }),
    ],
    [
      'replyComplete: 条例32 third party',
      'thirdPartyAskedMissing',
      () =>
        flaggedFor(received('2026-03-02'), 'reply.drafted', '2026-03-09', {
          outcome: 'thirdPartyRights',
          ...refusal,
        }),
      () => flaggedFor(sent(), 'reply.drafted', '2026-03-09', { outcome: 'thirdPartyRights', ...refusal }),
    ],
    [
      'replyComplete: 条例30 correction',
      'correctionAskedMissing',
      () =>
        flaggedFor(received('2026-03-02'), 'reply.drafted', '2026-03-09', {
          outcome: 'unclearAfterCorrection',
          ...refusal,
        }),
      () =>
        flaggedFor(
          received('2026-03-02')
            .does('correction.required', '2026-03-03', { until: '2026-03-20' })
            .does('correction.received', '2026-03-05'),
          'reply.drafted',
          '2026-03-09',
          { outcome: 'unclearAfterCorrection', ...refusal },
        ),
    ],
    [
      'replyComplete: 条例35 reasons asked',
      'reasonsAskedMissing',
      () =>
        flaggedFor(received('2026-03-02'), 'reply.drafted', '2026-03-09', {
          outcome: 'excessive',
          ...refusal,
        }),
      () =>
        flaggedFor(
          received('2026-03-02')
            .does('reasons.asked', '2026-03-03', { until: '2026-03-20' })
            .does('reasons.given', '2026-03-05', { reasonable: 'no' }),
          'reply.drafted',
          '2026-03-09',
          { outcome: 'excessive', ...refusal },
        ),
    ],
    [
      'replyComplete',
      'withdrawalMissing',
      () => flaggedFor(received('2026-03-02'), 'reply.drafted', '2026-03-09', { outcome: 'withdrawn' }),
      () =>
        flaggedFor(
          received('2026-03-02').does('application.withdrawn', '2026-03-05'),
          'reply.drafted',
          '2026-03-09',
          { outcome: 'withdrawn' },
        ),
    ],
    [
      'issuedAsSigned',
      'differsFromSigned',
      () => flaggedFor(signed(), 'reply.issued', '2026-03-10', { ...toApplicant, provided: '另一份复印件' }),
      () => flaggedFor(signed(), 'reply.issued', '2026-03-10', toApplicant),
    ],
    [
      'transferSigned',
      'transferNotSigned',
      () => flaggedFor(received('2026-03-02'), 'transfer.noticed', '2026-03-10'),
      () =>
        flaggedFor(
          signed({ outcome: 'notResponsible', reasons: '由水利局制作。' }),
          'transfer.noticed',
          '2026-03-10',
        ),
    ],
    [
      'consultationsClosed',
      'consultationOpen',
      () => sent().replies('2026-03-10').flaws,
      () => sent().does('opinion.received', '2026-03-09').replies('2026-03-10').flaws,
    ],
    [
      'givenOnTheSpot',
      'notOnTheSpot',
      () => flaggedFor(received('2026-03-02'), 'reply.issued', '2026-03-03'),
      () => flaggedFor(received('2026-03-02'), 'reply.issued', '2026-03-02'),
    ],
    [
      'feeByTariff: pages',
      'wrongFee:yuan',
      () =>
        refusedFor(received('2026-03-02'), 'fee.noticed', '2026-03-03', {
          basis: 'page',
          quantity: 72,
          yuan: 421,
        }),
      () =>
        refusedFor(received('2026-03-02'), 'fee.noticed', '2026-03-03', {
          basis: 'page',
          quantity: 72,
          yuan: 420,
        }),
    ],
    [
      'feeByTariff: never both',
      'bothTariffs:basis',
      () =>
        refusedFor(
          received('2026-03-02').does('fee.noticed', '2026-03-03').does('fee.paid', '2026-03-04'),
          'fee.noticed',
          '2026-03-05',
          { basis: 'item', quantity: 1, yuan: 100 },
        ),
      () =>
        refusedFor(
          received('2026-03-02').does('fee.noticed', '2026-03-03').does('fee.paid', '2026-03-04'),
          'fee.noticed',
          '2026-03-05',
        ),
    ],
    [
      'serviceKnown',
      'serviceUnknown:how',
      () =>
        refusedFor(received('2026-03-02').does('reply.issued', '2026-03-03'), 'reply.served', '2026-03-03', {
          how: 'unrecorded',
        }),
      () =>
        refusedFor(
          received('2026-03-02').does('reply.issued', '2026-03-03'),
          'reply.served',
          '2026-03-03',
          { how: 'unrecorded' },
          { by: ledger },
        ),
    ],
  ]);
});
