import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type TableFour,
  appealCells,
  appealGroupIds,
  composeTableFour,
} from '../../src/domain/statistics/table-four.js';
import { printedRows, type ReportFormId } from '../../src/domain/statistics/report-form.js';
import {
  type TableThree,
  cellOf,
  composeTableThree,
  tableThreeColumns,
  tableThreeRows,
} from '../../src/domain/statistics/table-three.js';
import { projectRoot } from '../../src/infrastructure/project-root.js';

/** The tables of 2023 as they were published, from the fixture. */
export function publishedTables(): { three: TableThree; four: TableFour } {
  const { table3, table4 } = JSON.parse(
    readFileSync(join(projectRoot, 'test/fixtures/annual-report-suqian-2023.json'), 'utf8'),
  ) as Record<'table3' | 'table4', Record<string, Record<string, number>>>;
  const three = structuredClone(composeTableThree([])) as Record<string, Record<string, number>>;
  Object.values(table3).forEach((row, y) => {
    const id = tableThreeRows[y]?.id ?? '';
    Object.values(row).forEach((value, x) => {
      three[id] = { ...three[id], [tableThreeColumns[x] ?? '']: value };
    });
  });
  const four = structuredClone(composeTableFour([])) as Record<string, Record<string, number>>;
  Object.values(table4).forEach((group, y) => {
    const values = Object.values(group);
    four[appealGroupIds[y] ?? ''] = Object.fromEntries(
      appealCells.map((cell, x) => [cell, values[x] ?? NaN]),
    );
  });
  return { three: three as TableThree, four: four as TableFour };
}

const HEAD = `<tr><td colspan=3 rowspan=3><p>（本列数据的勾稽关系为：第一项加第二项之和，<br>等于第三项加第四项之和）<td colspan=7>申请人情况
<tr><td rowspan=2>自然人<td colspan=5>法人或其他组织<td rowspan=2>总&nbsp;计
<tr><td><span>商业<br>企业</span><td>科研机构<td>社会公益组织<td>法律服务机构<td>其&nbsp;他`;

/**
 * A page as websites have them: tables within tables, cells never closed, blanks and full-width digits in labels,
 * numbers in paragraphs of their own.
 */
export function publishedHtml(
  { three, four }: { readonly three: TableThree; readonly four?: TableFour },
  { form = 'form2021', words = '' }: { form?: ReportFormId; words?: string } = {},
): string {
  const rows = printedRows(form).map(({ id, label }) => {
    const numbers = tableThreeColumns.map((column) => `<td><p>&nbsp;${cellOf(three, id, column)} </p>`);
    const plain = label
      .replace(/^(\d)\./, '$1．')
      .replace('“', '"')
      .replace('”', '"');
    const own =
      id === 'received' || id === 'carriedIn' || id === 'carriedOut'
        ? `<td colspan="3">${plain}`
        : `<td>三、本年度办理结果<td>　<td>${plain}`;
    return `<tr>${own}${numbers.join('')}`;
  });
  const names = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const cells = (rowspan: string): string => names.map((name) => `<td${rowspan}>${name}`).join('');
  const last = four
    ? `<table><tr><td colspan=5>行政复议<td colspan=10>行政诉讼
       <tr>${cells(' rowspan=2')}<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉
       <tr>${cells('')}${cells('')}
       <tr>${appealGroupIds.flatMap((group) => appealCells.map((cell) => `<td>${four[group][cell]}`)).join('')}</table>`
    : '';
  return `<html><head><title>2023年政府信息公开工作年度报告</title><style>td{color:red}</style>
<body><table><tr><td><div>${words}</div><table border=1>${HEAD}${rows.join('\n')}</table>${last}</td></tr></table>`;
}
