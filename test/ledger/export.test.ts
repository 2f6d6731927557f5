import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { expect } from 'chai';
import ExcelJS from 'exceljs';
import { today } from '../../src/infrastructure/today.js';
import { type LedgerCells, ledgerHeadings } from '../../src/ledger/columns.js';
import { ledgerLines, ledgerText, ledgerWorkbook } from '../../src/ledger/exporting.js';
import { ledgerFilter } from '../../src/ledger/ledger-filter.js';
import { addOffice } from '../../src/records/office/offices.js';
import { fileWith, type LedgerOffice, type Line, openLedgerOffice } from '../support/ledger-office.js';

const lines: readonly Line[] = [
  {
    编号: 'X-1',
    申请人: '=HYPERLINK("http://x")',
    所需信息: '-1+1，含“引号”和"引号"\n第二行',
    备注: '@备注',
  },
  { 编号: 'X-2', 办理结果: '无法提供-不属于本机关负责公开', 延长工作日: '15' },
  { 编号: 'X-3', 办理结果: '', 答复日期: '' },
  {
    编号: 'X-4',
    申请人类型: '商业企业',
    复议受理日期: '2023-04-10',
    复议决定日期: '2023-06-01',
    复议结果: '驳回复议请求',
    应诉通知日期: '2023-07-03',
    起诉方式: '复议后起诉',
    诉讼结果: '尚未审结',
  },
  { 编号: 'X-5', 办理结果: '其他处理-逾期不补正', 复议受理日期: '2023-04-10', 复议结果: '尚未审结' },
];

describe('an exported ledger', () => {
  let office: LedgerOffice;
  before(async () => {
    office = await openLedgerOffice();
    expect(await office.take(lines)).to.deep.include({ imported: lines.length, refused: [] });
  });
  after(() => office.close());

  const exported = (asked: Record<string, string> = {}, officeId = office.officeId) =>
    ledgerLines(office.database.dataSource.manager, ledgerFilter({ order: 'number', ...asked }, 2023), {
      officeIds: [officeId],
      on: today(),
    });

  async function intoFile(ending: 'csv' | 'xlsx'): Promise<string> {
    const path = fileWith('', ending);
    const stream = ending === 'csv' ? ledgerText(exported()) : ledgerWorkbook(exported());
    await pipeline(stream, createWriteStream(path));
    return path;
  }

  for (const ending of ['csv', 'xlsx'] as const) {
    it(`is the same ledger when it is imported again, as ${ending}`, async () => {
      const path = await intoFile(ending);
      expect(await office.imports.import(office.order(path))).to.deep.include({
        rows: lines.length,
        unchanged: lines.length,
        refused: [],
        ignored: [],
        missing: [],
      });
      const { manager } = office.database.dataSource;
      const { id } = await addOffice(manager, { code: `TZ-${ending.toUpperCase()}`, name: '另一机关' });
      const elsewhere = await office.imports.import(office.order(path, { officeId: id }));
      expect(elsewhere).to.deep.include({ imported: lines.length, refused: [] });
      const texts = async (officeId: string) => {
        const found = [];
        for await (const cells of exported({}, officeId)) found.push(cells);
        return found;
      };
      expect(await texts(id)).to.deep.equal(await texts(office.officeId));
    });
  }

  it('guards every text that a spreadsheet would take for a formula', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await intoFile('xlsx'));
    const sheet = book.worksheets[0]!;
    expect(sheet.getRow(1).values).to.deep.equal([undefined, ...ledgerHeadings]);
    const cell = (column: string) => sheet.getRow(2).getCell(ledgerHeadings.indexOf(column) + 1);
    expect(cell('申请人').value).to.equal('\'=HYPERLINK("http://x")');
    expect(cell('所需信息').text).to.match(/^'-1\+1/);
    expect(cell('备注').value).to.equal("'@备注");
    expect(cell('收到日期').value).to.deep.equal(new Date('2023-03-01T00:00:00Z'));
  });

  it('holds no more in a cell than Excel takes, and says so', async () => {
    async function* long(): AsyncGenerator<LedgerCells> {
      for await (const cells of exported({ q: 'X-1' })) yield { ...cells, content: '长'.repeat(40_000) };
    }
    const path = fileWith('', 'xlsx');
    await pipeline(ledgerWorkbook(long()), createWriteStream(path));
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const { text } = book.worksheets[0]!.getRow(2).getCell(ledgerHeadings.indexOf('所需信息') + 1);
    expect(text).to.have.length(32_767);
    expect(text).to.match(/长……（未完，全文见系统）$/u);
  });

  it('holds what the filter lets through, and no more', async () => {
    const numbers = async (asked: Record<string, string>) => {
      const found = [];
      for await (const { number } of exported(asked)) found.push(number);
      return found;
    };
    expect(await numbers({ q: '引号' })).to.deep.equal(['X-1']);
    expect(await numbers({ applicant: 'business' })).to.deep.equal(['X-4']);
    expect(await numbers({ row: 'notHeld' })).to.deep.equal(['X-2']);
    expect(await numbers({ year: '2023', row: 'carriedOut' })).to.deep.equal(['X-3']);
    expect(await numbers({ timing: 'overdue' })).to.deep.equal(['X-3']);
    expect(await numbers({ year: '2022' })).to.deep.equal([]);
  });
});
