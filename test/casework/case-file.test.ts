import { expect } from 'chai';
import { CaseFiles } from '../../src/casework/case-file.js';
import { ApplicationNotFound } from '../../src/casework/refusals.js';
import { verifyAll } from '../../src/casework/verification.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { setClock } from '../../src/infrastructure/today.js';
import { correctionRequired, type Desk, extended, newDesk, received, registered } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { failureOf } from '../support/failure.js';

describe('the case file', () => {
  let database: FreshDatabase;
  let desk: Desk;
  let files: CaseFiles;

  before(async () => {
    database = await freshDatabase();
    desk = await newDesk(database.dataSource);
    files = new CaseFiles(database.dataSource);
  });
  after(async () => {
    setClock();
    await database.drop();
  });
  const todayIs = (day: string) => setClock(() => new Date(`${day}T02:00:00Z`));

  it('is read as it stands, or as it was known at the end of a day gone by', async () => {
    todayIs('2026-11-02');
    const { application } = await desk.door.open(
      desk.opening(),
      [received('2026-11-02'), registered('2026-11-02')],
      desk.by(),
    );
    todayIs('2026-11-16');
    await desk.door.perform(application.id, extended('2026-11-16', 10), desk.by());

    todayIs('2026-11-23');
    const now = await files.open(application.id, [desk.office.id]);
    expect(now).to.include({ on: '2026-11-23', version: 3 });
    expect(now.reading.reply).to.include({ dueOn: '2026-12-14' });
    expect(now.standing.stage).to.equal('registered');
    expect(now.letters.map(({ kind }) => kind)).to.include('extensionNotice');

    const then = await files.open(application.id, [desk.office.id], localDate('2026-11-13'));
    expect(then.reading.on).to.equal('2026-11-13');
    expect(then.reading.reply).to.include({ dueOn: '2026-11-30' });
    expect(then.log).to.have.length(2);
    expect(then.version).to.equal(3);
  });

  it('is not found for another office, nor before it was recorded', async () => {
    todayIs('2026-11-23');
    const { application } = await desk.door.open(desk.opening(), [received('2026-11-02')], desk.by());
    const other = await newDesk(database.dataSource);
    expect(await failureOf(files.open(application.id, [other.office.id]))).to.be.instanceOf(
      ApplicationNotFound,
    );
    const early = files.open(application.id, 'all', localDate('2026-11-20'));
    expect(await failureOf(early)).to.be.instanceOf(ApplicationNotFound);
  });

  it('drops the irregularities of an act that was put right', async () => {
    todayIs('2026-11-23');
    const { application } = await desk.door.open(
      desk.opening(),
      [received('2026-10-12'), registered('2026-10-12'), correctionRequired('2026-10-30', '2026-12-01')],
      desk.by(),
    );
    const before = await files.open(application.id, 'all');
    expect(before.irregularities.map(({ seq, finding }) => [seq, finding.code])).to.deep.equal([
      [3, 'correctionLate'],
    ]);
    const { seq, recordedAt, by, ...act } = {
      seq: 0,
      recordedAt: '',
      by: '',
      ...correctionRequired('2026-10-15', '2026-12-01'),
    };
    expect([seq, recordedAt, by]).to.have.length(3);
    const put = await desk.door.perform(
      application.id,
      {
        type: 'act.corrected',
        on: localDate('2026-11-23'),
        corrects: 3,
        why: '日期录入有误。',
        replacement: JSON.stringify(act),
      },
      desk.by(),
    );
    expect(put.application.irregularityCount).to.equal(0);
    const after = await files.open(application.id, 'all');
    expect(after.irregularities).to.deep.equal([]);
    expect(after.acts.find((one) => one.seq === 3)).to.include({ on: '2026-10-15' });
    expect(after.log).to.have.length(4);
  });

  it('drops what a correction has brought once that is put right in its turn', async () => {
    todayIs('2026-11-23');
    const { application } = await desk.door.open(
      desk.opening(),
      [received('2026-10-12'), registered('2026-10-12'), correctionRequired('2026-10-15', '2026-12-01')],
      desk.by(),
    );
    const put = (on: string) =>
      desk.door.perform(
        application.id,
        {
          type: 'act.corrected',
          on: localDate('2026-11-23'),
          corrects: 3,
          why: '日期登记有误',
          replacement: JSON.stringify(correctionRequired(on, '2026-12-01')),
        },
        desk.by(),
      );
    expect((await put('2026-10-30')).application.irregularityCount).to.equal(1);
    const flawed = await files.open(application.id, 'all');
    expect(flawed.irregularities.map(({ seq, finding }) => [seq, finding.code])).to.deep.equal([
      [3, 'correctionLate'],
    ]);
    expect((await put('2026-10-15')).application.irregularityCount).to.equal(0);
    expect((await files.open(application.id, 'all')).irregularities).to.deep.equal([]);
    expect((await verifyAll(database.dataSource)).differences).to.deep.equal([]);
  });
});
