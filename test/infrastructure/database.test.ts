import { expect } from 'chai';
import { emptyDatabase, inDatabase } from '../../src/infrastructure/database.js';
import { freshDatabase } from '../support/database.js';

describe('database', function () {
  this.timeout(60_000);

  it('hands days over as they stand in the column, whatever the zone of the machine', async () => {
    const { dataSource, drop } = await freshDatabase();
    const rows: unknown = await dataSource.query("select date '2026-03-06' as day");
    expect(rows).to.deep.equal([{ day: '2026-03-06' }]);
    await drop();
  });

  it('gives each test a database of its own', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    await one.dataSource.query('create table mine (n int)');
    const rows: unknown = await other.dataSource.query("select to_regclass('mine') as found");
    expect(rows).to.deep.equal([{ found: null }]);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('can be emptied to start over', async () => {
    const { dataSource, address, drop } = await freshDatabase();
    await dataSource.query('create table mine (n int)');
    await emptyDatabase(address);
    const rows: unknown = await dataSource.query("select to_regclass('mine') as found").catch(() =>
      // The pool's old connection was cut off; the next one is new.
      dataSource.query("select to_regclass('mine') as found"),
    );
    expect(rows).to.deep.equal([{ found: null }]);
    await drop();
  });

  it('finds another database on the same server', () => {
    expect(inDatabase({ connectionString: 'postgres://u:p@h:5432/a?sslmode=require' }, 'b')).to.deep.equal({
      connectionString: 'postgres://u:p@h:5432/b?sslmode=require',
    });
  });
});
