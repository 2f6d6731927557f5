import { readAct } from '../../../src/domain/acts/acts.js';
import { silenceOf } from '../../../src/domain/acts/handling-acts.js';
import { printCitation } from '../../../src/domain/law/citation.js';
import { holdEdges, periodLine, rowOf } from '../../support/edges.js';
import { type PaperCase, received } from '../../support/paper-case.js';
import { flaggedFor, refusedFor } from '../../support/trials.js';

const asked = (consultee: string, id = '1'): PaperCase =>
  received('2026-03-02').does('opinion.sought', '2026-03-05', { id, consultee, deliveredOn: '2026-03-06' });
const corrected = (on: string): PaperCase =>
  received('2026-03-02').does('correction.required', on, { until: '2026-03-20' });

describe('edge cases: correction (条例第三十条)', () => {
  holdEdges([
    [
      'E5',
      '条例30',
      'after the correction twenty whole days, not the rest of the first ones',
      () => {
        const file = received('2026-02-10')
          .does('correction.required', '2026-02-26', { until: '2026-03-12' })
          .does('correction.received', '2026-03-10');
        return [file.flaws, periodLine(file, 'reply').split(' ')[1], file.replyDueOn];
      },
      [[], 'superseded', '2026-04-08'],
    ],
    [
      'E5',
      '条例30',
      'told on the eighth day: recorded with a flaw, and the first clock runs on',
      () => [
        flaggedFor(received('2026-03-02'), 'correction.required', '2026-03-12', { until: '2026-03-20' }),
        corrected('2026-03-12').does('correction.received', '2026-03-18').replyDueOn,
      ],
      [['correctionLate'], '2026-03-30'],
    ],
    [
      'E5',
      '条例30',
      'told a second time: a flaw',
      () => {
        const again = received('2026-03-02')
          .does('correction.required', '2026-03-04', { until: '2026-03-20' })
          .does('correction.received', '2026-03-05');
        return flaggedFor(again, 'correction.required', '2026-03-06', { until: '2026-03-27' });
      },
      ['correctionTwice'],
    ],
    [
      'E6',
      '条例30, 表三(六)1',
      'not corrected in time: given up by law, on the last day of the period',
      () => {
        const file = corrected('2026-03-10').lapse('2026-03-21');
        return [file.standing.state, rowOf(file), file.reading().reply?.ended];
      },
      ['replied.discontinued|none', 'notCorrected', { on: '2026-03-20', how: 'spared' }],
    ],
    [
      'E6',
      '条例30, 表三(四)3',
      'corrected but still unclear: a reply of its own in another row, and never without a correction before',
      () => {
        const unclear = { outcome: 'unclearAfterCorrection', reasons: '补正后仍无法确定指向的信息。' };
        return [
          rowOf(
            corrected('2026-03-10').does('correction.received', '2026-03-18').replies('2026-03-19', unclear),
          ),
          flaggedFor(received('2026-03-02'), 'reply.drafted', '2026-03-19', unclear),
        ];
      },
      ['unclearAfterCorrection', ['correctionAskedMissing']],
    ],
    [
      'E7',
      '条例30',
      'the period for the correction must be named, and after the notice',
      () => {
        const read = readAct('correction.required', { on: '2026-03-10', items: '请写明文号。' });
        return [
          'faults' in read && read.faults['until'],
          refusedFor(received('2026-03-02'), 'correction.required', '2026-03-10', { until: '2026-03-10' }),
        ];
      },
      ['请填写“补正期限”。', ['daysWithin:until']],
    ],
  ]);
});

describe('edge cases: consultation (条例第三十二条至第三十四条)', () => {
  holdEdges([
    [
      'E8',
      '条例32、34',
      'silence of a third party leaves the office to decide; silence of a co-producer is consent',
      () =>
        (['thirdParty', 'coProducer', 'agency'] as const).map(
          (who) => `${silenceOf[who].means} ${printCitation(silenceOf[who].article)}`,
        ),
      [
        'officeDecides 《条例》第三十二条',
        'consent 《条例》第三十四条',
        'officeDecides 《条例》第三十三条第三款',
      ],
    ],
    [
      'E8',
      '条例32',
      'a third party that was silent bars neither refusal nor disclosure',
      () => {
        const silent = (): PaperCase => asked('thirdParty').lapse('2026-03-28');
        const refusal = { outcome: 'thirdPartyRights', reasons: '含第三方商业秘密，公开会损害其合法权益。' };
        return [silent().replies('2026-03-30', refusal).flaws, silent().replies('2026-03-30').flaws];
      },
      [[], []],
    ],
    [
      'E8',
      '条例32',
      'refused for a third party who was never asked: a flaw',
      () =>
        flaggedFor(received('2026-03-02'), 'reply.drafted', '2026-03-10', {
          outcome: 'thirdPartyRights',
          reasons: '含第三方商业秘密。',
        }),
      ['thirdPartyAskedMissing'],
    ],
    [
      'E9',
      '条例33(3)',
      'the days after sending up to the answer are left out; two consultations that overlap, once',
      () => {
        const one = asked('agency').does('opinion.received', '2026-03-18', { id: '1' });
        const first = one.replyDueOn;
        one
          .does('opinion.sought', '2026-03-10', {
            id: '2',
            consultee: 'thirdParty',
            deliveredOn: '2026-03-10',
          })
          .does('opinion.received', '2026-03-24', { id: '2' });
        return [first, one.replyDueOn];
      },
      ['2026-04-13', '2026-04-17'],
    ],
    [
      'E9',
      '条例33(3)',
      'nothing is left out, and nobody chased, once the office has gone on without the answer',
      () => {
        const open = (): PaperCase => asked('thirdParty');
        const on = '2026-03-12';
        const ended = (file: PaperCase): string => file.period('opinion:1').ended?.how ?? 'runs';
        const withdrawn = open().does('application.withdrawn', on);
        const replied = open().replies(on).does('reply.served', '2026-03-31');
        return [ended(open()), ended(withdrawn), ended(replied), replied.replyDueOn];
      },
      // Sent on 5 March, replied on the 12th: five working days are out, not the fifteen of the third party.
      ['runs', 'spared', 'spared', '2026-04-07'],
    ],
    [
      'E10',
      '条例33(3)、34',
      'the time of a co-producer is left out as a third party’s is, at most fifteen working days from delivery',
      () =>
        (['coProducer', 'agency', 'thirdParty'] as const).map(
          (who) => asked(who).lapse('2026-03-28').replyDueOn,
        ),
      ['2026-04-22', '2026-04-22', '2026-04-22'],
    ],
    [
      'E11',
      '条例17、33(3)',
      'the time of a secrecy review is not left out: nothing but a consultation is',
      () => {
        const file = received('2026-03-02')
          .does('reply.drafted', '2026-03-10')
          .does('reply.reviewed', '2026-03-24', { passed: 'no', comment: '报保密行政管理部门确定。' });
        return [file.replyDueOn, file.period('reply').excluded];
      },
      ['2026-03-30', []],
    ],
    [
      'E17',
      '14号',
      'after a reorganisation whoever received it handles it: may ask the agency that took over, or name it',
      () => [
        asked('successor')
          .does('opinion.received', '2026-03-18', { id: '1', view: 'agrees' })
          .replies('2026-03-20').flaws,
        asked('successor').does('opinion.received', '2026-03-18', { id: '1' }).replyDueOn,
        printCitation(silenceOf.successor.article),
        rowOf(received('2026-03-02').does('transfer.noticed', '2026-03-06')),
        refusedFor(received('2026-03-02'), 'application.closed', '2026-03-06'),
      ],
      [[], '2026-04-13', '国办公开办函〔2019〕14号', 'notHeld', ['notNow']],
    ],
  ]);
});
