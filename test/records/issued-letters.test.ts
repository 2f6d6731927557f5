import { expect } from 'chai';
import { localDate } from '../../src/domain/time/local-date.js';
import { LetterRecord } from '../../src/records/paper/letter.js';
import { newDesk, received, registered } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { failureOf } from '../support/failure.js';

describe('a letter', () => {
  let database: FreshDatabase;

  before(async () => {
    database = await freshDatabase();
  });
  after(() => database.drop());

  it('may be changed until it is issued, and then no more', async () => {
    const desk = await newDesk(database.dataSource);
    const acts = [received('2019-06-03'), registered('2019-06-03')] as const;
    const { application } = await desk.door.open(desk.opening(), [...acts], desk.by());
    const { manager } = database.dataSource;
    const draft = await manager.findOneByOrFail(LetterRecord, { applicationId: application.id });
    await manager.update(LetterRecord, { id: draft.id }, { title: '登记回执' });
    await manager.update(
      LetterRecord,
      { id: draft.id },
      { status: 'issued', issuedOn: localDate('2019-06-03') },
    );
    const change = manager.update(LetterRecord, { id: draft.id }, { title: '另一份' });
    expect(String(await failureOf(change))).to.match(/only ever added/);
    expect(String(await failureOf(manager.delete(LetterRecord, { id: draft.id })))).to.match(
      /only ever added/,
    );
  });
});
