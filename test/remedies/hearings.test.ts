import { expect } from 'chai';
import { Door } from '../../src/casework/door.js';
import type { Act } from '../../src/domain/acts/acts.js';
import type { Actor } from '../../src/domain/application/authority.js';
import { roles } from '../../src/domain/office/role.js';
import { AccountRecord } from '../../src/records/person/account.js';
import { feedOf } from '../../src/reminders/feed.js';
import { paths } from '../../src/web/paths.js';
import { addCase, daysAgo, repliedAndServed } from '../support/pages.js';
import { type Program, openProgram } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

const NUMBER = '（2026）测行初9号';

describe('hearings and appeals in the calendar of a person', function () {
  this.timeout(30_000);
  let program: Program;
  let legal: Visitor;
  let page: string;
  let form: string;
  let caseId: string;

  before(async () => {
    program = await openProgram();
    legal = await program.signedIn(['legal'], { loginName: 'fazhi' });
    await program.signedIn(['handler'], { loginName: 'chengban' });
    const { id } = await addCase(program, repliedAndServed);
    caseId = id;
    await perform({ type: 'suit.served', on: daysAgo(0), id: NUMBER, route: 'direct' });
    page = paths.proceeding(id, NUMBER);
    form = paths.proceedingNote(id, NUMBER, 'hearing');
  });

  after(() => program.close());

  const perform = (act: Act) =>
    program.application.get(Door, { strict: false }).perform(caseId, act, {
      actor: { kind: 'person', name: '赵法制', roles },
      officeIds: [program.district.id],
    });

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

  it('leave out what an old ledger calls pending', async () => {
    const received = { type: 'application.received', on: daysAgo(60), channel: 'counter' } as const;
    const open = async (actor: Actor, source: { source: 'ledger' } | object): Promise<string> => {
      const { application } = await program.application.get(Door, { strict: false }).open(
        {
          officeId: program.district.id,
          applicantKind: 'naturalPerson',
          applicantName: '张三丰',
          content: '征地批复',
        },
        [
          { ...received, ...source },
          { type: 'application.registered', on: daysAgo(60), ...source },
        ],
        { actor, officeIds: [program.district.id] },
      );
      return application.id;
    };
    const typed = await open({ kind: 'person', name: '王经办', roles }, {});
    const left = await open({ kind: 'ledger', name: '台账' }, { source: 'ledger' });
    expect(await feedFor('fazhi'))
      .to.include(typed)
      .and.not.include(left);
  });

  it('are followed by the last day on which either side may appeal (行政诉讼法第八十五条)', async () => {
    expect(await feedFor('fazhi')).to.not.include('对判决上诉的期限');
    const judged = { type: 'suit.judged', on: daysAgo(0), id: NUMBER } as const;
    await perform({ ...judged, result: 'claimsRejected', form: 'judgment' });
    const window = (await feedFor('fazhi')).split('BEGIN:VEVENT').filter((one) => one.includes('对判决上诉'));
    expect(window).to.have.length(1);
    expect(window[0]).to.include('《行政诉讼法》第八十五条').and.not.include('已超期');
    await perform({ type: 'suit.finallyJudged', on: daysAgo(0), id: NUMBER, result: 'claimsRejected' });
    expect(await feedFor('fazhi')).to.not.include('对判决上诉的期限');
  });
});
