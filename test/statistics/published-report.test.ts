import { writeFileSync } from 'node:fs';
import { expect } from 'chai';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { openReportFile } from '../../src/annual-report/published/report-file.js';
import { comparedCells } from '../../src/domain/statistics/published/differences.js';
import {
  type PublishedReport,
  publishedIdentities,
  readPublished,
  yearsNamed,
} from '../../src/domain/statistics/published/published-report.js';
import { FileFault } from '../../src/infrastructure/sheets/file-fault.js';
import { fileWith } from '../support/ledger-office.js';
import { publishedHtml, publishedTables } from '../support/published-page.js';

const tables = publishedTables();

async function read(content: string | Buffer, year = 2023): Promise<PublishedReport> {
  const report = readPublished(await openReportFile(fileWith(content, 'html')), year);
  if ('faults' in report) throw new Error(report.faults.join('；'));
  return report;
}

async function faultsOf(content: string): Promise<string> {
  const report = readPublished(await openReportFile(fileWith(content, 'html')), 2023);
  return 'faults' in report ? report.faults.join('；') : '';
}

/** The page with one number of a row put in the place of another; throws where the row is not there. */
function withRow(label: string, from: string, to: string): string {
  const page = publishedHtml(tables);
  const line = page.split('\n').find((one) => one.includes(label));
  if (!line?.includes(from)) throw new Error(`${label} has no ${from}`);
  return page.replace(line, line.replace(from, to));
}

describe('a published report', () => {
  it('is read from a page of a website in each of its 190 cells, whatever its encoding', async () => {
    for (const content of [
      publishedHtml(tables),
      iconv.encode(publishedHtml(tables), 'gb18030'),
      iconv.encode(publishedHtml(tables), 'utf16le', { addBOM: true }),
    ]) {
      const report = await read(content);
      expect({ three: report.three, four: report.four }).to.deep.equal(tables);
      const cells = comparedCells(report, { ...tables, two: {} });
      expect(cells).to.have.length(175 + 15);
      expect(cells.filter(({ published, ours }) => published !== ours)).to.deep.equal([]);
    }
    expect(yearsNamed((await openReportFile(fileWith(publishedHtml(tables), 'html'))).words)).to.deep.equal([
      2023,
    ]);
  });

  it('is read from a workbook with all tables on one sheet and merged labels', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('年报');
    sheet.mergeCells('A1:J1');
    book.addWorksheet('旧表', { state: 'hidden' }).addRow(['一、本年新收政府信息公开申请数量']);
    sheet.addRow(['某区2023年政府信息公开工作年度报告']);
    const lines = [
      ...['第二十条第（一）项', '信息内容|本年制发件数|本年废止件数|现行有效件数', '规章|0|0|3'],
      ...['行政规范性文件|50|227|420', '三、收到和处理政府信息公开申请情况'],
      '|||自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计',
    ];
    for (const line of lines)
      sheet.addRow(line.split('|').map((cell) => (/^\d+$/.test(cell) ? +cell : cell)));
    const page = publishedHtml(tables);
    const { grids } = await openReportFile(fileWith(page, 'html'));
    const [, three] = grids;
    for (const row of three?.slice(3) ?? []) {
      sheet.addRow(row.map((cell, i) => (i < 3 ? (row[i - 1] === cell ? '' : cell) : +cell)));
    }
    const path = fileWith('', 'xlsx');
    writeFileSync(path, Buffer.from(await book.xlsx.writeBuffer()));
    const report = readPublished(await openReportFile(path), 2023);
    if ('faults' in report) throw new Error(report.faults.join('；'));
    expect(report.three).to.deep.equal(tables.three);
    expect(report.four).to.equal(null);
    expect(report.two).to.include({ 'documents.inForce': 420, 'rules.inForce': 3, 'documents.issued': 50 });
    const before = { ...report, two: { 'documents.inForce': 598 } };
    const inForce = publishedIdentities(report, before).find(({ rule }) => rule === 'R6');
    expect(inForce?.faults).to.deep.equal([{ where: '行政规范性文件', left: 598 + 50 - 227, right: 420 }]);
  });

  it('of 2019 has 其他处理 in one row', async () => {
    const report = await read(publishedHtml(tables, { form: 'form2019' }), 2019);
    expect(report.form).to.equal('form2019');
    const cells = comparedCells(report, { ...tables, two: {} });
    expect(cells).to.have.length(23 * 7 + 15);
    expect(cells.filter(({ published, ours }) => published !== ours)).to.deep.equal([]);
    expect(publishedIdentities(report, undefined).every(({ holds }) => holds)).to.equal(true);
  });

  it('is held to its own identities, by itself and against the year before', async () => {
    const failing = (report: PublishedReport, before?: PublishedReport): Record<string, string[]> =>
      Object.fromEntries(
        publishedIdentities(report, before)
          .filter(({ holds }) => !holds)
          .map(({ rule, faults }) => [
            rule,
            faults.map(({ where, left, right }) => `${where} ${left} ${right}`),
          ]),
      );
    const sound = await read(publishedHtml(tables, { words: '2023年新收政府信息公开申请3511件。' }));
    expect(failing(sound)).to.deep.equal({});
    const wrong = await read(withRow('（一）予以公开', '1175', '1176'));
    expect(failing(wrong)).to.deep.equal({
      R2: ['（一）予以公开 1192 1191'],
      R3: [
        `naturalPerson ${tables.three.concluded.naturalPerson + 1} ${tables.three.concluded.naturalPerson}`,
      ],
    });
    const before = await read(
      withRow('四、结转下年度继续办理', String(tables.three.carriedOut.total), '95'),
      2022,
    );
    expect(failing(sound, before)['R4']).to.include(`total ${tables.three.carriedIn.total} 95`);
    const boasting = await read(
      publishedHtml(tables, { words: '全年新收政府信息公开申请3510件，办结率百分之百。' }),
    );
    expect(failing(boasting)['R7']).to.deep.equal(['正文“新收” 3510 3511']);
  });

  it('that cannot be read is refused with what is wrong', async () => {
    expect(await faultsOf('<table><tr><td>甲<td>乙</table>')).to.contain('没有找到表三');
    expect(await faultsOf(publishedHtml(tables).replace('科研机构', '研究机构'))).to.contain(
      '没有认出这些列：科研机构',
    );
    expect(await faultsOf(publishedHtml(tables).replace('2．重复申请', '2．反复申请'))).to.contain(
      '表三缺少这些行：2.重复申请',
    );
    expect(await faultsOf(withRow('（一）予以公开', '1175', '约一千'))).to.contain(
      '“（一）予以公开，自然人”是“约一千”，不是件数',
    );
    expect(await faultsOf(withRow('（一）予以公开', '1175', '11.5'))).to.contain('不是件数');
    expect(await faultsOf(publishedHtml(tables) + publishedHtml(tables))).to.contain('有 2 张表三');
    const blank = await read(withRow('（一）予以公开', '1175', '-'));
    expect([blank.blanks, blank.three.granted.naturalPerson]).to.deep.equal([
      ['表三（一）予以公开，自然人'],
      0,
    ]);
  });

  it('of another kind is refused with what to do', async () => {
    const refused = async (content: string | Buffer): Promise<string> =>
      openReportFile(fileWith(content, 'html')).then(
        () => '',
        (fault: unknown) => (fault instanceof FileFault ? fault.message : String(fault)),
      );
    expect(await refused('%PDF-1.7'))
      .to.contain('这是 PDF 文件')
      .and.to.contain('另存为网页');
    expect(await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).to.contain('另存为 .xlsx');
    expect(await refused(Buffer.from('504b0304', 'hex'))).to.contain('不完整或已损坏');
    expect(await refused('年度报告见附件')).to.contain('没有表格');
    expect(await refused(Buffer.from([0xff, 0x00, 0x81, 0x20]))).to.contain('不是网页');
    expect(await refused('x'.repeat(11 * 1024 * 1024))).to.contain('超过 10 MB');
  });

  it('survives a page that claims endless spans and nests without end', async () => {
    const spans = `<table>${'<tr><td colspan=99999 rowspan=99999>x'.repeat(400)}</table>`;
    expect(await faultsOf(spans + '<div>'.repeat(20_000))).to.contain('没有找到表三');
    expect(await faultsOf(`<table><tr>${'<td>1'.repeat(300_000)}</table>`)).to.contain('没有找到表三');
  });
});
