import { type By, Door } from '../../src/casework/door.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { roles } from '../../src/domain/office/role.js';
import { setClock } from '../../src/infrastructure/today.js';
import type { ApplicationRecord } from '../../src/records/application/application.js';
import { onDay } from './on-day.js';
import { openProgram, type Program } from './program.js';
import type { Visitor } from './visitor.js';

/** 法制 of the district before a running program. */
export interface LegalDesk {
  readonly program: Program;
  readonly legal: Visitor;
  readonly door: Door;
  /** One who holds every role. */
  readonly by: By & { readonly officeIds: string[] };
  /** A case with these acts. */
  opened(acts: readonly [Act, ...Act[]]): Promise<ApplicationRecord>;
}

/** One program for the suite, on that day. */
export function legalDeskOn(day: string, begin: (desk: LegalDesk) => void): void {
  let program: Program;

  before(async () => {
    onDay(day);
    program = await openProgram();
    begin(await legalDesk(program));
  });

  after(async () => {
    setClock();
    await program.close();
  });
}

/** A program for each test of the suite, on that day. */
export function legalDeskForEach(day: string, begin: (desk: LegalDesk) => void): void {
  let program: Program;

  beforeEach(async () => {
    onDay(day);
    program = await openProgram();
    begin(await legalDesk(program));
  });

  afterEach(async () => {
    setClock();
    await program.close();
  });
}

async function legalDesk(program: Program): Promise<LegalDesk> {
  const officeId = program.district.id;
  const door = program.application.get(Door, { strict: false });
  const by = { actor: { kind: 'person', name: '王经办', roles }, officeIds: [officeId] } as const;
  const opening = {
    officeId,
    applicantKind: 'naturalPerson',
    applicantName: '张三丰',
    content: '某某路道路改造工程的征地批复文件',
  } as const;
  return {
    program,
    legal: await program.signedIn(['legal'], { loginName: 'fazhi' }),
    door,
    by: { ...by, officeIds: [officeId] },
    opened: async (acts) => (await door.open(opening, acts, by)).application,
  };
}
