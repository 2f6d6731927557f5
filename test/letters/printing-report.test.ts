import { expect } from 'chai';
import { localDate } from '../../src/domain/time/local-date.js';
import { UncoveredCharacterError } from '../../src/infrastructure/printing/fonts.js';
import type { ReportBlock, ReportDocument } from '../../src/infrastructure/printing/report-blocks.js';
import { printReport } from '../../src/infrastructure/printing/report-printer.js';
import { readPdf, type PdfFile } from '../support/pdf-text.js';

describe('a report on paper', () => {
  it('numbers each page with the count of all', async () => {
    const file = await printed(
      Array.from({ length: 60 }, (_, i) => ({ kind: 'paragraph', text: `第${i + 1}段。` })),
    );
    expect(file.pages).to.have.length(2);
    expect(file.pages.map((page) => page.lines.at(-1)?.text)).to.deep.equal(['第1页共2页', '第2页共2页']);
  });

  it('lies across when asked', async () => {
    const { pages } = await printed([{ kind: 'paragraph', text: '甲' }], { orientation: 'landscape' });
    expect(pages[0]?.width).to.be.greaterThan(pages[0]?.height ?? 0);
  });

  it('repeats a table’s head on each page and keeps every row', async () => {
    const rows = Array.from({ length: 80 }, (_, i) => [`事项${i + 1}`, String(i)]);
    const file = await printed([
      {
        kind: 'table',
        columns: [
          { heading: '名称', width: 3 },
          { heading: '件数', align: 'right' },
        ],
        rows,
      },
    ]);
    expect(file.pages.length).to.be.greaterThan(1);
    for (const page of file.pages) expect(page.lines.some((line) => line.text === '名称件数')).to.equal(true);
    for (const [name] of rows) expect(file.text).to.match(new RegExp(`^${name} ?\\d+$`, 'mu'));
  });

  it('aligns figures to the right of their column', async () => {
    const rows = [
      ['甲', '7'],
      ['乙', '1234'],
    ];
    const { pages } = await printed([
      { kind: 'table', columns: [{ heading: '名称' }, { heading: '件数', align: 'right' }], rows },
    ]);
    const ends = pages[0]?.words
      .filter((w) => /^\d+$/u.test(w.text) && w.size === 10.5)
      .map((w) => w.x + w.width);
    expect(ends?.[0]).to.be.closeTo(ends?.[1] ?? 0, 0.1);
  });

  it('joins cells over rows and columns', async () => {
    const file = await printed([
      {
        kind: 'table',
        columns: [{ heading: '' }, { heading: '' }, { heading: '' }],
        head: [
          [
            { text: '事项', rowSpan: 2 },
            { text: '申请人', colSpan: 2 },
          ],
          ['自然人', '法人'],
        ],
        rows: [
          [{ text: '予以公开', colSpan: 2 }, '3'],
          [{ text: '不予公开', rowSpan: 2 }, '国家秘密', '1'],
          ['行政执法案卷', '2'],
        ],
      },
    ]);
    for (const words of ['事项', '自然人', '予以公开', '国家秘密', '行政执法案卷'])
      expect(file.prose).to.include(words);
  });

  it('refuses a row that does not fill its columns', async () => {
    const printing = printed([
      { kind: 'table', columns: [{ heading: '甲' }, { heading: '乙' }], rows: [['一', '二'], ['一']] },
    ]);
    const error: unknown = await printing.catch((e: unknown) => e);
    expect(String(error)).to.include('表格第2行的单元格与2列不符');
  });

  it('divides a row that is taller than a page without losing a character', async () => {
    const text = Array.from({ length: 3000 }, (_, i) => `${i}甲`).join('');
    const file = await printed([{ kind: 'table', columns: [{ heading: '证明内容' }], rows: [[text]] }]);
    const cells = file.pages.flatMap((page) => page.lines.filter((line) => line.size === 10.5));
    const read = cells
      .map((line) => line.text)
      .filter((words) => words !== '证明内容')
      .join('');
    expect(read).to.equal(text);
  });

  it('draws months with weeks from Monday, marks and a key to them', async () => {
    const file = await printed([
      {
        kind: 'calendarGrid',
        months: [localDate('2026-02-01')],
        days: [
          { on: localDate('2026-02-16'), mark: 'rest' },
          { on: localDate('2026-02-28'), mark: 'makeUp' },
          { on: localDate('2026-02-27'), mark: 'counted', label: '7' },
        ],
      },
    ]);
    const words = file.pages[0]?.words ?? [];
    const day = (text: string) => words.find((w) => w.text === text && w.size === 9);
    // 2026-02-01 is a Sunday: the last column; the 2nd begins the next week.
    expect(day('1')?.x).to.be.greaterThan(day('2')?.x ?? Infinity);
    expect(day('1')?.y).to.be.lessThan(day('2')?.y ?? 0);
    for (const line of ['2026年2月', '计入期限', '休息日', '调休上班']) expect(file.prose).to.include(line);
    expect(file.prose).not.to.include('扣除');
  });

  it('sets names and values in pairs and tags drawings as figures with a description', async () => {
    const bytes = await printReport(
      reportOf([
        {
          kind: 'keyValues',
          columns: 2,
          entries: [
            { name: '申请人', value: '张某某' },
            { name: '收到之日', value: '2026年3月6日' },
          ],
        },
        {
          kind: 'drawing',
          width: 100,
          height: 40,
          shapes: [{ path: 'M0 40 L100 0', stroke: '#1f4e8c' }],
          words: [{ text: '三月', x: 50, y: 38, anchor: 'middle' }],
          alt: '按月趋势',
        },
      ]),
    );
    const file = await readPdf(bytes);
    expect(file.text).to.include('申请人张某某收到之日2026年3月6日');
    expect(file.text).to.include('三月');
    expect(bytes.toString('latin1')).to.match(/\/S \/Figure\s+\/Alt/u);
  });

  it('gives equal bytes for equal reports', async () => {
    const report = reportOf([{ kind: 'paragraph', text: '甲' }]);
    expect((await printReport(report)).equals(await printReport(report))).to.equal(true);
  });

  it('refuses characters that no font has', async () => {
    const error: unknown = await printed([{ kind: 'note', text: '😀' }]).catch((e: unknown) => e);
    expect(error).to.be.instanceOf(UncoveredCharacterError);
  });
});

function reportOf(blocks: ReportBlock[], own: Partial<ReportDocument> = {}): ReportDocument {
  return { title: '期限账本', orientation: 'portrait', on: localDate('2026-11-23'), blocks, ...own };
}

async function printed(blocks: ReportBlock[], own: Partial<ReportDocument> = {}): Promise<PdfFile> {
  return readPdf(await printReport(reportOf(blocks, own)));
}
