import { applicantKinds } from '../domain/application/applicant.js';
import { chineseNumeral } from '../domain/law/numerals.js';
import { outcomeGroups, resultRowIds, resultRows } from '../domain/outcome/rows.js';
import { appealColumns } from '../domain/remedy/results.js';
import {
  type AppealCell,
  type AppealGroup,
  type TableFour,
  appealCells,
  appealGroupIds,
} from '../domain/statistics/table-four.js';
import { type PrintedRow, type ReportFormId, printedRows } from '../domain/statistics/report-form.js';
import {
  type ListedRow,
  type TableThree,
  type TableThreeColumn,
  cellOf,
  groupListed,
  rowsOfGroup,
  tableThreeColumns,
} from '../domain/statistics/table-three.js';
import { type TableTwo, type TableTwoBlock, tableTwoBlocks } from '../domain/statistics/table-two.js';

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
  /** Another number that was published in its place. */
  readonly published?: string;
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

/** How a number of table two is written; a place that nobody has filled in is empty. */
const typed = (value: number | undefined): FormCell =>
  value === undefined ? { text: '', kind: 'number' } : { text: String(value), kind: 'number', value };

/** How many of the three columns of figures each column of a block takes. */
const spansOf = ({ columns }: TableTwoBlock): Span[] =>
  columns.map((_, i) =>
    i === columns.length - 1 && columns.length < 3 ? { colSpan: 4 - columns.length } : {},
  );

/** 二、主动公开政府信息情况, block below block as the form has them. */
export function tableTwoForm(form: ReportFormId, two: TableTwo): Form {
  return {
    title: '二、主动公开政府信息情况',
    columns: 4,
    labelColumns: 1,
    head: [],
    rows: tableTwoBlocks[form].flatMap((block) => {
      const spans = spansOf(block);
      return [
        [heading(block.place, { colSpan: 4 })],
        [heading('信息内容'), ...block.columns.map((column, i) => heading(column.label, spans[i]))],
        ...block.rows.map((row) => [
          label(row.label),
          ...block.columns.map((column, i) => ({ ...typed(two[`${row.id}.${column.id}`]), ...spans[i] })),
        ]),
      ];
    }),
  };
}

/**
 * 三、收到和处理政府信息公开申请情况, headings and merged cells as in the form of the year.
 * `hrefOf` gives each number the address of its cases.
 */
export function tableThreeForm(
  three: TableThree,
  form: ReportFormId,
  hrefOf?: (row: ListedRow, column: TableThreeColumn) => string,
): Form {
  const note = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
  const [person, ...others] = columnNames(tableThreeColumns.slice(0, -1));
  const rows = printedRows(form);
  const results = rows.filter(({ group }) => group !== undefined);
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
    rows: rows.map((row) => [
      ...labelsOf(row, results),
      ...tableThreeColumns.map((column) => number(cellOf(three, row.id, column), hrefOf?.(row.id, column))),
    ]),
  };
}

/** The labels that begin a row, with the merged cells that begin there. */
function labelsOf({ id, label: words }: PrintedRow, printed: readonly PrintedRow[]): FormCell[] {
  if (id === 'received' || id === 'carriedIn' || id === 'carriedOut') return [label(words, { colSpan: 3 })];
  if (id === 'concluded') return [label(words, { colSpan: 2 })];
  const first = id === resultRowIds[0];
  const results = first ? [label('三、本年度办理结果', { rowSpan: printed.length + 1 })] : [];
  const group = groupListed(id);
  const { group: own } = group ? { group } : resultRows[id as (typeof resultRowIds)[number]];
  const siblings = group ? [id] : rowsOfGroup(own);
  if (siblings.length === 1) return [...results, label(words, { colSpan: 2 })];
  const ordinal = chineseNumeral(Object.keys(outcomeGroups).indexOf(own) + 1);
  const named = label(`（${ordinal}）${outcomeGroups[own]}`, { rowSpan: siblings.length });
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
