import { randomUUID } from 'node:crypto';
import { openInHand } from '../../src/casework/opening.js';
import { roles } from '../../src/domain/office/role.js';
import { today } from '../../src/infrastructure/today.js';
import type { FilledOffice, Ground } from '../ground.js';
import { type Figure, compare } from '../measuring.js';

const ACTS = 160;
const RUNS = 5;
const by = { actor: { kind: 'person', name: '测量', roles } } as const;

/** Acts through the door, by one person and by sixteen at once, each on a case of its own. */
export async function doorFigures(ground: Ground): Promise<Figure[]> {
  const office = await ground.empty(16);
  await makeBare(office);
  const figures: Figure[] = [];
  for (const clients of [1, 16]) {
    const cases = await registered(office, ACTS * (RUNS + 1));
    const bare = await bareRows(office, ACTS * (RUNS + 1));
    figures.push(
      await compare({
        section: '办理',
        what: `分办 ${ACTS} 件，${clients} 人同时`,
        ours: () =>
          shared(cases.splice(0, ACTS), clients, (id) =>
            office.door.perform(
              id,
              { type: 'application.assigned', on: today(), handler: '法规科' },
              { ...by, officeIds: [office.officeId] },
            ),
          ),
        against: '同样多次“锁一行、加一行、改一行”的事务',
        baseline: () => shared(bare.splice(0, ACTS), clients, (id) => bareStep(office, id)),
        runs: RUNS,
        things: { count: ACTS, of: '次' },
      }),
    );
  }
  return figures;
}

/** Divides the work among so many at once. */
async function shared(ids: string[], clients: number, work: (id: string) => Promise<unknown>): Promise<void> {
  const one = async (): Promise<void> => {
    for (let id = ids.pop(); id !== undefined; id = ids.pop()) await work(id);
  };
  await Promise.all(Array.from({ length: clients }, one));
}

async function registered({ door, officeId }: FilledOffice, count: number): Promise<string[]> {
  const circumstances = await door.circumstances(officeId);
  const on = today();
  const opened = Array.from({ length: count }, () =>
    openInHand(
      { officeId, applicantKind: 'naturalPerson', applicantName: '张三丰', content: '道路改造工程的批复' },
      [
        { type: 'application.received', on, channel: 'counter' },
        { type: 'application.registered', on },
      ],
      by,
      circumstances,
    ),
  );
  return (await door.openAll(opened, { officeIds: [officeId] })).map(({ id }) => id);
}

async function makeBare({ database }: FilledOffice): Promise<void> {
  await database.dataSource.query('CREATE TABLE bare_case (id uuid PRIMARY KEY, version int NOT NULL)');
  await database.dataSource.query(
    'CREATE TABLE bare_act (id uuid, seq int, facts jsonb NOT NULL, PRIMARY KEY (id, seq))',
  );
}

async function bareRows({ database }: FilledOffice, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await database.dataSource.query('INSERT INTO bare_case SELECT unnest($1::uuid[]), 0', [ids]);
  return ids;
}

function bareStep({ database }: FilledOffice, id: string): Promise<void> {
  return database.dataSource.transaction(async (manager) => {
    await manager.query('SELECT version FROM bare_case WHERE id = $1 FOR UPDATE', [id]);
    await manager.query('INSERT INTO bare_act VALUES ($1, 1, $2)', [
      id,
      JSON.stringify({ handler: '法规科' }),
    ]);
    await manager.query('UPDATE bare_case SET version = version + 1 WHERE id = $1', [id]);
  });
}
