import { expect } from 'chai';
import { CaseFiles } from '../../src/casework/case-file.js';
import { Door } from '../../src/casework/door.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { roles } from '../../src/domain/office/role.js';
import { setClock } from '../../src/infrastructure/today.js';
import { OfficeRecord } from '../../src/records/office/office.js';
import { paths } from '../../src/web/paths.js';
import { received, registered, repliedOnTheSpot } from '../support/cases.js';
import { openProgram, type Program } from '../support/program.js';

const drafted: Act = {
  type: 'reply.drafted',
  on: localDate('2026-03-26'),
  outcome: 'granted',
  provided: '复印件一份',
};
const signed: [Act, Act] = [
  { type: 'reply.reviewed', on: localDate('2026-03-26'), passed: 'yes' },
  { type: 'reply.signed', on: localDate('2026-03-26') },
];

describe('the pages of letters', () => {
  let program: Program;

  beforeEach(async () => {
    setClock(() => new Date('2026-03-27T03:00:00Z'));
    program = await openProgram();
    await program.dataSource.manager.update(
      OfficeRecord,
      { id: program.district.id },
      { phone: '010-1', address: '某某路1号' },
    );
  });

  afterEach(async () => {
    setClock();
    await program.close();
  });

  async function caseWith(...acts: Act[]): Promise<string> {
    const officeId = program.district.id;
    const opening = {
      officeId,
      applicantKind: 'naturalPerson' as const,
      applicantName: '张三丰',
      content: '某路征地批复',
    };
    const by = { actor: { kind: 'person' as const, name: '王经办', roles }, officeIds: [officeId] };
    const all: [Act, ...Act[]] = [received('2026-03-02'), registered('2026-03-02'), ...acts];
    return (await new Door(program.dataSource).open(opening, all, by)).application.id;
  }

  it('lead from the signed reply to the issued letter and its file', async () => {
    const id = await caseWith(drafted, ...signed);
    const clerk = await program.signedIn(['clerk']);
    expect((await clerk.get(paths.caseLetters(id))).text).to.include('已签发，可以制发。');
    const sample = await clerk.get(paths.replyLetterPdf(id));
    expect(sample.headers.get('content-type')).to.equal('application/pdf');
    const issued = await clerk.submit(paths.replyLetter(id), paths.replyLetter(id));
    expect(issued.status).to.equal(303);
    const page = await clerk.follow(issued);
    expect(page.text)
      .to.include('答复已制发，文号 测政公开〔2026〕1号')
      .and.include('或者自收到本答复之日起');
    const file = await clerk.get(`${issued.location}/file`);
    expect(file.status).to.equal(200);
    expect(file.headers.get('content-disposition')).to.include(
      `filename*=UTF-8''${encodeURIComponent('政府信息公开答复书（测政公开〔2026〕1号）.pdf')}`,
    );
    expect(file.headers.get('cache-control')).to.equal('private, no-store');
    const word = await clerk.get(`${issued.location}/word`);
    expect(word.headers.get('content-disposition')).to.include(
      encodeURIComponent('（测政公开〔2026〕1号）.docx'),
    );
    expect((await clerk.get(paths.replyLetter(id))).location).to.equal(paths.caseLetters(id));
  });

  it('show a reply before it is signed, without the way to issue it', async () => {
    const id = await caseWith(drafted);
    const clerk = await program.signedIn(['clerk']);
    const { text } = await clerk.get(paths.replyLetter(id));
    expect(text).to.include('签发后才能制发').and.include('复印件一份').and.not.include('确认制发');
    expect(text).not.to.include('确认签发');
  });

  it('are signed, issued and served one after the other, each on the page of the last', async () => {
    const id = await caseWith(drafted);
    const own = await program.signedIn(['head', 'clerk']);
    const onReply = paths.replyLetter(id);
    expect((await own.get(onReply)).text)
      .to.include('确认签发')
      .and.not.include('确认制发');
    const signing = await own.submit(onReply, paths.act(id, 'reply.signed'), {
      on: '2026-03-27',
      do: 'perform',
    });
    expect(signing.location).to.equal(onReply);
    const issuing = await own.submit(onReply, onReply);
    const issued = await own.follow(issuing);
    const way = `${paths.act(id, 'reply.served')}?how=counter`;
    expect(issued.text).to.include('下一步：送达').and.include(way);
    expect((await own.get(way)).text)
      .to.include('答复期限到此为止')
      .and.include('确认送达答复');
  });

  it('ask of each way of service what it needs, and show afterwards what proves it', async () => {
    const id = await caseWith(drafted, ...signed);
    const clerk = await program.signedIn(['clerk']);
    const issued = await clerk.submit(paths.replyLetter(id), paths.replyLetter(id));
    const serve = paths.act(id, 'reply.served');
    const chosen = await clerk.submit(serve, serve, { how: 'announcement', on: '2026-03-27', do: 'choose' });
    expect(chosen.text).to.include('公告载体').and.include('公告期满视为送达').and.not.include('邮件号');
    const post = {
      how: 'post',
      on: '2026-03-27',
      carrier: 'postal',
      sentThrough: '别的方式',
      do: 'confirmed',
    };
    const refused = await clerk.submit(serve, serve, { ...post, mailNumber: 'SF1234567890123' });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('是快递企业的单号').and.include('《邮政法》第五十五条');
    const byPost = `${serve}?how=post`;
    const done = await clerk.submit(byPost, serve, { ...post, mailNumber: '1112233445566' });
    expect(done.location).to.equal(paths.case(id));
    const { acts } = await new CaseFiles(program.dataSource).open(id, [program.district.id]);
    expect(acts.at(-1))
      .to.include({ how: 'post', mailNumber: '1112233445566' })
      .and.not.have.property('sentThrough');
    const { text } = await clerk.get(issued.location);
    expect(text).to.include('交邮政企业寄送，邮件号1112233445566').and.include('案卷里还没有送达凭证');
  });

  it('are asked again for a flaw that was not before the eyes of who confirmed', async () => {
    const [issued] = repliedOnTheSpot('2026-03-02');
    const id = await caseWith(issued);
    setClock(() => new Date('2026-04-20T03:00:00Z'));
    const clerk = await program.signedIn(['clerk']);
    const way = `${paths.act(id, 'reply.served')}?how=counter`;
    const facts = { how: 'counter', receivedBy: '申请人本人', on: '2026-04-20', do: 'confirmed' };
    const asked = await clerk.submit(way, paths.act(id, 'reply.served'), facts);
    expect(asked.status).to.equal(200);
    expect(asked.text).to.include('记入程序瑕疵：答复逾期');
    const done = await clerk.answer(asked, paths.act(id, 'reply.served'), facts);
    expect(done.location).to.equal(paths.case(id));
  });

  it('name what is missing and where it is put right; an administrator gets the way there', async () => {
    const id = await caseWith(drafted, ...signed);
    await program.dataSource.manager.update(OfficeRecord, { id: program.district.id }, { government: '' });
    const clerk = await program.signedIn(['clerk']);
    const { text } = await clerk.get(paths.replyLetter(id));
    expect(text).to.include('救济途径').and.include('请由管理员在机关资料中填写“本级人民政府”。');
    expect(text).not.to.include('确认制发').and.not.include(paths.office(program.district.id));
    const admin = await program.signedIn(['clerk', 'admin']);
    expect((await admin.get(paths.replyLetter(id))).text).to.include(paths.office(program.district.id));
  });

  it('take what is written into a letter drafted when wanted, and throw it away', async () => {
    const id = await caseWith();
    const handler = await program.signedIn(['handler']);
    const letter = await handler.submit(paths.caseLetters(id), paths.caseLetters(id), {
      kind: 'disclosureNotice',
    });
    expect((await handler.follow(letter)).text).to.include('还缺 3 项内容');
    await handler.submit(letter.location, `${letter.location}/facts`, {
      thirdParty: '某某公司',
      disclosedContent: '合同的质量条款',
      publicInterest: '涉及居住安全',
    });
    expect((await handler.get(letter.location)).text)
      .to.include('合同的质量条款')
      .and.include('确认制发');
    const gone = await handler.submit(letter.location, `${letter.location}/discard`);
    expect(gone.location).to.equal(paths.caseLetters(id));
    expect((await handler.get(letter.location)).status).to.equal(404);
  });

  it('refuse with 422 and a sentence when a character cannot be printed', async () => {
    const id = await caseWith({ ...drafted, provided: '复印件𠀀' }, ...signed);
    const clerk = await program.signedIn(['clerk']);
    const { text } = await clerk.get(paths.replyLetter(id));
    expect(text).to.include('“𠀀”（U+20000）没有可用的字形').and.not.include('确认制发');
    expect((await clerk.get(paths.replyLetterPdf(id))).status).to.equal(404);
  });

  it('are closed to another office, and to reading alone for 法制', async () => {
    const id = await caseWith(drafted, ...signed);
    const stranger = await program.signedIn(['clerk', 'handler'], { officeCode: 'CS-YL' });
    const own = await program.signedIn(['clerk']);
    const issued = await own.submit(paths.replyLetter(id), paths.replyLetter(id));
    for (const path of [
      paths.caseLetters(id),
      paths.replyLetter(id),
      paths.replyLetterWord(id),
      issued.location,
      `${issued.location}/word`,
      `${issued.location}/pdf`,
      `${issued.location}/file`,
    ])
      expect((await stranger.get(path)).status, path).to.equal(404);
    const legal = await program.signedIn(['legal']);
    expect((await legal.get(issued.location)).status).to.equal(200);
    expect((await legal.get(paths.caseLetters(id))).text).not.to.include('另拟文书');
  });
});
