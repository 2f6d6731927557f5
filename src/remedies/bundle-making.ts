import { type BinderPart, bind } from '../infrastructure/binding/binder.js';
import { storeFile } from '../infrastructure/storage.js';
import type { BundledPaper } from '../records/paper/evidence-bundle.js';
import { digestReport, directoryReport, directoryRows, paginated } from './bundle-frame.js';
import type { BundleOrder } from './bundle-order.js';
import { type PreparedPaper, preparePaper, printedPages } from './bundle-papers.js';
import { directoryWord } from './directory-word.js';

/** A bundle that lies in the store. */
export interface MadeBundle {
  readonly pages: number;
  readonly pdfHash: string;
  readonly docxHash: string;
  readonly papers: readonly BundledPaper[];
}

/** Binds the papers behind their directory and before their digests, and keeps both files. */
export async function makeBundle(
  order: BundleOrder,
  progress: (papersDone: number) => void,
): Promise<MadeBundle> {
  const papers: PreparedPaper[] = [];
  for (const paper of order.papers) {
    papers.push(await preparePaper(paper, order.on));
    progress(papers.length);
  }
  const { bundled, front } = await directoryFitting(order, papers);
  const digests = await printedPages(digestReport(order, bundled));
  const parts: BinderPart[] = [
    { bookmark: order.directory, mark: '', pages: front },
    ...papers.map(({ line, pages, enclosed }, i): BinderPart => {
      const mark = `证据${i + 1}`;
      return {
        bookmark: `${mark}　${line.name}`,
        mark,
        pages,
        ...(enclosed ? { original: { ...enclosed, name: `${mark}-${enclosed.name}` } } : {}),
      };
    }),
    { bookmark: '校验清单', mark: '', pages: digests.pages },
  ];
  const bound = await bind(`${order.number} 证据材料`, order.on, parts);
  const word = await directoryWord(
    order.directory,
    `${order.number}　提交人：${order.office}`,
    directoryRows(papers, bundled),
  );
  const pdf = await storeFile(bound.pdf);
  const docx = await storeFile(word);
  return { pages: bound.pages, pdfHash: pdf.hash, docxHash: docx.hash, papers: bundled };
}

/** The directory names pages that begin behind it: it is set again until its own length is the one reckoned with. */
async function directoryFitting(order: BundleOrder, papers: readonly PreparedPaper[]) {
  let length = 1;
  for (;;) {
    const bundled = paginated(papers, length);
    const { pages } = await printedPages(directoryReport(order, directoryRows(papers, bundled)));
    // Longer numbers may only lengthen it, so this ends.
    if (pages.getPageCount() <= length) return { bundled, front: pages };
    length = pages.getPageCount();
  }
}
