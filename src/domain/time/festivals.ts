import { addDays, localDate, type LocalDate } from './local-date.js';

/** A day off for all citizens by statute, before any notice arranges days around it. */
export interface StatutoryHoliday {
  readonly on: LocalDate;
  readonly name: string;
}

/** Where {@link statutoryHolidays} come from. */
export const statutorySource = '《全国年节及纪念日放假办法》（2024年修订）第二条';

/**
 * Year, 正月初一, 清明, 端午, 中秋. From 2025, when the 2024 revision first held for a whole year.
 * The dates follow from sun and moon; a test reckons them again.
 */
const MOVABLE: readonly (readonly [number, string, string, string, string])[] = [
  [2025, '01-29', '04-04', '05-31', '10-06'],
  [2026, '02-17', '04-05', '06-19', '09-25'],
  [2027, '02-06', '04-05', '06-09', '09-15'],
  [2028, '01-26', '04-04', '05-28', '10-03'],
  [2029, '02-13', '04-04', '06-16', '09-22'],
  [2030, '02-03', '04-05', '06-05', '09-12'],
  [2031, '01-23', '04-05', '06-24', '10-01'],
  [2032, '02-11', '04-04', '06-12', '09-19'],
  [2033, '01-31', '04-04', '06-01', '09-08'],
  [2034, '02-19', '04-05', '06-20', '09-27'],
  [2035, '02-08', '04-05', '06-10', '09-16'],
  [2036, '01-28', '04-04', '05-30', '10-04'],
  [2037, '02-15', '04-04', '06-18', '09-24'],
  [2038, '02-04', '04-05', '06-07', '09-13'],
  [2039, '01-24', '04-05', '05-27', '10-02'],
  [2040, '02-12', '04-04', '06-14', '09-20'],
];

/**
 * Days off for all citizens 2025–2040 (《放假办法》第二条): 元旦1日、春节4日（除夕至初三）、
 * 清明节1日、劳动节2日、端午节1日、中秋节1日、国庆节3日. Only for years whose notice has not come:
 * 补假 and 调休 (第六、七条) are for the notice to arrange. A day may stand twice (2031-10-01).
 */
export const statutoryHolidays: readonly StatutoryHoliday[] = MOVABLE.flatMap(
  ([year, newYear, qingming, duanwu, midAutumn]) => {
    const on = (monthDay: string) => localDate(`${year}-${monthDay}`);
    return [
      ...run('元旦', on('01-01'), 1),
      ...run('春节', addDays(on(newYear), -1), 4),
      ...run('清明节', on(qingming), 1),
      ...run('劳动节', on('05-01'), 2),
      ...run('端午节', on(duanwu), 1),
      ...run('中秋节', on(midAutumn), 1),
      ...run('国庆节', on('10-01'), 3),
    ];
  },
);

function run(name: string, from: LocalDate, days: number): StatutoryHoliday[] {
  return Array.from({ length: days }, (_, i) => ({ on: addDays(from, i), name }));
}
