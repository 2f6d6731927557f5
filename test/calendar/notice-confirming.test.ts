import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import type { DataSource } from 'typeorm';
import type { CaseImpact } from '../../src/calendar/impact.js';
import { NoticeKeeping, type NotDone } from '../../src/calendar/notice-keeping.js';
import { readNoticeText } from '../../src/calendar/notice-text.js';
import { openInHand } from '../../src/casework/opening.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { setClock } from '../../src/infrastructure/today.js';
import { LedgerImport } from '../../src/ledger/importing.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { loadCalendar } from '../../src/records/calendar/calendars.js';
import { DueDateMove } from '../../src/records/calendar/due-date-move.js';
import { dueDateMovesOf } from '../../src/records/calendar/due-date-moves.js';
import { HolidayNoticeRecord } from '../../src/records/calendar/holiday-notice.js';
import { NoticeProposal } from '../../src/records/calendar/notice-proposal.js';
import type { Viewer } from '../../src/web/viewer.js';
import { type Desk, newDesk, received } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { csv, fileWith } from '../support/ledger-office.js';
import { notice2027 } from '../support/notice-2027.js';
import { consulting, correcting, histories } from '../support/notice-histories.js';
import { addPerson } from '../support/program.js';
import { calendarIsAwaited, expectStoredAsReckoned } from '../support/reckoned.js';

const withdrawn: Act = { type: 'application.withdrawn', on: localDate('2026-11-20'), proof: '撤回书' };
const closed: Act = { type: 'application.closed', on: localDate('2026-11-20') };

const OPEN = 500;

describe('a notice for a year to come', function () {
  this.timeout(120_000);
  let database: FreshDatabase;
  let dataSource: DataSource;
  let desk: Desk;
  let keeping: NoticeKeeping;
  let loader: Viewer;
  let second: Viewer;

  const viewer = async (loginName: string): Promise<Viewer> => {
    const { code, shortName } = desk.office;
    const account = await addPerson(dataSource, { loginName, roles: ['admin'], officeCode: code });
    return {
      ...{
        accountId: account.id,
        name: account.name,
        roles: ['admin'],
        mustChangePassword: false,
        unreadReminders: 0,
        pendingSubmissions: 0,
      },
      ...{ officeId: desk.office.id, officeCode: code, officeName: shortName },
      visibleOfficeIds: [desk.office.id],
    };
  };
  const load = async (text = notice2027, year = 2027): Promise<NoticeProposal> => {
    const reading = readNoticeText(text, year, '');
    if (!('draft' in reading)) throw new Error(reading.faults.join());
    return kept(await keeping.load(loader, { ...reading.draft, source: '国办发明电〔2026〕9号' }));
  };
  const openCases = async (count: number): Promise<void> => {
    const circumstances = await desk.door.circumstances(desk.office.id);
    const opened = Array.from({ length: count }, (_, i) =>
      openInHand(desk.opening(), histories[i % histories.length] ?? [], desk.by(), circumstances),
    );
    for (let i = 0; i < opened.length; i += 200) await desk.door.openAll(opened.slice(i, i + 200), desk.by());
  };

  beforeEach(async () => {
    setClock(() => new Date('2026-11-23T02:00:00Z'));
    database = await freshDatabase();
    dataSource = database.dataSource;
    desk = await newDesk(dataSource);
    keeping = new NoticeKeeping(dataSource);
    loader = await viewer('luru');
    second = await viewer('queren');
  });
  afterEach(async () => {
    setClock();
    await database.drop();
  });

  /** Confirms a notice over {@link OPEN} open cases; what it did must be what it said. Answers what was said. */
  const confirmedOver500 = async (text: string, year: number): Promise<readonly CaseImpact[]> => {
    await openCases(OPEN);
    const put = await desk.door.open(desk.opening(), [received('2026-11-02'), withdrawn, closed], desk.by());
    const proposal = await load(text, year);
    const { impacts, fingerprint } = await keeping.outlook(proposal);
    expect(impacts).to.have.length(OPEN);
    const foretold = impacts.flatMap(({ applicationId, moved }) =>
      moved.map(({ kind, subject, from, to }) => ({ applicationId, kind, subject, from, to })),
    );
    kept(await keeping.confirm(second, proposal.id, fingerprint));

    const lines = await dataSource.manager.find(DueDateMove);
    expect(
      lines.map(({ applicationId, kind, subject, from, to }) => ({ applicationId, kind, subject, from, to })),
    ).to.have.deep.members(foretold);
    expect(new Set(lines.map(({ noticeId, byName }) => `${noticeId} ${byName}`))).to.deep.equal(
      new Set([`${proposal.id} queren`]),
    );
    await expectStoredAsReckoned(dataSource);
    expect(await dueDateMovesOf(dataSource.manager, put.application.id)).to.deep.equal([]);
    return impacts;
  };

  it('moves in five hundred open cases exactly what it said it would, with a line for each', async () => {
    const impacts = await confirmedOver500(notice2027, 2027);
    expect(impacts.filter(({ moved }) => moved.length > 0)).to.have.length(300);
    expect(impacts.filter(({ firm }) => firm)).to.have.length(400);
    expect(await dataSource.manager.countBy(ApplicationRecord, { provisional: true })).to.equal(0);
  });

  it('moves as it said for one more day off in mid-year', async () => {
    const impacts = await confirmedOver500('临时放假：12月14日（周一）放假1天。', 2026);
    expect(impacts.filter(({ moved }) => moved.length > 0)).to.have.length(200);
    expect(impacts.filter(({ firm }) => firm)).to.have.length(0);
    expect((await loadCalendar(dataSource.manager)).isProvisional(localDate('2026-12-15'))).to.equal(false);
  });

  it('waits for a ledger that is being taken in, so that no row is counted by the old calendar', async () => {
    const proposal = await load('临时放假：12月14日（周一）放假1天。', 2026);
    const { fingerprint } = await keeping.outlook(proposal);
    // As many refused rows as are dealt with at once, so that nothing has come to the door when the notice does.
    const lines = Array.from({ length: 200 }, (_, i) => ({ 编号: `2026-${i}`, 收到日期: '不详' }));
    const open = { 编号: '2026-90001', 收到日期: '2026-11-23', 办理结果: '', 答复日期: '' };
    let confirming: Promise<unknown> | undefined;
    const report = await new LedgerImport(dataSource, desk.door).import({
      path: fileWith(csv([...lines, open])),
      officeId: desk.office.id,
      performer: { actor: { kind: 'ledger', name: '台账导入' } },
      skipRefused: true,
      onProgress: async (rows) => {
        if (rows > lines.length) return;
        const confirmed = { done: false };
        confirming = keeping.confirm(second, proposal.id, fingerprint).finally(() => {
          confirmed.done = true;
        });
        while (!confirmed.done && !(await calendarIsAwaited(dataSource))) await setImmediate();
      },
    });
    expect(report).to.include({ imported: 1, written: true });
    await confirming;
    await expectStoredAsReckoned(dataSource);
  });

  it('says of one case which days move, and from where to where', async () => {
    const one = await desk.door.open(desk.opening(), correcting, desk.by());
    const other = await desk.door.open(desk.opening(), consulting, desk.by());
    const proposal = await load();
    kept(await keeping.confirm(second, proposal.id, (await keeping.outlook(proposal)).fingerprint));
    const moves = async (id: string) =>
      (await dueDateMovesOf(dataSource.manager, id)).map(({ name, from, to }) => `${name} ${from} ${to}`);
    expect(await moves(one.application.id)).to.deep.equal([
      '补正期限 2027-02-09 2027-02-14',
      '逾期不补正 2027-02-09 2027-02-14',
    ]);
    expect(await moves(other.application.id)).to.deep.equal(['答复期限 2027-02-11 2027-02-15']);
    const row = await dataSource.manager.findOneByOrFail(ApplicationRecord, { id: other.application.id });
    expect(row).to.include({ nextDueOn: '2027-02-15', provisional: false });
  });

  it('is not confirmed by whoever loaded it, nor twice, nor after it was withdrawn', async () => {
    const proposal = await load();
    const { fingerprint } = await keeping.outlook(proposal);
    expect(reasons(await keeping.confirm(loader, proposal.id, fingerprint))).to.contain('请由另一名管理员');
    expect(await dataSource.manager.count(HolidayNoticeRecord)).to.equal(0);
    kept(await keeping.confirm(second, proposal.id, fingerprint));
    expect(reasons(await keeping.confirm(second, proposal.id, fingerprint))).to.contain('已由queren确认启用');
    expect(await dataSource.manager.count(HolidayNoticeRecord)).to.equal(1);
    const later = await load('临时放假：12月14日（周一）放假1天。', 2026);
    kept(await keeping.withdraw(loader, later.id));
    expect(reasons(await keeping.confirm(second, later.id, ''))).to.contain('已由luru撤回');
  });

  it('is confirmed once when two press at the same moment', async () => {
    await openCases(20);
    const third = await viewer('disanren');
    const proposal = await load();
    const { fingerprint } = await keeping.outlook(proposal);
    const answers = await Promise.all(
      [second, third].map((one) => keeping.confirm(one, proposal.id, fingerprint)),
    );
    expect(answers.filter((answer) => 'reasons' in answer)).to.have.length(1);
    expect(await dataSource.manager.count(HolidayNoticeRecord)).to.equal(1);
    await expectStoredAsReckoned(dataSource);
  });

  it('is shown again when a case has changed meanwhile', async () => {
    await openCases(5);
    const proposal = await load();
    const { fingerprint } = await keeping.outlook(proposal);
    await desk.door.open(desk.opening(), consulting, desk.by());
    expect(reasons(await keeping.confirm(second, proposal.id, fingerprint))).to.contain(
      '您查看期间有案件变动',
    );
    expect(await dataSource.manager.count(DueDateMove)).to.equal(0);
    expect(await dataSource.manager.count(HolidayNoticeRecord)).to.equal(0);
    kept(await keeping.confirm(second, proposal.id, (await keeping.outlook(proposal)).fingerprint));
    await expectStoredAsReckoned(dataSource);
  });

  it('holds for acts that are under way while it is confirmed', async () => {
    await openCases(10);
    const proposal = await load();
    const { fingerprint } = await keeping.outlook(proposal);
    const cases = await dataSource.manager.find(ApplicationRecord, { where: { nextDueKind: 'reply' } });
    const acts = cases.map(({ id }) =>
      desk.door.perform(id, { ...withdrawn, on: localDate('2026-11-23') }, desk.by()).catch(() => undefined),
    );
    await Promise.all([keeping.confirm(second, proposal.id, fingerprint), ...acts]);
    await expectStoredAsReckoned(dataSource);
  });

  it('waits alone for its year', async () => {
    await load();
    const again = readNoticeText(notice2027, 2027, '');
    if (!('draft' in again)) throw new Error('It was read before.');
    expect(reasons(await keeping.load(loader, again.draft))).to.contain('已有一份2027年的通知等待确认');
    expect(reasons(await keeping.load(loader, { ...again.draft, days: [] }))).to.contain('缺少元旦');
    expect(await dataSource.manager.count(NoticeProposal)).to.equal(1);
  });
});

function kept(answer: NoticeProposal | NotDone): NoticeProposal {
  if ('reasons' in answer) throw new Error(answer.reasons.join());
  return answer;
}

const reasons = (answer: NoticeProposal | NotDone): string =>
  'reasons' in answer ? answer.reasons.join() : 'done';
