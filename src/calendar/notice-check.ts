import { statutoryHolidays } from '../domain/time/festivals.js';
import type { NoticedDay } from '../domain/time/holiday-notice.js';
import { chinese, type LocalDate, localDate, weekday, yearOf } from '../domain/time/local-date.js';
import { WorkCalendar } from '../domain/time/work-calendar.js';
import type { NoticeDraft } from './notice-draft.js';
import { belongsTo } from './notice-text.js';

/** The years whose notices can be loaded: this one, and the next, whose notice comes out late in the year before. */
export function arrangeableYears(today: LocalDate): number[] {
  return [yearOf(today) + 1, yearOf(today)];
}

/** Whether no notice for that year has come yet: the first must be whole, later ones may name single days. */
export function isFirstOf(year: number, calendar: WorkCalendar): boolean {
  return calendar.isProvisional(localDate(`${year}-06-30`));
}

/** Why a notice cannot be right, one sentence for each fault; none when it can. `calendar` is the one in force. */
export function noticeFaults(draft: NoticeDraft, calendar: WorkCalendar, today: LocalDate): string[] {
  const { year, days } = draft;
  if (!arrangeableYears(today).includes(year)) {
    return [
      `只能录入${arrangeableYears(today).join('年或')}年的通知：过去的年份已经定了，更远的还没有公布。`,
    ];
  }
  const faults = [...strayDays(year, days), ...doubledDays(days)];
  if (draft.source === '') faults.push('请填写通知的文号或网址，期限说明里要引用。');
  if (faults.length > 0) return faults;
  return isFirstOf(year, calendar) ? firstFaults(year, days) : laterFaults(days, calendar);
}

function strayDays(year: number, days: readonly NoticedDay[]): string[] {
  return days
    .filter(({ on }) => !belongsTo(year, on))
    .map(({ on, name }) => `“${name}”的${chinese(on)}不在${year}年。请核对年份。`);
}

function doubledDays(days: readonly NoticedDay[]): string[] {
  const seen = new Map<LocalDate, NoticedDay>();
  return days.flatMap((day) => {
    const other = seen.get(day.on);
    seen.set(day.on, day);
    if (!other) return [];
    const where = other.name === day.name ? `“${day.name}”` : `“${other.name}”和“${day.name}”`;
    const how = other.off === day.off ? '重复出现' : '既放假又上班';
    return [`${chinese(day.on)}在${where}中${how}。请只保留一处。`];
  });
}

/** The first notice of a year arranges every festival of the statute; what it leaves out would become a working day. */
function firstFaults(year: number, days: readonly NoticedDay[]): string[] {
  const off = new Set(days.filter((day) => day.off).map(({ on }) => on));
  const missing = statutoryHolidays.filter(({ on }) => yearOf(on) === year && !off.has(on));
  const needless = days.filter((day) => !day.off && weekday(day.on) <= 5);
  return [
    ...missing.map(
      ({ on, name }) =>
        `${year}年的第一份通知应当包括全年节日，现在缺少${name}（${chinese(on)}）。请补全后再提交。`,
    ),
    ...needless.map(({ on, name }) => `“${name}”的上班日${chinese(on)}不是周末，本来就要上班。请核对日期。`),
  ];
}

function laterFaults(days: readonly NoticedDay[], calendar: WorkCalendar): string[] {
  const changing = days.some(({ on, off }) => calendar.isWorkday(on) === off);
  return changing ? [] : ['这些日子的放假、上班与现有安排完全相同，不需要录入。'];
}
