import type { SaxesTagPlain } from 'saxes';
import { readXml } from './reading-xml.js';

/** Which number formats of a workbook show a day, by the index that a cell names (ECMA-376 §18.8.30, §18.8.45). */
export type DayFormats = ReadonlySet<number>;

/** Built-in formats that show a day; 27–36 and 50–58 are those of the Chinese editions. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a format shows a year or a day of the month: quoted text, escaped signs, colours and locales aside. */
const showsDay = (code: string): boolean =>
  /[yd年日]/iu.test(code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, '')) && !/general/iu.test(code);

/** Reads xl/styles.xml. */
export function dayFormatsOf(xml: string): DayFormats {
  const own = new Map<number, string>();
  const days = new Set<number>();
  let cellFormats = false;
  let index = 0;
  const opened = (name: string, { attributes }: SaxesTagPlain): void => {
    if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    if (name === 'cellXfs') cellFormats = true;
    if (name !== 'xf' || !cellFormats) return;
    const id = Number(attributes['numFmtId'] ?? 0);
    const code = own.get(id);
    if (code === undefined ? builtIn(id) : showsDay(code)) days.add(index);
    index += 1;
  };
  const closed = (name: string): void => {
    if (name === 'cellXfs') cellFormats = false;
  };
  for (const _ of readXml(xml, { opened, closed })) continue;
  return days;
}

const DAY_MS = 86_400_000;
/** Day 0 of a workbook that counts from 1900, corrected for the 29 February 1900 that it wrongly has. */
const FROM_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);
const FIRST_RIGHT_DAY = 61;

/** The day that a serial number stands for, as YYYY-MM-DD; the number itself where it stands for none. */
export function dayOf(serial: number, countsFrom1904: boolean): string {
  const shift = !countsFrom1904 && serial < FIRST_RIGHT_DAY ? 1 : 0;
  const from = countsFrom1904 ? FROM_1904 : FROM_1900;
  const day = new Date(from + (Math.floor(serial) + shift) * DAY_MS);
  const text = Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10);
  return serial >= 1 && text.length === 10 ? text : String(serial);
}
