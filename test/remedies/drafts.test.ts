import { expect } from 'chai';
import { Door } from '../../src/casework/door.js';
import { roles } from '../../src/domain/office/role.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { setClock } from '../../src/infrastructure/today.js';
import type { ApplicationRecord } from '../../src/records/application/application.js';
import { OfficeRecord } from '../../src/records/office/office.js';
import { paths } from '../../src/web/paths.js';
import { readPdf } from '../support/pdf-text.js';
import { type Program, openProgram } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';
import { REVIEW, SUIT, refusedCase } from './refused-case.js';

const on = localDate;

describe('papers drafted from the record', function () {
  this.timeout(60_000);
  let program: Program;
  let legal: Visitor;
  let application: ApplicationRecord;

  before(async () => {
    setClock(() => new Date('2026-07-13T10:00:00+08:00'));
    program = await openProgram();
    legal = await program.signedIn(['legal'], { loginName: 'fazhi' });
    await program.dataSource.manager.update(
      OfficeRecord,
      { id: program.district.id },
      { address: '测试区人民路1号', phone: '023-12345678' },
    );
    const opening = {
      officeId: program.district.id,
      applicantKind: 'naturalPerson' as const,
      applicantName: '张三丰',
      content: '某某路道路改造工程的\n征地批复文件',
    };
    const by = {
      actor: { kind: 'person' as const, name: '王经办', roles },
      officeIds: [program.district.id],
    };
    const door = program.application.get(Door, { strict: false });
    ({ application } = await door.open(opening, refusedCase, by));
  });

  after(async () => {
    setClock();
    await program.close();
  });

  const textOf = async (number: string, kind: string): Promise<string> => {
    const { text, status } = await legal.get(paths.filing(application.id, number, kind));
    expect(status).to.equal(200);
    const [, inside = ''] = /<textarea[^>]*>\n?(.*?)<\/textarea>/s.exec(text) ?? [];
    return inside.replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
  };

  const note = async (number: string, kind: string, fields: Record<string, string>): Promise<void> => {
    const page = paths.proceedingNote(application.id, number, kind);
    expect((await legal.submit(page, page, fields)).status).to.equal(303);
  };

  it('the answer in reconsideration holds the statutory elements', async () => {
    const text = await textOf(REVIEW, 'answer');
    for (const element of [
      '@ 测试区人民政府',
      '被申请人：测试区人民政府办公室，住所地测试区人民路1号，电话023-12345678',
      '法定代表人（负责人）：【待填：法定代表人姓名】',
      '申请人张三丰',
      REVIEW,
      '《中华人民共和国行政复议法》第五十四条',
      '一、答复请求',
      '请依法决定维持（《行政复议法》第六十八条）',
      '二、申请内容和办理经过',
      '> 某某路道路改造工程的 征地批复文件',
      '三、证据和依据',
      '证据目录',
      '《中华人民共和国政府信息公开条例》第十五条',
      '四、理由',
      '涉及第三方商业秘密，第三方不同意公开。',
      '五、附件',
    ])
      expect(text, element).to.include(element);
  });

  it('tells the history in the order of its days, each with its article, dates as in the record', async () => {
    const steps = (await textOf(REVIEW, 'answer')).split('\n').filter((line) => /^- 2026年/.test(line));
    expect(steps.map((line) => /^- (2026年\d+月\d+日)/.exec(line)?.[1])).to.deep.equal([
      '2026年3月2日',
      '2026年3月5日',
      '2026年3月10日',
      '2026年3月12日',
      '2026年3月20日',
      '2026年4月1日',
      '2026年4月21日',
      '2026年4月21日',
    ]);
    for (const [i, place] of [
      '《条例》第三十一条第（二）项',
      '《条例》第三十条',
      '《条例》第三十条',
      '《条例》第三十二条、第三十三条第三款',
      '《条例》第三十三条第三款',
      '《条例》第三十三条第二款',
      '《条例》第十五条',
      '国办公开办函〔2016〕235号',
    ].entries())
      expect(steps[i]).to.include(place);
    expect(steps[6]).to.include('测政公开〔2026〕12号').and.include('结果为不予公开（保护第三方合法权益）');
  });

  it('reckons the period as the clock does: 20 and 10 working days from the correction, less the consultation', async () => {
    const text = await textOf(REVIEW, 'answer');
    expect(text).to.match(
      /自收到补正之日起重新计算.*2026年3月10日.*20个工作日.*10个工作日.*扣除征求意见所需时间.*2026年4月30日届满/s,
    );
    expect(text).to.include('本机关于2026年4月21日答复，在法定期限之内');
  });

  it('the answer to the suit holds its own elements', async () => {
    const text = await textOf(SUIT, 'answer');
    for (const element of [
      '@ 测试区人民法院',
      '答辩人（被告）：测试区人民政府办公室',
      '原告张三丰',
      '于2026年7月10日收到起诉状副本',
      '《中华人民共和国行政诉讼法》第六十七条第一款',
      '一、答辩请求',
      '判决驳回原告的诉讼请求（《行政诉讼法》第六十九条）',
      '二、事实和办理经过',
      '三、理由',
      '四、证据和所依据的规范性文件',
      '证据清单',
      '五、附项',
    ])
      expect(text, element).to.include(element);
  });

  it('does not claim to be in time where the reply was late', async () => {
    const door = program.application.get(Door, { strict: false });
    const by = {
      actor: { kind: 'person' as const, name: '王经办', roles },
      officeIds: [program.district.id],
    };
    const late = await door.open(
      {
        officeId: program.district.id,
        applicantKind: 'naturalPerson',
        applicantName: '李四',
        content: '某文件',
      },
      [
        { type: 'application.received', on: on('2026-03-02'), channel: 'counter' },
        { type: 'application.registered', on: on('2026-03-02') },
        {
          type: 'reply.issued',
          on: on('2026-05-06'),
          outcome: 'granted',
          provided: '复印件',
          onTheSpot: true,
        },
        { type: 'reply.served', on: on('2026-05-06'), how: 'counter', receivedBy: '申请人本人' },
        { type: 'reconsideration.accepted', on: on('2026-06-01'), id: '迟', over: 'silence' },
        { type: 'reconsideration.copyReceived', on: on('2026-06-03'), id: '迟', procedure: 'ordinary' },
      ],
      by,
    );
    const { text } = await legal.get(paths.filing(late.application.id, '迟', 'answer'));
    expect(text).to.include('待填：逾期的原因').and.not.include('在法定期限之内');
  });

  it('names the people of the office once they are noted, and 授权委托书 their powers', async () => {
    await note(REVIEW, 'representative', { person: '郑主任', post: '主任' });
    await note(REVIEW, 'counsel', {
      person: '赵法制',
      kind: 'staff',
      workplace: '测试区人民政府办公室科员',
      phone: '023-1',
      powers: 'special',
      special: '代为承认、和解',
    });
    const authority = await textOf(REVIEW, 'authority');
    for (const element of [
      '委托人：测试区人民政府办公室',
      '郑主任，主任',
      '受委托人：赵法制，本机关工作人员，测试区人民政府办公室科员，电话023-1',
      '代理权限：特别授权：代为承认、和解',
      '委托事项',
      '委托期限',
    ])
      expect(authority, element).to.include(element);
    const proof = await textOf(REVIEW, 'representative');
    expect(proof).to.include('郑主任在本机关任主任职务').and.include('特此证明');
    expect(await textOf(REVIEW, 'answer')).to.not.include('待填');
  });

  it('is edited in versions, finished only without open places, printed and given as Word', async () => {
    const page = paths.filing(application.id, REVIEW, 'answer');
    const open = await legal.submit(page, page, { text: '@ 测试区人民政府\n\n【待填：意见】', do: 'final' });
    expect(open.status).to.equal(422);
    expect(open.text).to.include('还有待填的内容：意见');
    const text = `${await textOf(REVIEW, 'answer')}\n\n补充说明一句。`;
    expect((await legal.submit(page, page, { text, do: 'draft' })).status).to.equal(303);
    const draft = await readPdf(await legal.file(paths.filingFile(application.id, REVIEW, 'answer', 'pdf')));
    expect(draft.prose).to.include('草稿').and.include('补充说明一句。').and.include('行政复议答复书');
    expect((await legal.submit(page, page, { text, do: 'final' })).status).to.equal(303);
    const final = await readPdf(await legal.file(paths.filingFile(application.id, REVIEW, 'answer', 'pdf')));
    expect(final.prose).to.include('2026年7月13日').and.not.include('草稿');
    const word = await legal.file(paths.filingFile(application.id, REVIEW, 'answer', 'docx'));
    expect(word.subarray(0, 2).toString()).to.equal('PK');
    const shown = (await legal.get(page)).text;
    expect(shown).to.include('第 2 版（定稿）').and.include('第 1 版');
    const stale = await legal.submit(page, page, { text, do: 'draft', version: '1' });
    expect(stale.status).to.equal(409);
    expect(stale.text).to.include('刚被他人保存').and.include('补充说明一句。');
    expect((await legal.get(`${page}?version=1`)).text).to.include('第 1 版，保存后成为新的一版');
    // Drafted anew, nothing that was typed is lost; what nobody typed makes no further version.
    const anew = await legal.submit(page, page, { text: `${text}\n\n再补充一句。`, do: 'fresh' });
    const fresh = (await legal.follow(anew)).text;
    expect(fresh).to.include('您刚才的文字已存为一版').and.include('由案卷重新生成，尚未保存');
    expect(fresh).to.include('第 3 版').and.not.include('再补充一句');
    expect((await legal.get(`${page}?version=3`)).text).to.include('再补充一句');
    await legal.submit(page, page, { text: (await textOf(REVIEW, 'answer')).trim(), do: 'fresh' });
    expect((await legal.get(page)).text).to.not.include('第 4 版');
    // The record says that the answer was handed in.
    expect((await legal.get(paths.proceeding(application.id, REVIEW))).text).to.include('已提交');
  });
});
