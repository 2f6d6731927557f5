import { statutoryHolidays, statutorySource } from './festivals.js';
import type { HolidayNotice } from './holiday-notice.js';
import {
  chinese,
  fromDayNumber,
  localDate,
  toDayNumber,
  weekdayOfNumber,
  yearOf,
  type LocalDate,
} from './local-date.js';

/** What a day is: two kinds of working day (工作日) and two kinds of rest day (休息日、节假日). */
export type DayKind = 'workday' | 'makeUpWorkday' | 'weekend' | 'holiday';

/** What a day is, and who says so. */
export interface DescribedDay {
  readonly kind: DayKind;
  /** The festival the day belongs to, when it is set apart by a notice or by statute. */
  readonly name?: string;
  /** The notice, or the statute where no notice has come yet. */
  readonly source?: string;
  /** 暂定: the notice of that year has not come yet. */
  readonly provisional: boolean;
}

interface Ruling {
  readonly name: string;
  readonly source: string;
  readonly official: boolean;
}

/** The first day the calendar knows. */
export const calendarFrom = localDate('2010-01-01');
/** The last day the calendar knows. */
export const calendarThrough = localDate('2040-12-31');

const ORIGIN = toDayNumber(calendarFrom);
const LENGTH = toDayNumber(calendarThrough) - ORIGIN + 1;
const KINDS = ['workday', 'makeUpWorkday', 'weekend', 'holiday'] as const;
const WORKDAY = 0;
const MAKE_UP = 1;
const WEEKEND = 2;
const HOLIDAY = 3;

/**
 * Which days are working days (工作日), by the holiday notices of the 国务院办公厅.
 * Immutable. Covers {@link calendarFrom} to {@link calendarThrough}; every method throws
 * RangeError for days outside. A year without its notice follows the week and
 * 《全国年节及纪念日放假办法》 and is 暂定.
 */
export class WorkCalendar {
  /** The last year with a notice; earlier years may still lack theirs. 0 when there is none. */
  readonly noticedThrough: number;

  readonly #years: ReadonlySet<number>;
  readonly #kinds = new Uint8Array(LENGTH);
  readonly #rulings = new Map<number, Ruling>();
  /** Working days on or before the day, by place of the day. */
  readonly #upTo = new Uint16Array(LENGTH);
  /** Place of the n-th working day; place 0 is unused. */
  readonly #places: Uint16Array;

  /** Builds the calendar. Of two notices for one day the later in year, then in order, wins. */
  static from(notices: readonly HolidayNotice[]): WorkCalendar {
    return new WorkCalendar(notices);
  }

  private constructor(notices: readonly HolidayNotice[]) {
    this.#years = new Set(notices.map((notice) => notice.year));
    this.noticedThrough = Math.max(0, ...this.#years);
    this.#layWeeks();
    this.#layStatute();
    for (const notice of [...notices].sort((a, b) => a.year - b.year)) this.#layNotice(notice);
    this.#places = this.#count();
  }

  kindOf(d: LocalDate): DayKind {
    return kindAt(this.#kinds[placeOf(d)]);
  }

  describe(d: LocalDate): DescribedDay {
    const ruling = this.#rulings.get(placeOf(d));
    return {
      kind: this.kindOf(d),
      ...(ruling && { name: ruling.name, source: ruling.source }),
      provisional: this.isProvisional(d),
    };
  }

  /** True for 工作日, make-up days (调休上班) among them. */
  isWorkday(d: LocalDate): boolean {
    return isWork(this.#kinds[placeOf(d)]);
  }

  /** 暂定: neither the notice of the day's year nor any other has fixed it. */
  isProvisional(d: LocalDate): boolean {
    const place = placeOf(d);
    return !this.#years.has(yearOf(d)) && this.#rulings.get(place)?.official !== true;
  }

  /** Number of working days from {@link calendarFrom} through `d`. */
  workdayIndex(d: LocalDate): number {
    return this.#upTo[placeOf(d)] ?? 0;
  }

  /** The working day whose {@link workdayIndex} is `index`, counted from 1. */
  nthWorkday(index: number): LocalDate {
    const place = index >= 1 ? this.#places[index] : undefined;
    if (place === undefined) {
      throw new RangeError(`所求工作日${OUTSIDE}`);
    }
    return fromDayNumber(ORIGIN + place);
  }

  /** Number of working days in (afterExclusive, throughInclusive]; 0 when that is empty. */
  workdaysIn(afterExclusive: LocalDate, throughInclusive: LocalDate): number {
    return Math.max(0, this.workdayIndex(throughInclusive) - this.workdayIndex(afterExclusive));
  }

  /** Working days from a day to a last day; once that has passed, how many late, as a negative number and never 0. */
  workdaysLeft(on: LocalDate, dueOn: LocalDate): number {
    return on > dueOn ? -(this.workdaysIn(dueOn, on) || 1) : this.workdaysIn(on, dueOn);
  }

  #layWeeks(): void {
    for (let place = 0; place < LENGTH; place++) {
      this.#kinds[place] = weekdayOfNumber(ORIGIN + place) > 5 ? WEEKEND : WORKDAY;
    }
  }

  #layStatute(): void {
    for (const { on, name } of statutoryHolidays) {
      if (this.#years.has(yearOf(on))) continue;
      const place = placeOf(on);
      const other = this.#rulings.get(place);
      this.#kinds[place] = HOLIDAY;
      this.#rulings.set(place, {
        name: other ? `${other.name}、${name}` : name,
        source: statutorySource,
        official: false,
      });
    }
  }

  #layNotice(notice: HolidayNotice): void {
    for (const { on, name, off } of notice.days) {
      // The notice of 2010 may speak of the December before the calendar begins.
      if (on < calendarFrom || on > calendarThrough) continue;
      const place = placeOf(on);
      const restsByWeek = weekdayOfNumber(ORIGIN + place) > 5;
      this.#kinds[place] = off ? HOLIDAY : restsByWeek ? MAKE_UP : WORKDAY;
      this.#rulings.set(place, { name, source: notice.source, official: true });
    }
  }

  #count(): Uint16Array {
    const places = [0];
    for (let place = 0; place < LENGTH; place++) {
      if (isWork(this.#kinds[place])) places.push(place);
      this.#upTo[place] = places.length - 1;
    }
    return Uint16Array.from(places);
  }
}

const OUTSIDE =
  `超出工作日历的范围（${chinese(calendarFrom)}至${chinese(calendarThrough)}），` + '请核对日期。';

function placeOf(d: LocalDate): number {
  const place = toDayNumber(d) - ORIGIN;
  if (!(place >= 0 && place < LENGTH)) throw new RangeError(`${chinese(d)}${OUTSIDE}`);
  return place;
}

function isWork(code: number | undefined): boolean {
  return code === WORKDAY || code === MAKE_UP;
}

function kindAt(code: number | undefined): DayKind {
  return KINDS[code ?? WORKDAY] ?? 'workday';
}
