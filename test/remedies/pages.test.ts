import { expect } from 'chai';
import { Door } from '../../src/casework/door.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { roles } from '../../src/domain/office/role.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { ProceedingNote } from '../../src/records/proceeding/proceeding-note.js';
import { paths } from '../../src/web/paths.js';
import { type LegalDesk, legalDeskForEach } from '../support/legal-desk.js';
import type { Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

const on = localDate;

const replied: readonly [Act, ...Act[]] = [
  { type: 'application.received', on: on('2026-08-03'), channel: 'counter' },
  { type: 'application.registered', on: on('2026-08-03') },
  { type: 'reply.issued', on: on('2026-08-10'), outcome: 'granted', provided: '复印件', onTheSpot: true },
  { type: 'reply.served', on: on('2026-08-10'), how: 'counter', receivedBy: '申请人本人' },
];

const accepted = (id: string, day: string): Act => ({
  type: 'reconsideration.accepted',
  on: on(day),
  id,
  organ: '测试区人民政府',
});
const copied = (id: string, day: string, procedure: 'ordinary' | 'simplified'): Act => ({
  type: 'reconsideration.copyReceived',
  on: on(day),
  id,
  procedure,
});

describe('the pages of 复议应诉', function () {
  this.timeout(60_000);
  let program: Program;
  let legal: Visitor;
  let desk: LegalDesk;

  legalDeskForEach('2026-09-28', (given) => {
    desk = given;
    ({ program, legal } = given);
  });

  const opened = async (...acts: Act[]): Promise<string> => (await desk.opened([...replied, ...acts])).id;

  it('put first what is lost first, and what has been answered below', async () => {
    await opened(accepted('普通案', '2026-09-22'), copied('普通案', '2026-09-24', 'ordinary'));
    await opened(accepted('简易案', '2026-09-22'), copied('简易案', '2026-09-24', 'simplified'));
    await opened({ type: 'suit.served', on: on('2026-09-20'), id: '诉讼案', route: 'direct' });
    await opened(accepted('已答案', '2026-09-01'), copied('已答案', '2026-09-02', 'ordinary'), {
      type: 'reconsideration.answered',
      on: on('2026-09-08'),
      id: '已答案',
    });
    await opened(accepted('已结案', '2026-09-01'), {
      type: 'reconsideration.decided',
      on: on('2026-09-20'),
      id: '已结案',
      result: 'revoked',
    });
    const { text } = await legal.get(paths.remedies);
    const order = ['诉讼案', '简易案', '普通案', '已答案', '已结案'].map((number) =>
      text.indexOf(`>${number}<`),
    );
    expect(order.every((at) => at > 0)).to.equal(true);
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
    for (const said of [
      '2026年10月8日',
      '2026年10月9日',
      '2026年10月15日',
      '《行政复议法》第四十八条、第五十四条、第七十条',
      '《行政诉讼法》第三十四条第二款、第六十七条第一款',
      '行政复议答复书、证据目录',
      '行政诉讼答辩状、证据清单',
      '结果纠正',
    ])
      expect(text, said).to.include(said);
  });

  it('put aside what a ledger left open long ago, until somebody records what became of it', async () => {
    const source = 'ledger' as const;
    const door = program.application.get(Door, { strict: false });
    const officeIds = [program.district.id];
    const { application } = await door.open(
      {
        officeId: program.district.id,
        applicantKind: 'naturalPerson',
        applicantName: '张三丰',
        content: '某某路道路改造工程的征地批复文件',
      },
      [
        { type: 'application.received', on: on('2023-08-03'), channel: 'counter', source },
        { type: 'application.registered', on: on('2023-08-03'), source },
        { type: 'reply.issued', on: on('2023-08-10'), outcome: 'granted', source },
        { type: 'reply.served', on: on('2023-08-10'), how: 'unrecorded', source },
        { type: 'suit.served', on: on('2023-09-20'), id: '台账诉讼', route: 'direct', source },
      ],
      { actor: { kind: 'ledger', name: '台账' }, officeIds },
    );
    const before = (await legal.get(paths.remedies)).text;
    expect(before).to.include('以后的进展尚未登记（1 起）').and.include('须按期答复举证（0 起）');
    const answered: Act = { type: 'suit.answered', on: on('2023-10-08'), id: '台账诉讼' };
    await door.perform(application.id, answered, {
      actor: { kind: 'person', name: '赵法制', roles },
      officeIds,
    });
    const after = (await legal.get(paths.remedies)).text;
    expect(after).to.include('正在审理（1 起）').and.not.include('尚未登记');
  });

  it('record a notice in one form and say its last day', async () => {
    const id = await opened();
    const found = await legal.get(`${paths.appealNotice}?q=张三丰`);
    expect(found.text).to.include(paths.appealNoticeOf(id));
    const asked = {
      id: '测府复〔2026〕9号',
      receivedOn: '2026-09-24',
      procedure: 'simplified',
      acceptedOn: '2026-09-22',
    };
    const done = await legal.submit(paths.appealNoticeOf(id), paths.appealNotice, asked);
    expect(done.status).to.equal(303);
    const page = (await legal.follow(done)).text;
    expect(page).to.include('最后一天是2026年10月9日（5 个工作日）').and.include('案卷已封存');
    expect(page).to.include('简易程序').and.include('与封存时一致').and.include('复议程序转换');
    const again = await legal.submit(paths.appealNoticeOf(id), paths.appealNotice, asked);
    expect(again.status).to.equal(422);
    expect(again.text).to.include('已经用过').and.include('value="测府复〔2026〕9号"');
  });

  it('tell which fact of a notice is wrong, and keep what was typed', async () => {
    const id = await opened();
    const refused = await legal.submit(paths.appealNoticeOf(id), paths.appealNotice, {
      id: '早',
      receivedOn: '2026-10-20',
      procedure: 'ordinary',
    });
    expect(refused.status).to.equal(422);
    expect(refused.text)
      .to.include('晚于今天')
      .and.include('href="#field-receivedOn"')
      .and.include('value="早"');
    const empty = await legal.submit(paths.appealNoticeOf(id), paths.appealNotice, {
      id: '',
      receivedOn: '',
    });
    expect(empty.text).to.include('请填写“复议案号或编号”').and.include('请填写“复议程序”');
  });

  it('keep hearings, attendance and costs with the words they had before', async () => {
    const id = await opened({ type: 'suit.served', on: on('2026-09-20'), id: '诉讼案', route: 'direct' });
    const form = paths.proceedingNote(id, '诉讼案', 'attendance');
    const empty = await legal.submit(form, form, { on: '', who: '' });
    expect(empty.status).to.equal(422);
    await legal.submit(form, form, { on: '2026-11-02', who: 'staff', why: '出差' });
    const page = paths.proceeding(id, '诉讼案');
    expect((await legal.get(page)).text)
      .to.include('相应的工作人员')
      .and.include('《行政诉讼法》第三条第三款');
    const [first] = await program.dataSource.manager.findBy(ProceedingNote, { applicationId: id });
    const entry = paths.proceedingEntry(id, '诉讼案', 'attendance', first!.entry);
    const kept = await legal.submit(entry, entry, { on: '2026-11-02', who: 'head', why: '' });
    expect(kept.status, kept.text).to.equal(303);
    const changed = (await legal.get(page)).text;
    expect(changed).to.include('行政机关负责人').and.include('更改（有变动记录）').and.not.include('出差');
    expect((await legal.get(entry)).text).to.include('出差');
    await legal.submit(entry, entry, { do: 'strike' });
    expect((await legal.get(page)).text).to.include('还没有登记出庭、参加听证的情况');
    expect(await program.dataSource.manager.countBy(ProceedingNote, { applicationId: id })).to.equal(3);
    expect((await legal.get(paths.proceedingNote(id, '诉讼案', 'nonsense'))).status).to.equal(404);
  });

  it('say what a new reply may not be, and collect the reasons for the year', async () => {
    const lost: Act[] = [
      accepted('败案', '2026-09-01'),
      copied('败案', '2026-09-02', 'ordinary'),
      { type: 'reconsideration.answered', on: on('2026-09-08'), id: '败案' },
      { type: 'reconsideration.decided', on: on('2026-09-20'), id: '败案', result: 'revoked' },
    ];
    const id = await opened(...lost);
    const page = paths.proceeding(id, '败案');
    expect((await legal.get(page)).text).to.include('没有登记责令重新答复');
    await program.application
      .get(Door, { strict: false })
      .perform(
        id,
        { type: 'redo.ordered', on: on('2026-09-21'), id: '败案', workdays: 15, ground: 'substance' },
        { actor: { kind: 'person', name: '赵法制', roles }, officeIds: [program.district.id] },
      );
    expect((await legal.get(page)).text)
      .to.include('不得以同一事实和理由')
      .and.include('第六十四条第二款')
      .and.include(paths.case(id));
    const handler = await program.signedIn(['handler'], { loginName: 'chonglai' });
    expect((await handler.get(paths.act(id, 'reply.drafted'))).text)
      .to.include('不得以同一事实和理由再次作出')
      .and.include('《行政复议法》第六十四条第二款');
    const form = paths.proceedingNote(id, '败案', 'lossReason');
    expect((await legal.get(paths.appealReview)).text).to.include('还没有登记败因');
    await legal.submit(form, form, { reason: 'searchInsufficient', says: '检索范围过窄' });
    const review = (await legal.get(`${paths.appealReview}?year=2026`)).text;
    expect(review).to.include('检索不充分').and.include('写明检索的范围').and.include('测试区人民政府');
    expect((await legal.get(`${paths.appealReview}?year=2025`)).text).to.include('没有审结的复议、诉讼');
  });

  it('are closed to those whose work it is not', async () => {
    const id = await opened(accepted('案', '2026-09-22'));
    const clerk = await program.signedIn(['clerk']);
    expect((await clerk.get(paths.remedies)).status).to.equal(403);
    const handler = await program.signedIn(['handler']);
    expect((await handler.get(paths.proceeding(id, '案'))).status).to.equal(200);
    expect((await handler.get(paths.appealNotice)).status).to.equal(403);
    expect((await handler.get(paths.proceedingNote(id, '案', 'contact'))).status).to.equal(403);
    const town = await program.signedIn(['legal'], { officeCode: 'CS-YL' });
    expect((await town.get(paths.proceeding(id, '案'))).status).to.equal(404);
    expect((await town.get(paths.remedies)).text).to.include('没有等待答复举证的复议、诉讼');
  });
});
