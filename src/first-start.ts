import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { hashPassword, oneTimePassword } from './accounts/passwords.js';
import { seedDemo } from './demo/seed-demo.js';
import { CannotStart } from './infrastructure/cannot-start.js';
import { settings } from './infrastructure/settings.js';
import { now } from './infrastructure/today.js';
import { keyFault } from './records/application/sealed-particulars.js';
import { AccountRecord } from './records/person/account.js';
import { OfficeRecord } from './records/office/office.js';
import { addOffice } from './records/office/offices.js';

/** Any number: names the lock under which one program at a time prepares. */
const FIRST_START_LOCK = 711_492_020;

/** One way in, printed at the first start. */
export interface FirstSignIn {
  loginName: string;
  password: string;
  /** Whose it is: 管理员, 登记员（区政府办）. */
  who: string;
}

/** On a database without offices: the demonstration, or in production a first administrator. Else nothing. */
export const prepareFirstStart = (dataSource: DataSource): Promise<FirstSignIn[]> =>
  alone(dataSource, () => prepared(dataSource));

/**
 * The same when the program itself starts. In production it also gives the first administrator a new one-time password
 * as long as nobody has ever signed in: the one that was printed may be lost, by a power cut before it was printed too.
 */
export const prepareStart = (dataSource: DataSource): Promise<FirstSignIn[]> =>
  alone(dataSource, async () => {
    const first = await prepared(dataSource);
    return first.length > 0 || !settings().production ? first : renewedFirstSignIn(dataSource);
  });

/** A command may be started at the same moment: one of them prepares, the other waits. */
async function alone<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T> {
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [FIRST_START_LOCK]);
    return await work();
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [FIRST_START_LOCK]);
    await lock.release();
  }
}

async function prepared(dataSource: DataSource): Promise<FirstSignIn[]> {
  if (await dataSource.manager.exists(OfficeRecord)) {
    await refuseOtherKeys(dataSource);
    return [];
  }
  return settings().production ? [await addFirstAdministrator(dataSource)] : seedDemo(dataSource);
}

/** The office is to be renamed by the administrator. */
async function addFirstAdministrator(dataSource: DataSource): Promise<FirstSignIn> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  await dataSource.transaction(async (manager) => {
    const office = await addOffice(manager, {
      code: 'ZFB',
      name: '本机关（请改为全称）',
      shortName: '本机关',
      kind: 'district-government-office',
    });
    await manager.save(
      manager.create(AccountRecord, {
        id: randomUUID(),
        loginName: 'admin',
        name: '管理员',
        officeId: office.id,
        roles: ['admin'],
        passwordHash,
        mustChangePassword: true,
        createdAt: now(),
        lastSignedInAt: null,
      }),
    );
  });
  return { loginName: 'admin', password, who: '管理员' };
}

/** Only the first administrator can be alone and never have signed in: others are added by people who have. */
async function renewedFirstSignIn(dataSource: DataSource): Promise<FirstSignIn[]> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return dataSource.transaction(async (manager) => {
    const [account, another] = await manager.find(AccountRecord, {
      take: 2,
      lock: { mode: 'pessimistic_write' },
    });
    if (!account || another || account.lastSignedInAt !== null) return [];
    account.passwordHash = passwordHash;
    account.signInEpoch += 1;
    await manager.save(account);
    return [{ loginName: account.loginName, password, who: account.name }];
  });
}

/** With a key that is not the record's, what is written from now on could not be read beside what is there. */
async function refuseOtherKeys({ manager }: DataSource): Promise<void> {
  const fault = await keyFault(manager);
  if (fault !== undefined)
    throw new CannotStart(
      `库里的个人信息打不开：${fault}原来的密钥在备份的 DATA_DIR/keys/field.key（或者当时的 FIELD_KEY）里，放回去再启动；现在没有写入任何内容。`,
    );
}
