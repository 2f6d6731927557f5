import { expect } from 'chai';
import { setClock } from '../../src/infrastructure/today.js';
import { AccountRecord } from '../../src/records/person/account.js';
import { addPerson, openProgram, PASSWORD, type Program } from '../support/program.js';

describe('signing in', () => {
  let program: Program;

  beforeEach(async () => {
    program = await openProgram();
    await addPerson(program.dataSource, { loginName: 'dengji', roles: ['clerk'], name: '李登记' });
  });

  afterEach(async () => {
    setClock();
    await program.close();
  });

  it('asks for it first, and then leads where one wanted to go', async () => {
    const visitor = program.visitor();
    const asked = await visitor.get('/password');
    expect(asked.status).to.equal(303);
    expect(asked.location).to.equal('/sign-in?next=%2Fpassword');
    const entered = await visitor.submit(asked.location, '/sign-in', {
      loginName: ' DengJi ',
      password: PASSWORD,
    });
    expect(entered.status).to.equal(303);
    expect(entered.location).to.equal('/password');
    expect((await visitor.get('/password')).text).to.contain('李登记');
  });

  it('says the same for an unknown name, a wrong password and a disabled account', async () => {
    await addPerson(program.dataSource, { loginName: 'tingyong', roles: ['clerk'] });
    await program.dataSource.manager.update(AccountRecord, { loginName: 'tingyong' }, { active: false });
    const answers = await Promise.all([
      program.visitor().signIn('meiyou', PASSWORD),
      program.visitor().signIn('dengji', 'cuowu'),
      program.visitor().signIn('tingyong', PASSWORD),
    ]);
    for (const answer of answers) {
      expect(answer.status).to.equal(422);
      expect(answer.text).to.contain('登录名或密码不正确');
    }
  });

  it('keeps the typed name and never the password', async () => {
    const refused = await program.visitor().signIn('dengji', 'cuowu-mima');
    expect(refused.text).to.contain('value="dengji"');
    expect(refused.text).not.to.contain('cuowu-mima');
  });

  it('makes one wait after five failures, twice as long after each further one', async () => {
    const start = new Date('2026-11-23T02:00:00Z').getTime();
    let seconds = 0;
    setClock(() => new Date(start + seconds * 1000));
    const attempt = async (password: string): Promise<string> =>
      (await program.visitor().signIn('dengji', password)).text;
    for (let failure = 1; failure <= 5; failure += 1) expect(await attempt('cuowu')).to.contain('不正确');
    expect(await attempt(PASSWORD)).to.contain('已暂停登录');
    seconds = 29;
    expect(await attempt(PASSWORD)).to.contain('已暂停登录');
    seconds = 30;
    expect(await attempt('cuowu')).to.contain('不正确');
    seconds = 89;
    expect(await attempt(PASSWORD)).to.contain('已暂停登录');
    seconds = 90;
    expect((await program.visitor().signIn('dengji', PASSWORD)).status).to.equal(303);
    expect(await attempt('cuowu'), 'the count begins anew').to.contain('不正确');
  });

  it('makes an unknown name wait in the same way', async () => {
    for (let failure = 1; failure <= 5; failure += 1) await program.visitor().signIn('meiyou', 'cuowu');
    expect((await program.visitor().signIn('meiyou', 'cuowu')).text).to.contain('已暂停登录');
    expect((await program.visitor().signIn('dengji', PASSWORD)).status).to.equal(303);
  });

  it('opens a new session: the cookie and the token of before are worth nothing', async () => {
    const visitor = program.visitor();
    const before = await visitor.get('/sign-in');
    const cookie = visitor.cookie;
    await visitor.signIn('dengji', PASSWORD);
    expect(visitor.cookie).not.to.equal(cookie);
    const old = program.visitor();
    expect((await old.get('/password', { cookie })).status).to.equal(303);
    const token = /name="_csrf" value="(\w+)"/.exec(before.text)?.[1] ?? '';
    expect((await visitor.post('/sign-out', { _csrf: token })).status).to.equal(403);
  });

  it('ends the session when signing out', async () => {
    const visitor = program.visitor();
    await visitor.signIn('dengji', PASSWORD);
    const cookie = visitor.cookie;
    await visitor.submit('/password', '/sign-out');
    expect((await program.visitor().get('/password', { cookie })).location).to.contain('/sign-in');
  });

  it('does not lead out of the program', async () => {
    for (const next of ['https://example.org/', '//example.org', '/\\example.org', 'javascript:1', '/ a']) {
      const visitor = program.visitor();
      const page = `/sign-in?next=${encodeURIComponent(next)}`;
      const entered = await visitor.submit(page, '/sign-in', { loginName: 'dengji', password: PASSWORD });
      expect(entered.location, next).to.equal('/');
    }
  });

  it('shuts a disabled account out at its next request', async () => {
    const visitor = program.visitor();
    await visitor.signIn('dengji', PASSWORD);
    expect((await visitor.get('/password')).status).to.equal(200);
    await program.dataSource.manager.update(AccountRecord, { loginName: 'dengji' }, { active: false });
    expect((await visitor.get('/password')).status).to.equal(303);
  });
});

describe('one’s own password', () => {
  let program: Program;

  beforeEach(async () => {
    program = await openProgram();
  });

  afterEach(() => program.close());

  it('is changed; other sessions end, this one goes on', async () => {
    const here = await program.signedIn(['clerk'], { loginName: 'dengji' });
    const elsewhere = program.visitor();
    await elsewhere.signIn('dengji', PASSWORD);
    const changed = await here.submit('/password', '/password', {
      currentPassword: PASSWORD,
      newPassword: 'xin-mima-2027',
      repeatedPassword: 'xin-mima-2027',
    });
    expect(changed.status).to.equal(303);
    expect((await here.get('/password')).text).to.contain('密码已修改');
    expect((await elsewhere.get('/password')).status).to.equal(303);
    expect((await program.visitor().signIn('dengji', PASSWORD)).status).to.equal(422);
    expect((await program.visitor().signIn('dengji', 'xin-mima-2027')).status).to.equal(303);
  });

  it('is refused with a reason when it will not do', async () => {
    const visitor = await program.signedIn(['clerk'], { loginName: 'dengji' });
    const change = async (currentPassword: string, newPassword: string, repeatedPassword = newPassword) => {
      const refused = await visitor.submit('/password', '/password', {
        currentPassword,
        newPassword,
        repeatedPassword,
      });
      expect(refused.status).to.equal(422);
      return refused.text;
    };
    expect(await change('cuowu', 'xin-mima-2027')).to.contain('现在的密码不正确');
    expect(await change(PASSWORD, 'duan-1')).to.contain('不能少于 10 个字符');
    expect(await change(PASSWORD, 'zhiyouzimu')).to.contain('同时有字母和数字');
    expect(await change(PASSWORD, 'dengji-2027')).to.contain('不能包含登录名');
    expect(await change(PASSWORD, PASSWORD)).to.contain('不能与现在的密码相同');
    expect(await change(PASSWORD, 'xin-mima-2027', 'xin-mima-2028')).to.contain('两次输入的新密码不一致');
  });
});
