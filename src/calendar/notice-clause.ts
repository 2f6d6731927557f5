import {
  addDays,
  chinese,
  daysBetween,
  type LocalDate,
  parseLocalDate,
  weekday,
} from '../domain/time/local-date.js';

/** “1月1日（周四）至3日（周六）” 放假 “调休，共3天”. */
export interface Clause {
  /** What stands before the verb. */
  readonly days: string;
  /** 放假; else 上班. */
  readonly off: boolean;
  /** What follows it, up to the next verb. */
  readonly after: string;
}

const DAY = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?/g;
const THROUGH = /^(至|到|[-—–~]+)$/;
const AND = /^(、|和|及|与|,)$/;
/** Words that may stand before or after the days without arranging anything. */
const FILLER = /^(调休|公休|补休|不调休|与周末连休|全国|统一|照常|正常|共?\d+天|[,、:])*$/;
const LEADING = /^(调休|公休|补休|不调休|与周末连休|共?\d+天|[,、])+/;
const LONGEST_SPAN = 31;
const WEEKDAYS = '一二三四五六日';

const OTHER_WAY = '请核对原文，或者改用“逐日填写”。';

/** The days that a clause names, or what is wrong with it. */
export function readClause(clause: Clause, year: number): { days: LocalDate[] } | { fault: string } {
  const told = clause.days.replace(LEADING, '');
  const days: LocalDate[] = [];
  let last: { on: LocalDate; end: number } | undefined;
  for (const token of told.matchAll(DAY)) {
    const on = dayOf(token, year, last?.on);
    if (!on) return { fault: `中的“${token[0]}”不是存在的日期。${OTHER_WAY}` };
    const fault = weekdayFault(on, token[4]);
    if (fault) return { fault };
    const between = told.slice(last?.end ?? 0, token.index);
    if (!last && !FILLER.test(between)) return { fault: `读不懂“${between}”。${OTHER_WAY}` };
    if (last && THROUGH.test(between)) {
      const length = daysBetween(last.on, on);
      if (length < 1 || length > LONGEST_SPAN) return { fault: `中的起止日期前后不对。${OTHER_WAY}` };
      for (let one = addDays(last.on, 1); one <= on; one = addDays(one, 1)) days.push(one);
    } else if (!last || AND.test(between)) days.push(on);
    else return { fault: `读不懂“${between}”。${OTHER_WAY}` };
    last = { on, end: token.index + token[0].length };
  }
  const rest = told.slice(last?.end ?? 0);
  if (!last || !FILLER.test(rest)) return { fault: `读不懂“${rest}”。${OTHER_WAY}` };
  const stated = clause.off ? /^[^,]*?,?共?(\d+)天/.exec(clause.after)?.[1] : undefined;
  return stated !== undefined && Number(stated) !== days.length
    ? { fault: `写明共${stated}天，但起止日期有${days.length}天。${OTHER_WAY}` }
    : { days };
}

/** A day without its month lies in the month of the one before; one without its year in the year of the notice. */
function dayOf(token: RegExpExecArray, year: number, before: LocalDate | undefined): LocalDate | undefined {
  const [, ownYear, ownMonth, day] = token;
  if (ownMonth === undefined && before === undefined) return undefined;
  const month = ownMonth ?? before?.slice(5, 7);
  const inYear = ownYear ?? (ownMonth === undefined ? before?.slice(0, 4) : String(year));
  return parseLocalDate(`${inYear}年${Number(month)}月${Number(day)}日`);
}

function weekdayFault(on: LocalDate, remark: string | undefined): string | undefined {
  const stated = /(?:周|星期)([一二三四五六日天])/.exec(remark ?? '')?.[1]?.replace('天', '日');
  const real = WEEKDAYS[weekday(on) - 1];
  if (stated === undefined || stated === real) return undefined;
  return `写的是周${stated}，而${chinese(on)}是周${real}。请核对年份和日期。`;
}
