import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { projectRoot } from '../../src/infrastructure/project-root.js';
import { LedgerImport } from '../../src/ledger/importing.js';
import type { Ground } from '../ground.js';
import { type Figure, compare } from '../measuring.js';

const FILE = join(projectRoot, 'test/fixtures/ledger-2023.csv');
const BATCH = 200;
const TABLES = ['applications', 'acts', 'proceedings', 'wakes'] as const;

/** A year's ledger, each row through the door, beside the bare insertion of the rows that come of it. */
export async function ledgerFigures(ground: Ground): Promise<Figure[]> {
  let rows = 0;
  let last: DataSource | undefined;
  const imported = async (): Promise<void> => {
    const { database, officeId, door } = await ground.empty();
    last = database.dataSource;
    const report = await new LedgerImport(database.dataSource, door).import({
      path: FILE,
      officeId,
      performer: { actor: { kind: 'ledger', name: '测量' } },
    });
    rows = report.imported;
  };
  await imported();
  if (!last) throw new Error('Nothing was imported.');
  const stored = await storedRows(last);
  const target = last;
  return [
    await compare({
      section: '台账',
      what: `导入 ${rows} 行`,
      ours: imported,
      against: '把由此产生的各表记录不经判断直接写入，无索引',
      baseline: () => insertBare(target, stored),
      runs: 3,
      things: { count: rows, of: '行' },
    }),
  ];
}

type Stored = ReadonlyMap<string, readonly unknown[]>;

async function storedRows(dataSource: DataSource): Promise<Stored> {
  const stored = new Map<string, unknown[]>();
  for (const table of TABLES) {
    const rows: { row: unknown }[] = await dataSource.query(`SELECT to_json(t) AS row FROM "${table}" AS t`);
    stored.set(
      table,
      rows.map(({ row }) => row),
    );
  }
  return stored;
}

async function insertBare(dataSource: DataSource, stored: Stored): Promise<void> {
  await dataSource.transaction(async (manager) => {
    for (const [table, rows] of stored) {
      await manager.query(`DROP TABLE IF EXISTS bare_${table}`);
      await manager.query(`CREATE TABLE bare_${table} (LIKE "${table}")`);
      for (let start = 0; start < rows.length; start += BATCH) {
        await manager.query(
          `INSERT INTO bare_${table} SELECT * FROM json_populate_recordset(NULL::bare_${table}, $1)`,
          [JSON.stringify(rows.slice(start, start + BATCH))],
        );
      }
    }
  });
}
