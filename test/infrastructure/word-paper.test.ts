import { expect } from 'chai';
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { localDate } from '../../src/domain/time/local-date.js';
import { openPaper } from '../../src/infrastructure/binding/opened-paper.js';
import { printWord } from '../../src/infrastructure/binding/word-paper.js';
import { UnreadableWord, readWord } from '../../src/infrastructure/word-reading/word-blocks.js';
import { type PdfFile, readPdf } from '../support/pdf-text.js';
import { jpegPaper } from '../support/evidence-papers.js';
import { sealPicture } from '../support/seal-picture.js';
import { zipOf } from '../support/zip.js';

const on = localDate('2026-06-03');
const change = { id: 1, author: '王经办', date: '2026-06-01T00:00:00Z' };
const words = (text: string, more: object = {}): Paragraph =>
  new Paragraph({ children: [new TextRun(text)], ...more });
const cell = (text: string, more: object = {}): TableCell =>
  new TableCell({ children: [words(text)], ...more });

const wordOf = (children: (Paragraph | Table)[], more: object = {}): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          {
            reference: 'articles',
            levels: [
              { level: 0, format: LevelFormat.JAPANESE_COUNTING, text: '%1、' },
              { level: 1, format: LevelFormat.DECIMAL, text: '（%2）' },
            ],
          },
        ],
      },
      footnotes: { 1: { children: [words('依据见附件。')] } },
      sections: [{ headers: { default: new Header({ children: [words('内部资料')] }) }, children }],
      ...more,
    }),
  );

const table = (rows: string): string => `<w:tbl>${rows}</w:tbl>`;
const row = (cells: string): string => `<w:tr>${cells}</w:tr>`;
const merged = (columns: number): string =>
  `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p/></w:tc>`;
/** A Word file as no program writes it. */
const docxOf = (body: string, more: Record<string, string> = {}): Buffer =>
  zipOf({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`, ...more });

const listed = (text: string, level = 0): Paragraph =>
  words(text, { numbering: { reference: 'articles', level } });

describe('a Word file set as pages', function () {
  this.timeout(30_000);
  let file: PdfFile;
  let lines: string[];

  before(async () => {
    const picture = new ImageRun({
      type: 'png',
      data: sealPicture(),
      transformation: { width: 120, height: 120 },
    });
    const word = await wordOf([
      words('关于征地批复的会议纪要', { heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER }),
      words('会议研究了征地批复的公开问题。', { indent: { firstLine: 480 } }),
      listed('同意公开批复正文'),
      listed('正文', 1),
      listed('附图', 1),
      listed('附件不予公开'),
      new Paragraph({
        children: [
          new TextRun('保留的话'),
          new DeletedTextRun({ text: '删去的话', ...change }),
          new InsertedTextRun({ text: '补上的话', ...change }),
          new TextRun({ text: '隐藏的话', vanish: true }),
          new FootnoteReferenceRun(1),
        ],
      }),
      new Table({
        columnWidths: [2000, 2000, 4000],
        rows: [
          new TableRow({ children: [cell('街道', { rowSpan: 2 }), cell('户数与面积', { columnSpan: 2 })] }),
          new TableRow({ children: [cell('12'), cell('340平方米')] }),
          new TableRow({
            children: [
              cell('双桂'),
              cell('3'),
              new TableCell({ children: [new Paragraph({ children: [picture] })] }),
            ],
          }),
        ],
      }),
      new Paragraph({ children: [new PageBreak(), new TextRun('第二页的话'), picture] }),
      new Paragraph({
        children: [
          new ImageRun({
            type: 'jpg',
            data: Buffer.from(jpegPaper('照片').content),
            transformation: { width: 40, height: 40 },
          }),
        ],
      }),
      words('罕用字𰻝与󰀀', { alignment: AlignmentType.RIGHT }),
    ]);
    const pdf = await printWord(word, on);
    file = await readPdf(pdf);
    lines = file.pages.flatMap((page) => page.lines.map(({ text }) => text));
  });

  it('says on every page that it is set from Word', () => {
    expect(file.pages).to.have.length(2);
    for (const page of file.pages)
      expect(page.lines.map(({ text }) => text)).to.include('据Word文件排印，原件附后');
    expect(file.prose).to.include('版式与原件不尽相同，以所附原件为准');
  });

  it('has paragraphs in their order with the numbers that Word counts', () => {
    const found = [
      '关于征地批复的会议纪要',
      '一、同意公开',
      '（1）正文',
      '（2）附图',
      '二、附件不予公开',
    ].map((part) => lines.findIndex((line) => line.startsWith(part)));
    expect(found).to.not.include(-1);
    expect(found).to.deep.equal([...found].sort((a, b) => a - b));
  });

  it('leaves out what is deleted or hidden, keeps what is inserted, and says so', () => {
    expect(file.prose).to.include('保留的话补上的话〔注1〕').and.include('注1：依据见附件。');
    expect(file.prose).to.not.include('删去的话').and.not.include('隐藏的话');
    expect(file.prose).to.include('原件有修订痕迹').and.include('页眉：内部资料');
  });

  it('sets tables with their merged cells, and pictures with their size', () => {
    const row = lines.find((line) => line.includes('340平方米'));
    expect(row).to.include('12').and.not.include('双桂');
    expect(file.prose).to.include('户数与面积').and.include('〔图片，见表后〕');
    const pictures = file.pages.flatMap(({ pictures: all }) => all);
    // 120 pixels are 90 points.
    expect(pictures.map(({ width, height }) => [Math.round(width), Math.round(height)])).to.deep.equal([
      [90, 90],
      [90, 90],
      [30, 30],
    ]);
  });

  it('begins a page where the original does, and puts a sign for a character that no typeface has', () => {
    const second = file.pages[1]!.lines.map(({ text }) => text).join('');
    expect(second).to.include('第二页的话').and.include('〓').and.include('个字字库中没有');
  });

  it('opens a picture wherever its bytes lie in memory', async () => {
    const { content } = jpegPaper('照片', 6);
    const among = Buffer.concat([Buffer.alloc(40), content]);
    expect(await openPaper(among.subarray(40), on)).to.have.property('pages');
  });

  it('is refused where it is no readable docx, and the paper is enclosed as it is', async () => {
    const whole = await wordOf([words('一句')]);
    for (const content of [Buffer.from('PK\u0003\u0004 会议纪要'), whole.subarray(0, whole.length >> 1)]) {
      let fault: unknown;
      await readWord(content).catch((thrown: unknown) => (fault = thrown));
      expect(fault).to.be.instanceOf(UnreadableWord);
      expect(await openPaper(content, on)).to.have.property('enclosed', 'Word 文件打不开，未转成页面');
    }
  });

  it('is refused where it is longer than can be set', async () => {
    const lines = docxOf('<w:p><w:r><w:t>短</w:t></w:r></w:p>'.repeat(10_000));
    for (const long of [await wordOf([words('长'.repeat(100_001))]), lines])
      expect(await openPaper(long, on)).to.have.property('enclosed', 'Word 文件太长，未转成页面');
  });

  const hostile: readonly (readonly [string, string, Record<string, string>?])[] = [
    ['a table that claims a thousand million columns', table(row(merged(1_000_000_000)))],
    ['a table of more cells than can be set', table(row(merged(200)) + row(merged(1)).repeat(200))],
    ['more elements than a document has', '<w:p/>'.repeat(500_001)],
    ['deeper elements than a document has', `${'<w:sdt>'.repeat(300)}${'</w:sdt>'.repeat(300)}`],
    ['a text that swells', `<w:p><!--${' '.repeat(20_000_000)}--></w:p>`],
    [
      'deeper elements in its styles',
      '<w:p/>',
      { 'word/styles.xml': '<a>'.repeat(300) + '</a>'.repeat(300) },
    ],
  ];
  for (const [what, body, more] of hostile)
    it(`is enclosed as it is where it holds ${what}`, async () => {
      expect(await openPaper(docxOf(body, more), on))
        .to.have.property('enclosed')
        .that.matches(/^Word 文件.*，未转成页面$/u);
    });

  it('sets a long table with cells merged down, in no more time than its length takes', async () => {
    const cells = '<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>';
    const down = (more: string) => `<w:tc><w:tcPr><w:vMerge${more}/></w:tcPr><w:p/></w:tc>`;
    const rows = Array.from({ length: 5_000 }, (_, i) =>
      row(down(i === 0 ? ' w:val="restart"' : '') + cells),
    );
    const { blocks } = await readWord(docxOf(table(rows.join(''))));
    const [found] = blocks;
    if (found?.kind !== 'table') throw new Error('no table');
    expect(found.rows).to.have.length(5_000);
    expect(found.rows[0]).to.deep.equal([
      { text: '', colSpan: 1, rowSpan: 5_000 },
      { text: '甲', colSpan: 1, rowSpan: 1 },
    ]);
    expect(found.rows[4_999]).to.deep.equal([{ text: '甲', colSpan: 1, rowSpan: 1 }]);
  });

  it('is read where its styles go back to themselves, and its lists to levels that there are not', async () => {
    const styles = Array.from(
      { length: 3_000 },
      (_, i) => `<w:style w:styleId="s${i}"><w:basedOn w:val="s${(i + 1) % 3_000}"/></w:style>`,
    );
    const list = '<w:numPr><w:ilvl w:val="4294967294"/><w:numId w:val="1"/></w:numPr>';
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="4294967294"><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const body = `<w:p><w:pPr><w:pStyle w:val="s0"/>${list}</w:pPr><w:r><w:t>一句</w:t></w:r></w:p>`;
    const { blocks } = await readWord(
      docxOf(body, {
        'word/styles.xml': `<w:styles>${styles.join('')}</w:styles>`,
        'word/numbering.xml': `<w:numbering>${numbering}</w:numbering>`,
      }),
    );
    expect(blocks).to.deep.equal([{ kind: 'paragraph', text: '一句', align: 'left' }]);
  });
});
