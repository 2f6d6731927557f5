import { expect } from 'chai';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

describe('migrations', function () {
  this.timeout(60_000);
  let database: FreshDatabase;

  before(async () => {
    database = await freshDatabase();
  });
  after(() => database.drop());

  it('leave the schema builder nothing to do', async () => {
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map((due) => due.query)).to.deep.equal([]);
  });

  it('have all been run in a fresh database', async () => {
    expect(await database.dataSource.showMigrations()).to.equal(false);
  });
});
