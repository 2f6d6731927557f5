import { expect } from 'chai';
import { paths } from '../../src/web/paths.js';
import { addCase } from '../support/pages.js';
import { openProgram, type Program } from '../support/program.js';

describe('我的视图', () => {
  let program: Program;
  beforeEach(async () => {
    program = await openProgram();
    await addCase(program);
  });
  afterEach(() => program.close());

  const filtered = `${paths.ledger}?q=%E5%BC%A0%E4%B8%89&stage=registered`;

  it('keep a filter under a name, for oneself, and go when no longer wanted', async () => {
    const clerk = await program.signedIn(['clerk']);
    const saved = await clerk.submit(filtered, paths.savedViews, { name: '张三的' });
    expect(saved.status).to.equal(303);
    const { text } = await clerk.follow(saved);
    expect(text).to.match(/aria-current="page"[^>]*>张三的/);
    expect(text).to.contain('共 1 件').and.to.contain('删除视图“张三的”');
    const whole = await clerk.get(paths.ledger);
    const [, href = ''] = /href="([^"]*)"[^>]*>张三的/.exec(whole.text) ?? [];
    expect((await clerk.get(href.replaceAll('&amp;', '&'))).text).to.contain('共 1 件');
    expect((await clerk.get(paths.desk)).text, 'on 待办 too').to.contain(`href="${href}"`);
    expect((await (await program.signedIn(['clerk'])).get(paths.ledger)).text).not.to.contain('张三的');
    expect((await (await program.signedIn(['clerk'])).get(paths.desk)).text).not.to.contain('张三的');
    const [kept] = await program.dataSource.query('SELECT * FROM saved_views');
    expect(kept.query).not.to.contain('stage');

    const other = await program.signedIn(['clerk']);
    const token = /name="_csrf" value="([^"]*)"/.exec((await other.get(filtered)).text)?.[1] ?? '';
    await other.post(paths.savedViewEnd(kept.id), { _csrf: token });
    expect(await program.dataSource.query('SELECT 1 FROM saved_views')).to.have.length(1);
    await clerk.submit(filtered, paths.savedViewEnd(kept.id));
    expect(await program.dataSource.query('SELECT 1 FROM saved_views')).to.have.length(0);
  });

  it('lead back to the list whatever was sent for the filter', async () => {
    const clerk = await program.signedIn(['clerk']);
    const sent = { name: '甲', query: 'q=征地\n😀&stage=registered' };
    const saved = await clerk.submit(filtered, paths.savedViews, sent);
    expect(saved.status).to.equal(303);
    expect(saved.location).to.equal('/ledger?q=%E5%BE%81%E5%9C%B0%0D%0A%F0%9F%98%80&stage=registered');
    expect((await clerk.follow(saved)).status).to.equal(200);
  });

  it('replace the view of the same name, and say what is wrong', async () => {
    const clerk = await program.signedIn(['clerk']);
    await clerk.submit(filtered, paths.savedViews, { name: '常看' });
    await clerk.submit(`${paths.ledger}?irregular=yes`, paths.savedViews, { name: '常看' });
    expect(await program.dataSource.query('SELECT 1 FROM saved_views')).to.have.length(1);
    const nameless = await clerk.submit(filtered, paths.savedViews, { name: ' ' });
    expect((await clerk.follow(nameless)).text).to.match(/请填写.?视图名称/);
    const nothing = await clerk.submit(filtered, paths.savedViews, { name: '全部', query: 'nonsense=1' });
    expect((await clerk.follow(nothing)).text).to.contain('还没有筛选条件');
  });
});
