import { localDate, parseLocalDate } from '../time/local-date.js';
import type { IdentityDocument } from './provision.js';

/** GB 11643-1999 第4.1条: the weight of each of the first seventeen digits is 2^(17 − place) mod 11. */
const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const residentChecks = '10X98765432';

/** GB 32100-2015: thirty-one characters, without I, O, S, V, Z; the weight of a place is 3^place mod 31. */
const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

const oneSpelling = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

const weighted = (values: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + weight * (values[place] ?? 0), 0);

/** What is wrong with a 居民身份证号码 (GB 11643-1999), as a sentence; undefined when its check digit fits. */
export function residentNumberFault(text: string): string | undefined {
  const number = oneSpelling(text);
  if (!/^\d{17}[\dX]$/.test(number)) {
    return `身份证号码应为 18 位，末位可以是 X，现有 ${[...number].length} 位，请核对。`;
  }
  if (!isDay(number.slice(6, 14))) return '身份证号码第 7 至 14 位不是存在的出生日期，请核对。';
  const sum = weighted([...number].map(Number), residentWeights);
  return residentChecks[sum % 11] === number[17]
    ? undefined
    : '身份证号码的校验位不符，很可能有一位填错了，请逐位核对。';
}

/** What is wrong with a 统一社会信用代码 (GB 32100-2015), as a sentence; undefined when its check character fits. */
export function creditCodeFault(text: string): string | undefined {
  const code = oneSpelling(text);
  if ([...code].length !== 18) return `统一社会信用代码应为 18 位，现有 ${[...code].length} 位，请核对。`;
  const strange = [...code].find((one) => !creditCharacters.includes(one));
  if (strange) return `统一社会信用代码里不会有“${strange}”，请核对（没有字母 I、O、S、V、Z）。`;
  const values = [...code].map((one) => creditCharacters.indexOf(one));
  const check = (31 - (weighted(values, creditWeights) % 31)) % 31;
  return check === values[17] ? undefined : '统一社会信用代码的校验位不符，很可能有一位填错了，请逐位核对。';
}

/** What is wrong with the number of a document, where it can be told from the number. */
export function identityFault(document: IdentityDocument | undefined, number: string): string | undefined {
  if (number === '') return undefined;
  if (document === 'residentCard') return residentNumberFault(number);
  return document === 'creditCode' ? creditCodeFault(number) : undefined;
}

/** Nobody who applies was born before. */
const earliestBirth = localDate('1850-01-01');

/** Whether the eight digits are a day on which somebody living may have been born: 19491231. */
function isDay(digits: string): boolean {
  const day = parseLocalDate(digits.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));
  return day !== undefined && day >= earliestBirth;
}
