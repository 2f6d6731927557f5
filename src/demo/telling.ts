import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { inHand, performOn } from '../casework/case-in-hand.js';
import type { By, Door } from '../casework/door.js';
import { numbered } from '../casework/numbering.js';
import type { Opened } from '../casework/opening.js';
import type { Act } from '../domain/acts/acts.js';
import { opensProceeding } from '../domain/acts/proceeding-acts.js';
import type { Circumstances } from '../domain/application/perform.js';
import { letterKinds, letterOf } from '../domain/letter/register.js';
import { issueLetter } from '../letters/letter-keeping.js';
import { LetterRecord } from '../records/paper/letter.js';
import { type Days, daysFrom } from './days.js';
import { demoPerson } from './people.js';
import type { Step, Story } from './story.js';

/** Ids by office code and by login name. */
export interface Residents {
  readonly offices: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
}

/** A story with its days: how the application was handled, and how the reply was fought over. */
interface Told {
  readonly story: Story;
  readonly place: number;
  readonly handled: readonly Step[];
  readonly fought: readonly Step[];
}

/**
 * Leads the cases as their people would have: handled, their letters issued with numbers in the order of the days, and
 * only then turned against, so that the file sealed with the notice holds what it should.
 */
export async function tellStories(
  door: Door,
  manager: EntityManager,
  stories: readonly Story[],
  residents: Residents,
  circumstances: Circumstances,
): Promise<void> {
  const days = daysFrom(circumstances.today, circumstances.calendar);
  const told = await withNumbers(
    manager,
    stories.map((story, place) => toldOn(story, place, days)),
    residents,
  );
  const opened = told.map((one) => ({ one, opened: lead(one, residents, circumstances) }));
  const received = ({ held }: Opened): string => held.log[0]?.on ?? '';
  const inOrder = opened.map((each) => each.opened).sort((a, b) => (received(a) < received(b) ? -1 : 1));
  await door.openAll(inOrder, { officeIds: 'all' });
  await issueLetters(manager);
  for (const { one, opened: each } of opened) {
    for (const [role, act] of one.fought)
      await door.perform(each.held.applicationId, act, byOf(one.story, role, residents));
  }
}

function toldOn(story: Story, place: number, days: Days): Told {
  const steps = story.steps(days);
  const notice = steps.findIndex(([, act]) => opensProceeding(act));
  const until = notice < 0 ? steps.length : notice;
  return { story, place, handled: steps.slice(0, until), fought: steps.slice(until) };
}

/** The replies with their 文号, given in the order of their days whichever story they belong to. */
async function withNumbers(
  manager: EntityManager,
  told: readonly Told[],
  { offices }: Residents,
): Promise<Told[]> {
  const acts = told
    .flatMap(({ story, handled }) => handled.map(([, act]) => ({ office: story.office, act })))
    .sort((a, b) => (a.act.on < b.act.on ? -1 : a.act.on > b.act.on ? 1 : 0));
  const given = new Map<Act, Act>();
  for (const { office, act } of acts) given.set(act, await numbered(manager, offices.get(office) ?? '', act));
  return told.map((one) => ({
    ...one,
    handled: one.handled.map(([role, act]): Step => [role, given.get(act) ?? act]),
  }));
}

/** What is written on the page of 收费通知书. The account does not exist. */
const PAYMENT = '凭本通知书到梁平区政务服务大厅非税收入窗口缴纳，缴款码 0000-0000-0000。';

/** Every drafted letter that bears a number, in the order of the days. */
async function issueLetters(manager: EntityManager): Promise<void> {
  const drafted = await manager.findBy(LetterRecord, { status: 'drafted' });
  const kinds = new Set(letterKinds.filter((kind) => letterOf(kind).series !== undefined));
  const dayOfLetter = ({ facts }: LetterRecord): string => String(facts['on']);
  const letters = drafted
    .filter(({ kind }) => kinds.has(kind))
    .sort((a, b) => (dayOfLetter(a) < dayOfLetter(b) ? -1 : 1));
  for (const { id, officeId, kind } of letters)
    await issueLetter(manager, id, [officeId], kind === 'feeNotice' ? { payment: PAYMENT } : {});
}

function byOf(story: Story, role: Step[0], { accounts, offices }: Residents): By {
  const { name, roles, loginName } = demoPerson(story.office, role);
  return {
    actor: { kind: 'person', name, roles },
    accountId: accounts.get(loginName) ?? null,
    officeIds: [offices.get(story.office) ?? ''],
  };
}

function lead({ story, place, handled }: Told, residents: Residents, circumstances: Circumstances): Opened {
  const officeId = residents.offices.get(story.office) ?? '';
  const held = inHand(randomUUID(), officeId);
  for (const [role, act] of handled) performOn(held, act, byOf(story, role, residents), circumstances);
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
      handlerAccountId: assigned ? (residents.accounts.get(handler.loginName) ?? null) : null,
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
