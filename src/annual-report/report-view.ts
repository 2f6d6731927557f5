import type { Identity } from '../domain/statistics/identities.js';
import type { ReportFigure } from '../domain/statistics/report-figures.js';
import {
  type FilledPiece,
  type ReportSection,
  reportSections,
  sectionIds,
} from '../domain/statistics/report-text.js';
import { type YearOfOffice, casesOfCell, proceedingsOfCell } from '../web/cell-addresses.js';
import { paths, withQuery } from '../web/paths.js';
import { columnName } from './annual-tables.js';
import { type Form, tableFourForm, tableThreeForm, tableTwoForm } from './form.js';
import type { Check, SectionView } from './pages.js';
import type { WholeReport } from './whole-report.js';

/** The tables of the page: each number of cases opens them. */
export const linkedForms = ({ form, two, three, four }: WholeReport, of: YearOfOffice): Form[] => [
  tableTwoForm(form, two),
  tableThreeForm(three, form, (row, column) => casesOfCell(of, row, column)),
  tableFourForm(four, (group, cell) => proceedingsOfCell(of, group, cell)),
];

/** Where the cases behind a number of the text are. */
function hrefOf({ source, value }: ReportFigure, of: YearOfOffice): string | undefined {
  if (value === 0) return undefined;
  switch (source.table) {
    case 'three':
      return casesOfCell(of, source.row, source.column);
    case 'four':
      return proceedingsOfCell(of, source.group, source.cell);
    case 'fees':
      return withQuery(paths.annualReportFees, { ...of });
    case 'none':
      return undefined;
  }
}

/** The sections of a part as lines of words and numbers. */
export function sectionViews(
  { sections }: WholeReport,
  of: YearOfOffice,
  ...parts: readonly ReportSection['part'][]
): SectionView[] {
  return sectionIds
    .filter((id) => parts.includes(reportSections[id].part))
    .map((id) => ({ label: reportSections[id].label, lines: linesOf(sections[id], of) }));
}

function linesOf(pieces: readonly FilledPiece[], of: YearOfOffice): SectionView['lines'] {
  const lines: { text: string; href?: string }[][] = [[]];
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      const href = hrefOf(piece, of);
      lines.at(-1)?.push({ text: String(piece.value), ...(href ? { href } : {}) });
      continue;
    }
    piece.split('\n').forEach((text, i) => {
      if (i > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ text });
    });
  }
  return lines.filter((line) => line.length > 0);
}

export const checkViews = (identities: readonly Identity[]): Check[] =>
  identities.map(({ rule, says, holds, faults }) => ({
    rule,
    says,
    holds,
    faults: faults.map(({ where, left, right }) => `${columnName(where)}：${left} ≠ ${right}`),
  }));
