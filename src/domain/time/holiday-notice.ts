import { addDays, localDate, type LocalDate } from './local-date.js';

/** One day that a notice sets apart from its weekday. */
export interface NoticedDay {
  readonly on: LocalDate;
  /** The festival it belongs to, e.g. 国庆节. */
  readonly name: string;
  /** True: 放假. False: 上班 (a make-up working day). */
  readonly off: boolean;
}

/** 国务院办公厅关于某年部分节假日安排的通知, or a later notice that changes it. */
export interface HolidayNotice {
  /** The year arranged. Its days may reach into the December before. */
  readonly year: number;
  /** 文号 where known, and the official address. */
  readonly source: string;
  readonly days: readonly NoticedDay[];
}

/**
 * A festival as a notice arranges it: name, days off, make-up working days.
 * Days off are `MM-DD` or `MM-DD..MM-DD`; several stand apart by a space, as do make-up days.
 * A day of another year is written in full.
 */
export type Arrangement = readonly [name: string, off: string, makeUp?: string];

/** Spells a notice out day by day. Throws RangeError when a day in it does not exist. */
export function arranged(year: number, source: string, arrangements: readonly Arrangement[]): HolidayNotice {
  const days = arrangements.flatMap(([name, off, makeUp]) => [
    ...spans(year, off).map((on) => ({ on, name, off: true })),
    ...spans(year, makeUp ?? '').map((on) => ({ on, name, off: false })),
  ]);
  return { year, source, days };
}

function spans(year: number, text: string): LocalDate[] {
  return text
    .split(' ')
    .filter(Boolean)
    .flatMap((span) => {
      const [from, through = from] = span.split('..');
      const days: LocalDate[] = [];
      const last = dayIn(year, through);
      for (let on = dayIn(year, from); on <= last; on = addDays(on, 1)) days.push(on);
      return days;
    });
}

function dayIn(year: number, text = ''): LocalDate {
  return localDate(text.length === 5 ? `${year}-${text}` : text);
}
