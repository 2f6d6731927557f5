import { type ComparedCell, comparedCells } from '../../domain/statistics/published/differences.js';
import {
  type PublishedReport,
  publishedIdentities,
} from '../../domain/statistics/published/published-report.js';
import type { FigureSource } from '../../domain/statistics/report-figures.js';
import type { PublishedReportRecord } from '../../records/report/published-report.js';
import { type YearOfOffice, casesOfCell, proceedingsOfCell } from '../../web/cell-addresses.js';
import { type Form, type FormCell, tableFourForm, tableThreeForm, tableTwoForm } from '../form.js';
import type { Check, DifferenceView } from '../pages.js';
import { checkViews } from '../report-view.js';
import type { WholeReport } from '../whole-report.js';

/** How many cells of a table were compared, and in how many the two differ. */
function countWords(cells: readonly ComparedCell[], table: ComparedCell['table']): string {
  const own = cells.filter((cell) => cell.table === table);
  const differing = own.filter(({ published, ours }) => published !== ours).length;
  if (own.length === 0) return `${table}没有可以比较的数字`;
  return differing === 0
    ? `${table} ${own.length} 个数字全部相同`
    : `${table} ${own.length} 个数字中 ${differing} 个不同`;
}

/** Where the cases of our number are; nothing where it counts none. */
function casesOf(source: FigureSource, value: number, of: YearOfOffice): string | undefined {
  if (value === 0) return undefined;
  if (source.table === 'three') return casesOfCell(of, source.row, source.column);
  return source.table === 'four' ? proceedingsOfCell(of, source.group, source.cell) : undefined;
}

/** Both reports beside each other: in words, by cell, and as the form with every differing cell marked. */
export function compare(
  published: PublishedReport,
  ours: WholeReport,
  of: YearOfOffice,
): { summary: string; differences: DifferenceView[]; forms: Form[] } {
  const cells = comparedCells(published, ours);
  return {
    summary: `${(['表二', '表三', '表四'] as const).map((table) => countWords(cells, table)).join('；')}。`,
    differences: cells
      .filter((cell) => cell.published !== cell.ours)
      .map(({ table, where, published: theirs, ours: own, source }) => ({
        where: `${table}：${where}`,
        published: theirs,
        ours: own,
        href: casesOf(source, own, of),
      })),
    forms: markedForms(published, ours, of),
  };
}

function markedForms(published: PublishedReport, ours: WholeReport, of: YearOfOffice): Form[] {
  const { form, two, three, four } = published;
  const linkOf = (row: Parameters<typeof casesOfCell>[1], column: Parameters<typeof casesOfCell>[2]) =>
    casesOfCell(of, row, column);
  return [
    marked(tableTwoForm(form, ours.two), tableTwoForm(form, two)),
    marked(tableThreeForm(ours.three, form, linkOf), tableThreeForm(three, form)),
    ...(four
      ? [
          marked(
            tableFourForm(ours.four, (group, cell) => proceedingsOfCell(of, group, cell)),
            tableFourForm(four),
          ),
        ]
      : []),
  ];
}

/** Our form with the published number in each cell that has another. Both are of one form, so cells stand alike. */
function marked(ours: Form, published: Form): Form {
  return {
    ...ours,
    rows: ours.rows.map((row, y) =>
      row.map((cell, x): FormCell => {
        const theirs = published.rows[y]?.[x];
        if (cell.kind !== 'number' || theirs?.value === undefined || theirs.value === cell.value) return cell;
        // Only in table two, which people type, can ours be empty.
        return { ...cell, text: cell.text || '未填写', published: theirs.text };
      }),
    ),
  };
}

/** The identities of a published report; R4 and R6 need that of the year before. */
export const checksOf = (
  { report }: PublishedReportRecord,
  before: PublishedReportRecord | undefined,
): Check[] => checkViews(publishedIdentities(report, before?.report));
