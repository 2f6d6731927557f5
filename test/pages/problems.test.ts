import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { settings } from '../../src/infrastructure/settings.js';
import { problemFrom, type Problem } from '../../src/web/problems.js';
import { openProgram, type Program } from '../support/program.js';

describe('problems', () => {
  let program: Program;

  before(async () => {
    program = await openProgram();
  });

  after(() => program.close());

  it('are the same object with the same status as a page and as JSON', async () => {
    const visitor = program.visitor();
    const page = await visitor.get('/meiyou', { 'x-request-id': 'abcdef-1234' });
    const json = await visitor.get('/meiyou', { accept: 'application/json', 'x-request-id': 'abcdef-1234' });
    expect(page.status).to.equal(404);
    expect(json.status).to.equal(404);
    expect(json.headers.get('content-type')).to.contain('application/problem+json');
    const problem = JSON.parse(json.text) as Problem;
    expect(problem).to.include({ type: '/problems/not-found', status: 404, correlationId: 'abcdef-1234' });
    for (const words of [problem.title, problem.detail, problem.correlationId]) {
      expect(page.text).to.contain(words);
    }
    expect((await visitor.get(problem.type)).text).to.contain(problem.title);
  });

  it('lead the public back to its own pages', async () => {
    const { text } = await program.visitor().get('/public/meiyou');
    expect(text).to.contain('href="/public">回到首页').and.to.contain('没有找到 - 政府信息公开申请');
  });

  it('answer a form without its token with 403', async () => {
    const visitor = await program.signedIn(['admin']);
    expect((await visitor.post('/admin/offices', { name: '某局' })).status).to.equal(403);
    expect((await visitor.post('/admin/offices', { _csrf: 'x' })).text).to.contain('页面已失效');
    expect((await program.visitor().post('/sign-in', { loginName: 'a', password: 'b' })).status).to.equal(
      403,
    );
  });

  it('answer a broken address with 400 and a broken body with 400', async () => {
    const visitor = await program.signedIn(['admin']);
    expect((await visitor.get('/admin/offices/bu-shi-uuid')).status).to.equal(400);
    const body = await visitor.post('/sign-out', { not: 'JSON' }, { 'content-type': 'application/json' });
    expect(body.status).to.equal(400);
  });

  it('say when a disk is full, the store’s or the database’s, that nothing was kept and what to do', () => {
    const files = Object.assign(new Error('write'), { code: 'ENOSPC' });
    const database = Object.assign(new Error('could not extend file'), { code: '53100' });
    for (const fault of [files, database, new Error('not kept', { cause: files })]) {
      const problem = problemFrom(fault, 'id');
      expect(problem).to.include({ type: '/problems/storage-full', status: 507 });
      expect(problem.detail).to.contain('磁盘满了，没有保存').and.contain('后退');
    }
    expect(problemFrom(Object.assign(new Error(), { code: 'EACCES' }), 'id').status).to.equal(500);
  });

  it('do not tell what went wrong inside', () => {
    const problem = problemFrom(new Error('duplicate key: 张三 510123'), 'id');
    expect(problem.status).to.equal(500);
    expect(JSON.stringify(problem)).not.to.contain('张三');
  });
});

describe('a form with files', () => {
  let program: Program;

  before(async () => {
    program = await openProgram();
  });

  after(() => program.close());

  it('is read before its token is asked for, and leaves no file behind', async () => {
    const visitor = await program.signedIn(['admin']);
    const file = new File(['%PDF'], '附件.pdf');
    const fields = { code: 'CS-FJ', parentId: program.district.id, shortName: '附局', kind: 'department' };
    const page = '/admin/offices/new';
    const refused = await visitor.upload(page, '/admin/offices', fields, { file });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.contain('value="附局"');
    const forged = await visitor.upload(page, '/admin/offices', { ...fields, _csrf: 'x' }, { file });
    expect(forged.status).to.equal(403);
    // The files go once the reply is out: the test ends when they are gone.
    while (readdirSync(join(settings().dataDir, 'uploads')).length > 0) await visitor.get('/healthz');
  });
});

describe('headers', () => {
  let program: Program;

  before(async () => {
    program = await openProgram();
  });

  after(() => program.close());

  it('forbid inline script and style, and pages have none', async () => {
    const visitor = await program.signedIn(['admin']);
    for (const path of ['/styleguide', '/admin/accounts', '/admin/offices/new']) {
      const { headers, text } = await visitor.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).to.contain("default-src 'self'").and.not.to.contain('unsafe');
      expect(text).not.to.match(/<[^>]+ style=|<style|<script(?![^>]* src=)|<[^>]+ on\w+=/);
    }
  });

  it('keep pages out of caches and assets in them', async () => {
    const page = await program.visitor().get('/sign-in');
    expect(page.headers.get('cache-control')).to.equal('private, no-store');
    for (const [, address = ''] of page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) {
      const asset = await program.visitor().get(address);
      expect(asset.status, address).to.equal(200);
      expect(asset.headers.get('cache-control')).to.contain('immutable');
      expect(asset.headers.getSetCookie()).to.deep.equal([]);
    }
  });

  it('send the session cookie to this site alone and hide it from scripts', async () => {
    const { headers } = await program.visitor().get('/sign-in');
    expect(headers.getSetCookie().join()).to.contain('HttpOnly').and.to.contain('SameSite=Lax');
  });

  it('answer the supervisor', async () => {
    const { status, text, headers } = await program.visitor().get('/healthz');
    expect(status).to.equal(200);
    expect(JSON.parse(text)).to.deep.equal({ status: 'ok' });
    expect(headers.getSetCookie()).to.deep.equal([]);
  });
});
