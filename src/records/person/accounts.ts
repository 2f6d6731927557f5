import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { AccountRecord } from './account.js';

/** A login name as it is stored and compared: without blanks around it, in lower case. */
export function normalLoginName(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

export function accountByLoginName(manager: EntityManager, loginName: string): Promise<AccountRecord | null> {
  return manager.findOne(AccountRecord, {
    where: { loginName: normalLoginName(loginName) },
    relations: { office: true },
  });
}

export function accountById(manager: EntityManager, id: string): Promise<AccountRecord | null> {
  return manager.findOne(AccountRecord, { where: { id }, relations: { office: true } });
}

/** The people of some offices, by office code and then by login name. */
export function accountsOf(manager: EntityManager, officeIds: readonly string[]): Promise<AccountRecord[]> {
  return manager.find(AccountRecord, {
    where: { officeId: In([...officeIds]) },
    relations: { office: true },
    order: { office: { code: 'ASC' }, loginName: 'ASC' },
  });
}
