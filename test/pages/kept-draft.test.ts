import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { OfficeRecord } from '../../src/records/office.js';
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

  it('is kept, sealed, and can be handed in after signing in again', async () => {
    const signIn = await sendLate();
    const [session] = await program.dataSource.query('SELECT sess::text AS text FROM account_sessions');
    expect(session.text).not.to.contain('新局');
    const entered = await visitor.submit(signIn, '/sign-in', { loginName: 'guanli', password: PASSWORD });
    expect(entered.location).to.equal('/kept-draft');
    const handedIn = await visitor.submit('/kept-draft', '/admin/offices');
    expect(handedIn.status).to.equal(303);
    const office = await program.dataSource.manager.findOneByOrFail(OfficeRecord, { code: 'CS-XJ' });
    expect(office.name).to.equal('测试区“新”局 & 分局');
    expect((await visitor.get('/kept-draft')).status, 'used up').to.equal(303);
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
