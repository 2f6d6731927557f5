import { expect } from 'chai';
import { Door } from '../../src/casework/door.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { setClock } from '../../src/infrastructure/today.js';
import { Reminding } from '../../src/reminders/reminding.js';
import { received, registered } from '../support/cases.js';
import { openProgram, type Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

const SETTINGS = '/reminders/settings';

describe('提醒', () => {
  let program: Program;
  let handler: Visitor;

  beforeEach(async () => {
    setClock(() => new Date('2026-11-23T02:00:00Z'));
    program = await openProgram();
    handler = await program.signedIn(['handler'], { loginName: 'chengban' });
    const { id: officeId } = program.district;
    await program.application.get(Door).open(
      {
        ...{ officeId, applicantKind: 'naturalPerson', applicantName: '张三丰' },
        content: '某某路道路改造工程的征地批复文件',
      },
      [received('2026-11-02'), registered('2026-11-02')],
      { actor: { kind: 'person', name: '王登记', roles: ['clerk'] }, officeIds: [officeId] },
    );
    await new Reminding(program.dataSource).sweepOnce(localDate('2026-11-23'));
  });
  afterEach(async () => {
    await program.close();
    setClock();
  });

  it('stand in the inbox with their number in the navigation, until they are read', async () => {
    const { text } = await handler.get('/reminders');
    expect(text).to.contain('2026-00001').and.to.contain('答复期限').and.to.contain('1 条未读');
    const [action = ''] = /\/reminders\/[\da-f-]{36}\/read/.exec(text) ?? [];
    expect((await handler.submit('/reminders', action)).status).to.equal(303);
    expect((await handler.get('/reminders')).text)
      .to.contain('已读')
      .and.not.to.contain('条未读');
    const other = await program.signedIn(['handler']);
    expect((await other.get('/reminders')).text).to.contain('没有提醒');
    const foreign = await other.get(SETTINGS);
    const token = /name="_csrf" value="([^"]+)"/.exec(foreign.text)?.[1] ?? '';
    expect((await other.post(action, { _csrf: token })).status).to.equal(404);
  });

  it('go to a mail address that is one', async () => {
    const wrong = await handler.submit(SETTINGS, `${SETTINGS}/mail`, { email: 'chengban' });
    expect(wrong.status).to.equal(422);
    expect(wrong.text).to.contain('电子邮箱的格式不正确');
    const right = await handler.submit(SETTINGS, `${SETTINGS}/mail`, { email: 'chengban@example.gov.cn' });
    expect(right.status).to.equal(303);
    expect((await handler.get(SETTINGS)).text).to.contain('value="chengban@example.gov.cn"');
    await handler.submit(SETTINGS, `${SETTINGS}/mail`, { email: '' });
    expect((await handler.get(SETTINGS)).text).not.to.contain('chengban@example.gov.cn');
  });

  it('come as a calendar at an address that nobody guesses and that can be withdrawn', async () => {
    const address = async () => /\/feeds\/[\w-]{43}\.ics/.exec((await handler.get(SETTINGS)).text)?.[0] ?? '';
    await handler.submit(SETTINGS, `${SETTINGS}/feed`);
    const first = await address();
    const visitor = program.visitor();
    const feed = await visitor.get(first);
    expect(feed.status).to.equal(200);
    expect(feed.headers.get('content-type')).to.equal('text/calendar; charset=utf-8');
    expect(feed.text)
      .to.contain('SUMMARY:2026-00001 答复期限')
      .and.to.contain('DTSTART;VALUE=DATE:20261130')
      .and.not.to.contain('张三丰')
      .and.not.to.contain('征地');
    await handler.submit(SETTINGS, `${SETTINGS}/feed`);
    const next = await address();
    expect(next).not.to.equal(first);
    expect((await visitor.get(first)).status).to.equal(404);
    await handler.submit(SETTINGS, `${SETTINGS}/feed/end`);
    expect((await visitor.get(next)).status).to.equal(404);
    expect((await visitor.get('/feeds/x.ics')).status).to.equal(404);
  });

  it('show in the feed only what the person sees', async () => {
    const below = await program.signedIn(['handler'], { officeCode: 'CS-SFJ' });
    await below.submit(SETTINGS, `${SETTINGS}/feed`);
    const [address = ''] = /\/feeds\/[\w-]{43}\.ics/.exec((await below.get(SETTINGS)).text) ?? [];
    expect((await below.get(address)).text)
      .to.contain('VCALENDAR')
      .and.not.to.contain('VEVENT');
  });
});
