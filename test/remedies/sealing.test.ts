import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { now } from '../../src/infrastructure/today.js';
import { AttachmentRecord } from '../../src/records/paper/attachment.js';
import { FileSeal } from '../../src/records/paper/file-seal.js';
import { isUnbroken, sealsOf } from '../../src/records/paper/file-seals.js';
import { logOf } from '../../src/records/application/logs.js';
import { type Desk, newDesk, received, registered, repliedOnTheSpot } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { failureOf } from '../support/failure.js';

const notice: readonly [Act, Act] = [
  { type: 'reconsideration.accepted', on: localDate('2026-04-01'), id: '复议1' },
  { type: 'reconsideration.copyReceived', on: localDate('2026-04-03'), id: '复议1', procedure: 'ordinary' },
];

describe('the seal of a file', () => {
  let database: FreshDatabase;
  let desk: Desk;
  let id: string;

  beforeEach(async () => {
    database = await freshDatabase();
    desk = await newDesk(database.dataSource);
    const { application } = await desk.door.open(
      desk.opening(),
      [received('2026-03-02'), registered('2026-03-02'), ...repliedOnTheSpot('2026-03-03')],
      desk.by(),
    );
    id = application.id;
  });

  afterEach(() => database.drop());

  const attach = async (name: string): Promise<void> => {
    await database.dataSource.manager.insert(AttachmentRecord, {
      id: randomUUID(),
      applicationId: id,
      officeId: desk.office.id,
      purpose: 'service',
      fileHash: 'ab'.repeat(32),
      name,
      mime: 'application/pdf',
      bytes: 12,
      uploadedAt: now(),
      uploadedByName: '王经办',
      uploadedByAccountId: null,
    });
  };

  const seals = (): Promise<FileSeal[]> => sealsOf(database.dataSource.manager, id);

  it('holds the file as it stood with the notice, and nothing that came later', async () => {
    await attach('邮件回执.pdf');
    const { log } = await desk.door.performAll(id, notice, desk.by());
    await attach('后补的说明.pdf');
    const [seal, ...more] = await seals();
    expect(more).to.have.length(0);
    expect(seal).to.include({ number: '复议1', actSeq: log.length });
    expect(seal!.contents.acts).to.have.length(log.length);
    expect(seal!.contents.attachments.map(({ name }) => name)).to.deep.equal(['邮件回执.pdf']);
    const kept = await logOf(database.dataSource.manager, id);
    expect(seal!.chainHead).to.equal(kept.at(-1)?.hash);
    expect(isUnbroken(seal!, kept)).to.equal(true);
  });

  it('shows when it or the log was changed', async () => {
    await desk.door.performAll(id, notice, desk.by());
    const [seal] = await seals();
    const log = await logOf(database.dataSource.manager, id);
    const added = [{ id, name: '添', fileHash: '', bytes: 0 }];
    const contents = { ...seal!.contents, attachments: added };
    const changed = Object.assign(new FileSeal(), seal, { contents });
    expect(isUnbroken(changed, log)).to.equal(false);
    log[0]!.hash = 'f'.repeat(64);
    expect(isUnbroken(seal!, log)).to.equal(false);
  });

  it('is written by a suit too, one for each proceeding', async () => {
    await desk.door.performAll(id, notice, desk.by());
    await desk.door.perform(
      id,
      {
        type: 'suit.served',
        on: localDate('2026-04-07'),
        id: '诉讼1',
        route: 'direct',
        appellant: 'thirdParty',
      },
      desk.by(),
    );
    expect((await seals()).map(({ number }) => number)).to.deep.equal(['复议1', '诉讼1']);
  });

  it('goes with the notice when that is undone, and is not written for a ledger', async () => {
    await failureOf(
      desk.door.performAll(
        id,
        [...notice, { type: 'reconsideration.resumed', on: localDate('2026-04-07'), id: '复议1' }],
        desk.by(),
      ),
    );
    expect(await seals()).to.have.length(0);
    await desk.door.perform(
      id,
      { type: 'suit.served', on: localDate('2026-04-07'), id: '诉讼1', route: 'direct', source: 'ledger' },
      { ...desk.by(), actor: { kind: 'ledger', name: '台账' } },
    );
    expect(await seals()).to.have.length(0);
  });

  it('is never changed: the database refuses', async () => {
    await desk.door.performAll(id, notice, desk.by());
    const change = database.dataSource.manager.update(FileSeal, { applicationId: id }, { number: '别案' });
    expect(await failureOf(change)).to.be.instanceOf(Error);
    expect(
      await failureOf(database.dataSource.manager.delete(FileSeal, { applicationId: id })),
    ).to.be.instanceOf(Error);
  });
});
