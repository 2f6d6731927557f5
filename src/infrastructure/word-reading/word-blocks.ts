import { type Archive, openArchive } from '../inspection/zip-entries.js';
import type { ReportBlock } from '../printing/report-blocks.js';
import { Numbering } from './numbering.js';
import { type Pictures, picturesOf } from './pictures.js';
import { type Piece, piecesOf } from './runs.js';
import { type ParagraphLook, readStyles, statedLook } from './styles.js';
import { readTable } from './table.js';
import { type XmlElement, childOf, elementsIn, readXml, valueOf } from './xml-tree.js';

const DOCUMENT = 'word/document.xml';
/** About a hundred and fifty pages, set in one go: what is longer is filed as it is. */
const MOST_CHARACTERS = 100_000;
/** A paragraph or table takes a line however short it is: it counts as so many characters more. */
const LEAST = 10;
/** So many signs of markup hold far more words than that; a file that swells to more is an attack. */
const LONGEST_PART = 20_000_000;

/** The file is no Word document (docx) that can be set as pages. */
export class UnreadableWord extends Error {
  override readonly name = 'UnreadableWord';
}

/** The text of a Word file as the report printer takes it. */
export interface WordText {
  readonly blocks: readonly ReportBlock[];
  /** What the pages do not show as the original does, in sentences. */
  readonly remarks: readonly string[];
}

/** Reads paragraphs, tables, pictures and notes of a .docx in their order. Throws {@link UnreadableWord}. */
export async function readWord(bytes: Buffer): Promise<WordText> {
  try {
    const archive = openArchive(bytes);
    const reading = new WordReading(archive);
    return await reading.whole();
  } catch (cause) {
    if (cause instanceof UnreadableWord) throw cause;
    throw new UnreadableWord('Word 文件打不开', { cause });
  }
}

class WordReading {
  private readonly styles: ReadonlyMap<string, ParagraphLook>;
  private readonly numbering: Numbering;
  private readonly pictures: Pictures;
  private readonly body: XmlElement;
  private readonly notes: string[] = [];
  private readonly marks = new Set<string>();
  private readonly parts = new Map<string, XmlElement>();
  private unset = 0;
  private length = 0;

  constructor(private readonly archive: Archive) {
    const body = childOf(this.part(DOCUMENT), 'w:body');
    if (!body) throw new UnreadableWord('不是 Word 文件');
    this.body = body;
    this.styles = readStyles(this.part('word/styles.xml'));
    this.numbering = new Numbering(this.part('word/numbering.xml'));
    this.pictures = picturesOf(archive, DOCUMENT);
  }

  async whole(): Promise<WordText> {
    const blocks = await this.blocksOf(elementsIn(this.body));
    const notes = this.notes.map((id, i) => this.noteText(id, i + 1));
    return {
      blocks: [
        ...this.margins('header', '页眉'),
        ...blocks,
        ...notes.map((text): ReportBlock => ({ kind: 'note', text })),
        ...this.margins('footer', '页脚'),
      ],
      remarks: [
        ...(this.marks.has('revised') ? ['原件有修订痕迹，这里按接受修订排印。'] : []),
        ...(this.marks.has('commented') ? ['原件有批注，这里没有排印。'] : []),
        ...(this.unset > 0 ? [`有 ${this.unset} 处图片不能排印，见原件。`] : []),
      ],
    };
  }

  private part(name: string): XmlElement | undefined {
    const known = this.parts.get(name);
    if (known) return known;
    const xml = this.archive.text(name);
    if (xml === undefined) return undefined;
    if (xml.length > LONGEST_PART) throw new UnreadableWord('Word 文件太长');
    const part = readXml(xml);
    this.parts.set(name, part);
    return part;
  }

  private async blocksOf(elements: readonly XmlElement[]): Promise<ReportBlock[]> {
    const blocks: ReportBlock[] = [];
    for (const element of elements) {
      if (element.name === 'w:p') blocks.push(...(await this.paragraph(element)));
      else if (element.name === 'w:tbl') blocks.push(...(await this.table(element)));
      // 内容控件, 自定义 XML, 修订 around whole paragraphs.
      else if (!element.name.endsWith('Pr')) blocks.push(...(await this.blocksOf(elementsIn(element))));
    }
    return blocks;
  }

  private async paragraph(element: XmlElement): Promise<ReportBlock[]> {
    this.takes(LEAST);
    const properties = childOf(element, 'w:pPr');
    const style = this.styles.get(valueOf(properties, 'w:pStyle') ?? '');
    const look = { ...style, ...statedLook(properties) };
    const label = look.list ? this.numbering.next(look.list) : '';
    const blocks: ReportBlock[] = look.onNewPage ? [{ kind: 'pageBreak' }] : [];
    let words = label;
    const flush = (): void => {
      if (words.trim()) blocks.push(textBlock(words, look));
      words = '';
    };
    for (const piece of piecesOf(element)) {
      if (piece.kind === 'pageBreak') {
        flush();
        blocks.push({ kind: 'pageBreak' });
      } else if (piece.kind === 'picture') {
        flush();
        blocks.push(await this.picture(piece));
      } else if (piece.kind === 'box') {
        flush();
        blocks.push(...(await this.blocksOf(piece.paragraphs)));
      } else words += this.wordsOf(piece);
    }
    flush();
    return endsPage(properties) ? [...blocks, { kind: 'pageBreak' }] : blocks;
  }

  private async picture({ picture }: Extract<Piece, { kind: 'picture' }>): Promise<ReportBlock> {
    const block = await this.pictures(picture);
    if (block) return block;
    this.unset += 1;
    return { kind: 'paragraph', text: '〔图片，见原件〕', align: 'center' };
  }

  private takes(characters: number): void {
    this.length += characters;
    if (this.length > MOST_CHARACTERS) throw new UnreadableWord('Word 文件太长');
  }

  /** Words of a piece that has any. */
  private wordsOf(piece: Piece): string {
    switch (piece.kind) {
      case 'text':
        this.takes(piece.text.length);
        return piece.text;
      case 'note':
        this.notes.push(piece.id);
        return `〔注${this.notes.length}〕`;
      case 'mark':
        this.marks.add(piece.mark);
        return '';
      default:
        return '';
    }
  }

  /** A table; pictures of its cells stand behind it. */
  private async table(element: XmlElement): Promise<ReportBlock[]> {
    this.takes(LEAST);
    const pictures: Extract<Piece, { kind: 'picture' }>[] = [];
    const read = readTable(element, (cell) => this.cellText(cell, pictures));
    if (!read) throw new UnreadableWord('Word 文件里的表格太大');
    const { widths, rows } = read;
    if (rows.length === 0) return [];
    const behind: ReportBlock[] = [];
    for (const piece of pictures) behind.push(await this.picture(piece));
    const columns = widths.map((width) => ({ heading: '', width }));
    return [{ kind: 'table', columns, head: [], rows }, ...behind];
  }

  private cellText(element: XmlElement, pictures: Extract<Piece, { kind: 'picture' }>[]): string {
    return elementsIn(element)
      .filter(({ name }) => name !== 'w:tcPr')
      .map((child) => {
        if (child.name !== 'w:p') return this.cellText(child, pictures);
        const { list } = { ...statedLook(childOf(child, 'w:pPr')) };
        const label = list ? this.numbering.next(list) : '';
        return label + this.flatText(piecesOf(child), pictures);
      })
      .filter((words) => words.trim())
      .join('\n');
  }

  private flatText(pieces: readonly Piece[], pictures: Extract<Piece, { kind: 'picture' }>[]): string {
    return pieces
      .map((piece) => {
        if (piece.kind === 'picture') {
          pictures.push(piece);
          return '〔图片，见表后〕';
        }
        if (piece.kind === 'box')
          return piece.paragraphs.map((one) => this.flatText(piecesOf(one), pictures)).join('\n');
        return this.wordsOf(piece);
      })
      .join('');
  }

  private noteText(id: string, n: number): string {
    const [kind = '', of = ''] = id.replace('w:', '').split(':');
    const part = this.part(kind.startsWith('endnote') ? 'word/endnotes.xml' : 'word/footnotes.xml');
    const note = part && elementsIn(part).find(({ attributes }) => attributes['w:id'] === of);
    const words = note ? piecesOf(note).map((piece) => (piece.kind === 'text' ? piece.text : '')) : [];
    return `注${n}：${words.join('').trim()}`;
  }

  /** What stands in the margins of the pages, once each. */
  private margins(kind: 'header' | 'footer', name: string): ReportBlock[] {
    const texts = this.archive.names
      .filter((part) => new RegExp(`^word/${kind}\\d*\\.xml$`, 'u').test(part))
      .map((part) => this.part(part))
      .map((root) => (root ? piecesOf(root) : []))
      .map((pieces) =>
        pieces
          .map((piece) => (piece.kind === 'text' ? piece.text : ''))
          .join('')
          .trim(),
      )
      // A page number alone says nothing of the text.
      .filter((text) => /[^\s\d\-—－第共页/]/u.test(text));
    return [...new Set(texts)].map((text) => ({ kind: 'note', text: `${name}：${text}` }));
  }
}

/** 分节符 that is not 连续: what follows begins a page. */
function endsPage(properties: XmlElement | undefined): boolean {
  const section = childOf(properties, 'w:sectPr');
  return section !== undefined && valueOf(section, 'w:type') !== 'continuous';
}

function textBlock(words: string, { align, indented, outline }: ParagraphLook): ReportBlock {
  const text = words.replace(/^\s+|\s+$/gu, '');
  if (align === 'center') return { kind: 'paragraph', text, align: 'center' };
  if (align === 'right' || align === 'end') return { kind: 'paragraph', text, align: 'right' };
  if (outline !== undefined && outline <= 2 && !text.includes('\n'))
    return { kind: 'heading', level: outline === 0 ? 1 : outline === 1 ? 2 : 3, text };
  const set = indented === true || /^\u3000{2}/u.test(words);
  return { kind: 'paragraph', text, align: set ? 'indented' : 'left' };
}
