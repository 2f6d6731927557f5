import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { hashPassword } from '../accounts/passwords.js';
import { Door } from '../casework/door.js';
import { Waker } from '../deadlines/waker.js';
import type { Circumstances } from '../domain/application/perform.js';
import { roleNames } from '../domain/office/role.js';
import { now, today } from '../infrastructure/today.js';
import { AccountRecord } from '../records/person/account.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { addOffice } from '../records/office/offices.js';
import { paths } from '../web/paths.js';
import { below, district } from './offices.js';
import { addOnlineSubmissions } from './online.js';
import { demoPeople } from './people.js';
import { storiesAppealed } from './stories-appealed.js';
import { storiesInHand } from './stories-in-hand.js';
import { storiesReplied } from './stories-replied.js';
import { type Residents, tellStories } from './telling.js';

const stories = [...storiesAppealed, ...storiesReplied, ...storiesInHand];

/** The same for everyone in the demonstration; printed at the first start. */
const DEMO_PASSWORD = 'liangping-2026';

/**
 * Fills an empty database with a demonstration district and its cases, all or nothing: where the power fails in the
 * middle, the next start begins again. Answers the first sign-ins.
 */
export async function seedDemo(
  dataSource: DataSource,
): Promise<{ loginName: string; password: string; who: string }[]> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const door = new Door(dataSource);
  const queryCode = await door.together(async (within, manager) => {
    const residents = await settle(manager, passwordHash);
    await tellStories(within, manager, stories, residents, await circumstancesOf(manager));
    return addOnlineSubmissions(manager, residents.offices.get(district.code) ?? '');
  });
  // What time has brought about since those days.
  await new Waker(dataSource, door).sweepOnce(today());
  return [
    ...demoPeople.map(({ loginName, name, roles, office }) => ({
      loginName,
      password: DEMO_PASSWORD,
      who: `${shortNameOf(office)} ${name}（${roles.map((role) => roleNames[role]).join('、')}）`,
    })),
    { loginName: '（不用登录）', password: queryCode, who: `申请人的查询码，在 ${paths.follow} 输入` },
  ];
}

async function settle(manager: EntityManager, passwordHash: string): Promise<Residents> {
  const offices = new Map<string, string>();
  const top = await addOffice(manager, district);
  offices.set(top.code, top.id);
  for (const office of below) {
    const { id, code } = await addOffice(manager, { ...office, parentId: top.id });
    offices.set(code, id);
  }
  const accounts = demoPeople.map(({ loginName, name, roles, office }) =>
    manager.create(AccountRecord, {
      id: randomUUID(),
      loginName,
      name,
      officeId: offices.get(office),
      roles: [...roles],
      passwordHash,
      createdAt: now(),
      lastSignedInAt: null,
    }),
  );
  await manager.save(accounts);
  return { offices, accounts: new Map(accounts.map(({ loginName, id }) => [loginName, id])) };
}

async function circumstancesOf(manager: EntityManager): Promise<Circumstances> {
  return { today: today(), now: now().toISOString(), calendar: await loadCalendar(manager) };
}

const shortNameOf = (code: string): string =>
  [district, ...below].find((office) => office.code === code)?.shortName ?? code;
