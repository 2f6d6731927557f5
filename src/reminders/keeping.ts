import { type EntityManager, IsNull, Not } from 'typeorm';
import { ReminderRecord } from '../records/reminder/reminder.js';
import { ReminderSetting } from '../records/reminder/reminder-setting.js';

/** Those who want their reminders by mail too. */
export async function accountsWithMail(manager: EntityManager): Promise<ReadonlySet<string>> {
  const settings = await manager.find(ReminderSetting, {
    select: { accountId: true },
    where: { email: Not(IsNull()) },
  });
  return new Set(settings.map(({ accountId }) => accountId));
}

/** Writes reminders. What has been written before, by this process or another, is left as it is; answers how many were new. */
export async function insertNew(manager: EntityManager, rows: readonly ReminderRecord[]): Promise<number> {
  if (rows.length === 0) return 0;
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(ReminderRecord)
    .values([...rows])
    .orIgnore()
    .updateEntity(false)
    .returning(['id'])
    .execute();
  return (inserted.raw as unknown[]).length;
}
