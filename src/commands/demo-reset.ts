import 'reflect-metadata';
import { rm } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { district } from '../demo/offices.js';
import { prepareFirstStart } from '../first-start.js';
import { CannotStart } from '../infrastructure/cannot-start.js';
import { type Database, emptyDatabase, openDatabase } from '../infrastructure/database.js';
import { privateFolder } from '../infrastructure/folders.js';
import { log } from '../infrastructure/log.js';
import { settings } from '../infrastructure/settings.js';
import { entities } from '../records/entities.js';
import { migrations } from '../records/migrations.js';
import { officeTree } from '../records/office/offices.js';
import { signInTable } from '../sign-in-table.js';

/** demo:reset: throws the demonstration away and makes a fresh one. Never in production, never beside a program. */
async function reset(): Promise<void> {
  if (settings().production) {
    throw new CannotStart('正式环境（NODE_ENV=production）不能重置为演示数据。');
  }
  const old = await openDatabase(entities, migrations);
  try {
    await refuseOthers(old.dataSource);
    await refuseOtherOffices(old.dataSource);
    await old.dataSource.destroy();
    await emptyDatabase(old.address);
    await rm(privateFolder('files'), { recursive: true, force: true });
    await seed(await openDatabase(entities, migrations));
  } finally {
    await old.close();
  }
}

async function seed(fresh: Database): Promise<void> {
  try {
    const signIns = await prepareFirstStart(fresh.dataSource);
    const lines = ['演示数据已重置。用 npm start 启动后登录：', ...signInTable(signIns)];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await fresh.close();
  }
}

/** Another program on this database would go on with what is gone. */
async function refuseOthers(dataSource: DataSource): Promise<void> {
  const rows: { programs: number; strangers: number }[] = await dataSource.query(
    `SELECT count(*) FILTER (WHERE application_name LIKE '% presence')::int AS programs,
            count(*) FILTER (WHERE datname = current_database() AND pid <> pg_backend_pid()
                             AND application_name <> current_setting('application_name'))::int AS strangers
     FROM pg_stat_activity WHERE backend_type = 'client backend'`,
  );
  // One of the programs is this one.
  if (rows.some(({ programs, strangers }) => programs > 1 || strangers > 0)) {
    throw new CannotStart('另有程序正在使用这个数据目录。请先停止它（Ctrl+C），再重置。');
  }
}

/** A database whose offices are not the demonstration's was not made for playing. */
async function refuseOtherOffices({ manager }: DataSource): Promise<void> {
  const [top] = await officeTree(manager);
  if (top && top.office.code !== district.code) {
    throw new CannotStart('这个数据库里不是演示数据，没有重置。请核对 DATA_DIR 或 DATABASE_URL。');
  }
}

reset().catch((fault: unknown) => {
  const expected = fault instanceof CannotStart;
  if (!expected) log().error({ err: fault }, 'demo:reset failed');
  process.stderr.write(expected ? `${fault.message}\n` : '没有完成，原因见上面的日志。\n');
  process.exitCode = 1;
});
