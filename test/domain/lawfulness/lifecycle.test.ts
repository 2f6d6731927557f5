import { type PaperCase, received } from '../../support/paper-case.js';
import { hold, refusedFor } from '../../support/trials.js';

const drafted = (outcome: object = {}): PaperCase =>
  received('2026-03-02').does('reply.drafted', '2026-03-09', { ...outcome });
const signed = (outcome: object = {}): PaperCase => drafted(outcome).does('reply.signed', '2026-03-09');
const toApplicant = { outcome: 'granted', provided: '复印件一份', onTheSpot: 'no' };

describe('what the lifecycle does not take', () => {
  hold([
    [
      'the lifecycle: issued without signature',
      'notSigned:outcome',
      () => refusedFor(drafted(), 'reply.issued', '2026-03-10', toApplicant),
      () => refusedFor(signed(), 'reply.issued', '2026-03-10', toApplicant),
    ],
    [
      'the lifecycle: issued other than signed',
      'notSigned:outcome',
      () => refusedFor(signed(), 'reply.issued', '2026-03-10', { ...toApplicant, outcome: 'alreadyPublic' }),
      () =>
        refusedFor(signed({ outcome: 'alreadyPublic' }), 'reply.issued', '2026-03-10', {
          ...toApplicant,
          outcome: 'alreadyPublic',
        }),
    ],
    [
      'the lifecycle: signed, then sent back',
      'notSigned:outcome',
      () =>
        refusedFor(
          signed().does('reply.reviewed', '2026-03-10', { passed: 'no' }),
          'reply.issued',
          '2026-03-10',
          toApplicant,
        ),
      () =>
        refusedFor(
          signed().does('reply.reviewed', '2026-03-10', { passed: 'yes' }),
          'reply.issued',
          '2026-03-10',
          toApplicant,
        ),
    ],
    [
      'the lifecycle: no longer handled, then something else said',
      'otherEnding:outcome',
      () =>
        refusedFor(
          received('2026-03-02').does('application.withdrawn', '2026-03-05'),
          'reply.issued',
          '2026-03-09',
        ),
      () =>
        refusedFor(
          received('2026-03-02').does('application.withdrawn', '2026-03-05'),
          'reply.issued',
          '2026-03-09',
          { outcome: 'withdrawn', onTheSpot: true },
        ),
    ],
    [
      'the lifecycle: no longer handled, then what was drafted before signed',
      'noDraft',
      () => refusedFor(drafted().does('application.withdrawn', '2026-03-10'), 'reply.signed', '2026-03-10'),
      () =>
        refusedFor(
          drafted()
            .does('application.withdrawn', '2026-03-10')
            .does('reply.drafted', '2026-03-10', { outcome: 'withdrawn' }),
          'reply.signed',
          '2026-03-10',
        ),
    ],
    [
      'the lifecycle: closed while an appeal is open',
      'pending',
      () =>
        refusedFor(
          received('2026-03-02')
            .does('reply.issued', '2026-03-03')
            .does('reply.served', '2026-03-03')
            .does('suit.served', '2026-04-01'),
          'application.closed',
          '2026-04-02',
        ),
      () =>
        refusedFor(
          received('2026-03-02').does('reply.issued', '2026-03-03').does('reply.served', '2026-03-03'),
          'application.closed',
          '2026-04-02',
        ),
    ],
  ]);
});
