import { expect } from 'chai';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { paths, withQuery } from '../../src/web/paths.js';
import { addCase, daysAgo } from '../support/pages.js';
import { openProgram, type Program } from '../support/program.js';

describe('several cases at once', () => {
  let program: Program;
  beforeEach(async () => {
    program = await openProgram();
  });
  afterEach(() => program.close());

  const row = (id: string) => program.dataSource.manager.findOneByOrFail(ApplicationRecord, { id });
  const accountId = async (loginName: string): Promise<string> => {
    const rows: { id: string }[] = await program.dataSource.query(
      'SELECT id FROM accounts WHERE "loginName" = $1',
      [loginName],
    );
    return rows[0]?.id ?? '';
  };
  const ticked = ({ id, version }: ApplicationRecord): string => `${id}.${version}`;
  const extension = (cases: readonly ApplicationRecord[]): string =>
    withQuery(paths.bulk, { act: 'period.extended', case: cases.map(ticked) });

  describe('领取下一件', () => {
    it('gives the handler the case that falls due first, and each of two another', async () => {
      const later = await addCase(program, [], { receivedDaysAgo: 2 });
      const sooner = await addCase(program, [], { receivedDaysAgo: 12 });
      const [one, other] = [
        await program.signedIn(['handler'], { loginName: 'yi' }),
        await program.signedIn(['handler'], { loginName: 'er' }),
      ];
      const [first, second] = [
        await one.submit(paths.desk, paths.takeNext),
        await other.submit(paths.desk, paths.takeNext),
      ];
      expect([first.location, second.location]).to.deep.equal([paths.case(sooner.id), paths.case(later.id)]);
      expect((await one.follow(first)).text).to.contain('已领取');
      expect((await row(sooner.id)).handlerAccountId).to.equal(await accountId('yi'));
      expect((await row(later.id)).handlerAccountId).to.equal(await accountId('er'));
      const none = await one.post(paths.takeNext, tokenOf((await one.get(paths.desk)).text));
      expect((await one.follow(none)).text).to.contain('没有待领取的申请');
    });

    it('gives the same case to no two who press at the same moment', async () => {
      for (let n = 0; n < 3; n += 1) await addCase(program);
      const visitors = await Promise.all(
        ['a', 'b', 'c'].map((name) => program.signedIn(['handler'], { loginName: `p-${name}` })),
      );
      const taken = await Promise.all(visitors.map((visitor) => visitor.submit(paths.desk, paths.takeNext)));
      expect(new Set(taken.map(({ location }) => location)).size).to.equal(3);
    });

    it('is not for those who do not handle, and takes nothing of another office', async () => {
      await addCase(program, [], { officeId: program.town.id });
      const clerk = await program.signedIn(['clerk']);
      const { text } = await clerk.get(paths.desk);
      expect(text).not.to.contain('领取下一件');
      expect((await clerk.post(paths.takeNext, tokenOf(text))).status).to.equal(403);
      const handler = await program.signedIn(['handler']);
      const none = await handler.post(paths.takeNext, tokenOf((await handler.get(paths.desk)).text));
      expect(none.location).to.equal(paths.desk);
    });

    it('lets a handler assign to himself alone', async () => {
      const { id } = await addCase(program);
      const handler = await program.signedIn(['handler'], { loginName: 'ziji' });
      await program.signedIn(['handler'], { loginName: 'bieren' });
      const act = paths.act(id, 'application.assigned');
      expect((await handler.get(act)).text)
        .to.contain('ziji')
        .and.not.to.contain('bieren');
      const refused = await handler.submit(act, act, {
        do: 'perform',
        on: daysAgo(0),
        handler: await accountId('bieren'),
      });
      expect(refused.status).to.equal(422);
      expect((await row(id)).handlerAccountId).to.equal(null);
    });
  });

  describe('批量办理', () => {
    it('assigns what was ticked to one handler', async () => {
      const cases = [await addCase(program), await addCase(program)];
      await program.signedIn(['handler'], { loginName: 'chengban' });
      const clerk = await program.signedIn(['clerk']);
      const { text } = await clerk.get(`${paths.desk}?tab=office`);
      for (const one of cases) expect(text).to.contain(`value="${ticked(one)}"`);
      expect(text).to.contain('批量分办').and.not.to.contain('批量延长');
      const page = withQuery(paths.bulk, { act: 'application.assigned', case: cases.map(ticked) });
      const handler = await accountId('chengban');
      const result = await clerk.submit(page, paths.bulk, {
        case: cases.map(ticked),
        on: daysAgo(0),
        handler,
      });
      expect(result.status).to.equal(200);
      expect(result.text).to.contain('办成 2 件');
      for (const { id } of cases) expect((await row(id)).handlerAccountId).to.equal(handler);
    });

    it('extends each for itself: what is refused is told line by line and leaves the others done', async () => {
      const good = [await addCase(program), await addCase(program)];
      const late = await addCase(program, [], { receivedDaysAgo: 90 });
      const before = await addCase(program, [], { receivedDaysAgo: 1 });
      const head = await program.signedIn(['head']);
      const all = [...good, late, before];
      const page = extension(all);
      const typed = { case: all.map(ticked), on: daysAgo(2), workdays: '5', why: '需要核实' };
      const { text } = await head.submit(page, paths.bulk, typed);
      expect(text).to.contain('办成 2 件，没有办成 2 件');
      expect(text).to.contain('会记下程序瑕疵').and.to.contain('早于“收到申请”');
      expect(text).to.match(/答复期限 \d{4}年\d+月\d+日 → /);
      for (const { id, replyDueOn } of good) expect((await row(id)).replyDueOn).not.to.equal(replyDueOn);
      for (const { id, version } of [late, before]) expect((await row(id)).version).to.equal(version);
      // Sent once more, as by a second press: what was done refuses by its version.
      const again = await head.submit(page, paths.bulk, typed);
      expect(again.text).to.contain('办成 0 件').and.to.contain('您选中以后本件已有变动');
    });

    it('keeps what was typed, and asks to tick something first', async () => {
      const one = await addCase(program);
      const head = await program.signedIn(['head']);
      const refused = await head.submit(extension([one]), paths.bulk, { workdays: '五', why: '需要核实' });
      expect(refused.status).to.equal(422);
      expect(refused.text).to.contain('需要核实').and.to.contain('之间的整数').and.to.contain(ticked(one));
      const nothing = await head.get(extension([]));
      expect((await head.follow(nothing)).text).to.contain('还没有选中申请');
    });

    it('is closed to roles that may not, to other acts and to other offices', async () => {
      const one = await addCase(program);
      const clerk = await program.signedIn(['clerk']);
      expect((await clerk.get(extension([one]))).status).to.equal(403);
      const closing = withQuery(paths.bulk, { act: 'application.closed', case: [ticked(one)] });
      expect((await clerk.get(closing)).status).to.equal(400);
      expect((await (await program.signedIn(['handler'])).get(extension([one]))).status).to.equal(403);
      const town = await program.signedIn(['head'], { officeCode: 'CS-YL' });
      const typed = { case: ticked(one), on: daysAgo(0), workdays: '5' };
      expect((await town.submit(extension([one]), paths.bulk, typed)).text).to.contain('没有找到这件申请');
      expect((await row(one.id)).version).to.equal(one.version);
    });
  });
});

const tokenOf = (text: string): Record<string, string> => ({
  _csrf: /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '',
});
