import { limitOn } from '../../../src/domain/clock/limits.js';
import { localDate } from '../../../src/domain/time/local-date.js';
import { columnsOf, holdEdges } from '../../support/edges.js';
import { type PaperCase, received } from '../../support/paper-case.js';
import { flaggedFor, refusedFor } from '../../support/trials.js';

type Facts = Readonly<Record<string, unknown>>;

const refusal = { outcome: 'deliberative', reasons: '属于磋商信函。' };
const replied = (on: string, facts: Facts = {}): PaperCase =>
  received(on).replies(on, facts).does('reply.served', on);
const reviewed = (result: string, facts: Facts = refusal): PaperCase =>
  replied('2026-03-02', facts)
    .does('reconsideration.accepted', '2026-03-20')
    .does('reconsideration.decided', '2026-05-15', { result });

describe('edge cases: silence and orders to reply again (条例第五十一条, 行政复议法第六十四条)', () => {
  holdEdges([
    [
      'E22',
      '实施条例16, 法释18 66',
      'complained of from the day after the period, by either way; before it a flaw of the complaint',
      () => {
        const over = { over: 'silence' };
        return [
          flaggedFor(received('2026-03-02'), 'reconsideration.accepted', '2026-03-30', over),
          flaggedFor(received('2026-03-02'), 'reconsideration.accepted', '2026-03-31', over),
          flaggedFor(received('2026-03-02'), 'suit.served', '2026-03-31', over),
        ];
      },
      [['silenceTooEarly'], [], []],
    ],
    [
      'E22',
      '条例33',
      'the reply stays owed, and possible, while the complaint over silence is heard',
      () => {
        const file = received('2026-03-02').does('reconsideration.accepted', '2026-04-01', {
          over: 'silence',
        });
        return [file.reading('2026-04-02').reply?.state, file.replies('2026-04-03').standing.state];
      },
      ['overdue', 'replied.issued|reconsideration'],
    ],
    [
      'E26',
      '行复法64, 条例33',
      'revoked and ordered anew: the period that was set, else twenty working days from the receipt of the decision',
      () => [
        reviewed('revoked').does('redo.ordered', '2026-05-15').replyDueOn,
        reviewed('revoked').does('redo.ordered', '2026-05-15', { days: 30 }).replyDueOn,
      ],
      ['2026-06-12', '2026-06-15'],
    ],
    [
      'E26',
      '行复法64(2)',
      'the same result for the same reasons is a flaw',
      () => reviewed('revoked').does('redo.ordered', '2026-05-15').replies('2026-05-20', refusal).flaws,
      ['sameAgain'],
    ],
    [
      'E27',
      '行诉法70、72',
      'a court’s period stands as the judgment has it, and cannot be extended by the office',
      () => {
        const file = replied('2026-03-02')
          .does('suit.served', '2026-04-01')
          .does('suit.judged', '2026-06-10', { result: 'revoked' })
          .does('suit.appealed', '2026-06-20')
          .does('suit.finallyJudged', '2026-08-14', { result: 'revoked' })
          .does('redo.ordered', '2026-08-14', { id: '诉讼1', workdays: 15 });
        const due = file.replyDueOn;
        return [due, file.does('period.extended', '2026-08-17', { workdays: 5 }).flaws, file.replyDueOn];
      },
      ['2026-09-04', ['periodSetFromOutside'], '2026-09-04'],
    ],
  ]);
});

describe('edge cases: reconsideration and suit (行政复议法, 行政诉讼法)', () => {
  const sued = (file: PaperCase, route: string, facts: Facts = {}): PaperCase =>
    file.does('suit.served', '2026-05-25', { route, ...facts });
  const copy = (procedure: string): PaperCase =>
    replied('2026-03-02')
      .does('reconsideration.accepted', '2026-04-29')
      .does('reconsideration.copyReceived', '2026-05-06', { procedure });
  const old = (): PaperCase =>
    replied('2023-12-04').does('reconsideration.accepted', '2024-01-04', { appliedOn: '2023-12-29' });
  holdEdges([
    [
      'E23',
      '行复法23(1)(四)',
      'sued at once over a refusal: the suit passed over reconsideration; over another reply it did not',
      () => [
        flaggedFor(replied('2026-03-02', refusal), 'suit.served', '2026-04-01'),
        flaggedFor(replied('2026-03-02'), 'suit.served', '2026-04-01'),
      ],
      [['reconsiderationPassedOver'], []],
    ],
    [
      'E28',
      '行诉法26, 201号',
      'upheld, then sued with the organ as co-defendant: counts once, for the office',
      () => columnsOf(sued(reviewed('upheld'), 'afterReconsideration', { capacity: 'coDefendant' })),
      ['upheld', 'pending'],
    ],
    [
      'E28',
      '201号',
      'where the office only takes part as a third party it does not count',
      () => columnsOf(sued(reviewed('upheld'), 'afterReconsideration', { capacity: 'thirdParty' })),
      ['upheld', 'notCounted'],
    ],
    [
      'E29',
      '行复法34, 法释18 133',
      'not accepted or dismissed on procedure is no 维持: 其他结果, and the way to the court stays as it was',
      () => [
        columnsOf(reviewed('notAccepted')),
        columnsOf(reviewed('applicationRejected')),
        reviewed('applicationRejected', {}).period('window:suit').ended,
        reviewed('applicationRejected').period('window:suit:复议1').dueOn,
      ],
      [['other'], ['other'], undefined, '2026-06-01'],
    ],
    [
      'E30',
      '行复法48、54、70',
      'five working days in the simplified procedure, ten in the ordinary; later is as without evidence',
      () => [
        copy('simplified').period('answer:复议1').dueOn,
        copy('ordinary').period('answer:复议1').dueOn,
        flaggedFor(copy('simplified'), 'reconsideration.answered', '2026-05-13'),
        flaggedFor(copy('simplified'), 'reconsideration.answered', '2026-05-12'),
      ],
      ['2026-05-12', '2026-05-19', ['answerLate'], []],
    ],
    [
      'E31',
      '行复法30',
      'the organ has five working days to look at the application',
      () => {
        const { amount, unit } = limitOn('reconsideration.review', localDate('2026-03-02')) ?? {};
        return [amount, unit];
      },
      [5, 'workdays'],
    ],
    [
      'E36',
      '行复法90',
      'the day of the application chooses the statute: ten calendar days, and no simplified procedure yet',
      () => [
        old()
          .does('reconsideration.copyReceived', '2024-01-08', { procedure: 'ordinary' })
          .period('answer:复议1').dueOn,
        refusedFor(old(), 'reconsideration.copyReceived', '2024-01-08', { procedure: 'simplified' }),
      ],
      ['2024-01-18', ['noSimplifiedYet:procedure']],
    ],
  ]);
});
