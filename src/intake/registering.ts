import type { EntityManager } from 'typeorm';
import type { Opening } from '../casework/opening.js';
import type { Act } from '../domain/acts/acts.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { AccountRecord } from '../records/account.js';
import { accountsOf } from '../records/accounts.js';
import type { Viewer } from '../web/viewer.js';
import type { IntakeForm } from './intake-form.js';
import { receivedAct } from './receipt-dates.js';

/** Those of the office whom a case may be handed to. */
export async function handlersOf(manager: EntityManager, officeId: string): Promise<AccountRecord[]> {
  const people = await accountsOf(manager, [officeId]);
  return people.filter(({ active, roles }) => active && roles.includes('handler'));
}

/** What the applicant has written, as it is stored. */
export function openingOf(form: IntakeForm, viewer: Viewer, handlers: readonly AccountRecord[]): Opening {
  const { applicantKind, applicantName, content, idDocument, wantedForm, supplyWay } = form;
  const handlerAccountId = handlers.find(({ id }) => id === form.handler)?.id ?? null;
  return {
    officeId: viewer.officeId,
    applicantKind,
    applicantName,
    content,
    idDocument: idDocument ?? null,
    wantedForm: wantedForm ?? null,
    supplyWay: supplyWay ?? null,
    handlerAccountId,
    idNumber: form.idNumber || null,
    phone: form.phone || null,
    address: form.address || null,
    postcode: form.postcode || null,
    email: form.email || null,
    contactName: form.contactName || null,
    agentName: form.agentName || null,
    agentPhone: form.agentPhone || null,
  };
}

/** 收到申请, 登记, and 分办 where a handler was chosen. */
export function actsOf(form: IntakeForm, handlers: readonly AccountRecord[], on: LocalDate): [Act, ...Act[]] {
  const handler = handlers.find(({ id }) => id === form.handler)?.name;
  return [
    receivedAct(form),
    { type: 'application.registered', on },
    ...(handler ? [{ type: 'application.assigned', on, handler } as const] : []),
  ];
}
