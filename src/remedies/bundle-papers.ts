import { buffer } from 'node:stream/consumers';
import { PDFDocument } from 'pdf-lib';
import type { LocalDate } from '../domain/time/local-date.js';
import { openPaper } from '../infrastructure/binding/opened-paper.js';
import { openTypefaces } from '../infrastructure/printing/fonts.js';
import { printReport } from '../infrastructure/printing/report-printer.js';
import type { ReportBlock, ReportDocument } from '../infrastructure/printing/report-blocks.js';
import { GETA, substituted } from '../infrastructure/printing/substituting.js';
import { settings } from '../infrastructure/settings.js';
import { sm3 } from '../infrastructure/sm3.js';
import { FileMissing, readStored } from '../infrastructure/storage.js';
import type { DirectoryLine } from './evidence-lines.js';
import { deadlinesReport, recordReport } from './printed-evidence.js';
import type { ProceedingFile } from './proceeding-file.js';

/** A paper of the directory, opened: its pages, and the original where these are not its own. */
export interface PreparedPaper {
  readonly line: DirectoryLine;
  readonly sm3: string;
  readonly pages: PDFDocument;
  readonly enclosed?: {
    readonly why: string;
    readonly name: string;
    readonly mime: string;
    readonly content: Uint8Array;
  };
}

/**
 * Prints a plain document in the office's fonts and opens it. Strangers name their files as they like, and a sign that
 * no typeface has must not keep the evidence of an office from going in on time.
 */
export async function printedPages(report: ReportDocument): Promise<{ pages: PDFDocument; content: Buffer }> {
  const typefaces = openTypefaces(settings().fonts);
  const { report: covered, missing } = substituted(report, typefaces);
  const told: ReportBlock[] =
    missing > 0 ? [{ kind: 'note', text: `有 ${missing} 个字字库中没有，以“${GETA}”代替。` }] : [];
  const content = await printReport({ ...covered, blocks: [...covered.blocks, ...told] }, typefaces);
  return { pages: await PDFDocument.load(content, { updateMetadata: false }), content };
}

/** Opens the paper of a line: from the store, or printed from the case. Nothing is left out without a slip that says so. */
export async function preparePaper(
  file: ProceedingFile,
  line: DirectoryLine,
  on: LocalDate,
): Promise<PreparedPaper> {
  const report = reportOf(file, line, on);
  if (report) {
    const { pages, content } = await printedPages(report);
    return { line, pages, sm3: sm3(content) };
  }
  const stored = storedFileOf(file, line);
  if (!stored) return slip(line, '案卷中已没有这份材料', on);
  const content = await contentOf(stored.hash);
  if (!content) return slip(line, '文件不在数据目录中，请从备份恢复', on, stored.hash);
  const { hash, name, mime } = stored;
  const opened = await openPaper(content, on);
  if ('pages' in opened) {
    const { pages, setFrom: why } = opened;
    return { line, pages, sm3: hash, ...(why ? { enclosed: { why, name, mime, content } } : {}) };
  }
  const why = opened.enclosed;
  const { pages } = await slip(
    line,
    `${why}；原件嵌入本文件的附件，并随卷另行提交`,
    on,
    hash,
    content.length,
  );
  return { line, pages, sm3: hash, enclosed: { why, name, mime, content } };
}

/** What the program prints from the case; undefined for what lies in the file. */
function reportOf({ case: whole }: ProceedingFile, { of }: DirectoryLine, on: LocalDate) {
  switch (of) {
    case 'record':
    case 'recordInFull':
      return recordReport(whole, on, { whole: of === 'recordInFull' });
    case 'deadlines':
      return deadlinesReport(whole, on);
    default:
      return undefined;
  }
}

function storedFileOf(
  { case: { attachments, letters } }: ProceedingFile,
  { of, id }: DirectoryLine,
): { hash: string; name: string; mime: string } | undefined {
  if (of === 'attachment') {
    const found = attachments.find((one) => one.id === id);
    return found && { hash: found.fileHash, name: found.name, mime: found.mime };
  }
  const found = letters.find((one) => one.id === id);
  return found?.pdfHash
    ? { hash: found.pdfHash, name: `${found.title}.pdf`, mime: 'application/pdf' }
    : undefined;
}

async function contentOf(hash: string): Promise<Uint8Array | undefined> {
  try {
    return await buffer(await readStored(hash));
  } catch (fault) {
    if (fault instanceof FileMissing) return undefined;
    throw fault;
  }
}

/** A page in the place of a paper that has none. */
async function slip(
  line: DirectoryLine,
  why: string,
  on: LocalDate,
  hash = '',
  bytes?: number,
): Promise<PreparedPaper> {
  const entries = [
    { name: '材料', value: line.name },
    { name: '说明', value: why },
    ...(bytes === undefined ? [] : [{ name: '大小', value: `${Math.ceil(bytes / 1024)} KB` }]),
    ...(hash ? [{ name: '原件校验值（SM3）', value: hash }] : []),
  ];
  const { pages } = await printedPages({
    title: '原件附卷说明',
    orientation: 'portrait',
    on,
    blocks: [{ kind: 'keyValues', entries }],
  });
  return { line, pages, sm3: hash };
}
