import { shortened } from '../web/words.js';
import { type ImportReport, refusedRows } from './import-report.js';

const MOST_LINES = 200;
const LONGEST_VALUE = 40;

/** A report for the command line: what was done, every refused cell, and how often which 程序瑕疵 was marked. */
export function importText(report: ImportReport, what: 'check' | 'import'): string {
  const { file, encoding, rows, imported, unchanged, updated, refused, irregular, ignored, missing } = report;
  const stopped = what === 'import' && refused.length > 0 && !report.written;
  const verb = what === 'check' || stopped ? '可' : '已';
  const lines = [
    `${file}（${encoding}）共 ${rows} 行：${verb}新增 ${imported} 件，${verb}补记 ${updated} 件，没有变化 ${unchanged} 件，不能导入 ${refusedRows(report)} 行。`,
  ];
  if (stopped)
    lines.push('有不能导入的行，本次没有写入任何内容。更正后重新导入，或加 --skip-refused 先导入其余各行。');
  if (ignored.length > 0) lines.push(`不认识的列没有导入：${ignored.join('、')}。`);
  if (missing.length > 0) lines.push(`文件没有这些列，按空白处理：${missing.join('、')}。`);
  for (const { row, column, value, reason, remedy } of refused.slice(0, MOST_LINES)) {
    lines.push(
      `  第 ${row} 行　${column}${value ? `“${shortened(value, LONGEST_VALUE)}”` : ''}：${reason}${remedy}`,
    );
  }
  if (refused.length > MOST_LINES)
    lines.push(`  另有 ${refused.length - MOST_LINES} 处，加 --json 可看全部。`);
  for (const [says, count] of countsOf(irregular.map(({ code, article }) => `${code}${article}`))) {
    lines.push(`  程序瑕疵 ${says}：${count} 处`);
  }
  return lines.join('\n');
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
