import { applicantKinds } from '../domain/application/applicant.js';
import { chineseNumeral } from '../domain/law/numerals.js';
import { type OutcomeGroup, outcomeGroups, resultRowIds, resultRows } from '../domain/outcome/rows.js';
import { appealColumns } from '../domain/remedy/results.js';
import {
  type AppealCell,
  type AppealGroup,
  type TableFour,
  appealCells,
  appealGroupIds,
} from '../domain/statistics/table-four.js';
import {
  type TableThree,
  type TableThreeColumn,
  type TableThreeRowId,
  tableThreeColumns,
  tableThreeRows,
} from '../domain/statistics/table-three.js';

/** A cell of the printed form; spans work as in HTML, so a covered place has no cell of its own. */
export interface FormCell {
  readonly text: string;
  readonly kind: 'heading' | 'label' | 'number';
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Of a number. */
  readonly value?: number;
  /** Where its cases are listed. */
  readonly href?: string;
}

/** A table of the national form, ready for page, paper and spreadsheet. */
export interface Form {
  readonly title: string;
  /** Columns in all, those of the labels included. */
  readonly columns: number;
  readonly labelColumns: number;
  readonly head: readonly (readonly FormCell[])[];
  readonly rows: readonly (readonly FormCell[])[];
}

type Span = Pick<FormCell, 'colSpan' | 'rowSpan'>;
const heading = (text: string, span: Span = {}): FormCell => ({ text, kind: 'heading', ...span });
const label = (text: string, span: Span = {}): FormCell => ({ text, kind: 'label', ...span });
const number = (value: number, href?: string): FormCell => ({
  text: String(value),
  kind: 'number',
  value,
  ...(href && value > 0 ? { href } : {}),
});

const columnNames = (columns: readonly TableThreeColumn[]): string[] =>
  columns.map((column) => (column === 'total' ? '总计' : applicantKinds[column]));

/** Results of a group, in the order of the form. */
const rowsOf = (group: OutcomeGroup): TableThreeRowId[] =>
  resultRowIds.filter((id) => resultRows[id].group === group);

/**
 * 三、收到和处理政府信息公开申请情况 (国办公开办函〔2021〕30号), headings and merged cells as in the form.
 * `hrefOf` gives each number the address of its cases.
 */
export function tableThreeForm(
  three: TableThree,
  hrefOf?: (row: TableThreeRowId, column: TableThreeColumn) => string,
): Form {
  const note = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
  const [person, ...others] = columnNames(tableThreeColumns.slice(0, -1));
  return {
    title: '三、收到和处理政府信息公开申请情况',
    columns: 10,
    labelColumns: 3,
    head: [
      [heading(note, { colSpan: 3, rowSpan: 3 }), heading('申请人情况', { colSpan: 7 })],
      [
        heading(person ?? '', { rowSpan: 2 }),
        heading('法人或其他组织', { colSpan: others.length }),
        heading('总计', { rowSpan: 2 }),
      ],
      others.map((name) => heading(name)),
    ],
    rows: tableThreeRows.map(({ id, label: words }) => [
      ...labelsOf(id, words),
      ...tableThreeColumns.map((column) => number(three[id][column], hrefOf?.(id, column))),
    ]),
  };
}

/** The labels that begin a row, with the merged cells that begin there. */
function labelsOf(id: TableThreeRowId, words: string): FormCell[] {
  if (id === 'received' || id === 'carriedIn' || id === 'carriedOut') return [label(words, { colSpan: 3 })];
  if (id === 'concluded') return [label(words, { colSpan: 2 })];
  const first = id === resultRowIds[0];
  const results = first ? [label('三、本年度办理结果', { rowSpan: resultRowIds.length + 1 })] : [];
  const { group } = resultRows[id];
  const siblings = rowsOf(group);
  if (siblings.length === 1) return [...results, label(words, { colSpan: 2 })];
  const ordinal = chineseNumeral(Object.keys(outcomeGroups).indexOf(group) + 1);
  const named = label(`（${ordinal}）${outcomeGroups[group]}`, { rowSpan: siblings.length });
  return [...results, ...(siblings[0] === id ? [named] : []), label(words)];
}

/** 四、政府信息公开行政复议、行政诉讼情况, as the form has it: one row of fifteen numbers. */
export function tableFourForm(
  four: TableFour,
  hrefOf?: (group: AppealGroup, cell: AppealCell) => string,
): Form {
  const names = appealCells.map((cell) => (cell === 'total' ? '总计' : appealColumns[cell]));
  return {
    title: '四、政府信息公开行政复议、行政诉讼情况',
    columns: 15,
    labelColumns: 0,
    head: [
      [heading('行政复议', { colSpan: 5 }), heading('行政诉讼', { colSpan: 10 })],
      [
        ...names.map((name) => heading(name, { rowSpan: 2 })),
        heading('未经复议直接起诉', { colSpan: 5 }),
        heading('复议后起诉', { colSpan: 5 }),
      ],
      [...names, ...names].map((name) => heading(name)),
    ],
    rows: [
      appealGroupIds.flatMap((group) =>
        appealCells.map((cell) => number(four[group][cell], hrefOf?.(group, cell))),
      ),
    ],
  };
}
