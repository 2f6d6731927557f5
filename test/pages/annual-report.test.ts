import { expect } from 'chai';
import ExcelJS from 'exceljs';
import { readAnnualTables } from '../../src/annual-report/annual-tables.js';
import { tableFourNumbers } from '../../src/domain/statistics/table-four.js';
import { tableThreeNumbers } from '../../src/domain/statistics/table-three.js';
import { tableTwoCells } from '../../src/domain/statistics/table-two.js';
import { expectToHold } from '../support/held-pages.js';
import { programWithLedgers, quashed } from '../support/laid-ledgers.js';
import { csv } from '../support/ledger-office.js';
import { readPdf } from '../support/pdf-text.js';
import type { Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';
import { paragraphsOfWord } from '../support/word-text.js';

const ofDistrict = csv([
  { 编号: 'A-1', 收到日期: '2024-12-20', 答复日期: '2025-01-10' },
  quashed,
  { 编号: 'A-3', 申请人类型: '商业企业', 收到日期: '2025-03-03', 答复日期: '2025-06-30' },
  { 编号: 'A-4', 收到日期: '2025-12-22', 办理结果: '', 答复日期: '' },
]);
const ofDepartment = csv([
  { 编号: 'B-1', 收到日期: '2025-04-01', 答复日期: '2025-04-10', 办理结果: '不予公开-属于四类过程性信息' },
  { 编号: 'B-2', 收到日期: '2020-04-01', 答复日期: '2020-04-10', 办理结果: '其他处理-其他' },
]);

const OWN = '/annual-report?year=2025&office=CS-ZFB';
const DRAFT = '/annual-report/draft?year=2025&office=CS-ZFB';
const written = {
  'text.proactive': '全年公开文件 12 件。',
  'text.onRequest': '全年新收政府信息公开申请{新收}件，办结｛办结｝件。',
  'text.management': '定期评估。',
  'text.platform': '网站改版。',
  'text.supervision': '考核一次，没有责任追究。',
  'text.problems': '答复说理不足；加强培训。',
  'text.others': '没有收取信息处理费。',
};
const tableTwo = Object.fromEntries(
  tableTwoCells('form2021').map(({ id, column }, i) => [
    `two.${id}`,
    column.unit === 'money' ? '12.345' : String(i + 1),
  ]),
);

describe('the annual report of six parts', function () {
  this.timeout(90_000);
  let program: Program;
  let head: Visitor;

  programWithLedgers('2026-01-20', { district: ofDistrict, department: ofDepartment }, async (opened) => {
    program = opened;
    head = await program.signedIn(['head', 'clerk'], { loginName: 'fuze' });
  });

  const text = async (path: string): Promise<string> => {
    const { status, text: page } = await head.get(path);
    expect(status, path).to.equal(200);
    return page;
  };

  it('says what is missing, by when, and cannot be handed in before', async () => {
    const page = await text(OWN);
    expect(page).to.contain('提交并公布本机关年度报告').and.to.contain('2026年1月31日');
    expect(page).to.contain('先封存2025年的表三、表四').and.to.contain('表二还有 10 个数字没有填写');
    expect(page).to.not.contain('确认报送');
    expect((await head.submit(DRAFT, '/sign-out')).status).to.be.lessThan(500);
    head = await program.signedIn(['head', 'clerk'], { loginName: 'fuze2' });
    const tried = await head.submit(DRAFT, '/annual-report/draft', { 'text.problems': '某｛新收数｝件' });
    expect(tried.status).to.equal(422);
    expect(tried.text).to.contain('“新收数”不是表中数字的名称').and.to.contain('某｛新收数｝件');
  });

  it('keeps words and table two, with the numbers of the tables in their places', async () => {
    const saved = await head.submit(DRAFT, '/annual-report/draft', { ...written, ...tableTwo });
    expect(saved.status, saved.text).to.equal(303);
    const page = await text(OWN);
    expect(page).to.match(/新收政府信息公开申请<a href="[^"]*row=received">3<\/a>件，办结<a [^>]*>3<\/a>件/);
    expect(page).to.contain('12.345');
    const behind = /<a href="([^"]*row=received)">3<\/a>件/.exec(page)?.[1] ?? '';
    const list = await text(behind.replaceAll('&amp;', '&'));
    expect((list.match(/<a href="\/cases\/[^"/]*">/g) ?? []).length).to.equal(3);
  });

  it('lets nobody overwrite what he has not seen, and keeps what he typed', async () => {
    const other = await program.signedIn(['clerk'], { loginName: 'dengji' });
    const stale = await other.submit(DRAFT, '/annual-report/draft', {
      ...written,
      ...tableTwo,
      version: '0',
    });
    expect(stale.status).to.equal(409);
    expect(stale.text).to.contain('您填写的内容没有保存').and.to.contain('定期评估。');
    const local = await program.signedIn(['clerk'], { officeCode: 'CS-SFJ' });
    expect((await local.get(DRAFT)).status).to.equal(404);
  });

  it('finds a number in the text that the tables do not bear out', async () => {
    const wrong = { ...written, ...tableTwo, 'text.problems': '全年新收申请 5 件，比 2024年新收 9 件减少。' };
    await head.submit(DRAFT, '/annual-report/draft', wrong);
    const page = await text(OWN);
    expect(page).to.contain('正文“新收”：5 ≠ 3').and.to.contain('R7 不符').and.to.not.contain('9 ≠');
    await head.submit(DRAFT, '/annual-report/draft', { ...written, ...tableTwo });
    expect(await text(OWN)).to.contain('全部相符');
  });

  it('gives Word, Excel, PDF and a page for the website the same numbers', async () => {
    const { manager } = program.dataSource;
    const tables = await readAnnualTables(manager, { year: 2025, officeIds: [program.district.id] });
    const three = tableThreeNumbers(tables.three);
    const two = tableTwoCells('form2021').map(({ id }) => Number(tableTwo[`two.${id}`]));
    const numbers = [...two, ...three.flat(), ...tableFourNumbers(tables.four)];
    const sentence = '全年新收政府信息公开申请3件，办结3件。';
    const file = async (kind: string): Promise<Buffer> =>
      head.file(`/annual-report/export.${kind}?year=2025&office=CS-ZFB`);

    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await file('xlsx')) as unknown as ArrayBuffer);
    const inBook = ['表二', '表三', '表四'].flatMap((name) => numbersOf(book.getWorksheet(name)));
    expect(inBook).to.deep.equal(numbers);
    expect(book.getWorksheet('表三')?.getCell('A1').text).to.contain('草稿，尚未报送');

    const html = (await file('html')).toString('utf8');
    expect(html).to.include('草稿，尚未报送');
    const inPage = [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, n]) => Number(n));
    expect(inPage).to.deep.equal(numbers);
    expect(html)
      .to.contain(sentence)
      .and.to.not.match(/<script|<link|src=|href=/);

    const words = paragraphsOfWord(await file('docx'));
    expect(words.filter((one) => /^\d+(\.\d+)?$/.test(one)).map(Number)).to.deep.equal(numbers);
    expect(words).to.include(sentence).and.to.include('草稿，尚未报送');

    const pdf = await readPdf(await file('pdf'));
    const inPdf = pdf.pages.flatMap(({ words: pieces }) =>
      pieces.map((piece) => piece.text.trim()).filter((one) => /^\d+(\.\d+)?$/.test(one)),
    );
    expect(inPdf.map(Number).sort((a, b) => a - b)).to.deep.equal([...numbers].sort((a, b) => a - b));
    expect(pdf.prose.replaceAll(' ', '')).to.contain(sentence);
  });

  it('says which sign cannot be printed, and keeps the text', async () => {
    const platform = { ...written, ...tableTwo, 'text.platform': '网站改版👍。' };
    expect((await head.submit(DRAFT, '/annual-report/draft', platform)).status).to.equal(303);
    const { status, text: page } = await head.get('/annual-report/export.pdf?year=2025&office=CS-ZFB');
    expect([status, page.includes('“👍”（U+1F44D）没有可用的字形')]).to.deep.equal([422, true]);
    expect(await text(DRAFT)).to.contain('网站改版👍。');
    await head.submit(DRAFT, '/annual-report/draft', { ...written, ...tableTwo });
  });

  it('is handed in once, keeps every word, and is then published', async () => {
    await head.submit(OWN, '/annual-report/freeze');
    const early = await head.post('/annual-report/submission', { year: '2025', office: 'CS-ZFB' });
    expect(early.status).to.equal(403);
    const handed = await head.submit(OWN, '/annual-report/submission');
    expect((await head.follow(handed)).text).to.contain('2025年的报告已报送，内容不再改变');
    expect((await head.get(DRAFT)).status).to.equal(422);
    const { manager } = program.dataSource;
    let refused = '';
    await manager
      .query(`UPDATE annual_reports SET texts = '{}' WHERE year = 2025`)
      .catch((error: unknown) => (refused = String(error)));
    expect(refused).to.contain('kept as it is');
    const open = await head.submit(OWN, '/annual-report/publication', { on: '2026-01-19', where: '' });
    expect(open.status).to.equal(422);
    expect(open.text).to.contain('请填写公布的网址或途径').and.to.contain('value="2026-01-19"');
    await head.submit(OWN, '/annual-report/publication', { on: '2026-01-19', where: '区政府网站' });
    const page = await text(OWN);
    expect(page).to.contain('2026年1月19日向社会公布，区政府网站').and.to.not.contain('name="where"');
    expect(page).to.not.contain('提交并公布本机关年度报告');
    const html = (await head.file('/annual-report/export.docx?year=2025&office=CS-ZFB')).length;
    expect(html).to.be.greaterThan(5000);
  });

  it('uses the form of 2019 for 2019 and 2020', async () => {
    const page = await text('/annual-report?year=2020&office=CS-SFJ');
    expect(page).to.contain('国办公开办函〔2019〕60号').and.to.contain('对外公开总数量');
    expect(page).to.contain('（六）其他处理').and.to.not.contain('申请人无正当理由逾期不补正');
    const row = /<a href="([^"]*row=group\.other)">1<\/a>/.exec(page)?.[1] ?? '';
    const list = await text(row.replaceAll('&amp;', '&'));
    expect((list.match(/<a href="\/cases\/[^"/]*">/g) ?? []).length).to.equal(1);
    expect(list).to.contain('B-2').and.to.contain('其他处理');
    expect(await text('/annual-report?year=2021&office=CS-SFJ')).to.contain('国办公开办函〔2021〕30号');
  });

  it('makes the report of the government from all its offices', async () => {
    const page = await text('/annual-report?year=2025');
    expect(page).to.contain('测试区人民政府').and.to.contain('公布本级政府年度报告');
    expect(page).to.contain('2026年3月31日').and.to.contain('表二是各机关已填数字之和');
    expect(page).to.contain('12.345');
  });

  it('holds under axe and fits on phone and desk', async () => {
    await expectToHold(program, 'fuze2', [
      OWN,
      '/annual-report/draft?year=2025',
      '/annual-report/fees?year=2025',
    ]);
  });
});

/** Every number of a sheet, line by line; a merged cell once. */
function numbersOf(sheet: ExcelJS.Worksheet | undefined): number[] {
  const found: number[] = [];
  sheet?.eachRow((row) => {
    row.eachCell((cell) => {
      if (typeof cell.value === 'number' && (!cell.isMerged || cell.master === cell)) found.push(cell.value);
    });
  });
  return found;
}
