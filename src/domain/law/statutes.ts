import { type LocalDate, localDate } from '../time/local-date.js';

/** One version of a law, regulation, interpretation or official reply. `until` is its last day in force. */
export interface Statute {
  readonly title: string;
  readonly short: string;
  readonly from: LocalDate;
  readonly until?: LocalDate;
}

const statute = (title: string, short: string, from: string, until?: string): Statute => ({
  title,
  short,
  from: localDate(from),
  ...(until ? { until: localDate(until) } : {}),
});

/** Every source that the system cites, each version apart. */
export const statutes = {
  disclosure: statute('中华人民共和国政府信息公开条例（2019年修订）', '条例', '2019-05-15'),
  disclosure2007: statute(
    '中华人民共和国政府信息公开条例（2007年）',
    '2007年条例',
    '2008-05-01',
    '2019-05-14',
  ),
  reconsideration: statute('中华人民共和国行政复议法（2023年修订）', '行政复议法', '2024-01-01'),
  reconsideration2017: statute(
    '中华人民共和国行政复议法（2017年修正）',
    '行政复议法（2017年修正）',
    '1999-10-01',
    '2023-12-31',
  ),
  reconsiderationRules: statute('中华人民共和国行政复议法实施条例', '行政复议法实施条例', '2007-08-01'),
  litigation: statute('中华人民共和国行政诉讼法（2017年修正）', '行政诉讼法', '2017-07-01'),
  civilProcedure: statute('中华人民共和国民事诉讼法（2023年修正）', '民事诉讼法', '2024-01-01'),
  civilProcedure2021: statute(
    '中华人民共和国民事诉讼法（2021年修正）',
    '民事诉讼法（2021年修正）',
    '2022-01-01',
    '2023-12-31',
  ),
  civilProcedure2017: statute(
    '中华人民共和国民事诉讼法（2017年修正）',
    '民事诉讼法（2017年修正）',
    '2017-07-01',
    '2021-12-31',
  ),
  postal: statute('中华人民共和国邮政法', '邮政法', '2009-10-01'),
  civilCode: statute('中华人民共和国民法典', '民法典', '2021-01-01'),
  interpretation2018: statute(
    '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释（法释〔2018〕1号）',
    '法释〔2018〕1号',
    '2018-02-08',
  ),
  interpretation2011: statute(
    '最高人民法院关于审理政府信息公开行政案件若干问题的规定（法释〔2011〕17号）',
    '法释〔2011〕17号',
    '2011-08-13',
    '2025-05-31',
  ),
  interpretation2025: statute(
    '最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释（法释〔2025〕8号）',
    '法释〔2025〕8号',
    '2025-06-01',
  ),
  holidays: statute('全国年节及纪念日放假办法', '放假办法', '2024-11-10'),
  feeMeasures: statute(
    '政府信息公开信息处理费管理办法（国办函〔2020〕109号）',
    '国办函〔2020〕109号',
    '2021-01-01',
  ),
  receiptReply: statute('国办公开办函〔2015〕207号', '国办公开办函〔2015〕207号', '2015-01-01'),
  serviceReply: statute('国办公开办函〔2016〕235号', '国办公开办函〔2016〕235号', '2016-01-01'),
  reorganisationReply: statute('国办公开办函〔2019〕14号', '国办公开办函〔2019〕14号', '2019-01-01'),
  reportForm2019: statute(
    '政府信息公开工作年度报告格式（国办公开办函〔2019〕60号）',
    '国办公开办函〔2019〕60号',
    '2019-01-01',
    '2021-09-25',
  ),
  reportForm: statute(
    '政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）',
    '国办公开办函〔2021〕30号',
    '2021-09-26',
  ),
  coDefendantReply: statute('国办公开办函〔2016〕201号', '国办公开办函〔2016〕201号', '2016-01-01'),
  house: statute('本系统口径', '本系统口径', '2019-05-15'),
} as const;

export type StatuteId = keyof typeof statutes;

/** Whether the version was in force on that day. */
export function inForce(id: StatuteId, on: LocalDate): boolean {
  const { from, until }: Statute = statutes[id];
  return on >= from && (until === undefined || on <= until);
}

/** 行政复议法 by the day of the application for reconsideration (行政复议法第九十条; 本系统口径). */
export const reconsiderationStatuteOn = (appliedOn: LocalDate): 'reconsideration' | 'reconsideration2017' =>
  inForce('reconsideration', appliedOn) ? 'reconsideration' : 'reconsideration2017';
