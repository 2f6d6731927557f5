import { EncryptedPDFError, PDFDocument, type PDFImage, degrees } from 'pdf-lib';
import type { LocalDate } from '../../domain/time/local-date.js';
import { UnreadablePicture, refuseSwelling } from '../png.js';
import { PAGE } from '../printing/measures.js';
import { UnreadableWord } from '../word-reading/word-blocks.js';
import { turnOf } from './picture-turn.js';
import { SwollenPdf, withinMeasure } from './unpacking-limit.js';
import { printWord } from './word-paper.js';

/** A file turned into pages: its own, or set anew from what kind of file; or, where it cannot be, why not. */
export type OpenedPaper =
  { readonly pages: PDFDocument; readonly setFrom?: string } | { readonly enclosed: string };

const PDF_HEAD = '%PDF-';
const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47];
const ZIP_HEAD = [0x50, 0x4b, 0x03, 0x04];
const JPEG_HEAD = [0xff, 0xd8, 0xff];

/** An A3 sheet scanned at 600 dots an inch has 70 million. Unpacked, each takes four bytes, and for a while eight. */
const MOST_PIXELS = 80_000_000;

/** Twenty volumes of a file. */
const MOST_PAGES = 10_000;

/** Margin around a picture on its page; the stamp of the binder stands in it. */
const MARGIN = 40;

const beginsWith = (content: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, i) => content[i] === byte);

/** The first kilobyte may hold rubbish before the head of a PDF. */
const isPdf = (content: Uint8Array): boolean =>
  Buffer.from(content.subarray(0, 1024)).toString('latin1').includes(PDF_HEAD);

/**
 * Opens a file by its content: PDF as it is, PNG and JPEG on an A4 page, Word set anew. Anything else is enclosed as
 * an original.
 */
export async function openPaper(given: Uint8Array, on: LocalDate): Promise<OpenedPaper> {
  // pdf-lib reads a JPEG from the beginning of the memory that its bytes lie in: they get memory of their own.
  const content = new Uint8Array(given);
  try {
    if (beginsWith(content, PNG_HEAD)) {
      refuseSwelling(Buffer.from(content.buffer), MOST_PIXELS);
      return { pages: await picturePage(content, 'png') };
    }
    if (beginsWith(content, JPEG_HEAD)) return { pages: await picturePage(content, 'jpeg') };
  } catch (fault) {
    const large = fault instanceof UnreadablePicture && fault.message.includes('太大');
    return { enclosed: large ? '图片像素过多，未转成页面' : '图片损坏，不能转成页面' };
  }
  if (beginsWith(content, ZIP_HEAD)) return openWord(content, on);
  if (!isPdf(content)) return { enclosed: '不是 PDF、Word（docx）或 PNG、JPEG 图片，未转成页面' };
  return openPdf(content);
}

/** A docx is a zip; so is a workbook, which has no pages. */
async function openWord(content: Uint8Array, on: LocalDate): Promise<OpenedPaper> {
  try {
    const printed = await printWord(content, on);
    return {
      pages: await PDFDocument.load(printed, { updateMetadata: false }),
      setFrom: '据 Word 文件排印',
    };
  } catch (fault) {
    if (fault instanceof UnreadableWord) return { enclosed: `${fault.message}，未转成页面` };
    throw fault;
  }
}

/** Whether a tree of pages has more leaves than can be bound; one whose branches lead to one another may have no end. */
function holdsTooMany(document: PDFDocument): boolean {
  let nodes = 0;
  const tooMany = new RangeError('too many pages');
  try {
    document.catalog.Pages().traverse(() => {
      nodes += 1;
      if (nodes > MOST_PAGES) throw tooMany;
    });
    return false;
  } catch (fault) {
    if (fault === tooMany) return true;
    throw fault;
  }
}

/** pdf-lib's own faults are no instances of their class: only what they say tells them apart. */
const asksForPassword = (fault: unknown): boolean =>
  fault instanceof Error && fault.message === new EncryptedPDFError().message;

async function openPdf(content: Uint8Array): Promise<OpenedPaper> {
  try {
    const pages = await withinMeasure(() =>
      PDFDocument.load(content, { updateMetadata: false, throwOnInvalidObject: false }),
    );
    if (holdsTooMany(pages)) return { enclosed: `PDF 超过 ${MOST_PAGES} 页，不能合并` };
    if (pages.getPageCount() === 0) return { enclosed: 'PDF 没有页面' };
    // Read now: a broken tree of pages shows itself only when it is walked.
    for (const page of pages.getPages()) page.getSize();
    return { pages };
  } catch (fault) {
    if (asksForPassword(fault)) return { enclosed: 'PDF 有密码保护，不能合并' };
    return {
      enclosed: fault instanceof SwollenPdf ? 'PDF 解压后过大，不能合并' : 'PDF 损坏，不能合并',
    };
  }
}

async function picturePage(content: Uint8Array, form: 'png' | 'jpeg'): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const image = form === 'png' ? await document.embedPng(content) : await document.embedJpg(content);
  const turn = form === 'jpeg' ? turnOf(content) : 0;
  const lying = turn === 90 || turn === 270;
  const [width, height] = lying ? [image.height, image.width] : [image.width, image.height];
  const size: [number, number] = width > height ? [PAGE.height, PAGE.width] : [PAGE.width, PAGE.height];
  const scale = Math.min((size[0] - 2 * MARGIN) / width, (size[1] - 2 * MARGIN) / height, 1);
  const box = { width: width * scale, height: height * scale };
  const left = (size[0] - box.width) / 2;
  const bottom = (size[1] - box.height) / 2;
  const page = document.addPage(size);
  page.drawImage(image, placed(image, scale, turn, { left, bottom, ...box }));
  return document;
}

interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** pdf-lib turns counter-clockwise around the lower left corner of the picture. */
function placed(image: PDFImage, scale: number, turn: 0 | 90 | 180 | 270, box: Box) {
  const size = { width: image.width * scale, height: image.height * scale };
  const { left, bottom, width, height } = box;
  switch (turn) {
    case 0:
      return { ...size, x: left, y: bottom };
    case 90:
      return { ...size, x: left, y: bottom + height, rotate: degrees(-90) };
    case 180:
      return { ...size, x: left + width, y: bottom + height, rotate: degrees(180) };
    case 270:
      return { ...size, x: left + width, y: bottom, rotate: degrees(90) };
  }
}
