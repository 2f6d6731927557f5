import type { AnnualTables } from '../annual-report/annual-tables.js';
import type { Identity } from '../domain/statistics/identities.js';
import { type Rate, type Share, target } from '../domain/statistics/rates.js';
import { appealCells, appealGroupIds, appealGroups } from '../domain/statistics/table-four.js';
import { appealColumns } from '../domain/remedy/results.js';
import { tableThreeColumns, tableThreeRows } from '../domain/statistics/table-three.js';
import { applicantKinds } from '../domain/application/applicant.js';

/** Columns of figures are as wide as the longest heading, 法律服务机构, in a terminal. */
const WIDTH = 14;

/** A Chinese character takes two places in a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);

const cell = (content: string | number): string => {
  const text = String(content);
  return ' '.repeat(Math.max(1, WIDTH - widthOf(text))) + text;
};
const line = (cells: readonly (string | number)[], label: string): string =>
  `${cells.map(cell).join('')}  ${label}`.trimEnd();

/** Both tables, the checks and the rates as text for a terminal; figures first, so that they stand in columns. */
export function reportText(title: string, tables: AnnualTables): string {
  const { three, four, identities, rates, rejected } = tables;
  const columnNames = tableThreeColumns.map((c) => (c === 'total' ? '总计' : applicantKinds[c]));
  const cellNames = appealCells.map((c) => (c === 'total' ? '总计' : appealColumns[c]));
  return [
    title,
    '',
    '三、收到和处理政府信息公开申请情况',
    line(columnNames, ''),
    ...tableThreeRows.map(({ id, label, group }) =>
      line(
        tableThreeColumns.map((column) => three[id][column]),
        /^\d/.test(label) ? `${group ?? ''}　${label}` : label,
      ),
    ),
    '',
    '四、政府信息公开行政复议、行政诉讼情况',
    line(cellNames, ''),
    ...appealGroupIds.map((group) =>
      line(
        appealCells.map((name) => four[group][name]),
        appealGroups[group],
      ),
    ),
    '',
    '勾稽关系',
    ...identities.flatMap(identityLines),
    '',
    `两率（目标：不高于 ${target.percent} %）`,
    ...rates.map(rateLine),
    shareLine(rejected),
  ].join('\n');
}

function identityLines({ rule, says, holds, faults }: Identity): string[] {
  return [
    `  ${holds ? '✓' : '✗'} ${rule}　${says}`,
    ...faults.map(({ where, left, right }) => `      ${where}：${left} ≠ ${right}`),
  ];
}

function rateLine({ name, numerator, denominator, percent, withinTarget, formula }: Rate): string {
  const verdict = withinTarget === null ? '尚无审结' : withinTarget ? '达标' : '高于目标';
  const share = percent === null ? '' : `（${percent} %）`;
  return `  ${name}　${numerator}/${denominator}${share}　${verdict}　${formula}`;
}

const shareLine = ({ name, numerator, denominator, percent }: Share): string =>
  `  ${name}　${numerator}/${denominator}${percent === null ? '' : `（${percent} %）`}`;
