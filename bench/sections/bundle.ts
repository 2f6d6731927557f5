import { PDFDocument } from 'pdf-lib';
import { localDate } from '../../src/domain/time/local-date.js';
import { type BinderPart, bind } from '../../src/infrastructure/binding/binder.js';
import { openPaper } from '../../src/infrastructure/binding/opened-paper.js';
import { jpegPaper, pdfPaper, wordPaper } from '../../test/support/evidence-papers.js';
import { type Figure, compare } from '../measuring.js';

const on = localDate('2026-06-03');

/** Thirty papers of five hundred pages and more, bound with bookmarks and page numbers; beside it, pages copied and nothing else. */
export async function bundleFigures(): Promise<Figure[]> {
  const papers = [
    ...(await Promise.all(Array.from({ length: 23 }, (_, i) => pdfPaper(`材料${i + 1}`, 11 + i)))),
    ...(await Promise.all(Array.from({ length: 4 }, (_, i) => wordPaper(`纪要${i + 1}`, 4)))),
    ...Array.from({ length: 3 }, (_, i) => jpegPaper(`照片${i + 1}`)),
  ];
  const parts = async (): Promise<BinderPart[]> => {
    const opened: BinderPart[] = [];
    for (const [i, { name, content }] of papers.entries()) {
      const paper = await openPaper(content, on);
      if ('enclosed' in paper) throw new Error(`${name}: ${paper.enclosed}`);
      opened.push({ bookmark: name, mark: `证据${i + 1}`, pages: paper.pages });
    }
    return opened;
  };
  const { pages } = await bind('证据材料', on, await parts());
  return [
    await compare({
      section: '证据材料',
      what: `${papers.length} 份、${pages} 页（PDF、Word、图片），打开、编页、加书签`,
      ours: async () => {
        await bind('证据材料', on, await parts());
      },
      against: '只复制页面',
      baseline: async () => {
        const binder = await PDFDocument.create();
        for (const part of await parts())
          for (const page of await binder.copyPages(part.pages, part.pages.getPageIndices()))
            binder.addPage(page);
        await binder.save();
      },
      runs: 5,
    }),
  ];
}
