import { expect } from 'chai';
import { Door } from '../../src/casework/door.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { letterKinds } from '../../src/domain/letter/register.js';
import { roles } from '../../src/domain/office/role.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { setClock } from '../../src/infrastructure/today.js';
import { wordingText } from '../../src/letters/wordings.js';
import { LetterRecord } from '../../src/records/paper/letter.js';
import { LetterWording } from '../../src/records/paper/letter-wording.js';
import { OfficeRecord } from '../../src/records/office/office.js';
import { paths, withQuery } from '../../src/web/paths.js';
import { received, registered } from '../support/cases.js';
import { failureOf } from '../support/failure.js';
import { openProgram, type Program } from '../support/program.js';
import type { Arrived, Visitor } from '../support/visitor.js';

const kind = 'reply.granted';
const page = paths.wording(kind);
const changed = wordingText(kind).replace('现提供如下', '现将所申请的信息提供如下');

describe('wordings of letters', () => {
  let program: Program;
  let admin: Visitor;

  beforeEach(async () => {
    setClock(() => new Date('2026-03-27T03:00:00Z'));
    program = await openProgram();
    const { district, department, dataSource } = program;
    const told = {
      phone: '010-1',
      address: '某某路1号',
      letterMark: '测政公开',
      government: '测试区人民政府',
    };
    for (const { id } of [district, department]) await dataSource.manager.update(OfficeRecord, { id }, told);
    admin = await program.signedIn(['admin']);
  });

  afterEach(async () => {
    setClock();
    await program.close();
  });

  const keep = (visitor: Visitor, fields: Record<string, string>, at = page): Promise<Arrived> =>
    visitor.submit(at, page, { effectiveFrom: '2026-03-27', note: '按领导意见', ...fields });

  async function issuedIn(office: OfficeRecord): Promise<LetterRecord> {
    const acts: [Act, ...Act[]] = [
      received('2026-03-02'),
      registered('2026-03-02'),
      { type: 'reply.drafted', on: localDate('2026-03-26'), outcome: 'granted', provided: '复印件一份' },
      { type: 'reply.signed', on: localDate('2026-03-26') },
    ];
    const opening = {
      officeId: office.id,
      applicantKind: 'naturalPerson' as const,
      applicantName: '张三丰',
      content: '某路征地批复',
    };
    const by = { actor: { kind: 'person' as const, name: '王经办', roles }, officeIds: [office.id] };
    const { application } = await new Door(program.dataSource).open(opening, acts, by);
    const clerk = await program.signedIn(['clerk'], { officeCode: office.code });
    const issued = await clerk.submit(paths.replyLetter(application.id), paths.replyLetter(application.id));
    expect(issued.status).to.equal(303);
    const id = issued.location.split('/').at(-1) ?? '';
    return program.dataSource.manager.findOneByOrFail(LetterRecord, { id });
  }

  it('are listed by kind, and tell whose they are', async () => {
    const { text } = await admin.get(paths.wordings);
    for (const one of letterKinds) expect(text, one).to.include(`href="${paths.wording(one)}?office=CS-ZFB"`);
    await keep(admin, { text: changed });
    expect((await admin.get(paths.wordings)).text).to.include('本机关第 1 版，2026年3月27日起');
    const below = withQuery(paths.wordings, { office: 'CS-SFJ' });
    expect((await admin.get(below)).text).to.include('沿用区政府办第 1 版');
  });

  it('hold from their day on; what is issued stays under its own', async () => {
    const before = await issuedIn(program.district);
    await keep(admin, { text: changed, effectiveFrom: '2026-03-30' });
    const meanwhile = await issuedIn(program.district);
    setClock(() => new Date('2026-03-30T03:00:00Z'));
    const after = await issuedIn(program.district);
    const below = await issuedIn(program.department);
    const [version] = await program.dataSource.manager.find(LetterWording);
    expect([before, meanwhile, after, below].map(({ wordingId }) => wordingId)).to.deep.equal([
      null,
      null,
      version?.id,
      version?.id,
    ]);
    expect(JSON.stringify(after.blocks)).to.include('现将所申请的信息提供如下');
    expect(JSON.stringify(meanwhile.blocks)).not.to.include('现将所申请的信息');
  });

  it('are added and never overwritten; the office’s own go before those above, and can be ended', async () => {
    await keep(admin, { text: changed });
    const own = changed.replace('现将所申请', '兹将所申请');
    const atDepartment = withQuery(page, { office: 'CS-SFJ' });
    await keep(admin, { text: own }, atDepartment);
    expect(JSON.stringify((await issuedIn(program.department)).blocks)).to.include('兹将所申请');
    expect(JSON.stringify((await issuedIn(program.district)).blocks)).to.include('现将所申请');
    await admin.submit(atDepartment, paths.wordingEnd(kind), { endsOn: '2026-03-27' });
    expect(JSON.stringify((await issuedIn(program.department)).blocks)).to.include('现将所申请');
    const versions = await program.dataSource.manager.find(LetterWording);
    expect(versions).to.have.length(3);
    const change = program.dataSource.manager.update(LetterWording, { id: versions[0]?.id }, { note: '改' });
    expect(String(await failureOf(change))).to.match(/only ever added/);
  });

  it('show what differs from the version before', async () => {
    await keep(admin, { text: changed });
    const { text } = await admin.get(page);
    const [, version = ''] = /href="(\/admin\/wordings\/versions\/[0-9a-f-]+)"/.exec(text) ?? [];
    const shown = await admin.get(version);
    expect(shown.text)
      .to.include('与系统措辞的不同')
      .and.match(/<ins>.*将所申请的信息.*<\/ins>/);
    const sample = await admin.get(`${version}/sample`);
    expect(sample.headers.get('content-type')).to.equal('application/pdf');
  });

  it('are tried on invented facts before they are kept', async () => {
    const token = /name="_csrf" value="([^"]+)"/.exec((await admin.get(page)).text)?.[1] ?? '';
    const tried = await admin.post(paths.wordingSample(kind), { _csrf: token, text: changed });
    expect(tried.headers.get('content-type')).to.equal('application/pdf');
    const refused = await admin.post(paths.wordingSample(kind), { _csrf: token, text: '{{收到曰期}}' });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('没有名为“收到曰期”的内容');
    expect(await program.dataSource.manager.count(LetterWording)).to.equal(0);
  });

  const base = wordingText(kind);
  const faults: [string, string, string][] = [
    ['an unknown name', `${base}\n{{收到曰期}}`, '第 8 行：没有名为“收到曰期”的内容，请核对名称。'],
    ['a fact of other letters', `${base}\n{{应缴金额}}`, '这种文书没有“应缴金额”，请删去。'],
    ['a required fact left out', base.replace('{{> remedies}}', ''), '没有写到“救济途径”，请补上'],
    [
      'a required fact behind a condition',
      base.replace('{{> remedies}}', '{{如有 机关电话}}{{救济途径}}{{完}}'),
      '也不能只写在某个条件里',
    ],
    [
      'a fact that may be missing',
      `${base}\n{{负责公开的机关及联系方式}}`,
      '“负责公开的机关及联系方式”不是每件都有。',
    ],
    ['code of templates', `${base}\n<% process.exit() %>`, '“<%”是程序或者网页的写法'],
    ['code of scripts', `${base}\n\${1 + 1}`, '“${”是程序或者网页的写法'],
    ['markup of web pages', `${base}\n<script>alert(1)</script>`, '是程序或者网页的写法'],
    ['a brace left open', `${base}\n{{收到日期`, '“{{”和“}}”没有成对'],
    ['remedies in its own words', `${base}\n如果对本答复不服，可以找我们。`, '救济途径与答复种类不符'],
    ['a sign that cannot be printed', `${base}\n𠀀`, 'U+20000'],
  ];
  for (const [name, text, says] of faults) {
    it(`are refused with a sentence: ${name}`, async () => {
      const refused = await keep(admin, { text });
      expect(refused.status).to.equal(422);
      expect(unescaped(refused.text)).to.include(says);
      expect(await program.dataSource.manager.count(LetterWording)).to.equal(0);
    });
  }

  it('begin no earlier than today, and keep what was typed', async () => {
    const refused = await keep(admin, { text: changed, effectiveFrom: '2026-03-26' });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('启用日期不能早于今天').and.include('现将所申请的信息提供如下');
  });

  it('tell the second of two people at once that the first was quicker', async () => {
    const second = await program.signedIn(['admin']);
    const token = /name="_csrf" value="([^"]+)"/.exec((await second.get(page)).text)?.[1] ?? '';
    await keep(admin, { text: changed });
    const fields = { _csrf: token, office: 'CS-ZFB', last: '0', text: changed };
    const late = await second.post(page, { ...fields, effectiveFrom: '2026-03-27', note: '改' });
    expect(late.status).to.equal(422);
    expect(late.text).to.include('刚刚保存了第 1 版').and.include('name="last" value="1"');
  });

  it('of another office are neither read nor changed', async () => {
    await keep(admin, { text: changed });
    const [version] = await program.dataSource.manager.find(LetterWording);
    const stranger = await program.signedIn(['admin'], { officeCode: 'CS-SFJ' });
    expect((await stranger.get(withQuery(page, { office: 'CS-ZFB' }))).status).to.equal(404);
    expect((await stranger.get(paths.wordingVersion(version?.id ?? ''))).status).to.equal(404);
    expect((await stranger.get(paths.wordingVersionSample(version?.id ?? ''))).status).to.equal(404);
    const token = /name="_csrf" value="([^"]+)"/.exec((await stranger.get(page)).text)?.[1] ?? '';
    const fields = { _csrf: token, office: 'CS-ZFB', last: '1', text: base, note: '改' };
    const foreign = await stranger.post(page, { ...fields, effectiveFrom: '2026-03-27' });
    expect(foreign.status).to.equal(404);
    const clerk = await program.signedIn(['clerk', 'head', 'legal']);
    expect((await clerk.get(page)).status).to.equal(403);
    expect(await program.dataSource.manager.count(LetterWording)).to.equal(1);
  });
});

const unescaped = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
