import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Leak } from './leak.js';
import { numbersIn } from './numbers.js';
import { type Drawn, type PlacedText, coveredIn, drawnOn } from './pdf-drawing.js';

/** Above this many pages the rest is not looked into, and the findings say so. */
const MOST_PAGES = 300;

/** Annotations that only lead somewhere or are part of the page's own form. */
const harmless = new Set(['Link', 'Widget', 'Popup']);

/** What a PDF carries besides what one sees. Encrypted or broken: 没有检查到. */
export async function leaksOfPdf(bytes: Buffer, own: ReadonlySet<string>): Promise<Leak[]> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
    isEvalSupported: false,
  });
  try {
    const file = await task.promise;
    const leaks: Leak[] = [...(await leaksOfWhole(file))];
    const pages = Math.min(file.numPages, MOST_PAGES);
    for (let number = 1; number <= pages; number += 1) {
      const page = await file.getPage(number);
      leaks.push(...(await leaksOfPage(page, `第 ${number} 页`, own)));
      page.cleanup();
    }
    if (file.numPages > pages)
      leaks.push({
        sort: 'unread',
        place: `第 ${pages + 1} 页起`,
        detail: `共 ${file.numPages} 页，只检查了前 ${pages} 页`,
      });
    return leaks;
  } catch (fault) {
    if (!isUnreadable(fault)) throw fault;
    return [{ sort: 'unread', place: '', detail: 'PDF 已加密或者已损坏，打不开' }];
  } finally {
    await task.destroy();
  }
}

const isUnreadable = (fault: unknown): boolean =>
  fault instanceof Error && /Password|InvalidPDF|FormatError|UnknownError|MissingPDF/u.test(fault.name);

interface Information {
  readonly Author?: string;
}

async function leaksOfWhole(file: PDFDocumentProxy): Promise<Leak[]> {
  const { info } = await file.getMetadata();
  const { Author = '' } = info as Information;
  const attachments = (await file.getAttachments()) as Record<string, { filename?: string }> | null;
  const layers = await file.getOptionalContentConfig();
  const hidden = [...(layers as Iterable<[string, { name?: string; visible: boolean }]>)].filter(
    ([, { visible }]) => !visible,
  );
  return [
    ...(Author.trim() ? [{ sort: 'author', place: '', detail: `作者：${Author.trim()}` } as const] : []),
    ...Object.entries(attachments ?? {}).map(([name, { filename }]): Leak => ({
      sort: 'embeddedFile',
      place: '',
      detail: filename ?? name,
    })),
    ...hidden.map(([, { name = '' }]): Leak => ({ sort: 'hiddenLayer', place: '', detail: name })),
  ];
}

async function leaksOfPage(page: PDFPageProxy, place: string, own: ReadonlySet<string>): Promise<Leak[]> {
  const texts = await textsOn(page);
  const drawn: Drawn = drawnOn(await page.getOperatorList());
  const covered = coveredIn(texts, drawn);
  const annotations = (await page.getAnnotations()) as { subtype?: string }[];
  const marks = annotations.map(({ subtype = '' }) => subtype).filter((subtype) => !harmless.has(subtype));
  return [
    ...(covered > 0 ? [{ sort: 'coveredText', place, detail: `${covered} 处，仍可选中复制` } as const] : []),
    ...(drawn.invisible ? [{ sort: 'hiddenText', place, detail: '' } as const] : []),
    ...(marks.length > 0 ? [{ sort: 'annotation', place, detail: `${marks.length} 处` } as const] : []),
    ...numbersIn(proseOf(texts), place, own),
  ];
}

async function textsOn(page: PDFPageProxy): Promise<PlacedText[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item): PlacedText[] => {
    if (!('str' in item) || item.str === '') return [];
    const [, , , , x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, x, y, width: item.width, height: item.height, ends: item.hasEOL }];
  });
}

/** The page's words with a blank where a gap is, so that neighbouring columns do not run into one number. */
function proseOf(texts: readonly PlacedText[]): string {
  return texts
    .map(({ text, x, y, width, ends }, i) => {
      const next = texts[i + 1];
      const apart = next && (Math.abs(next.y - y) > 2 || next.x - (x + width) > 1.5);
      return text + (ends ? '\n' : apart ? ' ' : '');
    })
    .join('');
}
