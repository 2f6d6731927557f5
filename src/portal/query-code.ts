import { randomInt } from 'node:crypto';

/** Nothing that looks like something else, on paper or read aloud: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const CHARACTERS = '34679ACDEFGHJKMNPQRTVWXY';
const LENGTH = 24;
const GROUP = 4;

/** 查询码: whoever holds it may follow the application. 24 of 24 characters are 110 bits. */
export function newQueryCode(): string {
  return Array.from({ length: LENGTH }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('');
}

/** A typed code in its one spelling: 全角 to 半角, capital letters, no blanks or dashes. */
export const normalQueryCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');

/** In groups of four, as it is printed: 3AC4-… */
export const groupedQueryCode = (code: string): string =>
  (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
