import { setImmediate } from 'node:timers/promises';
import { AFRelationship, PDFDocument } from 'pdf-lib';
import type { LocalDate } from '../../domain/time/local-date.js';
import { addBookmarks } from './outline.js';
import { STAMP, placeOfStamp, printStamps } from './stamps.js';

/** One part of a binder, in its order. */
export interface BinderPart {
  /** The bookmark of its first page. */
  readonly bookmark: string;
  /** Begins the stamp of each of its pages: 证据3. Empty for a part without a number. */
  readonly mark: string;
  readonly pages: PDFDocument;
  /** An original that could not be turned into pages, enclosed in the file itself. */
  readonly original?: { readonly name: string; readonly mime: string; readonly content: Uint8Array };
}

/** A binder as one file. */
export interface Bound {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** Stamps are printed for so many pages at once, and others get their turn in between. */
const AT_ONCE = 100;

/**
 * Binds parts into one PDF: pages in order, each stamped 证据3　第12页 共500页, a bookmark for each part, originals
 * enclosed. Equal parts and an equal day give equal bytes. Between papers other work gets its turn.
 */
export async function bind(title: string, on: LocalDate, parts: readonly BinderPart[]): Promise<Bound> {
  const binder = await PDFDocument.create({ updateMetadata: false });
  const dated = new Date(`${on}T00:00:00Z`);
  binder.setTitle(title, { showInWindowTitleBar: true });
  binder.setLanguage('zh-CN');
  binder.setCreationDate(dated);
  binder.setModificationDate(dated);
  const marks: string[] = [];
  const bookmarks: { title: string; page: number }[] = [];
  for (const { bookmark, mark, pages, original } of parts) {
    bookmarks.push({ title: bookmark, page: binder.getPageCount() });
    for (const page of await binder.copyPages(pages, pages.getPageIndices())) {
      binder.addPage(page);
      marks.push(mark);
    }
    if (original) {
      await binder.attach(original.content, original.name, {
        mimeType: original.mime,
        description: bookmark,
        creationDate: dated,
        modificationDate: dated,
        afRelationship: AFRelationship.Source,
      });
    }
    await setImmediate();
  }
  await stamp(binder, marks, on);
  addBookmarks(binder, bookmarks);
  const pdf = await binder.save({ addDefaultPage: false, updateFieldAppearances: false });
  return { pdf, pages: marks.length };
}

async function stamp(binder: PDFDocument, marks: readonly string[], on: LocalDate): Promise<void> {
  const total = marks.length;
  const words = marks.map((mark, i) => `${mark ? `${mark}　` : ''}第${i + 1}页 共${total}页`);
  for (let start = 0; start < total; start += AT_ONCE) {
    const some = words.slice(start, start + AT_ONCE);
    const slips = await PDFDocument.load(await printStamps(some, on), { updateMetadata: false });
    const embedded = await binder.embedPdf(slips, slips.getPageIndices());
    embedded.forEach((slip, i) => {
      const page = binder.getPage(start + i);
      page.drawPage(slip, { ...placeOfStamp(page), width: STAMP.width, height: STAMP.height });
    });
    await setImmediate();
  }
}
