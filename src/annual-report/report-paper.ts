import { plainText, reportSections, sectionIds } from '../domain/statistics/report-text.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { TableBlock, TableCell } from '../infrastructure/printing/blocks.js';
import type { WordReport } from '../infrastructure/printing/report-word.js';
import { type Form, type FormCell, tableFourForm, tableThreeForm, tableTwoForm } from './form.js';
import type { WholeReport } from './whole-report.js';

/** Widths of the three label columns beside those of figures. */
const LABEL_WIDTHS = [1.4, 1.8, 5.4];
/** 表二 has one column of labels. */
const LABEL_ALONE = 2.6;

/** 梁平区人民政府2025年政府信息公开工作年度报告. */
export const reportTitle = (office: string, year: number): string =>
  `${office}${year}年政府信息公开工作年度报告`;

/** Stands where a section has not been written. */
export const UNWRITTEN = '（尚未填写）';

type Block = WordReport['blocks'][number];

/** The three tables of a report in their order. */
export const formsOf = ({ form, two, three, four }: WholeReport): readonly [Form, Form, Form] => [
  tableTwoForm(form, two),
  tableThreeForm(three, form),
  tableFourForm(four),
];

/** What a report says above itself until it has been handed in, whatever it is exported as. */
export const draftMarkOf = ({ record }: WholeReport): string | undefined =>
  record?.submittedAt ? undefined : '草稿，尚未报送';

/** The six parts on A4, as the national form has them. One document for PDF and Word. */
export function annualPaper(
  heading: { readonly office: string; readonly on: LocalDate },
  report: WholeReport,
): WordReport {
  const draftMark = draftMarkOf(report);
  return {
    title: reportTitle('', report.year),
    subtitle: heading.office,
    orientation: 'portrait',
    on: heading.on,
    ...(draftMark ? { draftMark } : {}),
    blocks: [
      { kind: 'heading', level: 2, text: '一、总体情况' },
      ...sectionBlocks(report, 'overview'),
      ...formsOf(report).flatMap((form, i): Block[] => [
        // 表三 fills most of a page and is not to be parted.
        ...(i === 1 ? [{ kind: 'pageBreak' } as const] : []),
        { kind: 'heading', level: 2, text: form.title },
        blockOf(form),
      ]),
      ...sectionBlocks(report, 'problems'),
      ...sectionBlocks(report, 'others'),
    ],
  };
}

/** A section's heading and its paragraphs. The parts five and six are one section each. */
function sectionBlocks({ sections }: WholeReport, part: 'overview' | 'problems' | 'others'): Block[] {
  return sectionIds
    .filter((id) => reportSections[id].part === part)
    .flatMap((id): Block[] => [
      { kind: 'heading', level: part === 'overview' ? 3 : 2, text: reportSections[id].label },
      { kind: 'paragraph', text: plainText(sections[id]).trim() || UNWRITTEN },
    ]);
}

function blockOf(form: Form): TableBlock {
  const labels = form.labelColumns === 1 ? [LABEL_ALONE] : LABEL_WIDTHS;
  return {
    kind: 'table',
    dense: true,
    columns: Array.from({ length: form.columns }, (_, i) => ({
      heading: '',
      width: i < form.labelColumns ? labels[i] : 1.3,
    })),
    head: form.head.map((row) => row.map(cellOf)),
    rows: form.rows.map((row) => row.map(cellOf)),
  };
}

const cellOf = ({ text, kind, colSpan, rowSpan }: FormCell): TableCell => ({
  text,
  align: kind === 'label' ? 'left' : 'center',
  ...(colSpan ? { colSpan } : {}),
  ...(rowSpan ? { rowSpan } : {}),
});
