import PDFDocument from 'pdfkit';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { Typeface } from './fonts.js';
import { BLACK } from './measures.js';
import type { FrameInk, ImageInk, Ink, PathInk, PlacedStrip, RuleInk, Tag, TextInk } from './strips.js';

/** What a file says of itself. */
export interface Imprint {
  title: string;
  author?: string;
  subject?: string;
  /** Dates the file. Nothing else in it depends on the moment of printing. */
  on: LocalDate;
}

/** Makes a struct element when its tag first meets ink. */
type Element = PDFKit.PDFStructureElement;

/** A tagged PDF/A-2a file of pages of one size, in points from the top left corner. */
export class Paper {
  private readonly document: PDFKit.PDFDocument;
  private readonly root: Element;
  private readonly elements = new Map<Tag, Element>();
  private readonly names = new Map<Typeface, string>();
  private readonly outlines: { level: number; entry: PDFKit.PDFOutline }[] = [];
  private readonly bytes: Promise<Buffer>;

  constructor(imprint: Imprint, size: { width: number; height: number }) {
    this.document = new PDFDocument({
      autoFirstPage: false,
      // No Helvetica: PDF/A wants every font embedded.
      font: null as unknown as string,
      margin: 0,
      size: [size.width, size.height],
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      lang: 'zh-CN',
      displayTitle: true,
      info: infoOf(imprint),
    });
    this.bytes = collect(this.document);
    this.root = this.document.struct('Document', { title: imprint.title });
    this.document.addStructure(this.root);
  }

  /** Begins the next page. */
  page(): void {
    this.document.addPage();
  }

  /** Prints strips at `left`, their tops counted from `top`. */
  strips(placed: readonly PlacedStrip[], left: number, top: number): void {
    for (const { strip, top: offset } of placed) {
      if (strip.bookmark) this.bookmark(strip.bookmark, top + offset);
      this.ink(strip.ink, left, top + offset);
    }
  }

  /** Prints ink at a place of the page. */
  ink(ink: readonly Ink[], left: number, top: number): void {
    for (const piece of ink) {
      switch (piece.kind) {
        case 'text':
          this.tagged(piece.tag, () => this.text(piece, left, top), piece.line.runs.length > 0);
          break;
        case 'rule':
          this.tagged(undefined, () => this.rule(piece, left, top));
          break;
        case 'frame':
          this.tagged(undefined, () => this.frame(piece, left, top));
          break;
        case 'image':
          this.tagged(piece.tag, () => this.image(piece, left, top));
          break;
        case 'path':
          this.tagged(piece.tag, () => this.path(piece, left, top));
          break;
      }
    }
  }

  /** Closes the file. */
  finish(): Promise<Buffer> {
    this.root.end();
    this.document.end();
    return this.bytes;
  }

  private bookmark({ title, level }: { title: string; level: number }, top: number): void {
    while ((this.outlines.at(-1)?.level ?? 0) >= level) this.outlines.pop();
    const parent = this.outlines.at(-1)?.entry ?? this.document.outline;
    // PDFKit's types leave out the place on the page.
    const options: { expanded: boolean; top: number } = { expanded: true, top };
    this.outlines.push({ level, entry: parent.addItem(title, options) });
  }

  private tagged(tag: Tag | undefined, draw: () => void, visible = true): void {
    const element = tag && this.elementOf(tag);
    if (!visible) return;
    if (tag && element) element.add(this.document.markStructureContent(tag.type));
    else this.document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.document.endMarkedContent();
  }

  private elementOf(tag: Tag): Element {
    const known = this.elements.get(tag);
    if (known) return known;
    const parent = tag.parent ? this.elementOf(tag.parent) : this.root;
    const element = this.document.struct(tag.type, tag.alt ? { alt: tag.alt } : {});
    parent.add(element);
    this.elements.set(tag, element);
    return element;
  }

  private text({ line, x, baseline, color }: TextInk, left: number, top: number): void {
    this.document.fillColor(color ?? BLACK);
    for (const run of line.runs) {
      this.document
        .font(this.nameOf(run.face))
        .fontSize(run.size)
        .text(run.text, left + x + line.x + run.x, top + baseline, {
          lineBreak: false,
          baseline: 'alphabetic',
          characterSpacing: run.spacing,
          horizontalScaling: run.stretch * 100,
        } as PDFKit.Mixins.TextOptions);
    }
  }

  private rule({ from, to, thickness, color }: RuleInk, left: number, top: number): void {
    this.document
      .lineWidth(thickness)
      .moveTo(left + from[0], top + from[1])
      .lineTo(left + to[0], top + to[1])
      .stroke(color ?? BLACK);
  }

  private frame({ x, y, width, height, border, color, fill }: FrameInk, left: number, top: number): void {
    if (fill) this.document.rect(left + x, top + y, width, height).fill(fill);
    if (!border) return;
    this.document
      .lineWidth(border)
      .rect(left + x, top + y, width, height)
      .stroke(color ?? BLACK);
  }

  private image({ image, x, y, width, height }: ImageInk, left: number, top: number): void {
    this.document.image(image, left + x, top + y, { width, height });
  }

  private path({ path, x, y, fill, stroke, lineWidth }: PathInk, left: number, top: number): void {
    this.document
      .save()
      .translate(left + x, top + y)
      .lineWidth(lineWidth ?? 1);
    if (fill) this.document.path(path).fill(fill);
    if (stroke) this.document.path(path).stroke(stroke);
    this.document.restore();
  }

  private nameOf(face: Typeface): string {
    const known = this.names.get(face);
    if (known) return known;
    const name = `face-${this.names.size + 1}`;
    // PDFKit takes a parsed font as it takes a file; its types do not say so.
    this.document.registerFont(name, face.embeddable as unknown as Uint8Array);
    this.names.set(face, name);
    return name;
  }
}

function infoOf({ title, author, subject, on }: Imprint): PDFKit.DocumentInfo {
  return {
    Title: withoutMarkup(title),
    ...(author && { Author: withoutMarkup(author) }),
    ...(subject && { Subject: withoutMarkup(subject) }),
    Creator: '依申请公开办理系统',
    // Noon in China is the same day almost everywhere.
    CreationDate: new Date(`${on}T12:00:00+08:00`),
  };
}

/** PDFKit copies these words into the file's XML as they are. */
function withoutMarkup(text: string): string {
  return text.replaceAll('\n', '').replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞');
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}
