import { expect } from 'chai';
import { setClock } from '../../src/infrastructure/today.js';
import { expectToHold } from '../support/held-pages.js';
import { programWithLedgers } from '../support/laid-ledgers.js';
import { csv } from '../support/ledger-office.js';
import type { Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

/** Concluded in the third quarter of 2026: three in time, one late, one in another quarter. */
const ofDepartment = csv([
  { 编号: 'C-1', 收到日期: '2026-07-01', 答复日期: '2026-07-15' },
  { 编号: 'C-2', 收到日期: '2026-07-02', 答复日期: '2026-07-16' },
  { 编号: 'C-3', 收到日期: '2026-07-03', 答复日期: '2026-07-17' },
  { 编号: 'C-4', 收到日期: '2026-07-06', 答复日期: '2026-09-15' },
  { 编号: 'C-5', 收到日期: '2026-04-01', 答复日期: '2026-04-20' },
]);

const items = [
  ...['receipt', 'correction', 'consultation', 'extension', 'outcome'],
  ...['reasons', 'search', 'remedies', 'service', 'archive'],
];
const allGood = Object.fromEntries(items.map((id) => [`item.${id}`, 'good']));

describe('self-checks of files', function () {
  this.timeout(90_000);
  let program: Program;
  let legal: Visitor;
  let check: string;

  programWithLedgers('2026-10-12', { department: ofDepartment }, async (opened) => {
    program = opened;
    legal = await program.signedIn(['legal', 'head'], { loginName: 'fazhi', officeCode: 'CS-SFJ' });
  });

  const numbersIn = (page: string): string[] =>
    [...page.matchAll(/files\/[^"]*">(C-\d)</g)].map(([, number = '']) => number);
  const draw = async (fields: Record<string, string>): Promise<string> => {
    const drawn = await legal.submit('/self-checks/new', '/self-checks/new', { wanted: '3', ...fields });
    expect(drawn.status, drawn.text).to.equal(303);
    return drawn.location;
  };

  it('is owed by the desk until it is handed in', async () => {
    const { text } = await legal.get('/desk');
    expect(text).to.contain('2026年第3季度：报送季度自查报告').and.to.contain('2026年10月15日');
    setClock(() => new Date('2026-10-28T10:00:00+08:00'));
    const past = (await legal.get('/desk')).text;
    setClock(() => new Date('2026-10-12T10:00:00+08:00'));
    expect(past).to.contain('已过建议报送日 13 日').and.to.not.contain('已超期 13 日');
  });

  it('draws by a seed that draws the same again, or by a rule', async () => {
    check = await draw({ period: '2026-3', rule: 'random', seed: 'abc' });
    const first = numbersIn((await legal.get(check)).text);
    expect(first).to.have.length(3).and.to.not.include('C-5');
    const again = await draw({ period: '2026-year', rule: 'random', seed: 'abc', wanted: '200' });
    const whole = numbersIn((await legal.get(again)).text);
    expect(whole.filter((one) => one !== 'C-5').slice(0, 3)).to.deep.equal(first);
    const late = await draw({ period: '2026-year', rule: 'late' });
    expect(numbersIn((await legal.get(late)).text)).to.deep.equal(['C-4']);
    const file = /href="(\/self-checks\/[^"]*files[^"]*)"/.exec((await legal.get(late)).text)?.[1] ?? '';
    const { text } = await legal.get(file);
    expect(text).to.contain('才办理').and.to.contain('《条例》第三十三条第二款');
    const twice = await legal.submit('/self-checks/new', '/self-checks/new', {
      ...{ period: '2026-3', rule: 'random', wanted: '2' },
    });
    expect(twice.status).to.equal(422);
    expect(twice.text).to.contain('已经抽取过');
    const none = await legal.submit('/self-checks/new', '/self-checks/new', {
      ...{ period: '2026-2', rule: 'late', wanted: '2' },
    });
    expect(none.text).to.contain('没有符合条件的办结申请');
  });

  it('takes a result only where it agrees with what was found', async () => {
    const page = (await legal.get(check)).text;
    const [file = ''] = [...page.matchAll(/href="(\/self-checks\/[^"]*files[^"]*)"/g)].map(
      ([, at = '']) => at,
    );
    const wrong = await legal.submit(file, file, { ...allGood, 'item.reasons': 'faulty', result: 'good' });
    expect(wrong.status).to.equal(422);
    expect(wrong.text).to.contain('不能评为合格');
    const open = await legal.submit(file, file, { ...allGood, 'item.search': '', result: 'good' });
    expect(open.text).to.contain('请选择“信息不存在的');
    const early = await legal.post(check + '/submission', {});
    expect(early.status).to.equal(403);
  });

  it('is handed in when every file is reviewed, and then seen and received above', async () => {
    const district = await program.signedIn(['legal'], { loginName: 'qu' });
    expect((await district.get(check)).status).to.equal(404);
    const files = [...(await legal.get(check)).text.matchAll(/href="(\/self-checks\/[^"]*files[^"]*)"/g)];
    const before = await legal.submit(check, `${check}/submission`);
    expect(before.status).to.equal(422);
    expect(before.text).to.contain('还有 3 件没有评查');
    for (const [, file = ''] of files) {
      const codes = [...(await legal.get(file)).text.matchAll(/name="dismissed" value="([^"]*)"/g)];
      const dismissed = codes.map(([, code = '']) => code.replaceAll('&amp;', '&'));
      const sent = { ...allGood, dismissed, note: '台账导入，纸质材料齐全。', result: 'good' };
      const done = await legal.submit(file, file, sent);
      expect(done.status, done.text).to.equal(303);
    }
    await legal.submit(check, `${check}/words`, { problems: '说理偏短。', measures: '组织培训。' });
    expect((await legal.submit(check, `${check}/submission`)).status).to.equal(303);
    expect((await legal.get('/desk')).text).to.not.contain('第3季度');

    const list = (await district.get('/self-checks?year=2026')).text;
    expect(list).to.contain('已报送，待备案').and.to.contain('未报送');
    const seen = await district.get(check);
    expect(seen.text).to.contain('说理偏短。').and.to.contain('合格');
    expect((await legal.post(`${check}/receipt`, {})).status).to.equal(403);
    await district.submit(check, `${check}/receipt`);
    expect((await district.get('/self-checks?year=2026')).text).to.contain('已备案');
    for (const kind of ['pdf', 'docx']) {
      expect((await district.get(`${check}/export.${kind}`)).status).to.equal(200);
    }
    const clerk = await program.signedIn(['clerk'], { officeCode: 'CS-SFJ' });
    expect((await clerk.get(check)).status).to.equal(403);
    const town = await program.signedIn(['legal'], { officeCode: 'CS-YL' });
    expect((await town.get(check)).status).to.equal(404);
  });

  it('holds under axe and fits on phone and desk', async () => {
    const file = /href="(\/self-checks\/[^"]*files[^"]*)"/.exec((await legal.get(check)).text)?.[1] ?? '';
    await expectToHold(program, 'fazhi', ['/self-checks', '/self-checks/new', check, file, '/desk']);
  });
});
