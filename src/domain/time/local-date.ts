/**
 * A civil day without time or zone, written `YYYY-MM-DD`.
 * Two of them compare with `<` and `>`.
 */
export type LocalDate = string & { readonly __day: unique symbol };

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const WRITTEN = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;

/** Reads `YYYY-MM-DD`. Throws RangeError for another form or for a day that does not exist. */
export function localDate(text: string): LocalDate {
  const found = ISO.exec(text);
  const day = found && compose(Number(found[1]), Number(found[2]), Number(found[3]));
  if (!day) throw new RangeError(`“${text}”不是有效日期，请按 2026-03-06 的格式填写。`);
  return day;
}

/**
 * Reads a day as people write it: 2026-03-06, 2026/3/6, 2026.3.6, 2026年3月6日,
 * also in full-width characters. Undefined for anything else and for days that do not exist.
 */
export function parseLocalDate(text: string): LocalDate | undefined {
  // NFKC turns full-width digits and marks into the plain ones.
  const found = WRITTEN.exec(text.normalize('NFKC').trim());
  if (!found) return undefined;
  return compose(Number(found[1]), Number(found[3] ?? found[5]), Number(found[4] ?? found[6]));
}

/** Days since 1970-01-01; negative before it. */
export function toDayNumber(d: LocalDate): number {
  const { year, month, day } = partsOf(d);
  // The year is taken to begin in March, so that the leap day is its last.
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day that lies `n` days after 1970-01-01. Throws RangeError outside the years 1 to 9999. */
export function fromDayNumber(n: number): LocalDate {
  if (!Number.isInteger(n)) throw new RangeError(`天数应为整数，现为 ${n}。`);
  const shifted = n + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The day `n` calendar days (日) later; earlier when `n` is negative. */
export function addDays(d: LocalDate, n: number): LocalDate {
  return fromDayNumber(toDayNumber(d) + n);
}

/** The same day `n` months later, else the last day of that month (《民法典》第二百零二条). */
export function addMonths(d: LocalDate, n: number): LocalDate {
  const { year, month, day } = partsOf(d);
  const months = year * 12 + (month - 1) + n;
  const toYear = Math.floor(months / 12);
  const toMonth = months - toYear * 12 + 1;
  return dateOf(toYear, toMonth, Math.min(day, lengthOfMonth(toYear, toMonth)));
}

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return toDayNumber(b) - toDayNumber(a);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(d: LocalDate): number {
  return weekdayOfNumber(toDayNumber(d));
}

/** {@link weekday} of a day number. */
export function weekdayOfNumber(n: number): number {
  // 1970-01-01 was a Thursday.
  return ((((n + 3) % 7) + 7) % 7) + 1;
}

/** The day of that year, month (from 1) and day. Throws RangeError where there is none. */
export function dateOf(year: number, month: number, day: number): LocalDate {
  const made = compose(year, month, day);
  if (!made) throw new RangeError(`公元1年至9999年没有${year}年${month}月${day}日，请核对。`);
  return made;
}

/** 1 January of the year. */
export function firstDayOf(year: number): LocalDate {
  return dateOf(year, 1, 1);
}

/** 31 December of the year. */
export function lastDayOf(year: number): LocalDate {
  return dateOf(year, 12, 31);
}

/** The year of the day. */
export function yearOf(d: LocalDate): number {
  return Number(d.slice(0, 4));
}

/** The day as a letter shows it, months and days without leading zero: 2026年3月6日. */
export function chinese(d: LocalDate): string {
  const { year, month, day } = partsOf(d);
  return `${year}年${month}月${day}日`;
}

/** The later of the two. */
export function maxDate(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? b : a;
}

/** The earlier of the two. */
export function minDate(a: LocalDate, b: LocalDate): LocalDate {
  return b < a ? b : a;
}

function partsOf(d: LocalDate): { year: number; month: number; day: number } {
  return {
    year: Number(d.slice(0, 4)),
    month: Number(d.slice(5, 7)),
    day: Number(d.slice(8, 10)),
  };
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    return leap ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Undefined when there is no such day. */
function compose(year: number, month: number, day: number): LocalDate | undefined {
  if (!(year >= 1 && year <= 9999) || month < 1 || month > 12) return undefined;
  if (day < 1 || day > lengthOfMonth(year, month)) return undefined;
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return text as LocalDate;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
