import { type EntityManager, In, IsNull } from 'typeorm';
import { ReminderRecord } from './reminder.js';

/** How many reminders wait for a person: neither read nor settled. */
export function unreadReminders(manager: EntityManager, accountId: string): Promise<number> {
  return manager.countBy(ReminderRecord, { accountId, settledAt: IsNull(), readAt: IsNull() });
}

/** The reminders of a person that are not settled, of these offices: the loud first, then by their day. */
export function remindersOf(
  manager: EntityManager,
  accountId: string,
  officeIds: readonly string[],
): Promise<ReminderRecord[]> {
  return manager.find(ReminderRecord, {
    where: { accountId, settledAt: IsNull(), officeId: In([...officeIds]) },
    order: { loud: 'DESC', dueOn: 'ASC', createdAt: 'ASC' },
    take: 500,
  });
}
