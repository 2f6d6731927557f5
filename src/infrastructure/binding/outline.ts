import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from 'pdf-lib';

/** A bookmark: its words and the page (from 0) that it opens. */
export interface Bookmark {
  readonly title: string;
  readonly page: number;
}

/** Gives a document its bookmarks, one below the other; pdf-lib has none of its own. */
export function addBookmarks(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context, catalog } = document;
  const pages = document.getPages();
  const root = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  bookmarks.forEach(({ title, page }, i) => {
    const target = pages[page];
    const ref = refs[i];
    if (!target || !ref) throw new RangeError(`书签“${title}”没有对应的页。`);
    const entry = PDFDict.withContext(context);
    entry.set(PDFName.of('Title'), PDFHexString.fromText(title));
    entry.set(PDFName.of('Parent'), root);
    entry.set(PDFName.of('Dest'), context.obj([target.ref, PDFName.of('Fit')]));
    link(entry, 'Prev', refs[i - 1]);
    link(entry, 'Next', refs[i + 1]);
    context.assign(ref, entry);
  });
  const outline = PDFDict.withContext(context);
  outline.set(PDFName.of('Type'), PDFName.of('Outlines'));
  outline.set(PDFName.of('Count'), PDFNumber.of(bookmarks.length));
  link(outline, 'First', refs[0]);
  link(outline, 'Last', refs.at(-1));
  context.assign(root, outline);
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function link(entry: PDFDict, name: string, ref: PDFRef | undefined): void {
  if (ref) entry.set(PDFName.of(name), ref);
}
