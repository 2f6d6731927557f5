import { expect } from 'chai';
import type { Act } from '../../src/domain/acts/acts.js';
import {
  type ReconsiderationResult,
  type SuitResult,
  reconsiderationResults,
  suitResults,
} from '../../src/domain/remedy/results.js';
import { metrics } from '../../src/domain/statistics/rates.js';
import type { TableFour } from '../../src/domain/statistics/table-four.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { today } from '../../src/infrastructure/today.js';
import { ActRecord } from '../../src/records/application/act.js';
import { type Desk, newDesk, received, registered, repliedOnTheSpot } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { countTableFour } from '../support/live-tables.js';

const on = localDate;

const accepted = (id: string, more: object = {}): Act => ({
  type: 'reconsideration.accepted',
  on: on('2026-04-01'),
  id,
  ...more,
});
const served = (id: string, more: object = {}): Act => ({
  type: 'suit.served',
  on: on('2026-04-01'),
  id,
  route: 'direct',
  ...more,
});
const decided = (id: string, result: ReconsiderationResult): Act => ({
  type: 'reconsideration.decided',
  on: on('2026-05-06'),
  id,
  result,
});
const judged = (id: string, result: SuitResult): Act => ({
  type: 'suit.finallyJudged',
  on: on('2026-05-06'),
  id,
  result,
});

describe('proceedings in table four, through the door', () => {
  let database: FreshDatabase;
  let desk: Desk;

  beforeEach(async () => {
    database = await freshDatabase();
    desk = await newDesk(database.dataSource);
  });

  afterEach(() => database.drop());

  const four = (): Promise<TableFour> =>
    countTableFour(database.dataSource.manager, {
      year: Number(today().slice(0, 4)),
      officeIds: [desk.office.id],
    });

  /** A case that was replied to, then what is given. Answers its id. */
  const opened = async (...acts: Act[]): Promise<string> => {
    const { application } = await desk.door.open(
      desk.opening(),
      [received('2026-03-02'), registered('2026-03-02'), ...repliedOnTheSpot('2026-03-03'), ...acts],
      desk.by(),
    );
    return application.id;
  };

  /** By how much a rate has moved. */
  const moved = (id: keyof typeof metrics, from: TableFour, to: TableFour) => {
    const [was, is] = [metrics[id].count(from), metrics[id].count(to)];
    return { numerator: is.numerator - was.numerator, denominator: is.denominator - was.denominator };
  };
  const rated = (column: string) => ({ numerator: column === 'corrected' ? 1 : 0, denominator: 1 });

  it('counts each result of the statutory lists once, in its own column and in the rates', async () => {
    for (const [result, { column }] of Object.entries(reconsiderationResults)) {
      const whole = await four();
      const before = whole.reconsideration;
      await opened(accepted(result), decided(result, result as ReconsiderationResult));
      const now = await four();
      const { reconsideration } = now;
      expect(moved('reconsiderationCorrected', whole, now), result).to.deep.equal(rated(column));
      expect(moved('litigationLost', whole, now), result).to.deep.equal({ numerator: 0, denominator: 0 });
      expect(reconsideration[column], result).to.equal(before[column] + 1);
      expect(reconsideration.total, result).to.equal(before.total + 1);
    }
    for (const [result, { column }] of Object.entries(suitResults)) {
      const whole = await four();
      const before = whole.direct;
      await opened(served(result), judged(result, result as SuitResult));
      const now = await four();
      const { direct } = now;
      expect(moved('litigationLost', whole, now), result).to.deep.equal(rated(column));
      expect(moved('litigationLostDirect', whole, now), result).to.deep.equal(rated(column));
      expect(direct[column], result).to.equal(before[column] + 1);
      expect(direct.total, result).to.equal(before.total + 1);
    }
  });

  it('moves when a result is corrected later, and keeps its line', async () => {
    const id = await opened(accepted('复议1'), decided('复议1', 'upheld'));
    const upheld = await four();
    expect(upheld.reconsideration).to.include({ upheld: 1, corrected: 0, total: 1 });
    const log = await database.dataSource.manager.find(ActRecord, {
      where: { applicationId: id },
      order: { seq: 'ASC' },
    });
    const wrong = log.at(-1)!;
    await desk.door.perform(
      id,
      {
        type: 'act.corrected',
        on: today(),
        corrects: wrong.seq,
        why: '决定书写的是撤销，录入有误。',
        replacement: JSON.stringify({ type: wrong.type, on: wrong.on, ...wrong.facts, result: 'revoked' }),
      },
      desk.by(),
    );
    const revoked = await four();
    expect(revoked.reconsideration).to.include({ upheld: 0, corrected: 1, total: 1 });
    expect(moved('reconsiderationCorrected', upheld, revoked)).to.deep.equal({
      numerator: 1,
      denominator: 0,
    });
    const after = await database.dataSource.manager.find(ActRecord, {
      where: { applicationId: id },
      order: { seq: 'ASC' },
    });
    expect(after).to.have.length(log.length + 1);
    expect(after[wrong.seq - 1]?.facts).to.include({ result: 'upheld' });
    expect(after.at(-1)?.facts).to.include({ corrects: wrong.seq, why: '决定书写的是撤销，录入有误。' });
  });

  it('counts a suit with the organ as co-defendant once, and none as a third party', async () => {
    await opened(accepted('复议1'), decided('复议1', 'upheld'), {
      ...served('诉讼1', { route: 'afterReconsideration', capacity: 'coDefendant' }),
      on: on('2026-05-18'),
    });
    await opened(served('诉讼2', { capacity: 'thirdParty' }));
    const table = await four();
    expect(table.afterReconsideration).to.include({ pending: 1, total: 1 });
    expect(table.direct.total).to.equal(0);
    expect(table.reconsideration.total).to.equal(1);
  });
});
