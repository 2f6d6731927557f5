import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { roleNames, type Role } from '../domain/office/role.js';
import { now } from '../infrastructure/today.js';
import { AccountRecord } from '../records/person/account.js';
import { accountById, accountByLoginName, normalLoginName } from '../records/person/accounts.js';
import { writeAdministrationLine } from '../records/office/administration.js';
import { officeAndAncestorIds, officeById } from '../records/office/offices.js';
import type { FormRefusal } from '../web/forms.js';
import { ProblemException } from '../web/problems.js';
import { maySee, type SignedIn, type Viewer } from '../web/viewer.js';
import { hashPassword, oneTimePassword, passwordFault, passwordMatches } from './passwords.js';

const LAST = '本机关（或其上级机关）至少要有一名可登录的管理员，请先把管理员角色交给他人';

/** What an administrator says of a person. */
export interface Person {
  name: string;
  officeId: string;
  roles: readonly Role[];
}

function rolesSaid(roles: readonly Role[]): string {
  return roles.map((role) => roleNames[role]).join('、');
}

/** Keeps the people of the offices that an administrator sees. Each change writes its line in the record. */
@Injectable()
export class People {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Adds a person; the password opens the first sign-in and is told once. */
  async add(
    viewer: Viewer,
    loginName: string,
    person: Person,
  ): Promise<{ account: AccountRecord; password: string } | FormRefusal> {
    const name = normalLoginName(loginName);
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    return this.dataSource.transaction(
      async (manager): Promise<{ account: AccountRecord; password: string } | FormRefusal> => {
        if (!maySee(viewer, person.officeId)) return { errors: { officeId: '请从列表中选择所在机关' } };
        if (await accountByLoginName(manager, name))
          return { errors: { loginName: '这个登录名已有人使用，请换一个' } };
        const account = await manager.save(
          manager.create(AccountRecord, {
            ...person,
            roles: [...person.roles],
            id: randomUUID(),
            loginName: name,
            passwordHash,
            mustChangePassword: true,
            createdAt: now(),
            lastSignedInAt: null,
          }),
        );
        await this.write(manager, viewer, account, `新增人员，角色：${rolesSaid(person.roles)}`);
        return { account, password };
      },
    );
  }

  /** Changes name, office and roles. `version` is the one that the form was filled from. */
  change(viewer: Viewer, id: string, person: Person, version: number): Promise<AccountRecord | FormRefusal> {
    return this.dataSource.transaction(async (manager): Promise<AccountRecord | FormRefusal> => {
      const account = await lockedAccount(manager, viewer, id);
      if (account.version !== version) {
        return {
          errors: { form: '此人的资料刚被他人修改，您填写的内容没有保存。请重新打开本页，核对后再改' },
        };
      }
      if (!maySee(viewer, person.officeId)) return { errors: { officeId: '请从列表中选择所在机关' } };
      const stays = person.roles.includes('admin') && person.officeId === account.officeId;
      if (!stays && (await isLastAdministrator(manager, account))) return { errors: { roles: LAST } };
      const changes = await changesSaid(manager, account, person);
      if (changes.length > 0) {
        Object.assign(account, { ...person, roles: [...person.roles] });
        await manager.save(account);
        await this.write(manager, viewer, account, changes.join('；'));
      }
      return account;
    });
  }

  /** Lets a person sign in, or no longer: open sessions end at once. */
  setStanding(viewer: Viewer, id: string, active: boolean): Promise<AccountRecord> {
    return this.dataSource.transaction(async (manager) => {
      const account = await lockedAccount(manager, viewer, id);
      if (account.active === active) return account;
      if (!active && account.id === viewer.accountId) {
        throw new ProblemException('unprocessable', { detail: '不能停用自己的账号，请由其他管理员办理。' });
      }
      if (!active && (await isLastAdministrator(manager, account))) {
        throw new ProblemException('unprocessable', { detail: `${LAST}。` });
      }
      account.active = active;
      account.signInEpoch += 1;
      await manager.save(account);
      await this.write(manager, viewer, account, active ? '恢复使用' : '停用账号');
      return account;
    });
  }

  /** Gives a new password that opens one sign-in and is told once. */
  async resetPassword(viewer: Viewer, id: string): Promise<{ password: string }> {
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    await this.dataSource.transaction(async (manager) => {
      const account = await lockedAccount(manager, viewer, id);
      account.passwordHash = passwordHash;
      account.mustChangePassword = true;
      account.signInEpoch += 1;
      await manager.save(account);
      await this.write(manager, viewer, account, '重置登录密码');
    });
    return { password };
  }

  /** A person's own change. Sessions elsewhere end; the answer opens a new one here. */
  async changeOwnPassword(
    viewer: Viewer,
    current: string,
    wanted: string,
  ): Promise<{ signedIn: SignedIn } | FormRefusal> {
    const account = await accountById(this.dataSource.manager, viewer.accountId);
    if (!account || !(await passwordMatches(account.passwordHash, current))) {
      return { errors: { currentPassword: '现在的密码不正确，请重新输入' } };
    }
    const fault =
      current === wanted ? '新密码不能与现在的密码相同' : passwordFault(wanted, account.loginName);
    if (fault) return { errors: { newPassword: fault } };
    const passwordHash = await hashPassword(wanted);
    return this.dataSource.transaction(async (manager) => {
      const locked = await lockedAccount(manager, viewer, account.id);
      locked.passwordHash = passwordHash;
      locked.mustChangePassword = false;
      locked.signInEpoch += 1;
      await manager.save(locked);
      await this.write(manager, viewer, locked, '本人修改密码');
      return { signedIn: { accountId: locked.id, epoch: locked.signInEpoch } };
    });
  }

  private write(manager: EntityManager, by: Viewer, account: AccountRecord, text: string): Promise<void> {
    return writeAdministrationLine(manager, by, account.id, text);
  }
}

async function lockedAccount(manager: EntityManager, viewer: Viewer, id: string): Promise<AccountRecord> {
  const account = await manager.findOne(AccountRecord, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (!account || !maySee(viewer, account.officeId)) throw new ProblemException('not-found');
  return account;
}

/**
 * Whether nobody else could administer this person's office: neither an administrator of it nor one of an office above.
 * Locks the administrators, so that two of them cannot remove each other at the same moment.
 */
async function isLastAdministrator(manager: EntityManager, account: AccountRecord): Promise<boolean> {
  const administrators: { id: string; officeId: string }[] = await manager.query(
    `SELECT id, "officeId" FROM accounts WHERE active AND 'admin' = ANY (roles) ORDER BY id FOR UPDATE`,
  );
  const over = new Set(await officeAndAncestorIds(manager, account.officeId));
  const able = administrators.filter(({ officeId }) => over.has(officeId)).map(({ id }) => id);
  return able.length === 1 && able[0] === account.id;
}

async function changesSaid(manager: EntityManager, before: AccountRecord, after: Person): Promise<string[]> {
  const changes: string[] = [];
  if (before.name !== after.name) changes.push(`姓名由“${before.name}”改为“${after.name}”`);
  if (before.officeId !== after.officeId) {
    changes.push(`调到${(await officeById(manager, after.officeId))?.shortName ?? ''}`);
  }
  if ([...before.roles].sort().join() !== [...after.roles].sort().join()) {
    changes.push(`角色由${rolesSaid(before.roles)}改为${rolesSaid(after.roles)}`);
  }
  return changes;
}
