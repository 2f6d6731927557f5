import { type LocalDate, fromDayNumber, parseLocalDate } from '../domain/time/local-date.js';

/** Day 0 of a workbook, as a day number: it holds 1900 for a leap year, so days before March 1900 would be one off. */
const WORKBOOK_EPOCH = -25_569;
/** 1990 to 2099: other numbers in a date column are no days. */
const SERIALS = { first: 32_874, last: 73_050 };

/** Signs that ledgers put where there is nothing to say. */
const NOTHING = /^([-—–―/\\]+|无|／)$/u;

/** Results of formulas that failed. */
const FORMULA_ERROR = /^#(REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM|SPILL|CALC)[!?]?$/i;

export const isFormulaError = (text: string): boolean => FORMULA_ERROR.test(text);

/** The text of a cell that may be left empty: a dash or 无 says that there is nothing. */
export const orNothing = (text: string): string => (NOTHING.test(text) ? '' : text);

/**
 * A day in any of the shapes found in ledgers: 2023-01-04, 2023/1/4, 2023.01.04, 2023年1月4日(号), 20230104,
 * the serial number of a workbook, with or without a time of midnight. Undefined for anything else.
 */
export function readDay(text: string): LocalDate | undefined {
  const written = text
    .normalize('NFKC')
    .replace(/[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '')
    .replace(/\s/g, '')
    .replace(/号$/, '日')
    .replace(/(月\d{1,2})$/, '$1日')
    .replace(/[—–－]/g, '-');
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(written);
  if (compact) return parseLocalDate(compact.slice(1).join('-'));
  if (/^\d{5}(\.\d+)?$/.test(written)) {
    const serial = Math.floor(Number(written));
    const known = serial >= SERIALS.first && serial <= SERIALS.last;
    return known ? fromDayNumber(serial + WORKBOOK_EPOCH) : undefined;
  }
  return parseLocalDate(written);
}

/** A whole number of working days: 20, ２０, 20.0, 20个工作日. Undefined for anything else. */
export function readWorkdays(text: string): number | undefined {
  const found = /^(\d{1,6})(?:\.0+)?(?:个?工作日|天)?$/.exec(text.normalize('NFKC').replace(/\s/g, ''));
  return found ? Number(found[1]) : undefined;
}
