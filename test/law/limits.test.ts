import { expect } from 'chai';
import { type LimitId, limitOn, limits, printLimit } from '../../src/domain/clock/limits.js';
import { localDate } from '../../src/domain/time/local-date.js';

const OLD = '2023-12-31';
const NEW = '2024-01-01';

/** Every period of 复议 and 诉讼, on the last day of the old 行政复议法 and the first of the new: as a jurist reads it. */
const periods: readonly (readonly [LimitId, string, string])[] = [
  [
    'reconsideration.application',
    '60日（《行政复议法（2017年修正）》第九条第一款）',
    '60日（《行政复议法》第二十条第一款）',
  ],
  ['reconsideration.application.untold', '', '12个月（《行政复议法》第二十条第三款）'],
  ['reconsideration.cap', '', '60个月（《行政复议法》第二十一条）'],
  [
    'reconsideration.silence',
    '60日（《行政复议法实施条例》第十六条第一款第（一）项）',
    '60日（《行政复议法实施条例》第十六条第一款第（一）项）',
  ],
  [
    'reconsideration.review',
    '5个工作日（《行政复议法（2017年修正）》第十七条第一款）',
    '5个工作日（《行政复议法》第三十条第一款）',
  ],
  [
    'reconsideration.reply.ordinary',
    '10日（《行政复议法（2017年修正）》第二十三条第一款）',
    '10个工作日（《行政复议法》第四十八条）',
  ],
  ['reconsideration.reply.simplified', '', '5个工作日（《行政复议法》第五十四条）'],
  [
    'reconsideration.decision.ordinary',
    '60日（《行政复议法（2017年修正）》第三十一条第一款）',
    '60日（《行政复议法》第六十二条第一款）',
  ],
  [
    'reconsideration.decision.extension',
    '30日（《行政复议法（2017年修正）》第三十一条第一款）',
    '30日（《行政复议法》第六十二条第一款）',
  ],
  ['reconsideration.decision.simplified', '', '30日（《行政复议法》第六十二条第二款）'],
  ...(
    [
      ['litigation.afterReconsideration', '15日（《行政诉讼法》第四十五条）'],
      ['litigation.overdueReconsideration', '15日（《行政诉讼法》第四十五条）'],
      ['litigation.direct', '6个月（《行政诉讼法》第四十六条第一款）'],
      ['litigation.direct.untold', '12个月（法释〔2018〕1号第六十四条）'],
      ['litigation.afterReconsideration.untold', '12个月（法释〔2018〕1号第六十四条第二款）'],
      ['litigation.cap', '60个月（《行政诉讼法》第四十六条第二款）'],
      ['litigation.silence', '6个月（法释〔2018〕1号第六十六条）'],
      ['litigation.answer', '15日（《行政诉讼法》第六十七条第一款）'],
      ['litigation.firstInstance', '6个月（《行政诉讼法》第八十一条）'],
      ['litigation.firstInstance.simplified', '45日（《行政诉讼法》第八十三条）'],
      ['litigation.secondInstance', '3个月（《行政诉讼法》第八十八条）'],
      ['litigation.appealAnswer', '15日（法释〔2018〕1号第一百零八条）'],
      ['litigation.retrialApplication', '6个月（法释〔2018〕1号第一百一十条）'],
      ['litigation.retrialReview', '6个月（法释〔2018〕1号第一百一十二条）'],
      ['litigation.retrialAnswer', '15日（法释〔2018〕1号第一百一十一条）'],
      ['appeal.judgment', '15日（《行政诉讼法》第八十五条）'],
      ['appeal.ruling', '10日（《行政诉讼法》第八十五条）'],
    ] as const
  ).map(([id, says]) => [id, says, says] as const),
];

describe('the periods of 复议 and 诉讼 under both versions of the statute', () => {
  const printed = (id: LimitId, on: string): string => {
    const limit = limitOn(id, localDate(on));
    return limit ? printLimit(limit) : '';
  };

  for (const [id, old, present] of periods)
    it(`${id}: ${old || '没有'}; since 2024 ${present}`, () => {
      expect([printed(id, OLD), printed(id, NEW)]).to.deep.equal([old, present]);
    });

  it('are all in the table', () => {
    const known = (Object.keys(limits) as LimitId[]).filter((id) =>
      /^(reconsideration|litigation|appeal)\./.test(id),
    );
    expect(periods.map(([id]) => id)).to.have.members(known);
  });
});
