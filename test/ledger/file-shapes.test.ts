import ExcelJS from 'exceljs';
import { expect } from 'chai';
import iconv from 'iconv-lite';
import { ledgerHeadings } from '../../src/ledger/columns.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { takeApplicationNumbers } from '../../src/records/application/numbers.js';
import {
  csv,
  fileWith,
  type LedgerOffice,
  type Line,
  openLedgerOffice,
  usualLine,
} from '../support/ledger-office.js';

const rare: Line = { 申请人: '阎䶮英', 所需信息: '关于“礼让项目”的批复，含附图\n及附表' };

type Cell = ExcelJS.CellValue;
const cellsOf = (line: Line): Cell[] =>
  ledgerHeadings.map((heading) => ({ ...usualLine, ...line })[heading] ?? null);

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return fileWith(new Uint8Array(await book.xlsx.writeBuffer()), 'xlsx');
}

describe('shapes of a ledger file', () => {
  let office: LedgerOffice;
  beforeEach(async () => {
    office = await openLedgerOffice();
  });
  afterEach(() => office.close());

  const take = (path: string) => office.imports.import(office.order(path));
  const only = () => office.database.dataSource.manager.findOneByOrFail(ApplicationRecord, {});

  for (const [encoding, content] of [
    ['UTF-8', Buffer.from(csv([rare]))],
    ['UTF-8 BOM', Buffer.from(`\uFEFF${csv([rare])}`)],
    ['GB18030', iconv.encode(csv([rare]), 'gb18030')],
    ['UTF-16LE', iconv.encode(csv([rare]).replaceAll(',', '\t'), 'utf16le', { addBOM: true })],
  ] as const) {
    it(`reads ${encoding}, rare characters and all`, async () => {
      const report = await take(fileWith(content));
      expect(report).to.deep.include({ encoding, rows: 1, imported: 1, refused: [] });
      expect(await only()).to.include({ applicantName: '阎䶮英', content: rare['所需信息'] });
    });
  }

  it('reads columns in any order below a title, leaves strange ones out and says so', async () => {
    const headings = [...ledgerHeadings.filter((heading) => heading !== '备注')].reverse();
    const text = csv([{ 经办人: '李四' }], ['经办人', ...headings]).replace('收到日期', ' 收到 日期* ');
    const report = await take(fileWith(`某某区2023年依申请公开台账,,,\r\n,,,\r\n${text}\r\n,,,,\r\n`));
    expect(report).to.deep.include({ rows: 1, imported: 1, ignored: ['经办人'], missing: ['备注'] });
  });

  it('keeps 编号 of any kind, and goes on counting behind those of its own form', async () => {
    const strange = [
      '2023-20230106001',
      '2023-2147483648',
      '梁政依申〔2023〕7号',
      '0000-00001',
      '1e9',
      'null',
    ];
    const numbers = [...strange, '2023-00012'];
    expect(await office.take(numbers.map((编号) => ({ 编号 })))).to.deep.include({
      imported: 7,
      refused: [],
    });
    expect(await office.take(numbers.map((编号) => ({ 编号 })))).to.deep.include({ unchanged: 7 });
    const { manager } = office.database.dataSource;
    expect(await takeApplicationNumbers(manager, office.officeId, 2023, 1)).to.deep.equal(['2023-00013']);
  });

  it('leaves out signs that no page and no Word file can hold', async () => {
    const dirty = { 申请人: '陶\u001b洋明', 所需信息: '甲\u000b乙\u202e丙\u007f', 备注: '丁\u000c戊' };
    expect(await office.take([dirty])).to.deep.include({ imported: 1, refused: [] });
    expect(await only()).to.include({ applicantName: '陶洋明', content: '甲\n乙丙' });
    expect(await office.take([dirty])).to.deep.include({ unchanged: 1, refused: [] });
  });

  it('reads days and numbers as people write them', async () => {
    const days = [
      '2023/3/1',
      '2023.03.01',
      '2023年3月1日',
      '２０２３－０３－０１',
      '20230301',
      '44986',
      '2023-03-01 00:00:00',
      '2023 年 3 月 1 号',
    ];
    const lines = days.map((day, i) => ({
      编号: `D-${i}`,
      收到日期: day,
      延长工作日: ['20', '２０', '20.0', '20个工作日', '0', '-', '无', ''][i] ?? '',
    }));
    expect(await office.take(lines)).to.deep.include({ imported: days.length, refused: [] });
    const kept = await office.database.dataSource.manager.find(ApplicationRecord);
    expect(new Set(kept.map(({ receivedOn }) => receivedOn))).to.deep.equal(new Set(['2023-03-01']));
  });

  it('reads outcomes that differ only in their marks, by their row alone, or by their exact kind', async () => {
    const named: [string, string][] = [
      ['不予公开-危及“三安全一稳定”', 'securityAndStability'],
      ['不予公开—危及三安全一稳定', 'securityAndStability'],
      ['（三）不予公开：3.危及"三安全一稳定"', 'securityAndStability'],
      ['重复申请', 'repeated'],
      ['不予处理 － 重复申请', 'repeated'],
      ['其他处理-申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', 'notCorrected'],
      ['其他处理-逾期不补正', 'notCorrected'],
      ['无法提供-本机关不掌握相关政府信息', 'notHeld'],
      ['无法提供-不属于本机关负责公开', 'notResponsible'],
      ['部分公开（区分处理的，只计这一情形，不计其他情形）', 'partial'],
      ['其他', 'otherwise'],
    ];
    const report = await office.take(
      named.map(([text], i) => ({ 编号: `O-${String(i).padStart(2, '0')}`, 办理结果: text })),
    );
    expect(report.refused).to.deep.equal([]);
    const kept = await office.database.dataSource.manager.find(ApplicationRecord, {
      order: { number: 'ASC' },
    });
    expect(kept.map(({ outcome }) => outcome)).to.deep.equal(named.map(([, id]) => id));
  });

  it('reads a workbook: days, numbers, rich text, results of formulas', async () => {
    const path = await workbook((book) => {
      const sheet = book.addWorksheet('台账');
      sheet.addRow(['2023年台账']);
      sheet.addRow(ledgerHeadings);
      sheet.addRow(
        cellsOf({ 编号: '1' }).map((value, i): Cell => {
          switch (ledgerHeadings[i]) {
            case '编号':
              return 202300001;
            case '收到日期':
              return new Date('2023-03-01T00:00:00Z');
            case '申请人':
              return { richText: [{ text: '阎' }, { font: { bold: true }, text: '䶮英' }] };
            case '答复日期':
              return { formula: 'D3+14', result: 45000 };
            case '延长工作日':
              return { formula: '10+10', result: 20 };
            case '办理结果':
              return { formula: '"予以"&"公开"', result: '予以公开' };
            default:
              return value;
          }
        }),
      );
    });
    expect(await take(path)).to.deep.include({ encoding: 'XLSX', rows: 1, imported: 1, refused: [] });
    expect(await only()).to.include({
      number: '202300001',
      applicantName: '阎䶮英',
      receivedOn: '2023-03-01',
      repliedOn: '2023-03-15',
    });
  });

  it('reads the first visible sheet that has the headings', async () => {
    const path = await workbook((book) => {
      const hidden = book.addWorksheet('旧', { state: 'hidden' });
      hidden.addRow(ledgerHeadings);
      hidden.addRow(cellsOf({ 编号: '隐藏' }));
      book.addWorksheet('说明').addRow(['填表说明']);
      const sheet = book.addWorksheet('台账');
      sheet.addRow(ledgerHeadings);
      sheet.addRow(cellsOf({ 编号: '可见' }));
      const later = book.addWorksheet('又一张');
      later.addRow(ledgerHeadings);
      later.addRow(cellsOf({ 编号: '以后' }));
    });
    expect(await take(path)).to.deep.include({ rows: 1, imported: 1 });
    expect((await only()).number).to.equal('可见');
  });

  for (const [kept, shared] of [
    ['among the shared texts', true],
    ['in their cells', false],
  ] as const) {
    it(`reads every sign of long texts ${kept}`, async () => {
      const lines = Array.from({ length: 600 }, (_, i): Line => ({
        编号: `X-${String(i).padStart(4, '0')}`,
        所需信息: `第${'一二三四五六七八九'.charAt(i % 9)}${'片'.repeat(i % 97)}征地范围内的补偿安置花名册和附图${i}`,
      }));
      const path = fileWith(new Uint8Array(), 'xlsx');
      const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: shared });
      const sheet = book.addWorksheet('台账');
      for (const row of [ledgerHeadings, ...lines.map(cellsOf)]) sheet.addRow(row).commit();
      await book.commit();
      expect(await take(path)).to.deep.include({ rows: 600, imported: 600, refused: [] });
      const known = await office.database.dataSource.manager.find(ApplicationRecord, {
        order: { number: 'ASC' },
      });
      expect(known.map(({ content }) => content)).to.deep.equal(lines.map((line) => line['所需信息']));
    });
  }

  it('reads a sheet of a thousand columns', async () => {
    const more = Array.from({ length: 1000 }, (_, i) => `列${i}`);
    const path = await workbook((book) => {
      const sheet = book.addWorksheet('台账');
      sheet.addRow([...ledgerHeadings, ...more]);
      sheet.addRow([...cellsOf({}), ...more]);
    });
    const report = await take(path);
    expect(report).to.deep.include({ imported: 1, refused: [] });
    expect(report.ignored).to.have.length(1000);
  });
});
