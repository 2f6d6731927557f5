import { expect } from 'chai';
import { expectToHold } from '../support/held-pages.js';
import { programWithLedgers } from '../support/laid-ledgers.js';
import { csv } from '../support/ledger-office.js';
import type { Program } from '../support/program.js';
import type { Arrived, Visitor } from '../support/visitor.js';

const ledger = csv([
  { 编号: 'A-1', 收到日期: '2024-12-20', 答复日期: '2025-01-10' },
  { 编号: 'A-2', 收到日期: '2025-02-10', 答复日期: '2025-02-28', 办理结果: '部分公开' },
  { 编号: 'A-3', 申请人类型: '商业企业', 收到日期: '2025-03-03', 答复日期: '2025-03-10' },
  { 编号: 'A-4', 收到日期: '2025-12-22', 办理结果: '', 答复日期: '' },
]);

const PAGE = '/annual-report/published';
const COMPARISON = '/annual-report/published/comparison?year=2025&office=CS-ZFB';
const OWN = { office: 'CS-ZFB', year: '2025' };

describe('published reports held against the record', function () {
  this.timeout(90_000);
  let program: Program;
  let clerk: Visitor;
  let website: string;

  programWithLedgers('2026-02-20', { district: ledger }, async (opened) => {
    program = opened;
    clerk = await program.signedIn(['clerk'], { loginName: 'dengji' });
    website = (await clerk.get('/annual-report/export.html?year=2025&office=CS-ZFB')).text;
  });

  const send = (content: string | Blob, fields: Record<string, string> = OWN, name = '2025.html') =>
    clerk.upload(PAGE, PAGE, fields, { report: new File([content], name) });
  const comparison = async (path = COMPARISON): Promise<Arrived> => {
    const page = await clerk.get(path);
    expect(page.status, page.text.slice(0, 300)).to.equal(200);
    return page;
  };

  it('agree with themselves: what is exported for the website and as Excel is read back without a difference', async () => {
    const sheet = await fetch(new URL('/annual-report/export.xlsx?year=2025&office=CS-ZFB', program.url), {
      headers: { cookie: clerk.cookie },
    });
    for (const [content, name] of [
      [website, '2025.html'],
      [await sheet.blob(), '2025.xlsx'],
    ] as const) {
      const sent = await send(content, OWN, name);
      expect(sent.status, /class="fault"[^<]*/.exec(sent.text)?.[0]).to.equal(303);
      const { text } = await comparison();
      expect(text).to.contain('表三 175 个数字全部相同；表四 15 个数字全部相同').and.to.contain(name);
      expect(text).to.contain('全部相符').and.to.not.contain('cell-differs');
    }
  });

  it('show each differing cell with both numbers, and ours opens its cases', async () => {
    const row = /（一）予以公开<\/th><td>(\d+)<\/td>/u;
    expect(row.exec(website)?.[1]).to.equal('1');
    const published = website.replace(row, '（一）予以公开</th><td>5</td>');
    const arrived = await send(published);
    expect((await clerk.follow(arrived)).text).to.contain('已读入2025年公布的报告，替换了此前上传的一份');
    const { text } = await comparison();
    expect(text).to.contain('表三 175 个数字中 1 个不同').and.to.contain('公布 5');
    expect(text).to.contain('表三：（一）予以公开，自然人').and.to.contain('少 4');
    expect(text).to.contain('R2').and.to.contain('（一）予以公开：6 ≠ 2').and.to.contain('自然人：');
    const ours = /class="own-number">本系统 <a href="([^"]*)">1<\/a>/.exec(text)?.[1] ?? '';
    const list = await clerk.get(ours.replaceAll('&amp;', '&'));
    expect((list.text.match(/<a href="\/cases\/[^"/]*">/g) ?? []).length).to.equal(1);
    expect(list.text).to.contain('A-1');
  });

  it('are held against the published year before and after', async () => {
    expect((await comparison()).text).to.contain('还没有上传2024年公布的报告');
    const before = website.replaceAll('2025年', '2024年');
    await send(before, { ...OWN, year: '2024' }, '2024.html');
    const { text } = await comparison();
    expect(text).to.contain('R4').and.to.not.contain('还没有上传2024年');
    expect(text).to.match(/check-good"[^]*?R4/);
    const earlier = await comparison(COMPARISON.replace('2025', '2024'));
    expect(earlier.text).to.contain('与2025年公布数的衔接').and.to.not.contain('文件自称是');
    await send(website, { ...OWN, year: '2024' });
    expect((await comparison(COMPARISON.replace('2025', '2024'))).text).to.contain('文件自称是2025年的报告');
    const list = (await clerk.get(`${PAGE}?office=CS-ZFB`)).text;
    expect(list).to.contain('2024年').and.to.contain('2025年').and.to.contain('不符：R2');
  });

  it('that cannot be read are refused, with what was chosen kept', async () => {
    const refused = await send('%PDF-1.7', { ...OWN, year: '2023' }, '年报.pdf');
    expect(refused.status).to.equal(422);
    expect(refused.text).to.contain('这是 PDF 文件，读不出表格');
    expect(refused.text).to.match(/<option value="2023" selected>/);
    expect((await send('', OWN)).status).to.equal(422);
    expect((await send(website, { ...OWN, year: '2026' })).status).to.equal(400);
    expect((await send(website, { ...OWN, year: 'x' })).status).to.equal(400);
    const cut = await send(website.replace('8.属于行政查询事项', '8.别的事项'));
    expect(cut.text).to.contain('没有读入：表三缺少这些行：8.属于行政查询事项');
  });

  it('belong to the office that keeps them, and are taken away without a trace in ours', async () => {
    const leader = await program.signedIn(['leader'], { loginName: 'lingdao' });
    const seen = (await leader.get(COMPARISON)).text;
    expect(seen).to.contain('不同的数字').and.to.not.contain('删除这份公布的报告');
    expect((await leader.get(PAGE)).text).to.not.contain('上传并比对');
    const below = await program.signedIn(['clerk'], { loginName: 'sifa', officeCode: 'CS-SFJ' });
    expect((await below.get(COMPARISON)).status).to.equal(404);
    expect((await below.get('/annual-report/published/comparison?year=2025')).status).to.equal(404);
    const ofDepartment = { office: 'CS-SFJ', year: '2025' };
    expect((await send(website, ofDepartment)).status).to.equal(303);
    expect((await below.get('/annual-report/published/comparison?year=2025')).status).to.equal(404);

    const removed = await clerk.submit(COMPARISON, '/annual-report/published/removal');
    expect((await clerk.follow(removed)).text).to.contain('已删除2025年公布的报告');
    expect((await clerk.get(COMPARISON)).status).to.equal(404);
    expect((await clerk.get('/annual-report?year=2025&office=CS-ZFB')).status).to.equal(200);
  });

  it('hold under axe and fit on phone and desk', async () => {
    await send(website.replace(/（一）予以公开<\/th><td>\d+/u, '（一）予以公开</th><td>5'));
    await expectToHold(program, 'dengji', [PAGE, COMPARISON]);
  });
});
