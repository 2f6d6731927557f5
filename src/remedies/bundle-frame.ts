import type { LocalDate } from '../domain/time/local-date.js';
import { filings } from '../domain/remedy/filings.js';
import type { ReportDocument } from '../infrastructure/printing/report-blocks.js';
import type { BundledPaper } from '../records/paper/evidence-bundle.js';
import { chineseTime } from '../web/words.js';
import type { PreparedPaper } from './bundle-papers.js';
import type { ProceedingFile } from './proceeding-file.js';

/** Said of what came into the file after the notice. */
const LATE = '未在答复时案卷内';

/** A row of the directory as it is printed: on paper, in Word, on the page. */
export interface DirectoryRow {
  readonly place: string;
  readonly name: string;
  readonly from: string;
  readonly proves: string;
  readonly pages: string;
}

/** 证据目录 of a reconsideration, 证据清单 of a suit. */
export const directoryTitle = ({ proceeding }: ProceedingFile): string =>
  filings[proceeding.kind].find(({ kind }) => kind === 'directory')?.name ?? '证据目录';

/** 3–12, or 3 for a single page. */
const pageRange = ({ firstPage, pages }: BundledPaper): string =>
  pages > 1 ? `${firstPage}–${firstPage + pages - 1}` : String(firstPage);

/** Where each paper begins when the directory before them has so many pages. */
export function paginated(papers: readonly PreparedPaper[], before: number): BundledPaper[] {
  let next = before + 1;
  return papers.map(({ line, sm3, pages, enclosed }, i) => {
    const firstPage = next;
    next += pages.getPageCount();
    return {
      place: i + 1,
      name: line.name,
      sm3,
      firstPage,
      pages: pages.getPageCount(),
      ...(enclosed ? { enclosed: enclosed.why } : {}),
    };
  });
}

/** The rows of the directory, numbered in their order. */
export const directoryRows = (
  papers: readonly PreparedPaper[],
  bundled: readonly BundledPaper[],
): DirectoryRow[] =>
  papers.map(({ line }, i) => {
    const bound = bundled[i];
    return {
      place: String(i + 1),
      name: line.late ? `${line.name}〔${LATE}〕` : line.name,
      from: line.from,
      proves: line.proves,
      pages: bound ? pageRange(bound) : '',
    };
  });

/** The directory in front of the papers. */
export function directoryReport(
  file: ProceedingFile,
  rows: readonly DirectoryRow[],
  on: LocalDate,
): ReportDocument {
  const { case: whole, proceeding } = file;
  return {
    title: directoryTitle(file),
    subtitle: `${proceeding.number}　提交人：${whole.office.name}`,
    orientation: 'portrait',
    on,
    blocks: [
      {
        kind: 'table',
        columns: [
          { heading: '序号', width: 1, align: 'center' },
          { heading: '证据名称', width: 5 },
          { heading: '来源', width: 2.4 },
          { heading: '证明对象', width: 4.6 },
          { heading: '页码', width: 1.6, align: 'center' },
        ],
        rows: rows.map(({ place, name, from, proves, pages }) => [place, name, from, proves, pages]),
      },
      { kind: 'note', text: '页码为本卷每页右上角所印的页码。' },
    ],
  };
}

/** 校验清单 behind the papers: the digest of each original, the seal and the end of the chain. */
export function digestReport(
  file: ProceedingFile,
  papers: readonly BundledPaper[],
  on: LocalDate,
): ReportDocument {
  const { seal, case: whole } = file;
  return {
    title: '校验清单',
    subtitle: file.proceeding.number,
    orientation: 'portrait',
    on,
    blocks: [
      {
        kind: 'table',
        columns: [
          { heading: '序号', width: 1, align: 'center' },
          { heading: '材料', width: 5 },
          { heading: '页数', width: 1, align: 'center' },
          { heading: '原件校验值（SM3，GB/T 32905-2016）', width: 7 },
        ],
        rows: papers.map(({ place, name, pages, sm3, enclosed }) => [
          String(place),
          enclosed ? `${name}（${enclosed}，原件另附）` : name,
          String(pages),
          sm3,
        ]),
      },
      {
        kind: 'keyValues',
        entries: [
          { name: '记录链末端', value: whole.application.chainHead },
          ...(seal
            ? [
                { name: '案卷封存', value: chineseTime(seal.sealedAt) },
                { name: '封存指纹', value: seal.digest },
              ]
            : []),
        ],
      },
    ],
  };
}
