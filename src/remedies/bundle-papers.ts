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
import type { OrderedPaper } from './bundle-order.js';
import type { DirectoryLine } from './evidence-lines.js';

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
export async function preparePaper({ line, from }: OrderedPaper, on: LocalDate): Promise<PreparedPaper> {
  if (from === 'gone') return slip(line, '案卷中已没有这份材料', on);
  if ('printed' in from) {
    const { pages, content } = await printedPages(from.printed);
    return { line, pages, sm3: sm3(content) };
  }
  const { hash, name, mime } = from.stored;
  const content = await contentOf(hash);
  if (!content) return slip(line, '文件不在数据目录中，请从备份恢复', on, hash);
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
