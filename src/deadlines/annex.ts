import type { CaseFile } from '../casework/case-file.js';
import type { ReadPeriod } from '../domain/clock/period.js';
import type { ReportBlock, ReportDocument } from '../infrastructure/printing/report-blocks.js';
import { chineseDate } from '../web/words.js';
import { dayMarks, monthsOf, specialDays } from './day-marks.js';
import { periodAccount } from './period-account.js';

/** 期限计算说明: the ledger of a period as an annex to the file. */
export function annexOf(file: CaseFile, period: ReadPeriod): ReportDocument {
  const { application, calendar, office, on } = file;
  const account = periodAccount(file, period);
  const marks = dayMarks(period, calendar);
  const special = specialDays(period, calendar);
  return {
    title: `${account.name}计算说明`,
    subtitle: `${office.name}　${application.number}`,
    orientation: 'portrait',
    on,
    blocks: [
      {
        kind: 'keyValues',
        entries: [
          { name: '期限', value: `${account.name}（${account.article}）` },
          { name: '起算', value: `${account.startedOn}，${account.because}` },
          {
            name: '长度',
            value: account.terms.map(({ amount, why }) => `${why} ${amount}`).join('；') || '文书所定日期',
          },
          { name: '届满', value: `${chineseDate(period.dueOn)}${period.provisional ? '（暂定）' : ''}` },
          { name: '算法', value: account.sum },
          { name: '状态', value: account.state },
          ...(account.pendingOn ? [{ name: '可能变动', value: account.pendingOn }] : []),
        ],
      },
      {
        kind: 'calendarGrid',
        months: monthsOf(marks),
        days: marks.map(({ on: day, look, word }) => ({
          on: day,
          mark: look === 'rolled' ? ('rest' as const) : look,
          label: word,
        })),
      },
      ...exclusionTable(account),
      ...special.map((text): ReportBlock => ({ kind: 'note', text })),
      {
        kind: 'note',
        text: `制表日期：${chineseDate(on)}。起算当日不计入；工作日按国务院办公厅放假通知认定。`,
      },
    ],
  };
}

function exclusionTable({ exclusions, excludedInAll }: ReturnType<typeof periodAccount>): ReportBlock[] {
  if (exclusions.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: `不计入期限的日子（合计 ${excludedInAll} 个工作日，重叠的只扣一次）`,
      columns: [
        { heading: '事由', width: 2 },
        { heading: '自', width: 1.4 },
        { heading: '至', width: 1.4 },
        { heading: '工作日', width: 0.8, align: 'center' },
        { heading: '依据', width: 2 },
      ],
      rows: exclusions.map(({ why, from, to, workdays, article }) => [
        why,
        from,
        to,
        String(workdays),
        article,
      ]),
    },
  ];
}
