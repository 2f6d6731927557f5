import type { ReportDocument } from '../infrastructure/printing/report-blocks.js';
import type { BundledPaper } from '../records/paper/evidence-bundle.js';
import type { BundleOrder } from './bundle-order.js';
import type { PreparedPaper } from './bundle-papers.js';

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
  { directory, number, office, on }: BundleOrder,
  rows: readonly DirectoryRow[],
): ReportDocument {
  return {
    title: directory,
    subtitle: `${number}　提交人：${office}`,
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
  { number, on, proof }: BundleOrder,
  papers: readonly BundledPaper[],
): ReportDocument {
  return {
    title: '校验清单',
    subtitle: number,
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
      { kind: 'keyValues', entries: [...proof] },
    ],
  };
}
