import { expect } from 'chai';
import { printLetter } from '../../src/infrastructure/printing/letter-printer.js';
import { fullLines, letterOf, paragraphOf } from '../support/letters.js';
import { readPdf, type PdfFile, type PdfLine, type PdfPage } from '../support/pdf-text.js';

const MM = 72 / 25.4;
const RED = '#d7000f';

/** Ink edges depend a little on the glyph; a tenth of a millimetre is nothing to the standard. */
const CLOSE = 0.1;

describe('a letter on paper (GB/T 9704-2012)', () => {
  describe('the text area', () => {
    let file: PdfFile;
    before(async () => {
      file = await readPdf(await printLetter(letterOf({ blocks: [fullLines(60)] })));
    });

    it('is an A4 page', () => {
      expect(page(file, 0).width / MM).to.be.closeTo(210, CLOSE);
      expect(page(file, 0).height / MM).to.be.closeTo(297, CLOSE);
    });

    it('holds 22 lines of 28 characters on a full page', () => {
      const body = bodyOf(page(file, 1));
      expect(body).to.have.length(22);
      for (const line of body) expect([...line.text]).to.have.length(28);
    });

    it('is 156 mm wide and begins 28 mm from the left edge', () => {
      const [line] = bodyOf(page(file, 1));
      expect((line?.left ?? 0) / MM).to.be.closeTo(28, CLOSE);
      expect((line?.right ?? 0) / MM).to.be.closeTo(184, CLOSE);
    });

    it('is 225 mm high and begins 37 mm from the top edge', () => {
      const body = bodyOf(page(file, 1));
      const pitch = ((body[21]?.y ?? 0) - (body[0]?.y ?? 0)) / 21;
      expect((pitch * 22) / MM).to.be.closeTo(225, CLOSE);
      // The character stands in the middle of its line.
      const middle = (body[0]?.y ?? 0) - 0.38 * 16;
      expect((middle - pitch / 2) / MM).to.be.closeTo(37, CLOSE);
    });

    it('indents a paragraph by two characters and sets it in 3号', () => {
      const [first, second] = bodyOf(page(file, 0)).filter((line) => line.text.startsWith('甲'));
      expect((first?.left ?? 0) - (second?.left ?? 0)).to.be.closeTo((2 * 156 * MM) / 28, CLOSE);
      expect([...(first?.text ?? '')]).to.have.length(26);
      expect(first?.size).to.equal(16);
    });
  });

  describe('信函格式', () => {
    let first: PdfPage;
    before(async () => {
      first = page(await readPdf(await printLetter(letterOf())), 0);
    });

    it('has the red 发文机关标志 30 mm below the page’s edge, in the middle', () => {
      const mark = lineWith(first, '梁平区人民政府办公室');
      expect((mark.left + mark.right) / 2 / MM).to.be.closeTo(105, CLOSE);
      // 平 of the bold font rises to 0.84 em or a little more.
      expect((mark.y - 0.85 * mark.size) / MM).to.be.closeTo(30, 0.6);
    });

    it('has a red double line of 170 mm below the mark, thick above thin', () => {
      const [thick, thin] = first.strokes;
      expect(thick?.color).to.equal(RED);
      expect(((thick?.x2 ?? 0) - (thick?.x1 ?? 0)) / MM).to.be.closeTo(170, CLOSE);
      expect((thick?.x1 ?? 0) / MM).to.be.closeTo(20, CLOSE);
      expect(thick?.thickness).to.be.greaterThan(thin?.thickness ?? 0);
      expect(thick?.y1).to.be.lessThan(thin?.y1 ?? 0);
      const mark = lineWith(first, '梁平区人民政府办公室');
      expect(((thick?.y1 ?? 0) - mark.y) / MM).to.be.within(4, 6);
    });

    it('has a red double line 20 mm above the page’s lower edge, thin above thick', () => {
      const [thin, thick] = first.strokes.slice(2);
      expect(thick?.color).to.equal(RED);
      expect(thick?.thickness).to.be.greaterThan(thin?.thickness ?? 0);
      const lowerEdge = (thick?.y1 ?? 0) + (thick?.thickness ?? 0) / 2;
      expect((first.height - lowerEdge) / MM).to.be.closeTo(20, CLOSE);
    });

    it('has the 文号 at the right edge, 7/8 of a character below the line', () => {
      const number = lineWith(first, '梁政公开〔2026〕12号');
      const thin = first.strokes[1];
      expect(number.right / MM).to.be.closeTo(184, CLOSE);
      const top = number.y - 0.88 * 16;
      expect(top - ((thin?.y1 ?? 0) + (thin?.thickness ?? 0) / 2)).to.be.closeTo(14, CLOSE);
    });

    it('has the title two lines below the 文号, in 2号, in the middle', () => {
      const number = lineWith(first, '梁政公开〔2026〕12号');
      const title = lineWith(first, '政府信息公开申请答复书');
      const line = (225 * MM) / 22;
      expect(title.size).to.equal(22);
      expect((title.left + title.right) / 2 / MM).to.be.closeTo(106, CLOSE);
      const between = title.y - 0.38 * 22 - (number.y - 0.38 * 16);
      expect(between).to.be.closeTo(3 * line, CLOSE);
    });

    it('has the addressee flush left one line below the title', () => {
      const title = lineWith(first, '政府信息公开申请答复书');
      const to = lineWith(first, '张某某：');
      expect(to.left / MM).to.be.closeTo(28, 0.3);
      expect((to.y - title.y) / ((225 * MM) / 22)).to.be.closeTo(2, 0.1);
    });
  });

  describe('文件格式', () => {
    let first: PdfPage;
    before(async () => {
      first = page(await readPdf(await printLetter(letterOf({ form: 'wenjian' }))), 0);
    });

    it('has the mark 35 mm below the text area’s top and one red line as wide as the text area', () => {
      const mark = lineWith(first, '梁平区人民政府办公室');
      expect((mark.y - 0.85 * mark.size) / MM).to.be.closeTo(72, 0.8);
      expect(first.strokes).to.have.length(1);
      const [line] = first.strokes;
      expect((line?.x1 ?? 0) / MM).to.be.closeTo(28, CLOSE);
      expect((line?.x2 ?? 0) / MM).to.be.closeTo(184, CLOSE);
    });

    it('has the 文号 in the middle, 4 mm above the line', () => {
      const number = lineWith(first, '梁政公开〔2026〕12号');
      expect((number.left + number.right) / 2 / MM).to.be.closeTo(106, 0.2);
      expect(((first.strokes[0]?.y1 ?? 0) - (number.y + 0.12 * 16)) / MM).to.be.closeTo(4, CLOSE);
    });

    it('numbers the first page too', () => {
      expect(first.lines.at(-1)?.text).to.equal('—1—');
    });
  });

  describe('page numbers', () => {
    let file: PdfFile;
    before(async () => {
      file = await readPdf(await printLetter(letterOf({ blocks: [fullLines(60)] })));
    });

    it('are absent on the first page of 信函格式', () => {
      expect(page(file, 0).lines.map((line) => line.text)).not.to.include('—1—');
    });

    it('stand 7 mm below the text area in 4号: even pages left, odd pages right, one character in', () => {
      const even = lineWith(page(file, 1), '—2—');
      const odd = lineWith(page(file, 2), '—3—');
      const character = 156 / 28;
      expect(even.size).to.equal(14);
      expect(even.left / MM).to.be.closeTo(28 + character, 0.3);
      expect(odd.right / MM).to.be.closeTo(184 - character, 0.3);
      // The dash lies about a third of its size above the baseline.
      expect((even.y - 0.33 * 14) / MM).to.be.closeTo(37 + 225 + 7, 0.5);
    });
  });

  it('keeps a heading with the line that follows it', async () => {
    for (const lines of [10, 11, 12, 13, 14, 15]) {
      const blocks = [
        fullLines(lines),
        { kind: 'heading' as const, level: 1 as const, text: '一、依据' },
        fullLines(3),
      ];
      const file = await readPdf(await printLetter(letterOf({ blocks })));
      for (const { lines: printed } of file.pages) {
        const words = printed.map((line) => line.text).filter((text) => !text.startsWith('—'));
        expect(words.at(-1)).not.to.equal('一、依据');
      }
    }
  });

  it('sets a long title in lines of about equal length', async () => {
    const title = '梁平区人民政府办公室关于张某某同志申请公开征收补偿方案的答复书';
    const file = await readPdf(await printLetter(letterOf({ title })));
    const lines = page(file, 0).lines.filter((line) => line.size === 22);
    expect(lines.map((line) => line.text).join('')).to.equal(title);
    const lengths = lines.map((line) => line.text.length);
    expect(Math.max(...lengths) - Math.min(...lengths)).to.be.at.most(2);
  });

  it('names the file, its language and its headings', async () => {
    const blocks = [
      { kind: 'heading' as const, level: 1 as const, text: '一、依据' },
      paragraphOf('依据如下。'),
    ];
    const bytes = await printLetter(letterOf({ blocks }));
    const file = await readPdf(bytes);
    expect(file.title).to.equal('政府信息公开申请答复书');
    expect(file.bookmarks).to.deep.equal(['政府信息公开申请答复书', '一、依据']);
    const raw = bytes.toString('latin1');
    expect(raw).to.include('/Lang (zh-CN)');
    expect(raw).to.include('/Marked true');
    expect(raw).to.include('<pdfaid:part>2</pdfaid:part>');
  });
});

function page(file: PdfFile, index: number): PdfPage {
  const found = file.pages[index];
  if (!found) throw new Error(`no page ${index + 1}`);
  return found;
}

function lineWith(of: PdfPage, text: string): PdfLine {
  const found = of.lines.find((line) => line.text === text);
  if (!found) throw new Error(`no line “${text}” among ${of.lines.map((line) => line.text).join(' / ')}`);
  return found;
}

function bodyOf(of: PdfPage): PdfLine[] {
  return of.lines.filter((line) => line.size === 16 && line.y > 37 * MM);
}
