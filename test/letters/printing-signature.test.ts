import { expect } from 'chai';
import { localDate } from '../../src/domain/time/local-date.js';
import { printLetter } from '../../src/infrastructure/printing/letter-printer.js';
import { fullLines, letterOf } from '../support/letters.js';
import { readPdf, type PdfPage } from '../support/pdf-text.js';
import { sealPicture } from '../support/seal-picture.js';

const MM = 72 / 25.4;
const CELL = (156 * MM) / 28;
const LINE = (225 * MM) / 22;
const RIGHT = 184 * MM;
const OFFICE = '梁平区人民政府办公室';
const ON = localDate('2026-03-06');

describe('the foot of a letter (GB/T 9704-2012 7.3)', () => {
  it('has the date four characters from the right and the name centred on it', async () => {
    const [page] = await pagesOf({});
    const date = lastWith(page, '2026年3月6日');
    const name = lastWith(page, OFFICE);
    expect(RIGHT - date.right).to.be.closeTo(4 * CELL, 1);
    expect((name.left + name.right) / 2).to.be.closeTo((date.left + date.right) / 2, 0.5);
    expect(date.y - name.y).to.be.closeTo(LINE, 0.1);
  });

  it('keeps a long name within the text area and the date centred below it', async () => {
    const office = '重庆市梁平区规划和自然资源局政府信息公开办公室';
    const [page] = await pagesOf({ signature: { office, on: ON } });
    const date = lastWith(page, '2026年3月6日');
    const name = lastWith(page, office);
    expect(name.right).to.be.at.most(RIGHT + 0.5);
    expect((name.left + name.right) / 2).to.be.closeTo((date.left + date.right) / 2, 0.5);
  });

  it('puts the seal over name and date, its top within one line of the text', async () => {
    const [page] = await pagesOf({ signature: { office: OFFICE, on: ON, seal: { png: sealPicture() } } });
    const [seal] = page?.pictures ?? [];
    if (!seal) throw new Error('no seal');
    const date = lastWith(page, '2026年3月6日');
    const name = lastWith(page, OFFICE);
    const text = page?.lines.filter((line) => line.size === 16 && line.y < name.y).at(-1);
    expect(seal.width / MM).to.be.closeTo(42, 0.1);
    expect(seal.x + seal.width / 2).to.be.closeTo((date.left + date.right) / 2, 0.5);
    expect(seal.y - (text?.y ?? 0)).to.be.within(0, LINE);
    // 居印章中心偏下: the middle of both lines lies below the seal's middle, and the date within the seal.
    expect((name.y + date.y) / 2).to.be.greaterThan(seal.y + seal.height / 2);
    expect(date.y).to.be.lessThan(seal.y + seal.height);
  });

  it('prints the same places with and without a seal', async () => {
    const [bare] = await pagesOf({});
    const [sealed] = await pagesOf({ signature: { office: OFFICE, on: ON, seal: { png: sealPicture() } } });
    expect(lastWith(bare, '2026年3月6日').y).to.be.closeTo(lastWith(sealed, '2026年3月6日').y, 0.01);
    expect(bare?.pictures).to.deep.equal([]);
  });

  it('never leaves name and date alone on a page', async () => {
    for (let lines = 8; lines <= 16; lines += 1) {
      const pages = await pagesOf({ blocks: [fullLines(lines)] });
      const last = pages.at(-1);
      lastWith(last, '2026年3月6日');
      expect(
        last?.lines.some((line) => line.text.startsWith('甲')),
        `${lines} lines`,
      ).to.equal(true);
    }
  });

  it('leaves no first line of the closing paragraph behind, whatever stands above it', async () => {
    const closing = { kind: 'paragraph' as const, text: '乙'.repeat(26 + 28 + 10) };
    for (let lines = 4; lines <= 16; lines += 1) {
      const pages = await pagesOf({ blocks: [fullLines(lines), closing] });
      const onPage = pages.map(({ lines: set }) => set.filter(({ text }) => text.includes('乙乙乙')).length);
      expect(onPage, `${lines} lines above`).to.satisfy((of: number[]) =>
        of.every((n) => n === 0 || n === 3),
      );
    }
  });

  it('lists attachments one line below the text, numbered and hanging', async () => {
    const long = '关于城东街道房屋征收补偿方案的批复文件及其附图附表和说明材料汇编';
    const [page] = await pagesOf({ attachments: ['征收补偿方案', long] });
    const first = lastWith(page, '附件：1.征收补偿方案');
    const second = page?.lines.find((line) => line.text.startsWith('2.'));
    const rest = page?.lines.find((line) => line.y > (second?.y ?? 0));
    expect(first.left).to.be.closeTo(28 * MM + 2 * CELL, 1);
    expect(second?.left).to.be.closeTo(28 * MM + 5 * CELL, 1.5);
    expect(`${second?.text}${rest?.text}`).to.equal(`2.${long}`);
    expect(rest?.left).to.be.greaterThan((second?.left ?? 0) + 8);
  });

  it('does not number a single attachment', async () => {
    const [page] = await pagesOf({ attachments: ['征收补偿方案'] });
    lastWith(page, '附件：征收补偿方案');
  });

  it('names those who get a copy at the foot of the last page, without lines in 信函格式', async () => {
    const [page] = await pagesOf({ copyTo: ['区司法局', '区信访办'] });
    const copies = lastWith(page, '抄送：区司法局，区信访办。');
    expect(copies.size).to.equal(14);
    expect(copies.left).to.be.closeTo(28 * MM + 14, 1);
    expect(copies.y).to.be.within((37 + 225) * MM - LINE, (37 + 225) * MM);
    expect(page?.strokes).to.have.length(4);
  });

  it('marks a draft in the margin of each page', async () => {
    const pages = await pagesOf({ draftMark: '草稿，未经签发', blocks: [fullLines(40)] });
    expect(pages).to.have.length.greaterThan(1);
    for (const page of pages) {
      const mark = lastWith(page, '草稿，未经签发');
      expect(mark.y).to.be.lessThan(30 * MM);
    }
  });
});

async function pagesOf(own: Parameters<typeof letterOf>[0]): Promise<PdfPage[]> {
  return (await readPdf(await printLetter(letterOf(own)))).pages;
}

function lastWith(page: PdfPage | undefined, text: string): PdfPage['lines'][number] {
  const found = page?.lines.filter((line) => line.text === text).at(-1);
  if (!found) throw new Error(`no line “${text}” among ${page?.lines.map((line) => line.text).join(' / ')}`);
  return found;
}
