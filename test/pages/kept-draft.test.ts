import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { today } from '../../src/infrastructure/today.js';
import { OfficeRecord } from '../../src/records/office/office.js';
import { addCase } from '../support/pages.js';
import { addPerson, openProgram, PASSWORD, type Program } from '../support/program.js';
import { Visitor } from '../support/visitor.js';

describe('a form posted after the session ran out', () => {
  let program: Program;
  let visitor: Visitor;

  beforeEach(async () => {
    program = await openProgram();
    visitor = await program.signedIn(['admin'], { loginName: 'guanli' });
    await addPerson(program.dataSource, { loginName: 'bieren', roles: ['admin'] });
  });

  afterEach(() => program.close());

  /** Fills in the form of a new office; between showing and sending, every session is gone. */
  async function sendLate(): Promise<string> {
    const page = await visitor.get('/admin/offices/new');
    const hidden = Object.fromEntries(
      [...page.text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ) as Record<string, string>;
    await program.dataSource.query('DELETE FROM account_sessions');
    const late = await visitor.post('/admin/offices', {
      ...hidden,
      code: 'CS-XJ',
      parentId: program.district.id,
      name: '测试区“新”局 & 分局',
      shortName: '新局',
      kind: 'department',
      government: '测试区人民政府',
    });
    expect(late.status).to.equal(303);
    return late.location;
  }

  it('stands in its form again after signing in, sealed meanwhile, and is used up when it is sent', async () => {
    const signIn = await sendLate();
    const [session] = await program.dataSource.query('SELECT sess::text AS text FROM account_sessions');
    expect(session.text).not.to.contain('新局');
    const entered = await visitor.submit(signIn, '/sign-in', { loginName: 'guanli', password: PASSWORD });
    expect(entered.location).to.equal('/kept-draft');
    const back = await visitor.get('/kept-draft');
    expect(back.location).to.equal('/admin/offices/new');
    const { text } = await visitor.follow(back);
    expect(text)
      .to.contain('登录超时前填写的内容已经恢复')
      .and.to.contain('value="测试区“新”局 &amp; 分局"')
      .and.to.match(/value="department"[^>]*(checked|selected)/);
    const typed = { code: 'CS-XJ', parentId: program.district.id, name: '测试区“新”局 & 分局' };
    const more = { shortName: '新局', kind: 'department', government: '测试区人民政府' };
    const handedIn = await visitor.submit('/admin/offices/new', '/admin/offices', { ...typed, ...more });
    expect(handedIn.status).to.equal(303);
    const office = await program.dataSource.manager.findOneByOrFail(OfficeRecord, { code: 'CS-XJ' });
    expect(office.name).to.equal('测试区“新”局 & 分局');
    expect((await visitor.get('/kept-draft')).status, 'used up').to.equal(303);
  });

  it('is handed in from its own page where no form can show it', async () => {
    const page = await visitor.get('/admin/offices/new');
    const account = /name="_account" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
    for (const from of ['', '/admin/offices', '//evil.example/', '/admin/accounts', '/kept-draft']) {
      await program.dataSource.query('DELETE FROM account_sessions');
      const fields = { _account: account, _page: from, code: 'CS-XJ', name: '新局' };
      const late = await visitor.post('/admin/offices', fields);
      await visitor.submit(late.location, '/sign-in', { loginName: 'guanli', password: PASSWORD });
      let arrived = await visitor.get('/kept-draft');
      for (let n = 0; n < 3 && arrived.status === 303; n += 1) arrived = await visitor.follow(arrived);
      expect(arrived.text, from).to.contain('已加密保留').and.to.contain('value="新局"');
    }
    const handedIn = await visitor.submit('/kept-draft?itself=yes', '/admin/offices');
    expect(handedIn.status, 'not all was filled in').to.equal(422);
    expect((await visitor.get('/kept-draft')).location, 'used up').to.equal('/');
  });

  it('brings the form of an act back with the fields of the outcome that was chosen', async () => {
    const handler = await program.signedIn(['handler'], { loginName: 'chengban' });
    const { id } = await addCase(program);
    const path = `/cases/${id}/acts/reply.drafted`;
    const { text } = await handler.get(path);
    const hidden = Object.fromEntries(
      [...text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ) as Record<string, string>;
    await program.dataSource.query('DELETE FROM account_sessions');
    const fields = { ...hidden, on: today(), outcome: 'notHeld', searchedFor: '征地批复', do: 'preview' };
    const late = await handler.post(path, fields);
    const entered = await handler.submit(late.location, '/sign-in', {
      loginName: 'chengban',
      password: PASSWORD,
    });
    const back = await handler.follow(await handler.follow(entered));
    expect(back.text).to.contain('已经恢复').and.to.contain('value="征地批复"');
    expect(back.text).to.match(/value="notHeld" selected/);
  });

  it('is stored before the way to the sign-in is told', async () => {
    const page = await visitor.get('/admin/offices/new');
    const account = /name="_account" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
    await program.dataSource.query('DELETE FROM account_sessions');
    const holder = program.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE account_sessions IN SHARE MODE');
    const answer = { arrived: false };
    const late = visitor.post('/admin/offices', { _account: account, name: '测试区新局' }).finally(() => {
      answer.arrived = true;
    });
    const waiting = async (): Promise<boolean> => {
      const [{ count }] = await holder.query(
        `SELECT count(*)::int AS count FROM pg_locks WHERE relation = 'account_sessions'::regclass AND NOT granted`,
      );
      return count > 0;
    };
    while (!answer.arrived && !(await waiting())) await setImmediate();
    expect(answer.arrived, 'told while the draft was still being stored').to.equal(false);
    await holder.commitTransaction();
    await holder.release();
    expect((await late).location).to.contain(encodeURIComponent('/kept-draft'));
  });

  it('is not shown to another person at the same screen', async () => {
    const signIn = await sendLate();
    await visitor.submit(signIn, '/sign-in', { loginName: 'bieren', password: PASSWORD });
    const draft = await visitor.get('/kept-draft');
    expect(draft.status).to.equal(303);
    expect(draft.text).not.to.contain('新局');
  });
});
