import { expect } from 'chai';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { Door } from '../../src/casework/door.js';
import { countUncounted, recount } from '../../src/casework/recount.js';
import { isActOfTime } from '../../src/domain/acts/acts.js';
import { effectiveActs } from '../../src/domain/acts/effective.js';
import { applicantKindIds } from '../../src/domain/application/applicant.js';
import { isGated } from '../../src/domain/application/reply-gate.js';
import { readClock } from '../../src/domain/clock/clock.js';
import { firstReplyOf, timingOf } from '../../src/domain/statistics/reply-timing.js';
import { appealGroupIds, composeTableFour } from '../../src/domain/statistics/table-four.js';
import { composeTableThree } from '../../src/domain/statistics/table-three.js';
import { type LocalDate, localDate, yearOf } from '../../src/domain/time/local-date.js';
import { dayOf, setClock } from '../../src/infrastructure/today.js';
import { addOffice } from '../../src/records/office/offices.js';
import { timingsIn } from '../../src/records/counting/reply-timing-counts.js';
import { concludedAsKnownThen } from '../../src/records/counting/table-four-counts.js';
import { foldChanges, foldAllChanges, readTallies } from '../../src/records/counting/tallies.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { type History, histories } from '../support/histories.js';
import { countTableFour, countTableThree } from '../support/live-tables.js';
import { calendar, everyone, ledger, time } from '../support/paper-case.js';
import { type Stored, cellsIn, openedFrom, rowsIn, summaryBy } from '../support/recounted.js';

/** Five days gone by, on which more and more had been recorded. */
const days = ['2019-09-30', '2024-01-15', '2025-02-10', '2025-12-31', '2026-01-31'].map(localDate);

const LED = 16;
const STORED = 34;

/** Mending an applicant brings particulars, of which a paper case has none: no history here does. */
const unmended = histories.filter(
  ({ file }) => !file.log.some(({ type }) => type === 'particulars.corrected'),
);

/** A history with where it was stored. */
interface Kept extends Pick<Stored, 'officeId' | 'applicant'> {
  readonly history: History;
}

describe('what was known on a past day', function () {
  this.timeout(600_000);
  let database: FreshDatabase;
  let officeIds: string[];
  let kept: Kept[];

  before(async () => {
    database = await freshDatabase();
    const { dataSource } = database;
    const offices = await Promise.all(
      ['A', 'B'].map((code) => addOffice(dataSource.manager, { code: `T-${code}`, name: `测试${code}局` })),
    );
    officeIds = offices.map(({ id }) => id);
    const drawn = fc.sample(unmended, { numRuns: LED + STORED, seed: 20_261_124 });
    kept = drawn.map((history, i) => ({
      history,
      officeId: officeIds[i % 2] ?? '',
      applicant: applicantKindIds[i % applicantKindIds.length] ?? 'naturalPerson',
    }));
    for (const [i, one] of kept.slice(0, LED).entries()) {
      await lead(dataSource, one);
      // Folded at any time, the numbers stay the same.
      if (i % 7 === 3) await foldChanges(dataSource.manager);
    }
    const opened = kept
      .slice(LED)
      .map((one, i) => openedFrom(one.history, { ...one, acts: one.history.file.acts }, `H-${i}`));
    await new Door(dataSource).openAll(opened, { officeIds });
  });

  after(async () => {
    setClock();
    await database.drop();
  });

  /** The cases as they stood when only the acts recorded by the end of the day were known. */
  const knownBy = (day: LocalDate) =>
    kept.flatMap(({ history, officeId, applicant }) => {
      const log = history.file.log.filter(({ recordedAt }) => dayOf(new Date(recordedAt)) <= day);
      if (log.length === 0) return [];
      const acts = effectiveActs(log);
      return [{ officeId, applicant, acts, summary: summaryBy(acts) }];
    });

  it('equals a replay of the acts recorded by then', async () => {
    const { manager } = database.dataSource;
    let differing = 0;
    for (const until of days) {
      const year = yearOf(until);
      const asked = { year, until, officeIds, axis: 'known' } as const;
      const cases = knownBy(until);
      const three = await countTableThree(manager, asked);
      const four = await countTableFour(manager, asked);
      expect(three, until).to.deep.equal(composeTableThree(rowsIn(cases, year, until)));
      expect(four, until).to.deep.equal(composeTableFour(cellsIn(cases, year, until)));
      const byLaw = { ...asked, axis: 'law' } as const;
      const now = [await countTableThree(manager, byLaw), await countTableFour(manager, byLaw)];
      if (JSON.stringify(now) !== JSON.stringify([three, four])) differing += 1;
    }
    expect(differing, 'days on which the two looks back differ').to.be.greaterThan(0);
  });

  it('tells each earlier year as its own last day knew it', async () => {
    const { manager } = database.dataSource;
    const then = await concludedAsKnownThen(manager, { officeIds, year: 2027 });
    let some = 0;
    for (let year = 2018; year <= 2026; year += 1) {
      const four = await countTableFour(manager, { year, officeIds, axis: 'known' });
      const stood = composeTableFour(then.filter(({ month }) => month === String(year)));
      for (const group of appealGroupIds) {
        for (const column of ['upheld', 'corrected', 'other'] as const) {
          expect(stood[group][column], `${year} ${group} ${column}`).to.equal(four[group][column]);
          some += four[group][column];
        }
      }
    }
    expect(some, 'proceedings that ended within the year in which it was recorded').to.be.greaterThan(0);
  });

  it('equals it in how the replies stood to their day', async () => {
    const { manager } = database.dataSource;
    for (const until of days) {
      const first = `${yearOf(until)}-01-01`;
      const expected: Record<string, number> = {};
      for (const { acts } of knownBy(until)) {
        const reply = firstReplyOf(acts, readClock(acts, calendar, until).periods);
        if (!reply || (reply.endedOn !== undefined && reply.endedOn < first)) continue;
        const timing = timingOf(reply, until);
        expected[timing] = (expected[timing] ?? 0) + 1;
      }
      const found: Record<string, number> = {};
      const asked = { year: yearOf(until), until, officeIds, axis: 'known' } as const;
      for (const { timing, count } of timingsIn(await readTallies(manager, asked))) {
        found[timing] = (found[timing] ?? 0) + count;
      }
      const counted = Object.fromEntries(Object.entries(found).filter(([, count]) => count !== 0));
      expect(counted, until).to.deep.equal(expected);
    }
  });

  it('is borne out by a full recount, folded or not', async () => {
    const { dataSource } = database;
    const sound = { applications: LED + STORED, versions: [], sums: [] };
    expect(await recount(dataSource)).to.deep.equal(sound);
    await foldAllChanges(dataSource.manager);
    expect(await dataSource.query('SELECT count(*)::int AS left FROM count_changes')).to.deep.equal([
      { left: 0 },
    ]);
    expect(await recount(dataSource)).to.deep.equal(sound);
  });

  it('is found wrong where somebody has changed it, and put right', async () => {
    const { dataSource } = database;
    await dataSource.query(
      `UPDATE application_versions SET "concludedOn" = "concludedOn" + 400
       WHERE "applicationId" = (SELECT "applicationId" FROM application_versions WHERE "concludedOn" IS NOT NULL LIMIT 1)`,
    );
    await dataSource.query(
      `UPDATE counts SET amount = amount + 1 WHERE ctid = (SELECT ctid FROM counts WHERE flow = 'owed' LIMIT 1)`,
    );
    const found = await recount(dataSource, { most: 200 });
    expect(found.versions).to.have.length(1);
    expect(found.sums.map(({ flow }) => flow)).to.include.members(['owed', 'concluded']);
    await recount(dataSource, { mend: true });
    expect(await recount(dataSource)).to.deep.include({ versions: [], sums: [] });
  });

  it('is made for cases from before there were counts', async () => {
    const { dataSource } = database;
    const asked = { year: 2025, until: localDate('2025-12-31'), officeIds, axis: 'known' } as const;
    const before = await countTableThree(dataSource.manager, asked);
    for (const table of ['application_versions', 'proceeding_versions', 'counts', 'count_changes']) {
      await dataSource.query(`DELETE FROM ${table}`);
    }
    expect(await countUncounted(dataSource)).to.equal(LED + STORED);
    expect(await countTableThree(dataSource.manager, asked)).to.deep.equal(before);
    expect(await countUncounted(dataSource)).to.equal(0);
  });
});

/** Leads a history through the door act by act, each recorded when it was. */
async function lead(dataSource: DataSource, { history, officeId, applicant }: Kept): Promise<void> {
  const door = new Door(dataSource);
  let id: string | undefined;
  for (const recorded of history.file.log) {
    const { seq: _seq, recordedAt, by: _by, ...told } = recorded;
    // Random replies would not pass 答复体检; those that a ledger tells of are not held to it.
    const act = isGated(told) ? { ...told, source: 'ledger' as const } : told;
    setClock(() => new Date(recordedAt));
    const actor = isGated(told) ? ledger : isActOfTime(recorded.type) ? time : everyone;
    if (id !== undefined) {
      await door.perform(id, act, { actor, officeIds: 'all' });
      continue;
    }
    const opening = { officeId, applicantKind: applicant, applicantName: '张三丰', content: '征地批复文件' };
    id = (await door.open(opening, [act], { actor, officeIds: [officeId] })).application.id;
  }
  setClock();
}
