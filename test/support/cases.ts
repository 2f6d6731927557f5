import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type By, Door } from '../../src/casework/door.js';
import type { Opening } from '../../src/casework/opening.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { type Role, roles } from '../../src/domain/office/role.js';
import { localDate } from '../../src/domain/time/local-date.js';
import type { OfficeRecord } from '../../src/records/office/office.js';
import { addOffice } from '../../src/records/office/offices.js';

/** An office with people for every act, and a door to its cases. */
export interface Desk {
  readonly door: Door;
  readonly office: OfficeRecord;
  /** A person of the office with these roles; all of them when none is named. */
  by(...held: Role[]): By & { readonly officeIds: readonly string[] };
  /** What an applicant writes, with the changes given. */
  opening(changes?: Partial<Opening>): Opening;
}

/** An office of its own, with a code of its own. */
export async function newDesk(dataSource: DataSource): Promise<Desk> {
  const code = `T-${randomUUID().slice(0, 8)}`;
  const office = await addOffice(dataSource.manager, {
    code,
    name: '某某区人民政府办公室',
    government: '某某区人民政府',
  });
  return {
    door: new Door(dataSource),
    office,
    by: (...held) => ({
      actor: { kind: 'person', name: '王经办', roles: held.length > 0 ? held : roles },
      officeIds: [office.id],
    }),
    opening: (changes = {}) => ({
      officeId: office.id,
      applicantKind: 'naturalPerson',
      applicantName: '张三丰',
      content: '某某路道路改造工程的征地批复文件',
      ...changes,
    }),
  };
}

/** 收到申请 at the counter. */
export const received = (on: string): Act => ({
  type: 'application.received',
  on: localDate(on),
  channel: 'counter',
});

/** 登记 */
export const registered = (on: string): Act => ({ type: 'application.registered', on: localDate(on) });

/** 告知补正, to be answered by `until`. */
export const correctionRequired = (on: string, until: string): Act => ({
  type: 'correction.required',
  on: localDate(on),
  items: '请写明所需文件的名称或文号。',
  until: localDate(until),
});

/** 延长答复期限 */
export const extended = (on: string, workdays: number): Act => ({
  type: 'period.extended',
  on: localDate(on),
  workdays,
  why: '涉及多个部门，需要核实。',
});

/** A reply that discloses, given on the spot and handed over. */
export const repliedOnTheSpot = (on: string): [Act, Act] => [
  {
    type: 'reply.issued',
    on: localDate(on),
    outcome: 'granted',
    provided: '复印件一份',
    onTheSpot: true,
  },
  { type: 'reply.served', on: localDate(on), how: 'counter', receivedBy: '申请人本人' },
];
