import type { EntityManager } from 'typeorm';
import { type Opening, openingFrom } from '../casework/opening.js';
import type { Act } from '../domain/acts/acts.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { AccountRecord } from '../records/person/account.js';
import { accountsOf } from '../records/person/accounts.js';
import type { Viewer } from '../web/viewer.js';
import type { IntakeForm } from './intake-form.js';
import { receivedAct } from './receipt-dates.js';

/** Those of the office whom a case may be handed to. */
export async function handlersOf(manager: EntityManager, officeId: string): Promise<AccountRecord[]> {
  const people = await accountsOf(manager, [officeId]);
  return people.filter(({ active, roles }) => active && roles.includes('handler'));
}

/** What the applicant has written, as it is stored, with the handler who was chosen. */
export const openingOf = (form: IntakeForm, viewer: Viewer, handlers: readonly AccountRecord[]): Opening => ({
  ...openingFrom(form, viewer.officeId),
  handlerAccountId: handlers.find(({ id }) => id === form.handler)?.id ?? null,
});

/** 收到申请, 登记, and 分办 where a handler was chosen. */
export function actsOf(form: IntakeForm, handlers: readonly AccountRecord[], on: LocalDate): [Act, ...Act[]] {
  const handler = handlers.find(({ id }) => id === form.handler)?.name;
  return [
    receivedAct(form),
    { type: 'application.registered', on },
    ...(handler ? [{ type: 'application.assigned', on, handler } as const] : []),
  ];
}
