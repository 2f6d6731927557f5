import { expect } from 'chai';
import { Door } from '../../src/casework/door.js';
import { roles } from '../../src/domain/office/role.js';
import { AccountRecord } from '../../src/records/account.js';
import { feedOf } from '../../src/reminders/feed.js';
import { paths } from '../../src/web/paths.js';
import { addCase, daysAgo, draftedAndSigned } from '../support/pages.js';
import { type Program, openProgram } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

const NUMBER = '（2026）测行初9号';

describe('hearings in the calendar of a person', function () {
  this.timeout(30_000);
  let program: Program;
  let legal: Visitor;
  let page: string;
  let form: string;

  before(async () => {
    program = await openProgram();
    legal = await program.signedIn(['legal'], { loginName: 'fazhi' });
    await program.signedIn(['handler'], { loginName: 'chengban' });
    const { id } = await addCase(program, [
      ...draftedAndSigned,
      { type: 'reply.issued', on: daysAgo(1), outcome: 'granted', provided: '复印件一份' },
      { type: 'reply.served', on: daysAgo(1), how: 'counter', receivedBy: '申请人本人' },
    ]);
    await program.application
      .get(Door, { strict: false })
      .perform(
        id,
        { type: 'suit.served', on: daysAgo(0), id: NUMBER, route: 'direct' },
        { actor: { kind: 'person', name: '赵法制', roles }, officeIds: [program.district.id] },
      );
    page = paths.proceeding(id, NUMBER);
    form = paths.proceedingNote(id, NUMBER, 'hearing');
  });

  after(() => program.close());

  const feedFor = async (loginName: string): Promise<string> => {
    const { manager } = program.dataSource;
    const account = await manager.findOneByOrFail(AccountRecord, { loginName });
    // Long lines of a calendar are folded.
    return (await feedOf(manager, account)).replaceAll('\r\n ', '');
  };

  it('show day, place and number, for those who see the case', async () => {
    const facts = { what: 'trial', on: daysAgo(-20), at: '9:30', place: '第三法庭' };
    expect((await legal.submit(form, form, facts)).status).to.equal(303);
    const feed = await feedFor('fazhi');
    expect(feed).to.include('开庭（9:30，第三法庭）').and.include(daysAgo(-20).replaceAll('-', ''));
    expect(feed).to.include(encodeURIComponent(NUMBER)).and.not.include('张三丰');
    expect(await feedFor('chengban')).to.not.include('第三法庭');
  });

  it('move when they are changed, and go when they are struck', async () => {
    const [, entry = ''] = /href="([^"]*\/notes\/hearing\/[^"]+)"/.exec((await legal.get(page)).text) ?? [];
    await legal.submit(entry, entry, { what: 'trial', on: daysAgo(-30), at: '9:30', place: '第五法庭' });
    expect(await feedFor('fazhi'))
      .to.include('第五法庭')
      .and.not.include('第三法庭');
    await legal.submit(entry, entry, { do: 'strike' });
    expect(await feedFor('fazhi')).to.not.include('第五法庭');
  });
});
