import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { roleNames, roles, type Role } from '../domain/office/role.js';
import { open, seal } from '../infrastructure/sealing.js';
import type { AccountRecord } from '../records/person/account.js';
import { accountById, accountsOf } from '../records/person/accounts.js';
import { administrationLinesOf } from '../records/office/administration.js';
import { officeTree } from '../records/office/offices.js';
import { Choices, Text, WholeNumber } from '../web/fields.js';
import { emptyForm, readForm, refuse, type FormState } from '../web/forms.js';
import { officeOptions, optionsOf, type Option } from '../web/options.js';
import { seeOther, type Page, type SeeOther } from '../web/page.js';
import { pageRequest, paginate } from '../web/pagination.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, maySee, type Viewer } from '../web/viewer.js';
import { accountList, accountPage, newAccountPage } from './pages.js';
import { People } from './people.js';

declare module 'express-session' {
  interface SessionData {
    /** A password to be shown once, sealed, and whose it is. */
    toldOnce: { accountId: string; password: string };
  }
}

class PersonForm {
  @Text({ label: '姓名', max: 50 })
  name: string;

  /** Whether it is one of the viewer's offices is asked where it is saved. */
  @Text({ label: '所在机关' })
  officeId: string;

  @Choices({ label: '角色', of: roles })
  roles: Role[];
}

class NewPersonForm extends PersonForm {
  @Text({
    label: '登录名',
    max: 50,
    pattern: /^[\p{L}\d][\p{L}\d._-]+$/u,
    patternFault: '登录名只能用文字、数字、点、横线和下划线，至少两个字符',
  })
  loginName: string;
}

class ChangedPersonForm extends PersonForm {
  @WholeNumber({ label: '版本' })
  version: number;
}

const roleOptions: readonly Option[] = optionsOf(roleNames);

@Controller(paths.accounts)
@Allow('admin')
export class AccountsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly people: People,
  ) {}

  @Get()
  async list(
    @CurrentViewer() viewer: Viewer,
    @Query() query: { q?: unknown; page?: unknown },
  ): Promise<Page> {
    const search = typeof query.q === 'string' ? query.q.trim().slice(0, 50) : '';
    const all = await accountsOf(this.dataSource.manager, viewer.visibleOfficeIds);
    const found = all.filter((one) =>
      [one.name, one.loginName, one.office?.name].some((t) => t?.includes(search)),
    );
    const pagination = paginate(pageRequest(query.page, 50), found.length, (page) =>
      withQuery(paths.accounts, { q: search, page }),
    );
    const first = (pagination.page - 1) * pagination.size;
    return accountList({
      title: '人员',
      search,
      accounts: found.slice(first, first + pagination.size),
      pagination,
    });
  }

  @Get('new')
  async blank(@CurrentViewer() viewer: Viewer): Promise<Page> {
    return this.newPage(viewer, emptyForm({ officeId: viewer.officeId }));
  }

  @Post()
  async add(
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const result = readForm(NewPersonForm, body);
    if (!result.ok) return this.newPage(viewer, result.state, 422);
    const answer = await this.people.add(viewer, result.form.loginName, personIn(result.form));
    if ('errors' in answer) return this.newPage(viewer, refuse(result.state, answer.errors), 422);
    tellOnce(request, answer.account.id, answer.password);
    return seeOther(paths.account(answer.account.id), `已新增${answer.account.name}。`);
  }

  @Get(':id')
  async show(
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Page> {
    const account = await this.visibleAccount(viewer, id);
    const { name, officeId, roles: held, version } = account;
    return this.accountPage(
      viewer,
      account,
      emptyForm({ name, officeId, roles: held, version: String(version) }),
      {
        password: takeTold(request, id),
      },
    );
  }

  @Post(':id')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const account = await this.visibleAccount(viewer, id);
    const result = readForm(ChangedPersonForm, body);
    if (!result.ok) return this.accountPage(viewer, account, result.state, { status: 422 });
    const answer = await this.people.change(viewer, id, personIn(result.form), result.form.version);
    if ('errors' in answer) {
      return this.accountPage(viewer, account, refuse(result.state, answer.errors), { status: 422 });
    }
    return seeOther(paths.account(id), '已保存。');
  }

  @Post(':id/standing')
  async standing(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: { active?: unknown },
  ): Promise<SeeOther> {
    const account = await this.people.setStanding(viewer, id, body.active === 'yes');
    return seeOther(
      paths.account(id),
      account.active ? '账号已恢复使用。' : '账号已停用，其登录已全部退出。',
    );
  }

  @Post(':id/password')
  async resetPassword(
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SeeOther> {
    const { password } = await this.people.resetPassword(viewer, id);
    tellOnce(request, id, password);
    return seeOther(paths.account(id), '密码已重置。');
  }

  private async visibleAccount(viewer: Viewer, id: string): Promise<AccountRecord> {
    const account = await accountById(this.dataSource.manager, id);
    if (!account || !maySee(viewer, account.officeId)) throw new ProblemException('not-found');
    return account;
  }

  private async newPage(viewer: Viewer, form: FormState, status = 200): Promise<Page> {
    const officeOptions = await this.officeOptions(viewer);
    return newAccountPage({ title: '新增人员', form, officeOptions, roleOptions }, status);
  }

  private async accountPage(
    viewer: Viewer,
    account: AccountRecord,
    form: FormState,
    more: { status?: number; password?: string | undefined },
  ): Promise<Page> {
    return accountPage(
      {
        title: account.name,
        account,
        form,
        self: account.id === viewer.accountId,
        officeOptions: await this.officeOptions(viewer),
        roleOptions,
        password: more.password,
        lines: await administrationLinesOf(this.dataSource.manager, account.id),
      },
      more.status,
    );
  }

  private async officeOptions(viewer: Viewer): Promise<Option[]> {
    return officeOptions(await officeTree(this.dataSource.manager, viewer.officeId), 'id', 'name');
  }
}

function personIn(form: PersonForm): { name: string; officeId: string; roles: Role[] } {
  return { name: form.name, officeId: form.officeId, roles: form.roles };
}

function tellOnce(request: Request, accountId: string, password: string): void {
  request.session.toldOnce = { accountId, password: seal(password) };
}

function takeTold(request: Request, accountId: string): string | undefined {
  const told = request.session.toldOnce;
  delete request.session.toldOnce;
  return told?.accountId === accountId ? open(told.password) : undefined;
}
