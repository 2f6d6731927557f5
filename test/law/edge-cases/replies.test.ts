import { publicationDueOn } from '../../../src/domain/clock/publication.js';
import { addDays, localDate } from '../../../src/domain/time/local-date.js';
import { outcomeIds, outcomes } from '../../../src/domain/outcome/outcomes.js';
import { resultRows } from '../../../src/domain/outcome/rows.js';
import { replyKind, letterOf } from '../../../src/domain/letter/register.js';
import { holdEdges, rowOf } from '../../support/edges.js';
import { type PaperCase, calendar, received } from '../../support/paper-case.js';
import { flaggedFor, refusedFor } from '../../support/trials.js';

type Facts = Readonly<Record<string, unknown>>;

const drafting = (facts: Facts): string[] =>
  refusedFor(received('2026-03-02'), 'reply.drafted', '2026-03-10', facts);
const replied = (facts: Facts, how = 'counter'): PaperCase =>
  received('2026-03-02').replies('2026-03-30', facts).does('reply.served', '2026-03-30', { how });

describe('edge cases: the reply (条例第三十六条至第三十九条)', () => {
  holdEdges([
    [
      'E1',
      '条例39(1), 表三(五)1',
      'a petition in the guise of an application is told so in a reply with reasons, within the same days',
      () => [
        received('2026-03-02').replyDueOn,
        drafting({ outcome: 'petition', provided: '' }),
        rowOf(replied({ outcome: 'petition', reasons: '实为投诉举报。' })),
        outcomes.petition.letter,
      ],
      ['2026-03-30', ['factMissing:reasons'], 'petition', '政府信息公开申请不予处理告知书'],
    ],
    [
      'E16',
      '条例36(4)(5), 表三(四)1',
      'not held and not responsible are two replies in one row; the applicant is told, the case is not sent on',
      () => [
        drafting({ outcome: 'notHeld', provided: '', reasons: '未制作。' }),
        rowOf(replied({ outcome: 'notHeld', reasons: '未制作。', searched: '检索档案系统，无结果。' })),
        rowOf(replied({ outcome: 'notResponsible', reasons: '由水利局制作。' })),
        received('2026-03-02').does('transfer.noticed', '2026-03-06').standing.state,
      ],
      [
        ['searchedIn', 'searchedFor', 'searchedBy', 'searchedOn', 'searchedFound'].map(
          (fact) => `factMissing:${fact}`,
        ),
        'notHeld',
        'notHeld',
        'replied.issued|none',
      ],
    ],
    [
      'E18',
      '条例36(7)',
      'what has gone to the state archives is told to follow the law of archives, which must be named',
      () => [
        drafting({ outcome: 'specialRegister', provided: '', reasons: '已移交国家档案馆。' }),
        replied({
          outcome: 'specialRegister',
          reasons: '已移交国家档案馆。',
          basis: '《中华人民共和国档案法》第二十八条',
        }).flaws,
      ],
      [['factMissing:basis'], []],
    ],
    [
      'E19',
      '条例36(7), 表三(三)8',
      'a register with rules of its own counts among the refusals, yet reconsideration need not come first',
      () => [resultRows[outcomes.specialRegister.row].group, outcomes.specialRegister.remedy],
      ['refused', 'choice'],
    ],
    [
      'E32',
      '235号',
      'posted on the last day is in time; the applicant’s own periods run from his signature',
      () => {
        const file = received('2026-03-02')
          .replies('2026-03-30')
          .does('reply.served', '2026-03-30', { how: 'post', signedOn: '2026-04-02' });
        return [file.reading().reply?.ended?.how, file.period('window:reconsideration').startedOn];
      },
      ['met', '2026-04-02'],
    ],
    [
      'E32',
      '235号',
      'posted the day after is late; how it was served must be said',
      () => {
        const issued = (): PaperCase => received('2026-03-02').replies('2026-03-30');
        return [
          flaggedFor(issued(), 'reply.served', '2026-03-31', { how: 'post' }),
          refusedFor(issued(), 'reply.served', '2026-03-30', { how: 'unrecorded' }),
        ];
      },
      [['replyLate'], ['serviceUnknown:how']],
    ],
    [
      '重复',
      '条例36(六)',
      'a repeated application names the earlier reply',
      () => [
        drafting({ outcome: 'repeated', provided: '', reasons: '内容相同。' }),
        rowOf(
          replied({ outcome: 'repeated', reasons: '内容相同。', earlier: '某答〔2026〕1号（2026年1月5日）' }),
        ),
      ],
      [['factMissing:earlier'], 'repeated'],
    ],
    [
      'E38',
      '条例36(一)(二)',
      'already public or put online: done when the address is told; sent online it counts on that day',
      () => [
        drafting({ outcome: 'alreadyPublic', provided: '' }),
        replied({ outcome: 'alreadyPublic', provided: '见区政府网站“征地信息”栏目。' }, 'internet').reading()
          .reply?.ended,
      ],
      [['factMissing:provided'], { on: '2026-03-30', how: 'met' }],
    ],
    [
      'E34',
      '条例44、26',
      'taken up for publication: public within twenty working days of the decision',
      () => publicationDueOn(calendar, localDate('2026-09-20')),
      '2026-10-23',
    ],
    [
      'E33',
      '行复法65(2)(二)',
      'supplemented while a reconsideration is open: recorded, and the proceeding goes on',
      () => {
        const file = replied({})
          .does('reconsideration.accepted', '2026-04-10')
          .does('reply.supplemented', '2026-04-15');
        return [file.flaws, file.standing.state];
      },
      [[], 'replied.served|reconsideration'],
    ],
  ]);
});

describe('edge cases: the remedies that a reply names (行政复议法第二十条、第二十三条, 法释〔2025〕8号)', () => {
  const named = (id: (typeof outcomeIds)[number]): boolean =>
    letterOf(replyKind(id)).required.includes('remedies');
  holdEdges([
    [
      'E23',
      '行复法23(1)(四)',
      'reconsideration first for refusals under 14–16 alone: unable and declined go to court at once',
      () =>
        outcomeIds.filter(
          (id) =>
            outcomes[id].remedy === 'reconsiderationFirst' &&
            resultRows[outcomes[id].row].group !== 'refused',
        ),
      ['partial'],
    ],
    [
      'E24',
      '本系统口径',
      'a partial disclosure names reconsideration first, for its refused part',
      () => outcomes.partial.remedy,
      'reconsiderationFirst',
    ],
    [
      'E25',
      '行复法20(3)、23(2)',
      'no letter that can be turned against goes out without the remedies',
      () => outcomeIds.filter((id) => !named(id)),
      ['withdrawn'],
    ],
    [
      'E13',
      '民诉法85, 行复法20',
      'sixty days that end on a rest day or a holiday run to the next working day',
      () =>
        (['2025-12-03', '2026-08-02'] as const).map(
          (on) =>
            received(addDays(localDate(on), -10))
              .replies(on)
              .does('reply.served', on)
              .period('window:reconsideration').dueOn,
        ),
      ['2026-02-02', '2026-10-08'],
    ],
  ]);
});
