/** A Markdown table. A bar inside a cell would end it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A document with its notice that nobody writes it by hand. */
export const document = (title: string, ...parts: readonly string[]): string =>
  [`# ${title}`, '本文由程序生成（`npm run docs`），请勿手改；与程序不符时测试不通过。', ...parts].join(
    '\n\n',
  ) + '\n';

/** `code` */
export const code = (text: string): string => `\`${text}\``;
