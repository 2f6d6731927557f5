import { Door } from '../../src/casework/door.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { roles } from '../../src/domain/office/role.js';
import { addDays, type LocalDate } from '../../src/domain/time/local-date.js';
import { today } from '../../src/infrastructure/today.js';
import type { ApplicationRecord } from '../../src/records/application/application.js';
import type { Program } from './program.js';

/** The day that many calendar days before today. */
export const daysAgo = (n: number): LocalDate => addDays(today(), -n);

/** What is unusual about a case. */
interface Unusual {
  readonly handlerAccountId?: string;
  readonly applicantName?: string;
  readonly idNumber?: string;
  readonly content?: string;
  /** The district unless said. */
  readonly officeId?: string;
  /** Three unless said. */
  readonly receivedDaysAgo?: number;
}

/** A registered case, received some days ago, and then what is given. */
export async function addCase(
  program: Program,
  acts: readonly Act[] = [],
  { receivedDaysAgo = 3, officeId = program.district.id, ...more }: Unusual = {},
): Promise<ApplicationRecord> {
  const received: Act = { type: 'application.received', on: daysAgo(receivedDaysAgo), channel: 'counter' };
  const registered: Act = { type: 'application.registered', on: daysAgo(receivedDaysAgo) };
  const { application } = await program.application.get(Door, { strict: false }).open(
    {
      officeId,
      applicantKind: 'naturalPerson',
      applicantName: '张三丰',
      content: '某某路道路改造工程的征地批复文件',
      idNumber: '11010519491231002X',
      idDocument: 'residentCard',
      phone: '13800000000',
      ...more,
    },
    [received, registered, ...acts],
    { actor: { kind: 'person', name: '王经办', roles }, officeIds: [officeId] },
  );
  return application;
}

/** 拟制 and 签发 of a reply that discloses. */
export const draftedAndSigned: readonly Act[] = [
  { type: 'reply.drafted', on: daysAgo(1), outcome: 'granted', provided: '复印件一份' },
  { type: 'reply.signed', on: daysAgo(1) },
];

/** The same, issued and handed over the day before. */
export const repliedAndServed: readonly Act[] = [
  ...draftedAndSigned,
  { type: 'reply.issued', on: daysAgo(1), outcome: 'granted', provided: '复印件一份' },
  { type: 'reply.served', on: daysAgo(1), how: 'counter', receivedBy: '申请人本人' },
];
