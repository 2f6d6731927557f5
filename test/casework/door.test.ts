import { expect } from 'chai';
import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { ApplicationNotFound, NumberTaken, Refused, VersionConflict } from '../../src/casework/refusals.js';
import { setClock } from '../../src/infrastructure/today.js';
import { ActRecord } from '../../src/records/application/act.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { LetterRecord } from '../../src/records/paper/letter.js';
import { WakeRecord } from '../../src/records/application/wake.js';
import { correctionRequired, type Desk, extended, newDesk, received, registered } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { failureOf } from '../support/failure.js';

describe('the door', () => {
  let database: FreshDatabase;
  let desk: Desk;

  before(async () => {
    setClock(() => new Date('2026-11-23T02:00:00Z'));
    database = await freshDatabase();
    desk = await newDesk(database.dataSource);
  });
  after(async () => {
    setClock();
    await database.drop();
  });

  const open = (...acts: [Act, ...Act[]]) => desk.door.open(desk.opening(), acts, desk.by());
  const rowOf = (id: string) => database.dataSource.manager.findOneByOrFail(ApplicationRecord, { id });

  it('opens a case with its number, stage and due day', async () => {
    const { application, version, drafts } = await open(received('2026-11-02'), registered('2026-11-03'));
    const row = await rowOf(application.id);
    expect(row).to.include({ stage: 'registered', version: 2, receivedOn: '2026-11-02', channel: 'counter' });
    expect(row).to.include({ nextDueOn: '2026-11-30', nextDueKind: 'reply', provisional: false });
    expect(row.number).to.match(/^2026-\d{5}$/);
    expect(version).to.equal(2);
    expect(drafts.map(({ kind }) => kind)).to.deep.equal(['registrationReceipt']);
    expect(await database.dataSource.manager.countBy(LetterRecord, { applicationId: row.id })).to.equal(1);
  });

  it('numbers cases without a gap, also when one is undone', async () => {
    const first = await open(received('2026-11-02'));
    await failureOf(open(received('2026-12-31')));
    const second = await open(received('2026-11-02'));
    expect(Number(second.application.number.slice(5)) - Number(first.application.number.slice(5))).to.equal(
      1,
    );
  });

  it('goes on after the numbers of an older ledger', async () => {
    const old = desk.opening({ number: '2019-00040' });
    await desk.door.open(old, [received('2019-06-03')], desk.by());
    const next = await open(received('2019-07-01'));
    expect(next.application.number).to.equal('2019-00041');
    expect(await failureOf(desk.door.open(old, [received('2019-06-03')], desk.by()))).to.be.instanceOf(
      NumberTaken,
    );
  });

  it('keeps wakes equal to the case', async () => {
    const { application } = await open(received('2026-11-02'), registered('2026-11-02'));
    const wakes = () => database.dataSource.manager.findBy(WakeRecord, { applicationId: application.id });
    await desk.door.perform(application.id, correctionRequired('2026-11-03', '2026-11-24'), desk.by());
    expect((await wakes()).map(({ act, on }) => [act, on])).to.deep.equal([
      ['correction.lapsed', '2026-11-24'],
    ]);
    const answered: Act = { type: 'correction.received', on: localDate('2026-11-10') };
    await desk.door.perform(application.id, answered, desk.by());
    expect(await wakes()).to.deep.equal([]);
    expect((await rowOf(application.id)).nextDueOn).to.equal('2026-12-08');
  });

  it('refuses with sentence and mend, and leaves nothing behind', async () => {
    const servedAtTheCounter: Act = {
      type: 'reply.served',
      on: localDate('2026-11-04'),
      how: 'counter',
      receivedBy: '申请人本人',
    };
    const { application } = await open(received('2026-11-02'), registered('2026-11-02'));
    const before = await rowOf(application.id);
    const tooLong = await failureOf(
      desk.door.performAll(
        application.id,
        [correctionRequired('2026-11-03', '2026-11-20'), servedAtTheCounter],
        desk.by(),
      ),
    );
    expect(tooLong).to.be.instanceOf(Refused);
    expect((tooLong as Refused).findings[0]?.says).to.contain('送达答复');
    expect(await rowOf(application.id)).to.deep.equal(before);
    expect(await database.dataSource.manager.countBy(ActRecord, { applicationId: application.id })).to.equal(
      2,
    );
    expect(await database.dataSource.manager.countBy(WakeRecord, { applicationId: application.id })).to.equal(
      0,
    );
  });

  it('lets one of two win and tells the other what has changed', async () => {
    const { application, version } = await open(received('2026-11-02'), registered('2026-11-02'));
    const by = { ...desk.by(), expectedVersion: version };
    const attempts = await Promise.allSettled([
      desk.door.perform(application.id, extended('2026-11-10', 5), by),
      desk.door.perform(application.id, correctionRequired('2026-11-10', '2026-11-30'), by),
    ]);
    expect(attempts.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected']);
    const lost = attempts.find((attempt) => attempt.status === 'rejected')?.reason;
    expect(lost).to.be.instanceOf(VersionConflict);
    expect(lost.since).to.have.length(1);
    expect(lost.version).to.equal(3);
    expect(lost.message).to.contain('王经办登记了“').and.contain('2026年11月10日');
    expect((await rowOf(application.id)).version).to.equal(3);
  });

  it('does not find a case of another office', async () => {
    const { application } = await open(received('2026-11-02'));
    const other = await newDesk(database.dataSource);
    const stranger = other.by();
    expect(
      await failureOf(desk.door.perform(application.id, registered('2026-11-03'), stranger)),
    ).to.be.instanceOf(ApplicationNotFound);
    expect(
      await failureOf(desk.door.preview(application.id, registered('2026-11-03'), stranger)),
    ).to.be.instanceOf(ApplicationNotFound);
    expect(
      await failureOf(desk.door.open(desk.opening(), [received('2026-11-02')], stranger)),
    ).to.be.instanceOf(ApplicationNotFound);
  });

  it('shows what an act would lead to without storing it', async () => {
    const { application } = await open(received('2026-11-02'), registered('2026-11-02'));
    const preview = await desk.door.preview(application.id, extended('2026-11-10', 20), desk.by());
    if ('refusals' in preview) throw new Error('refused');
    expect(preview.before.reply?.dueOn).to.equal('2026-11-30');
    expect(preview.after.reply?.dueOn).to.equal('2026-12-28');
    expect(preview.letters.map(({ kind }) => kind)).to.deep.equal(['extensionNotice']);
    expect((await rowOf(application.id)).version).to.equal(2);

    const refused = await desk.door.preview(application.id, extended('2026-11-10', 20), desk.by('clerk'));
    expect(refused).to.have.nested.property('refusals[0].code', 'notAuthorised');
  });

  it('keeps the irregularities that an act brings into the record', async () => {
    const { application } = await open(received('2026-10-12'), registered('2026-10-12'));
    const late = await desk.door.perform(
      application.id,
      correctionRequired('2026-10-30', '2026-11-30'),
      desk.by(),
    );
    expect(late.irregularities.map(({ code }) => code)).to.deep.equal(['correctionLate']);
    expect((await rowOf(application.id)).irregularityCount).to.equal(1);
  });
});
