import { expect } from 'chai';
import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { paths } from '../../src/web/paths.js';
import { type LegalDesk, legalDeskOn } from '../support/legal-desk.js';
import type { Visitor } from '../support/visitor.js';

const on = localDate;
const ORGAN = '测府复〔2026〕5号';

const refusal = { outcome: 'deliberative', reasons: '属于磋商信函，公开会影响正常磋商。' } as const;
const refused: readonly [Act, ...Act[]] = [
  { type: 'application.received', on: on('2026-08-03'), channel: 'counter' },
  { type: 'application.registered', on: on('2026-08-03') },
  { type: 'reply.drafted', on: on('2026-08-07'), ...refusal },
  { type: 'reply.reviewed', on: on('2026-08-07'), passed: 'yes' },
  { type: 'reply.signed', on: on('2026-08-10'), note: '同意。' },
  { type: 'reply.issued', on: on('2026-08-10'), ...refusal },
  { type: 'reply.served', on: on('2026-08-10'), how: 'counter', receivedBy: '申请人本人' },
];

describe('what the pages say around a decision on the reply', function () {
  this.timeout(60_000);
  let legal: Visitor;
  let desk: LegalDesk;

  legalDeskOn('2026-09-28', (given) => {
    desk = given;
    ({ legal } = given);
  });

  const opened = async (...acts: Act[]): Promise<string> => (await desk.opened([...refused, ...acts])).id;
  const page = async (id: string): Promise<string> => (await legal.get(paths.case(id))).text;
  const accepted: Act = { type: 'reconsideration.accepted', on: on('2026-09-01'), id: ORGAN };
  const decided = (result: 'upheld' | 'revoked'): Act => ({
    type: 'reconsideration.decided',
    on: on('2026-09-20'),
    id: ORGAN,
    result,
  });

  it('ask what a decision that quashed has ordered, until the order is on record', async () => {
    const id = await opened(accepted, decided('revoked'));
    const asked = '由法制核对复议决定是否责令重新答复';
    expect(await page(id)).to.include(asked);
    const todo = (await legal.get(paths.desk)).text;
    expect(todo).to.include(`${paths.act(id, 'redo.ordered')}?matter=`);
    await desk.door.perform(
      id,
      { type: 'redo.ordered', on: on('2026-09-21'), id: ORGAN, workdays: 20 },
      desk.by,
    );
    const redone = await page(id);
    expect(redone).to.not.include(asked).and.not.include('材料不齐');
    expect(redone).to.include('由承办人重新审查并拟制答复');
    const handler = await desk.program.signedIn(['handler']);
    const draft = (await handler.get(paths.act(id, 'reply.drafted'))).text;
    expect(draft).to.include('不得以同一事实和理由').and.not.include(refusal.reasons);
  });

  it('take the word that nothing was ordered, with the text of the decision, and let the case end', async () => {
    const id = await opened(accepted, decided('revoked'));
    const clerk = await desk.program.signedIn(['clerk']);
    const closing = await clerk.submit(
      paths.act(id, 'application.closed'),
      paths.act(id, 'application.closed'),
      {
        on: '2026-09-28',
      },
    );
    expect(closing.text).to.include('还没有核对').and.include('不能办结');
    const form = `${paths.act(id, 'redo.notOrdered')}?matter=${encodeURIComponent(ORGAN)}`;
    expect(await page(id)).to.include(paths.act(id, 'redo.notOrdered'));
    const said = { on: '2026-09-28', id: ORGAN, says: '撤销测试区人民政府办公室作出的答复。' };
    const empty = await legal.submit(form, paths.act(id, 'redo.notOrdered'), { ...said, says: '' });
    expect(empty.status).to.equal(422);
    expect((await legal.submit(form, paths.act(id, 'redo.notOrdered'), said)).status).to.equal(303);
    expect(await page(id)).to.not.include('由法制核对复议决定是否责令重新答复');
    expect((await legal.get(paths.proceeding(id, ORGAN))).text).to.include(`主文：${said.says}`);
  });

  it('wait for the court after a decision that upheld, and for the organ before it', async () => {
    expect(await page(await opened(accepted, decided('upheld')))).to.include(
      '等起诉期满，或者申请人提起诉讼',
    );
    const copied: Act = {
      type: 'reconsideration.copyReceived',
      on: on('2026-09-02'),
      id: ORGAN,
      procedure: 'ordinary',
    };
    const answered: Act = { type: 'reconsideration.answered', on: on('2026-09-08'), id: ORGAN };
    expect(await page(await opened(accepted, copied, answered))).to.include('等复议决定');
  });

  it('tell of the time for appeal after a judgment, and of 复议前置 again once the reply was given anew', async () => {
    const id = await opened(accepted, decided('revoked'));
    const number = '（2026）测行初8号';
    const act = (one: Act) => desk.door.perform(id, one, desk.by);
    await act({ type: 'redo.ordered', on: on('2026-09-21'), id: ORGAN, workdays: 20 });
    const anew = { outcome: 'internalAffairs', reasons: '属于人事管理信息，公开会影响内部管理。' } as const;
    await act({ type: 'reply.drafted', on: on('2026-09-22'), ...anew });
    await act({ type: 'reply.reviewed', on: on('2026-09-22'), passed: 'yes' });
    await act({ type: 'reply.signed', on: on('2026-09-22'), note: '同意。' });
    await act({ type: 'reply.issued', on: on('2026-09-22'), ...anew });
    await act({ type: 'reply.served', on: on('2026-09-22'), how: 'counter', receivedBy: '申请人本人' });
    const form = (await legal.get(`${paths.appealNoticeOf(id)}&kind=suit`)).text;
    expect(form)
      .to.include('复议前置')
      .and.match(/value="direct"[^>]*checked/);
    await act({ type: 'suit.served', on: on('2026-09-24'), id: number, route: 'direct' });
    expect(await page(id)).to.include('由法制提交答辩状和证据');
    await act({ type: 'suit.answered', on: on('2026-09-25'), id: number });
    await act({
      type: 'suit.judged',
      on: on('2026-09-28'),
      id: number,
      result: 'suitRejected',
      form: 'ruling',
    });
    expect(await page(id)).to.include('等上诉期满，或者当事人上诉');
  });

  it('tell of 复议前置 before a suit is recorded, and plead it after', async () => {
    const id = await opened();
    const suit = `${paths.appealNoticeOf(id)}&kind=suit`;
    const form = (await legal.get(suit)).text;
    expect(form).to.include('复议前置').and.include('《行政复议法》第二十三条第一款第（四）项');
    const number = '（2026）测行初7号';
    const asked = { id: number, receivedOn: '2026-09-24', route: 'direct' };
    expect((await legal.submit(suit, paths.appealNotice, asked)).status).to.equal(303);
    expect((await legal.get(paths.proceeding(id, number))).text).to.include('可以提出的抗辩');
    const recorded = await page(id);
    expect(recorded).to.include('可以抗辩').and.not.include('程序瑕疵');
    const reviewed = await opened(accepted, decided('upheld'));
    expect((await legal.get(`${paths.appealNoticeOf(reviewed)}&kind=suit`)).text).to.not.include('复议前置');
  });

  it('ask first that a suit not be heard, by what the record proves against it', async () => {
    const request = async (id: string, route: string): Promise<string> => {
      const number = `（2026）测行初${route === 'direct' ? 8 : 9}号`;
      const form = `${paths.appealNoticeOf(id)}&kind=suit`;
      const asked = { id: number, receivedOn: '2026-09-24', route };
      expect((await legal.submit(form, paths.appealNotice, asked)).status).to.equal(303);
      return (await legal.get(paths.filing(id, number, 'answer'))).text;
    };
    const passedOver = await request(await opened(), 'direct');
    expect(passedOver).to.match(/请依法裁定驳回原告的起诉（[^）]*第六十九条第一款）。不驳回起诉的，/);
    const quashed = await request(await opened(accepted, decided('revoked')), 'afterReconsideration');
    expect(quashed)
      .to.match(/本机关不是适格被告，.*裁定驳回起诉（[^）]*第二十六条第一款）/)
      .and.include('复议决定撤销了本机关的答复')
      .and.not.include('证据确凿');
  });
});
