import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { hashPassword } from '../../src/accounts/passwords.js';
import { AppModule } from '../../src/app.module.js';
import { CountFolding } from '../../src/dashboard/count-folding.js';
import { Waker } from '../../src/deadlines/waker.js';
import type { Role } from '../../src/domain/office/role.js';
import { now } from '../../src/infrastructure/today.js';
import { AccountRecord } from '../../src/records/person/account.js';
import type { OfficeRecord } from '../../src/records/office/office.js';
import { addOffice, officeByCode } from '../../src/records/office/offices.js';
import { ReminderWorker } from '../../src/reminders/reminder-worker.js';
import { createWebApplication, type WebApplication } from '../../src/web/web-application.js';
import { freshDatabase } from './database.js';
import { Visitor } from './visitor.js';

/** The password of everyone whom tests add. */
export const PASSWORD = 'ceshi-2026-mima';

let passwordHash: Promise<string> | undefined;

/** The program, served on a free port of this machine. */
export interface Served {
  readonly url: string;
  readonly dataSource: DataSource;
  readonly application: WebApplication;
  /** A browser without script and without cookies. */
  visitor(): Visitor;
  /** Adds a person with these roles, of the office `CS-ZFB` unless told otherwise, and signs in. */
  signedIn(roles: readonly Role[], person?: { loginName?: string; officeCode?: string }): Promise<Visitor>;
  close(): Promise<void>;
}

/** A running program on a database of its own, with one district, one department and one town; no people yet. */
export interface Program extends Served {
  readonly district: OfficeRecord;
  readonly department: OfficeRecord;
  readonly town: OfficeRecord;
}

/** Starts the whole program on a free port. Close it after the test. */
export async function openProgram(): Promise<Program> {
  const database = await freshDatabase();
  const { dataSource } = database;
  const { manager } = dataSource;
  const government = '测试区人民政府';
  const district = await addOffice(manager, {
    code: 'CS-ZFB',
    name: '测试区人民政府办公室',
    shortName: '区政府办',
    government,
    letterMark: '测政公开',
  });
  const parentId = district.id;
  const department = await addOffice(manager, {
    code: 'CS-SFJ',
    name: '测试区司法局',
    shortName: '区司法局',
    parentId,
  });
  const town = await addOffice(manager, {
    code: 'CS-YL',
    name: '云林镇人民政府',
    shortName: '云林镇',
    parentId,
  });
  const served = await serve(dataSource);
  return {
    ...served,
    district,
    department,
    town,
    async close() {
      await served.close();
      await database.drop();
    },
  };
}

/**
 * Serves the program on a database, without what runs by itself: whoever asks moves the clock, and what happens by
 * lapse of time happens when it is asked for, not when a sweep comes round. Closing it closes the data source.
 */
export async function serve(dataSource: DataSource): Promise<Served> {
  const application = await createWebApplication(AppModule.on(dataSource));
  await application.listen(0, '127.0.0.1');
  for (const worker of [Waker, ReminderWorker, CountFolding])
    await application.get(worker, { strict: false }).onApplicationShutdown();
  const url = await application.getUrl();
  return {
    url,
    dataSource,
    application,
    visitor: () => new Visitor(url),
    async signedIn(roles, { loginName = randomUUID().slice(0, 8), officeCode = 'CS-ZFB' } = {}) {
      await addPerson(dataSource, { loginName, roles, officeCode });
      const visitor = new Visitor(url);
      await visitor.signIn(loginName, PASSWORD);
      return visitor;
    },
    close: () => application.close(),
  };
}

/** Adds a person whose password is {@link PASSWORD}; the name is the login name unless given. */
export async function addPerson(
  dataSource: DataSource,
  person: { loginName: string; roles: readonly Role[]; officeCode?: string; name?: string },
): Promise<AccountRecord> {
  const { manager } = dataSource;
  const office = await officeByCode(manager, person.officeCode ?? 'CS-ZFB');
  if (!office) throw new Error(`No office ${person.officeCode}`);
  passwordHash ??= hashPassword(PASSWORD);
  return manager.save(
    manager.create(AccountRecord, {
      id: randomUUID(),
      loginName: person.loginName,
      name: person.name ?? person.loginName,
      officeId: office.id,
      roles: [...person.roles],
      passwordHash: await passwordHash,
      createdAt: now(),
      lastSignedInAt: null,
    }),
  );
}
