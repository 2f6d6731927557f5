import type { DataSource } from 'typeorm';
import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { setClock } from '../../src/infrastructure/today.js';
import { LetterKeeping } from '../../src/letters/letter-keeping.js';
import { OfficeRecord } from '../../src/records/office/office.js';
import { type Desk, newDesk, received, registered } from './cases.js';
import { type FreshDatabase, freshDatabase } from './database.js';

/** A desk whose office has told everything that its letters name. */
export interface LetterDesk extends Desk {
  readonly dataSource: DataSource;
  readonly keeping: LetterKeeping;
  /** Tells more of the office, or other things. */
  tell(
    told: Partial<Pick<OfficeRecord, 'name' | 'letterMark' | 'government' | 'phone' | 'address'>>,
  ): Promise<void>;
  /** A case whose reply is signed. */
  signedCase(changes?: Parameters<Desk['opening']>[0]): Promise<string>;
}

/** 27 March 2026: a desk of its own for each test of the suite, on one database. */
export function letterDeskForEach(begin: (desk: LetterDesk) => void): void {
  let database: FreshDatabase;

  before(async () => {
    setClock(() => new Date('2026-03-27T03:00:00Z'));
    database = await freshDatabase();
  });

  after(async () => {
    setClock();
    await database.drop();
  });

  beforeEach(async () => begin(await letterDesk(database.dataSource)));
}

async function letterDesk(dataSource: DataSource): Promise<LetterDesk> {
  const desk = await newDesk(dataSource);
  const { door, office, by, opening } = desk;
  const tell: LetterDesk['tell'] = async (told) => {
    await dataSource.manager.update(OfficeRecord, { id: office.id }, told);
  };
  await tell({
    letterMark: '某政公开',
    government: '某某区人民政府',
    phone: '010-1',
    address: '某某路1号',
  });
  return {
    ...desk,
    dataSource,
    keeping: new LetterKeeping(dataSource, door),
    tell,
    async signedCase(changes) {
      const acts: [Act, ...Act[]] = [
        received('2026-03-02'),
        registered('2026-03-02'),
        {
          type: 'reply.drafted',
          on: localDate('2026-03-26'),
          outcome: 'granted',
          provided: '复印件一份',
        },
        { type: 'reply.reviewed', on: localDate('2026-03-26'), passed: 'yes' },
        { type: 'reply.signed', on: localDate('2026-03-26') },
      ];
      return (await door.open(opening(changes), acts, by())).application.id;
    },
  };
}
