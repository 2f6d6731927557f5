import { expect } from 'chai';
import { AccountRecord } from '../../src/records/person/account.js';
import { addPerson, openProgram, PASSWORD, type Program } from '../support/program.js';
import { Visitor } from '../support/visitor.js';

describe('keeping accounts', () => {
  let program: Program;
  let admin: Visitor;

  beforeEach(async () => {
    program = await openProgram();
    admin = await program.signedIn(['admin'], { loginName: 'guanli' });
  });

  afterEach(() => program.close());

  function account(loginName: string): Promise<AccountRecord> {
    return program.dataSource.manager.findOneByOrFail(AccountRecord, { loginName });
  }

  async function addedPassword(): Promise<string> {
    const added = await admin.submit('/admin/accounts/new', '/admin/accounts', {
      name: '王新',
      loginName: 'WangXin',
      officeId: program.town.id,
      roles: ['clerk', 'handler'],
    });
    expect(added.status).to.equal(303);
    const { text } = await admin.follow(added);
    return /secret-once">([^<]+)</.exec(text)?.[1] ?? '';
  }

  it('adds a person; the password is told once and opens only the page that changes it', async () => {
    const password = await addedPassword();
    expect(password).to.match(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/);
    const added = await account('wangxin');
    expect(added.roles).to.deep.equal(['clerk', 'handler']);
    expect((await admin.get(`/admin/accounts/${added.id}`)).text).not.to.contain(password);

    const person = program.visitor();
    await person.signIn('wangxin', password);
    expect((await person.get('/')).location).to.equal('/password');
    const changed = await person.submit('/password', '/password', {
      currentPassword: password,
      newPassword: 'xin-mima-2027',
      repeatedPassword: 'xin-mima-2027',
    });
    expect(changed.status).to.equal(303);
    expect((await person.get('/')).location).to.equal('/desk');
  });

  it('shows what was typed and what is missing', async () => {
    const refused = await admin.submit('/admin/accounts/new', '/admin/accounts', {
      name: '王<新>',
      loginName: 'a b',
      officeId: program.town.id,
    });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.contain('value="王&lt;新&gt;"');
    expect(refused.text).to.contain('href="#field-roles">请至少选择一项角色</a>');
    expect(refused.text).to.contain('登录名只能用文字、数字');
  });

  it('refuses a login name that is taken, in whatever letters', async () => {
    const refused = await admin.submit('/admin/accounts/new', '/admin/accounts', {
      name: '又一人',
      loginName: 'GuanLi',
      officeId: program.town.id,
      roles: 'clerk',
    });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.contain('已有人使用');
  });

  it('writes every change in the record, with the person who made it', async () => {
    const { id } = await addPerson(program.dataSource, { loginName: 'chengban', roles: ['handler'] });
    const page = `/admin/accounts/${id}`;
    await admin.submit(page, page, {
      name: '陈承办',
      officeId: program.department.id,
      roles: ['handler', 'legal'],
    });
    await admin.submit(page, `${page}/password`);
    await admin.submit(page, `${page}/standing`);
    const { text } = await admin.get(page);
    for (const words of [
      '姓名由“chengban”改为“陈承办”；调到区司法局；角色由承办人改为承办人、法制',
      '重置登录密码',
      '停用账号',
    ]) {
      expect(text).to.contain(words);
    }
    expect(text).to.contain('<span class="record-by">guanli</span>');
    expect((await program.visitor().signIn('chengban', PASSWORD)).status).to.equal(422);
  });

  it('tells the second of two who change the same person', async () => {
    const { id } = await addPerson(program.dataSource, { loginName: 'chengban', roles: ['handler'] });
    const page = `/admin/accounts/${id}`;
    const fields = { officeId: program.district.id, roles: 'handler' };
    await admin.submit(page, page, { ...fields, name: '先改' });
    const late = await admin.submit(page, page, { ...fields, name: '后改', version: '1' });
    expect(late.status).to.equal(422);
    expect(late.text).to.contain('刚被他人修改').and.to.contain('value="后改"');
    expect((await account('chengban')).name).to.equal('先改');
  });

  it('is not disturbed by the person signing in meanwhile', async () => {
    const { id } = await addPerson(program.dataSource, { loginName: 'chengban', roles: ['handler'] });
    const { version } = await account('chengban');
    await program.visitor().signIn('chengban', PASSWORD);
    expect((await account('chengban')).version).to.equal(version);
    expect((await account('chengban')).id).to.equal(id);
  });

  it('never leaves the program without an administrator', async () => {
    const { id } = await account('guanli');
    const page = `/admin/accounts/${id}`;
    const refused = await admin.submit(page, page, {
      name: 'guanli',
      officeId: program.district.id,
      roles: 'clerk',
    });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.contain('至少要有一名可登录的管理员');
    expect((await admin.get(page)).text, 'one does not disable oneself').not.to.contain('停用账号');
  });

  it('never leaves an office without one who administers it, there or above', async () => {
    const own = await program.signedIn(['admin'], { loginName: 'zhenli', officeCode: 'CS-YL' });
    const page = `/admin/accounts/${(await account('guanli')).id}`;
    // One of a town does not reach the district.
    for (const changed of [{ roles: 'clerk' }, { roles: 'admin', officeId: program.town.id }]) {
      const fields = { name: 'guanli', officeId: program.district.id, ...changed };
      const refused = await admin.submit(page, page, fields);
      expect(refused.status).to.equal(422);
      expect(refused.text).to.contain('至少要有一名可登录的管理员');
    }
    // The town has the district's.
    const local = `/admin/accounts/${(await account('zhenli')).id}`;
    const fields = { name: 'zhenli', officeId: program.town.id, roles: 'clerk' };
    expect((await admin.submit(local, local, fields)).status).to.equal(303);
    expect((await own.get('/admin/accounts')).status).to.equal(403);
  });

  it('reaches own office and those below, and no others', async () => {
    const local = await program.signedIn(['admin'], { officeCode: 'CS-YL' });
    const { id } = await account('guanli');
    expect((await local.get('/admin/accounts')).text).not.to.contain('guanli');
    expect((await local.get(`/admin/accounts/${id}`)).status).to.equal(404);
    const refused = await local.submit('/admin/accounts/new', '/admin/accounts', {
      name: '越权',
      loginName: 'yuequan',
      officeId: program.district.id,
      roles: 'admin',
    });
    expect(refused.status).to.equal(422);
  });
});
