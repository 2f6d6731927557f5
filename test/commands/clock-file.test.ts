import { expect } from 'chai';
import { ClockFileFault, answerClockFile } from '../../src/commands/clock-file.js';
import { officialNotices } from '../../src/domain/time/notices.js';
import { WorkCalendar } from '../../src/domain/time/work-calendar.js';

const calendar = WorkCalendar.from(officialNotices);
const answered = (file: unknown) =>
  answerClockFile(typeof file === 'string' ? file : JSON.stringify(file), calendar);
const scenario = (more: object) => ({ scenarios: [{ id: 's', receivedOn: '2024-02-05', ...more }] });
/** What law.md reckons for a receipt on 2024-02-05. */
const untouched = { id: 's', correctionNoticeDueOn: '2024-02-20', replyDueOn: '2024-03-08' };

describe('a file of histories from elsewhere', () => {
  const sameAsUntouched: readonly (readonly [string, unknown])[] = [
    ['without acts', scenario({})],
    ['with null for its acts', scenario({ acts: null })],
    [
      'with fields that nobody knows',
      { ...scenario({ acts: [], note: { a: [1] }, expect: null }), version: 3 },
    ],
    ['with a mark at its head', `\uFEFF${JSON.stringify(scenario({ acts: [] }))}`],
    ['with a day as people write it', scenario({ receivedOn: '2024年2月5日' })],
    [
      'with an act that moves nothing',
      scenario({ acts: [{ act: 'application.registered', on: '2024-02-06' }] }),
    ],
  ];
  for (const [what, file] of sameAsUntouched)
    it(`${what} is answered`, () => {
      expect(answered(file)).to.deep.equal({ scenarios: [untouched], periods: [] });
    });

  it('has its entries named as it names them', () => {
    const { scenarios } = answered({
      scenarios: [{ id: 7, receivedOn: '2024-02-05' }, { receivedOn: '2024-02-05' }],
      periods: null,
    });
    expect(scenarios.map(({ id }) => id)).to.deep.equal([7, null]);
  });

  it('may leave empty what does not move the clock', () => {
    const sought = { act: 'opinion.sought', on: '2024-02-06', id: 'c1', consultee: 'agency' };
    const received = { act: 'opinion.received', on: '2024-02-20', id: 'c1' };
    const empty = { deliveredOn: null, name: '', summary: null };
    expect(answered(scenario({ acts: [received, { ...sought, ...empty }] }))).to.deep.equal(
      answered(scenario({ acts: [sought, received] })),
    );
  });

  it('that extends by more than the law allows is answered with what the law allows', () => {
    const extended = (workdays: number) =>
      answered(scenario({ acts: [{ act: 'period.extended', on: '2024-02-20', workdays }] }));
    expect(extended(21)).to.deep.equal(extended(20)).and.not.deep.equal(extended(19));
  });

  const refused: readonly (readonly [string, unknown, RegExp])[] = [
    ['one history instead of a list', { id: 's', receivedOn: '2024-02-05', acts: [] }, /含数组 scenarios/],
    ['a bare list', [{ id: 's', receivedOn: '2024-02-05' }], /含数组 scenarios/],
    ['an object in the place of the list', { scenarios: { id: 's' } }, /scenarios：应为由对象组成的数组/],
    ['a history without its day', { scenarios: [{ id: 'x', acts: [] }] }, /（x） 的 receivedOn：没有填写/],
    ['a day that does not exist', scenario({ receivedOn: '2024-02-30' }), /不是存在的日期/],
    [
      'a day beyond the calendar',
      scenario({ receivedOn: '9999-12-31' }),
      /第 1 项（s）：9999年.*超出工作日历/,
    ],
    [
      'an act that nobody knows',
      scenario({ acts: [{ act: '__proto__', on: '2024-02-06' }] }),
      /没有“__proto__”/,
    ],
    ['an act without its day', scenario({ acts: [{ act: 'fee.paid' }] }), /第 1 个行为 的 on：没有填写/],
    [
      'an extension by nobody knows how much',
      scenario({ acts: [{ act: 'period.extended', on: '2024-02-20', workdays: null }] }),
      /第 1 个行为 的 workdays：请填写/,
    ],
    [
      'a period that nobody knows',
      { periods: [{ id: 'p', period: 'constructor', from: '2024-02-05' }] },
      /没有“constructor”/,
    ],
    [
      'a period that no statute then had',
      { periods: [{ id: 'p', period: 'reconsideration.reply.simplified', from: '2023-02-05' }] },
      /时法律尚无/,
    ],
    [
      'a name that is none',
      { periods: [{ id: {}, period: 'fee.payment', from: '2024-02-05' }] },
      /id：应为文字或数字/,
    ],
    ['no JSON', '{"scenarios": [', /不是完整的 JSON/],
  ];
  for (const [what, file, says] of refused)
    it(`is refused in a sentence: ${what}`, () => {
      expect(() => answered(file)).to.throw(ClockFileFault, says);
    });
});
