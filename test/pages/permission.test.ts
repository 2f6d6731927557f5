import { Reflector } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { expect } from 'chai';
import { roles } from '../../src/domain/office/role.js';
import { PermissionGuard } from '../../src/web/guards.js';
import { openProgram, type Program } from '../support/program.js';
import { routesOf } from '../support/routes.js';

describe('permission', () => {
  let program: Program;

  before(async () => {
    program = await openProgram();
  });

  after(() => program.close());

  it('is declared by every route', () => {
    const routes = routesOf(program);
    expect(routes).to.have.length.greaterThan(15);
    expect(routes.filter(({ permission }) => !permission).map(({ name }) => name)).to.deep.equal([]);
  });

  it('is refused where a route does not declare it', () => {
    class Forgetful {
      open(): void {}
    }
    const context = new ExecutionContextHost([{}, {}], Forgetful, Forgetful.prototype.open);
    expect(() => new PermissionGuard(new Reflector()).canActivate(context)).to.throw(
      '如需办理，请与本单位管理员联系',
    );
  });

  it('opens the administration to administrators alone', async () => {
    for (const role of roles) {
      const visitor = await program.signedIn([role]);
      for (const path of ['/admin/offices', '/admin/offices/new', '/admin/accounts', '/admin/accounts/new']) {
        const { status } = await visitor.get(path);
        expect(status, `${role} ${path}`).to.equal(role === 'admin' ? 200 : 403);
      }
    }
  });

  it('keeps applications from those who only administer, and offers them nothing of the kind', async () => {
    const admin = await program.signedIn(['admin']);
    for (const path of ['/ledger', '/ledger/export.csv', '/reminders', '/reminders/settings']) {
      expect((await admin.get(path)).status, path).to.equal(403);
    }
    const { text } = await admin.get('/desk');
    expect(text).to.contain('>去管理</a>').and.not.to.contain('>台账</a>').and.not.to.contain('提醒设置');
    expect((await (await program.signedIn(['leader', 'admin'])).get('/ledger')).status).to.equal(200);
  });

  it('keeps the figures of an office from those who only handle', async () => {
    const handler = await program.signedIn(['handler']);
    for (const path of [
      '/dashboard',
      '/dashboard/proceedings',
      '/charts/dial-litigation.svg',
      '/annual-report',
    ]) {
      expect((await handler.get(path)).status, path).to.equal(403);
    }
  });

  it('shows in the navigation what is open', async () => {
    const clerk = await (await program.signedIn(['clerk'])).get('/password');
    expect(clerk.text).to.contain('>登记</a>').and.not.to.contain('>管理</a>');
    const leader = await (await program.signedIn(['leader', 'admin'])).get('/password');
    expect(leader.text).to.contain('>看板</a>').and.to.contain('>管理</a>').and.not.to.contain('>登记</a>');
  });
});
