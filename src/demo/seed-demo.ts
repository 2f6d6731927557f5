import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { hashPassword } from '../accounts/passwords.js';
import { inHand, performOn } from '../casework/case-in-hand.js';
import { Door } from '../casework/door.js';
import type { Opened } from '../casework/opening.js';
import { Waker } from '../deadlines/waker.js';
import type { Circumstances } from '../domain/application/perform.js';
import { roleNames } from '../domain/office/role.js';
import { now, today } from '../infrastructure/today.js';
import { AccountRecord } from '../records/account.js';
import { loadCalendar } from '../records/calendars.js';
import { addOffice } from '../records/offices.js';
import { paths } from '../web/paths.js';
import { type Days, daysFrom } from './days.js';
import { below, district } from './offices.js';
import { addOnlineSubmissions } from './online.js';
import { demoPeople, demoPerson } from './people.js';
import { storiesAppealed } from './stories-appealed.js';
import { storiesInHand } from './stories-in-hand.js';
import { storiesReplied } from './stories-replied.js';
import type { Story } from './story.js';

/** The same for everyone in the demonstration; printed at the first start. */
const DEMO_PASSWORD = 'liangping-2026';

/** Ids by office code and by login name. */
interface Residents {
  readonly offices: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
}

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
    await within.openAll(tell(await circumstancesOf(manager), residents), { officeIds: 'all' });
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

/** Every case as its people would have led it, in the order of receipt. */
function tell(circumstances: Circumstances, residents: Residents): Opened[] {
  const stories = [...storiesAppealed, ...storiesReplied, ...storiesInHand];
  const received = ({ held }: Opened): string => held.log[0]?.on ?? '';
  return stories
    .map((story, place) => lead(story, place, residents, circumstances))
    .sort((a, b) => (received(a) < received(b) ? -1 : 1));
}

function lead(
  story: Story,
  place: number,
  { accounts, offices }: Residents,
  circumstances: Circumstances,
): Opened {
  const days: Days = daysFrom(circumstances.today, circumstances.calendar);
  const officeId = offices.get(story.office) ?? '';
  const held = inHand(randomUUID(), officeId);
  for (const [role, act] of story.steps(days)) {
    const { name, roles, loginName } = demoPerson(story.office, role);
    const performer = {
      actor: { kind: 'person', name, roles } as const,
      accountId: accounts.get(loginName) ?? null,
    };
    performOn(held, act, performer, circumstances);
  }
  const assigned = held.log.some(({ type }) => type === 'application.assigned');
  const handler = demoPerson(story.office, 'handler');
  return {
    held,
    opening: {
      officeId,
      applicantKind: story.kind ?? 'naturalPerson',
      applicantName: story.applicant,
      content: story.content,
      ...inventedParticulars(place, story.kind === undefined),
      wantedForm: 'paper',
      supplyWay: 'post',
      handlerAccountId: assigned ? (accounts.get(handler.loginName) ?? null) : null,
    },
  };
}

/** Numbers that belong to nobody: no telephone begins so, and the check digits were never issued. */
function inventedParticulars(place: number, person: boolean) {
  const two = String(place + 10).padStart(2, '0');
  return {
    ...(person
      ? ({ idDocument: 'residentCard', idNumber: `5002281990010100${two}` } as const)
      : { contactName: '某经办' }),
    phone: `100000000${two}`,
    address: `重庆市梁平区某某镇某某村${place + 1}组${two}号`,
    postcode: '405200',
  };
}

const shortNameOf = (code: string): string =>
  [district, ...below].find((office) => office.code === code)?.shortName ?? code;
