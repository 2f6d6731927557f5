import { residentNumberFault } from '../../domain/application/identity.js';
import type { Leak } from './leak.js';

const RESIDENT = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/gu;
const MOBILE = /(?<![\dA-Za-z])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\dA-Za-z])/gu;

const plain = (number: string): string => number.replaceAll(/[ -]/gu, '').toUpperCase();

/** 5002************1X: enough to find it in the file, too little to use. */
const masked = (number: string, from: number, to: number): string =>
  number.slice(0, from) + '*'.repeat(number.length - from - to) + number.slice(-to);

/** 身份证号码 and 手机号码 in a text, each once, without those of `own` (the applicant's, in one spelling). */
export function numbersIn(text: string, place: string, own: ReadonlySet<string>): Leak[] {
  const found = (pattern: RegExp): string[] =>
    [...new Set([...text.normalize('NFKC').matchAll(pattern)].map(([number]) => plain(number)))].filter(
      (number) => !own.has(number),
    );
  return [
    ...found(RESIDENT)
      .filter((number) => residentNumberFault(number) === undefined)
      .map((number): Leak => ({ sort: 'idNumber', place, detail: masked(number, 4, 2) })),
    ...found(MOBILE).map((number): Leak => ({ sort: 'phoneNumber', place, detail: masked(number, 3, 4) })),
  ];
}
