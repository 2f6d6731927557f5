import type { NoticedDay } from '../domain/time/holiday-notice.js';
import { addDays, chinese, type LocalDate } from '../domain/time/local-date.js';

/** One festival of a notice, as a page shows it. */
export interface ShownArrangement {
  readonly name: string;
  /** 1月1日至3日（共3天）; '' without days off. */
  readonly off: string;
  /** 1月4日、2月28日; '' without make-up days. */
  readonly work: string;
}

/** The festivals of a notice in its order. */
export function shownArrangements(days: readonly NoticedDay[]): ShownArrangement[] {
  const names = [...new Set(days.map(({ name }) => name))];
  return names.map((name) => {
    const own = days.filter((day) => day.name === name);
    const off = own.filter((day) => day.off).map(({ on }) => on);
    return {
      name,
      off: off.length > 0 ? `${spansSaid(off)}（共${off.length}天）` : '',
      work: spansSaid(own.filter((day) => !day.off).map(({ on }) => on)),
    };
  });
}

/** 2027年1月1日至3日、2027年5月1日. */
function spansSaid(days: readonly LocalDate[]): string {
  const sorted = [...days].sort();
  const spans: [LocalDate, LocalDate][] = [];
  for (const on of sorted) {
    const last = spans.at(-1);
    if (last && addDays(last[1], 1) === on) last[1] = on;
    else spans.push([on, on]);
  }
  return spans.map(([from, through]) => spanSaid(from, through)).join('、');
}

/** Year and month are said again only where they change. */
function spanSaid(from: LocalDate, through: LocalDate): string {
  if (from === through) return chinese(from);
  const known =
    from.slice(0, 7) === through.slice(0, 7)
      ? /^.*月/
      : from.slice(0, 4) === through.slice(0, 4)
        ? /^.*年/
        : /^/;
  return `${chinese(from)}至${chinese(through).replace(known, '')}`;
}
