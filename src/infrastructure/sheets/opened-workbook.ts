import type { SaxesTagPlain } from 'saxes';
import { type Archive, SwollenArchive, UnreadableArchive, openArchive } from '../inspection/zip-entries.js';
import { FileFault } from './file-fault.js';
import { type DayFormats, dayFormatsOf } from './number-formats.js';
import { XmlFault, attributeOf, readXml } from './reading-xml.js';
import { type Merged, type WorkbookRow, mergedIn, rowsOfSheet, sharedStringsOf } from './sheet-rows.js';

/** The file is a zip, but no workbook: a Word document, or something else. */
export class NotAWorkbook extends Error {
  override readonly name = 'NotAWorkbook';

  constructor(readonly isWord: boolean) {
    super('xl/workbook.xml is missing');
  }
}

/** A sheet of an opened workbook. */
export interface OpenedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Read as they are asked for, any number of times. Throws FileFault where the sheet is broken. */
  rows(): Generator<WorkbookRow>;
  /** Throws FileFault where the sheet is broken. */
  merged(): readonly Merged[];
}

/**
 * Opens an .xlsx held in memory; parts are found by the directory of the file, whatever their order in it.
 * Throws NotAWorkbook, and FileFault when it is broken or would unpack to more than a table can be.
 */
export function openWorkbook(bytes: Buffer): readonly OpenedSheet[] {
  return readable(() => {
    const archive = openArchive(bytes);
    const outline = archive.text('xl/workbook.xml');
    if (outline === undefined) throw new NotAWorkbook(archive.names.includes('word/document.xml'));
    return sheetsOf(archive, outline);
  });
}

function sheetsOf(archive: Archive, outline: string): OpenedSheet[] {
  const paths = pathsOf(archive.text('xl/_rels/workbook.xml.rels') ?? '');
  const listed: { name: string; hidden: boolean; path: string }[] = [];
  let countsFrom1904 = false;
  const opened = (name: string, tag: SaxesTagPlain): void => {
    const { attributes } = tag;
    if (name === 'workbookPr') countsFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    if (name !== 'sheet') return;
    listed.push({
      name: attributes['name'] ?? '',
      hidden: ['hidden', 'veryHidden'].includes(attributes['state'] ?? ''),
      path: paths.get(attributeOf(tag, 'id') ?? '') ?? '',
    });
  };
  for (const _ of readXml(outline, { opened })) continue;

  let strings: string[] | undefined;
  let formats: DayFormats | undefined;
  const context = () => ({
    sharedStrings: (strings ??= sharedStringsOf(archive.text('xl/sharedStrings.xml') ?? '')),
    dayFormats: (formats ??= dayFormatsOf(archive.text('xl/styles.xml') ?? '')),
    countsFrom1904,
  });
  return listed.map(({ name, hidden, path }) => ({
    name,
    hidden,
    *rows() {
      const lines = readable(() => rowsOfSheet(archive.text(path) ?? '', context()));
      for (;;) {
        const line = readable(() => lines.next());
        if (line.done) return;
        yield line.value;
      }
    },
    merged: () => readable(() => mergedIn(archive.text(path) ?? '')),
  }));
}

/** Where the parts lie that the workbook names (xl/_rels/workbook.xml.rels). */
function pathsOf(xml: string): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const opened = (name: string, { attributes }: SaxesTagPlain): void => {
    const { Id = '', Target = '' } = attributes;
    if (name === 'Relationship') paths.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  };
  for (const _ of readXml(xml, { opened })) continue;
  return paths;
}

/** Whatever is wrong in a part, the file is broken. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof FileFault || fault instanceof NotAWorkbook) throw fault;
    if (fault instanceof SwollenArchive)
      throw new FileFault('Excel 文件解压后过大，不像是这样的表格。请只保留要导入的一张表，另存后再导入。');
    if (fault instanceof UnreadableArchive || fault instanceof XmlFault)
      throw new FileFault(
        'Excel 文件不完整或已损坏。请重新下载，或在 Excel、WPS 中打开后另存为 .xlsx 再导入。',
      );
    throw fault;
  }
}
