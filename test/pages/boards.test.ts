import { expect } from 'chai';
import { Door } from '../../src/casework/door.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { setClock } from '../../src/infrastructure/today.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { programWithLedgers, quashed } from '../support/laid-ledgers.js';
import { csv } from '../support/ledger-office.js';
import { expectToHold } from '../support/held-pages.js';
import type { Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

/** Five applications of the district, one of the department, in 2025. */
const ofDistrict = csv([
  { 编号: 'A-1', 收到日期: '2024-12-20', 答复日期: '2025-01-10' },
  quashed,
  {
    编号: 'A-3',
    收到日期: '2025-02-11',
    答复日期: '2025-03-03',
    复议受理日期: '2025-03-21',
    复议决定日期: '2025-05-09',
    复议结果: '维持',
    起诉方式: '复议后起诉',
    应诉通知日期: '2025-06-10',
    诉讼结果: '尚未审结',
  },
  { 编号: 'A-4', 申请人类型: '商业企业', 收到日期: '2025-03-03', 答复日期: '2025-06-30' },
  { 编号: 'A-5', 收到日期: '2025-12-22', 办理结果: '', 答复日期: '' },
]);
const ofDepartment = csv([
  { 编号: 'B-1', 收到日期: '2025-04-01', 答复日期: '2025-04-10', 办理结果: '不予公开-属于四类过程性信息' },
]);

describe('boards of figures', function () {
  this.timeout(180_000);
  let program: Program;
  let leader: Visitor;

  programWithLedgers('2026-03-06', { district: ofDistrict, department: ofDepartment }, async (opened) => {
    program = opened;
    leader = await program.signedIn(['leader', 'head', 'clerk'], { loginName: 'lingdao' });
  });

  const text = async (path: string): Promise<string> => {
    const { status, text: page } = await leader.get(path);
    expect(status, path).to.equal(200);
    return page;
  };
  const links = (page: string, to: string): { href: string; count: number }[] =>
    [...page.matchAll(/<a href="([^"]*)">(\d+)<\/a>/g)]
      .map(([, href = '', count]) => ({ href: href.replaceAll('&amp;', '&'), count: Number(count) }))
      .filter(({ href }) => href.startsWith(to));
  const listed = (page: string): number => (page.match(/<a href="\/cases\/[^"/]*">/g) ?? []).length;

  it('answers in one sentence, fractions first where numbers are small', async () => {
    const page = await text('/dashboard?year=2025');
    expect(page).to.contain('2025年复议被纠错 1/2（50\u00a0%），高于 2 % 目标；应诉败诉：尚无审结案件。');
    expect(page).to.contain('复议被纠错率（只计维持和纠正）').and.to.contain('（主要口径）');
    expect(page).to.contain('截至2025年12月31日');
  });

  it('has a title of its own in the browser for every year, day and office', async () => {
    const titleOf = async (path: string): Promise<string> =>
      /<title>(.*) - /.exec(await text(path))?.[1] ?? '';
    const paths = ['/dashboard', '/dashboard/wall', '/annual-report'].flatMap((path) =>
      ['year=2025', 'year=2024', 'year=2025&office=CS-SFJ'].map((query) => `${path}?${query}`),
    );
    const titles = await Promise.all([...paths, '/dashboard?on=2025-05-08'].map(titleOf));
    expect(new Set(titles).size, titles.join('\n')).to.equal(titles.length);
    expect(titles[0]).to.match(/^领导看板 2025年 ./);
    expect(titles.at(-1)).to.contain('截至2025年5月8日');
    expect(await titleOf('/self-checks?year=2025')).to.match(/2025年 ./);
  });

  it('goes back to any day', async () => {
    const byLaw = await text('/dashboard?on=2025-05-08&by=law');
    expect(byLaw).to.contain('2025年复议被纠错 1/1（100\u00a0%）').and.to.contain('按今天的案卷回看');
    const known = await text('/dashboard?on=2025-05-08');
    expect(known).to.contain('当天结束时已经记入案卷的情况').and.to.contain('这一年还没有申请');
    expect(await text('/dashboard?on=2025-05-07&by=law')).to.contain('复议被纠错：尚无审结案件');
    expect((await leader.get('/dashboard?on=2026-03-07')).status).to.equal(400);
    expect((await leader.get('/dashboard?on=2025-02-30')).status).to.equal(400);
  });

  it('opens behind every number of the board as many cases as it says', async () => {
    const page = await text('/dashboard?year=2025');
    const found = [...links(page, '/dashboard/proceedings'), ...links(page, '/dashboard/applications')];
    expect(found.length).to.be.greaterThan(15);
    for (const { href, count } of found) {
      const list = await text(href);
      expect(listed(list), href).to.equal(count);
      expect(list, href).to.contain(`共 ${count} 件`);
    }
  });

  it('tells replies on time from late ones, counted over cases', async () => {
    const page = await text('/dashboard?year=2025');
    expect(page).to.contain('已答复的按期率 4/5（80\u00a0%）');
    expect(await text('/dashboard/applications?year=2025&what=late')).to.contain('A-4');
    expect(await text('/dashboard')).to.contain('在办案件有 1 件已逾期，都是台账导入时就已超期');
  });

  it('draws its charts as pictures of their own', async () => {
    const page = await text('/dashboard?year=2025');
    const pictures = [...page.matchAll(/<img src="([^"]*)"/g)].map(([, source = '']) => source);
    expect(pictures).to.have.length(7);
    for (const source of pictures) {
      const { headers, text: picture, status } = await leader.get(source.replaceAll('&amp;', '&'));
      expect(status).to.equal(200);
      expect(headers.get('content-type')).to.contain('image/svg+xml');
      expect(picture).to.match(/^<svg /);
    }
    expect((await leader.get('/charts/pie-litigation.svg')).status).to.equal(404);
  });

  it('counts the annual form, alone or with all offices below', async () => {
    const all = await text('/annual-report?year=2025');
    expect(links(all, '/ledger').find(({ href }) => /row=received$/.test(href))?.count).to.equal(5);
    const alone = await text('/annual-report?year=2025&office=CS-ZFB');
    expect(links(alone, '/ledger').find(({ href }) => /row=received$/.test(href))?.count).to.equal(4);
    expect(all).to.contain('全部相符').and.to.contain('三、本年度办理结果');
    const local = await program.signedIn(['clerk'], { officeCode: 'CS-SFJ' });
    expect((await local.get('/annual-report?office=CS-ZFB')).status).to.equal(404);
    expect((await local.get('/annual-report?year=2025')).text).to.not.contain('下级机关合计');
  });

  it('opens behind every number of the form exactly its cases', async () => {
    for (const scope of ['', '&office=CS-ZFB', '&office=CS-SFJ']) {
      const page = await text(`/annual-report?year=2025${scope}`);
      for (const { href, count } of links(page, '/ledger')) {
        expect(listed(await text(href)), href).to.equal(count);
      }
    }
  });

  it('keeps a filed year and what it carries out, and shows later corrections apart', async () => {
    const { dataSource, district } = program;
    const page = '/annual-report?year=2025&office=CS-ZFB';
    const filed = await leader.submit(page, '/annual-report/freeze');
    expect((await leader.follow(filed)).text).to.contain('2025年的表三、表四已封存');
    const carried = /二、上年结转.*?<td>\s*(?:<a [^>]*>)?(\d+)/s;
    expect(carried.exec(await text('/annual-report?year=2026&office=CS-ZFB'))?.[1]).to.equal('1');

    setClock(() => new Date('2026-03-06T11:00:00+08:00'));
    // A-5 was received on another day than was recorded: after New Year.
    const row = await dataSource.manager.findOneByOrFail(ApplicationRecord, { number: 'A-5' });
    const replacement = { type: 'application.received', on: '2026-01-05', channel: 'registeredMail' };
    const why = '签收日登记有误';
    const correction = { type: 'act.corrected', on: localDate('2026-03-06'), corrects: 1, why } as const;
    await new Door(dataSource).performAll(
      row.id,
      [
        { ...correction, corrects: 2 },
        { ...correction, replacement: JSON.stringify(replacement) },
      ],
      { actor: { kind: 'person', name: '王负责', roles: ['head'] }, officeIds: [district.id] },
    );
    const after = await text(page);
    expect(links(after, '/ledger').find(({ href }) => /row=received$/.test(href))?.count).to.equal(4);
    expect(after).to.contain('封存后的更正').and.to.contain('一、本年新收政府信息公开申请数量，自然人');
    const next = await text('/annual-report?year=2026&office=CS-ZFB');
    expect(carried.exec(next)?.[1]).to.equal('1');
    expect(next).to.contain('二、上年结转政府信息公开申请数量，自然人').and.to.contain('<strong>R4</strong>');
    expect(next).to.contain('全部相符').and.to.contain('A-5');

    const again = await leader.post('/annual-report/freeze', { year: '2025' });
    expect(again.status).to.equal(403);
    expect((await leader.get('/annual-report?year=2025')).text).to.contain(
      '尚未封存的机关：区司法局、云林镇。',
    );
    const early = await leader.submit('/annual-report?year=2024&office=CS-ZFB', '/annual-report/freeze', {
      year: '2026',
    });
    expect(early.status).to.equal(422);
  });

  it('exports what the screen shows', async () => {
    for (const path of ['/dashboard/export', '/annual-report/export']) {
      for (const [ending, begins] of [
        ['pdf', '%PDF'],
        ['xlsx', 'PK'],
      ] as const) {
        const { headers, text: file } = await leader.get(`${path}.${ending}?year=2025`);
        expect(headers.get('content-disposition')).to.match(new RegExp(`filename\\*=UTF-8''.+\\.${ending}$`));
        expect(file.startsWith(begins), `${path}.${ending}`).to.equal(true);
      }
    }
  });

  it('is empty with words about what will come', async () => {
    expect(await text('/dashboard?office=CS-YL')).to.contain('这一年还没有申请');
    expect(await text('/annual-report?office=CS-YL')).to.contain('还没有申请');
  });

  it('holds under axe and fits on phone and desk', async () => {
    await expectToHold(program, 'lingdao', [
      '/dashboard?year=2025',
      '/dashboard?office=CS-YL',
      '/dashboard/metrics',
      '/dashboard?on=2025-12-31&by=law',
      '/dashboard/wall?year=2025',
      '/dashboard/proceedings?year=2025',
      '/dashboard/applications?year=2025&what=inTime',
      '/annual-report?year=2025&office=CS-ZFB',
    ]);
  });

  it('puts the reading first that the district has chosen, and writes down who chose', async () => {
    const admin = await program.signedIn(['admin'], { loginName: 'guanli' });
    const chosen = await admin.submit('/admin/rate-readings', '/admin/rate-readings', {
      reconsideration: 'reconsiderationCorrectedOfMerits',
      litigation: 'litigationLostOfMerits',
    });
    expect(chosen.status).to.equal(303);
    expect((await admin.get('/admin/rate-readings')).text).to.contain(
      '看板主要口径改为：复议被纠错率（只计维持和纠正）',
    );
    expect(await text('/dashboard?year=2025')).to.contain('复议被纠错率（只计维持和纠正）（主要口径）');
    const local = await program.signedIn(['admin'], { officeCode: 'CS-SFJ' });
    const refused = await local.submit('/admin/rate-readings', '/admin/rate-readings', {
      reconsideration: 'reconsiderationCorrected',
      litigation: 'litigationLost',
    });
    expect(refused.status).to.equal(403);
  });
});
