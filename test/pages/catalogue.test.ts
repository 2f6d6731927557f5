import { expect } from 'chai';
import { publicationDueOn } from '../../src/domain/clock/publication.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { today } from '../../src/infrastructure/today.js';
import { CatalogueEntry } from '../../src/records/publication/catalogue-entry.js';
import { PublicationRecord } from '../../src/records/publication/publication.js';
import { chineseDate } from '../../src/web/words.js';
import { addCase, daysAgo } from '../support/pages.js';
import { calendar } from '../support/paper-case.js';
import { openProgram, type Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

const title = '某某路道路改造工程征地批复';
const address = 'https://www.example.gov.cn/zwgk/1.html';

describe('公开目录 (条例第二十六条)', function () {
  this.timeout(60_000);
  let program: Program;
  let handler: Visitor;

  beforeEach(async () => {
    program = await openProgram();
    handler = await program.signedIn(['handler']);
  });
  afterEach(() => program.close());

  const entries = () => program.dataSource.manager.find(CatalogueEntry, { order: { addedAt: 'ASC' } });
  const add = async (changes: Record<string, string> = {}) => {
    const fields = { title, number: '某府征〔2026〕3号', basisOn: daysAgo(2), publishedOn: '', address: '' };
    const answer = await handler.submit('/catalogue/new', '/catalogue', { ...fields, ...changes });
    return answer.status === 303 ? handler.follow(answer) : answer;
  };

  it('counts twenty working days from the day of making, under either 条例', () => {
    const due = (on: string) => publicationDueOn(calendar, localDate(on));
    expect(due('2026-02-10')).to.equal('2026-03-16');
    expect(due('2025-01-20')).to.equal('2025-02-21');
    expect(due('2019-05-14')).to.equal('2019-06-12');
    expect(due('2010-01-04')).to.equal('2010-02-01');
  });

  it('has its clock until it is public, on the register and on the desk, and a change begins it anew', async () => {
    await add();
    const dueOn = publicationDueOn(calendar, daysAgo(2));
    const said = chineseDate(dueOn);
    expect((await handler.get('/catalogue')).text)
      .to.contain('待公开')
      .and.to.contain(said);
    expect((await handler.get('/desk')).text)
      .to.contain('1 条待公开')
      .and.to.contain(said);
    expect((await program.visitor().get('/public/offices/CS-ZFB/catalogue')).text).not.to.contain(title);

    const [first] = await entries();
    const page = `/catalogue/${first?.id}`;
    await handler.submit(page, `${page}/published`, { publishedOn: daysAgo(1), address });
    expect((await handler.get(page)).text).to.contain('期限内公开');
    expect((await handler.get('/desk')).text).not.to.contain('条待公开');
    expect((await handler.get('/catalogue?state=waiting')).text).not.to.contain(title);
    expect((await handler.get('/catalogue?state=published')).text).to.contain(title);

    await handler.submit(page, `${page}/changed`, { changedOn: today(), number: '' });
    const [, second] = await entries();
    expect(second).to.include({
      basis: 'changed',
      basisOn: today(),
      publishedOn: null,
      supersedes: first?.id,
    });
    expect((await handler.get(page)).text)
      .to.contain('看变更后的一条')
      .and.not.to.contain('/changed"');
    const asPublic = await program.visitor().get('/public/offices/CS-ZFB/catalogue');
    expect(asPublic.text, 'what can be read is the old version').to.contain(`href="${address}"`);
  });

  it('says how late it was', async () => {
    await add({ basisOn: '2026-02-10', publishedOn: '2026-03-18', address });
    expect((await handler.get('/catalogue')).text).to.contain('迟 2 个工作日');
  });

  it('is searched by any two characters, by the office and by everybody', async () => {
    await add({ publishedOn: daysAgo(1), address });
    await add({ title: '财政预算公开表', number: '', publishedOn: daysAgo(1), address: '区档案馆三楼' });
    for (const [visitor, path] of [
      [handler, '/catalogue'],
      [program.visitor(), '/public/offices/CS-ZFB/catalogue'],
    ] as const) {
      const { text } = await visitor.get(`${path}?q=${encodeURIComponent('征地')}`);
      expect(text).to.contain(title).and.not.to.contain('财政预算');
      expect((await visitor.get(`${path}?q=${encodeURIComponent('府征〔')}`)).text).to.contain(title);
      expect((await visitor.get(`${path}?q=${encodeURIComponent("%_'\\")}`)).status).to.equal(200);
    }
    expect((await program.visitor().get('/public/offices/CS-ZFB/catalogue')).text).to.contain('区档案馆三楼');
    expect((await program.visitor().get('/public/offices/CS-ZFB')).text).to.contain(
      'href="/public/offices/CS-ZFB/catalogue"',
    );
    expect((await program.visitor().get('/public/offices/NO-NO/catalogue')).status).to.equal(404);
  });

  it('refuses what cannot be, and keeps what was typed', async () => {
    const faults: Readonly<Record<string, Record<string, string>>> = {
      不能晚于今天: { basisOn: daysAgo(-1) },
      应在2010年1月1日以后: { basisOn: '2009-12-31' },
      不会早于制作或变更之日: { publishedOn: daysAgo(3), address },
      '已经公开的，请填写网址或位置': { publishedOn: daysAgo(1) },
      请填写公开之日: { address },
      不是有效的日期: { basisOn: '2026-02-30' },
    };
    for (const [says, changes] of Object.entries(faults)) {
      const refused = await add(changes);
      expect(refused.status, says).to.equal(422);
      expect(refused.text).to.contain(says).and.to.contain(`value="${title}"`);
    }
    await add();
    const id = (await entries()).at(0)?.id ?? '';
    const early = await handler.submit(`/catalogue/${id}`, `/catalogue/${id}/published`, {
      publishedOn: daysAgo(3),
      address,
    });
    expect([early.status, early.text.includes('不会早于制作或变更之日')]).to.deep.equal([422, true]);
  });

  it('fills in where it can be read in an answer of 已主动公开, and keeps what was typed', async () => {
    await add({ publishedOn: '2026-03-02', basisOn: '2026-02-10', address });
    const { id } = await addCase(program, [], { content: '申请公开某某路道路改造工程的征地批复文件' });
    const path = `/cases/${id}/acts/reply.drafted`;
    const typed = { on: today(), outcome: 'alreadyPublic', reasons: '已公开。' };
    const form = await handler.submit(path, path, { ...typed, do: 'choose' });
    expect(form.text).to.contain(`formaction="${path.replace(/$/, '/catalogue')}"`);
    const pick = await handler.submitTo(path + '?outcome=alreadyPublic', path, `${path}/catalogue`, {
      ...typed,
      of: '',
    });
    expect(pick.text).to.contain(title).and.to.contain(address);
    const entry = (await entries()).at(0)?.id ?? '';
    const [, token = ''] = /name="_csrf" value="([^"]*)"/.exec(pick.text) ?? [];
    const filled = await handler.post(`${path}/catalogue`, { ...typed, of: '', entry, _csrf: token });
    expect(filled.text)
      .to.contain(`《${title}》（某府征〔2026〕3号）已于2026年3月2日主动公开`)
      .and.to.contain(address);
    const none = await handler.post(`${path}/catalogue`, {
      ...typed,
      of: '',
      catalogueQ: '没有',
      _csrf: token,
    });
    expect(none.text).to.contain('没有找到');
    const back = await handler.post(`${path}/catalogue`, { ...typed, entry: 'leave', _csrf: token });
    expect(back.text).to.contain('登记“拟制答复');
  });

  it('takes up what several have asked for (条例第四十四条), and both say where it is', async () => {
    const head = await program.signedIn(['head']);
    const { id } = await addCase(program);
    await handler.submit(`/publications?case=${id}`, '/publications', { title, reason: '两人申请' });
    const suggested = await program.dataSource.manager.findOneByOrFail(PublicationRecord, {});
    await head.submit('/publications', `/publications/${suggested.id}/decision`, { verdict: 'include' });
    const [line] = await entries();
    expect(line).to.include({ basis: 'included', basisOn: today(), publicationId: suggested.id });
    const page = `/catalogue/${line?.id}`;
    await handler.submit(page, `${page}/published`, { publishedOn: today(), address });
    const published = await program.dataSource.manager.findOneByOrFail(PublicationRecord, {});
    expect(published).to.include({ state: 'published', publishedOn: today(), address });
  });

  it('is kept by its own office alone', async () => {
    await add();
    const id = (await entries()).at(0)?.id ?? '';
    const town = await program.signedIn(['handler'], { officeCode: 'CS-YL' });
    expect((await town.get(`/catalogue/${id}`)).status).to.equal(404);
    expect((await town.get('/catalogue')).text).not.to.contain(title);
    const leader = await program.signedIn(['leader']);
    expect((await leader.get(`/catalogue/${id}`)).text).not.to.contain('/published"');
    expect((await leader.get('/catalogue/new')).status).to.equal(403);
  });
});
