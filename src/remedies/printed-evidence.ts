import type { CaseFile } from '../casework/case-file.js';
import { type RecordedAct, definitionOf } from '../domain/acts/acts.js';
import { type AccountedDay, accountOfPeriod } from '../domain/clock/account.js';
import { unitNames } from '../domain/clock/limits.js';
import { type Period, isReplyPeriod } from '../domain/clock/period.js';
import { printCitation } from '../domain/law/citation.js';
import { type LocalDate, addMonths, localDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import type {
  CalendarDay,
  CalendarMark,
  ReportBlock,
  ReportDocument,
} from '../infrastructure/printing/report-blocks.js';
import { recordedAct } from '../records/application/logs.js';
import { chineseDate, chineseTime } from '../web/words.js';
import { actSays, inOneLine } from './appeal-words.js';
import { saidOutside } from './deliberation.js';

/** Said of a line whose deliberation stays inside. */
const INSIDE = '（内部审核内容未列）';

/**
 * 办理记录: every act as it was recorded, corrections included, with its hash. What was deliberated inside the office
 * is left out unless the whole is asked for; that it is left out is said (docs/decisions/0039).
 */
export function recordReport(
  { application, office, log }: CaseFile,
  on: LocalDate,
  { whole }: { readonly whole: boolean },
): ReportDocument {
  const record = log.map(recordedAct);
  const says = (act: RecordedAct): string => {
    if (whole) return actSays(act, record);
    const { said, leftOut } = saidOutside(act, record);
    return inOneLine(said) + (leftOut ? INSIDE : '');
  };
  const note =
    '每条记录的校验值由其内容和前一条的校验值算出（SM3，GB/T 32905-2016）；改动任何一条，其后各条均不能通过核验。';
  const left =
    '拟稿、审核意见、签发意见和体检发现是本机关内部审议的内容，不是作出答复的证据和依据，本表未列；各条均在，校验值按原记录算出，原记录留存备查。';
  return {
    title: whole ? '办理记录（全文）' : '办理记录',
    subtitle: `${office.name}　申请 ${application.number}`,
    orientation: 'landscape',
    on,
    blocks: [
      {
        kind: 'table',
        columns: [
          { heading: '序号', width: 1, align: 'center' },
          { heading: '日期', width: 2.9 },
          { heading: '事项', width: 3 },
          { heading: '内容', width: 6.5 },
          { heading: '登记', width: 3 },
          { heading: '校验值（SM3）', width: 5 },
        ],
        rows: log.map((row) => [
          String(row.seq),
          chineseDate(row.on),
          definitionOf(row.type).name,
          says(recordedAct(row)),
          `${row.byName}\n${chineseTime(row.recordedAt)}`,
          row.hash,
        ]),
      },
      { kind: 'note', text: note },
      ...(whole ? [] : [{ kind: 'note', text: left } as const]),
    ],
  };
}

/** 期限账本: each run of the reply period, with every day from its start to its due day. */
export function deadlinesReport(file: CaseFile, on: LocalDate): ReportDocument {
  const { application, office, reading, calendar } = file;
  const periods = reading.periods.filter(isReplyPeriod);
  return {
    title: '期限账本',
    subtitle: `${office.name}　申请 ${application.number}`,
    orientation: 'portrait',
    on,
    blocks: periods.flatMap((period) => periodBlocks(period, calendar)),
  };
}

const endings = {
  met: '按期答复',
  late: '逾期答复',
  superseded: '重新起算，本段不再计算',
  lapsed: '期满',
  spared: '无需答复',
} as const;

function periodBlocks(period: Period, calendar: WorkCalendar): ReportBlock[] {
  const { name, because, startedOn, dueOn, terms, unit, article, ended, excluded, provisional } = period;
  const length = terms.map(({ amount, why }) => `${why} ${amount} ${unitNames[unit]}`).join('，');
  return [
    { kind: 'heading', level: 1, text: `${name}：${chineseDate(startedOn)} 至 ${chineseDate(dueOn)}` },
    {
      kind: 'keyValues',
      entries: [
        { name: '起算', value: because },
        { name: '期限', value: length || '限定的日期' },
        { name: '依据', value: printCitation(article) },
        { name: '届满', value: chineseDate(dueOn) + (provisional ? '（暂定）' : '') },
        ...excluded.map(({ after, through, why, article: place }) => ({
          name: '不计入',
          value: `${chineseDate(after)}（不含）至 ${chineseDate(through)}：${why}（${printCitation(place)}）`,
        })),
        { name: '结果', value: ended ? `${endings[ended.how]}（${chineseDate(ended.on)}）` : '尚未结束' },
      ],
    },
    calendarOf(accountOfPeriod(period, calendar), dueOn),
  ];
}

const marks: Readonly<Record<AccountedDay['mark'], CalendarMark>> = {
  start: 'start',
  counted: 'counted',
  rest: 'rest',
  excluded: 'excluded',
  rolled: 'rest',
};

function calendarOf(days: readonly AccountedDay[], dueOn: LocalDate): ReportBlock {
  const first = days[0]?.on ?? dueOn;
  const months: LocalDate[] = [];
  for (let month = localDate(`${first.slice(0, 7)}-01`); month <= dueOn; month = addMonths(month, 1))
    months.push(month);
  return {
    kind: 'calendarGrid',
    months,
    days: days.map(({ on, mark, n, day, extended }): CalendarDay => {
      const shown =
        on === dueOn
          ? 'due'
          : extended
            ? 'extended'
            : mark === 'counted' && day === 'makeUpWorkday'
              ? 'makeUp'
              : marks[mark];
      return { on, mark: shown, ...(n === undefined ? {} : { label: String(n) }) };
    }),
  };
}
