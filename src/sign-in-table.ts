import type { FirstSignIn } from './first-start.js';

/** Chinese characters and full-width marks take two places on a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2E80-\uFFEF]/u.test(character) ? 2 : 1), 0);

/** First sign-ins as lines of a table, columns below each other. */
export function signInTable(signIns: readonly FirstSignIn[]): string[] {
  const rows = [
    ['登录名', '密码', '人员'],
    ...signIns.map(({ loginName, password, who }) => [loginName, password, who]),
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const padded = (text: string, column: number): string =>
    text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(text)));
  return rows.map((row) => `  ${row.map(padded).join('  ')}`.trimEnd());
}
