import { expect } from 'chai';
import { Door } from '../../src/casework/door.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { roles } from '../../src/domain/office/role.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { setClock } from '../../src/infrastructure/today.js';
import { AttachmentFinding } from '../../src/records/paper/attachment-finding.js';
import { AttachmentRecord } from '../../src/records/paper/attachment.js';
import { OfficeRecord } from '../../src/records/office/office.js';
import { paths } from '../../src/web/paths.js';
import { received, registered } from '../support/cases.js';
import { failureOf } from '../support/failure.js';
import { someoneElse, workbookWith } from '../support/leaking-files.js';
import { openProgram, type Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

const signed: Act[] = [
  { type: 'reply.drafted', on: localDate('2026-03-26'), outcome: 'granted', provided: '明细表一份' },
  { type: 'reply.signed', on: localDate('2026-03-26') },
];

describe('the check of files before they leave', () => {
  let program: Program;
  let clerk: Visitor;
  let id: string;

  beforeEach(async () => {
    setClock(() => new Date('2026-03-27T03:00:00Z'));
    program = await openProgram();
    const told = { phone: '010-1', address: '某某路1号' };
    await program.dataSource.manager.update(OfficeRecord, { id: program.district.id }, told);
    id = await newCase();
    clerk = await program.signedIn(['clerk']);
  });

  afterEach(async () => {
    setClock();
    await program.close();
  });

  async function newCase(): Promise<string> {
    const officeId = program.district.id;
    const opening = {
      officeId,
      applicantKind: 'naturalPerson' as const,
      applicantName: '张三丰',
      content: '某路征地批复',
      phone: '13900000002',
    };
    const by = { actor: { kind: 'person' as const, name: '王经办', roles }, officeIds: [officeId] };
    const all: [Act, ...Act[]] = [received('2026-03-02'), registered('2026-03-02'), ...signed];
    return (await new Door(program.dataSource).open(opening, all, by)).application.id;
  }

  const upload = (bytes: Buffer, purpose = 'provided', to = id) =>
    clerk.upload(
      paths.case(to),
      paths.attachments(to),
      { purpose },
      {
        files: new File([new Uint8Array(bytes)], '明细.xlsx'),
      },
    );
  const leaking = (): Promise<Buffer> =>
    workbookWith((book) => {
      book.addWorksheet('底稿', { state: 'hidden' });
      const [sheet] = book.worksheets;
      sheet!.getCell('A3').value = someoneElse.phone;
      sheet!.getCell('A4').value = '13900000002';
    });
  const issue = () => clerk.submit(paths.replyLetter(id), paths.replyLetter(id));

  it('does not take a file that holds nothing, and says so', async () => {
    const refused = await upload(Buffer.alloc(0));
    expect(refused.status).to.equal(422);
    expect(refused.text).to.contain('明细.xlsx 是空的，里面没有内容，请换一个文件。');
  });

  it('lets a file go that has nothing to hide, without asking', async () => {
    await upload(await workbookWith(() => undefined));
    expect((await issue()).status).to.equal(303);
    expect((await clerk.get(paths.dispatch(id))).text).to.include('没有发现问题');
  });

  it('holds the reply back until what was found is answered for; the reason stays', async () => {
    await upload(await leaking());
    const refused = await issue();
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('还没有通过发出前检查').and.include(paths.dispatch(id));
    const { text } = await clerk.get(paths.dispatch(id));
    expect(text)
      .to.include('2 处待处理')
      .and.include('工作表“底稿”')
      .and.include('138****0001')
      .and.not.include('139****0002')
      .and.not.include(someoneElse.phone);
    const [, clearance = ''] = /action="([^"]+\/clearance)"/.exec(text) ?? [];
    const silent = await clerk.submit(paths.dispatch(id), clearance, { why: '' });
    expect(silent.status).to.equal(422);
    await clerk.submit(paths.dispatch(id), clearance, { why: '值班电话，底稿为公式' });
    expect((await clerk.get(paths.dispatch(id))).text)
      .to.include('已确认可以发出')
      .and.include('值班电话，底稿为公式');
    expect((await issue()).status).to.equal(303);
    const { manager } = program.dataSource;
    const [finding] = await manager.find(AttachmentFinding);
    expect(finding).to.include({ clearedWhy: '值班电话，底稿为公式' });
    const change = manager.update(AttachmentFinding, { id: finding?.id }, { clearedWhy: '别的' });
    expect(String(await failureOf(change))).to.match(/only ever added/);
  });

  it('lets the reply go without a file that was taken out, and keeps the file in the case', async () => {
    await upload(await leaking());
    const { text } = await clerk.get(paths.dispatch(id));
    const [, withholding = ''] = /action="([^"]+\/withholding)"/.exec(text) ?? [];
    await clerk.submit(paths.dispatch(id), withholding);
    expect((await clerk.get(paths.dispatch(id))).text).to.include('没有随答复提供的文件');
    expect((await issue()).status).to.equal(303);
    const [file] = await program.dataSource.manager.find(AttachmentRecord);
    expect(file).to.include({ purpose: 'other', name: '明细.xlsx' });
  });

  it('also stands before service, for a file that came after the reply', async () => {
    expect((await issue()).status).to.equal(303);
    await upload(await leaking());
    const act = paths.act(id, 'reply.served');
    const filled = {
      on: '2026-03-27',
      how: 'counter',
      receivedBy: '申请人本人',
      proof: '送达回证',
    };
    const asked = await clerk.submit(act, act, filled);
    const served = await clerk.answer(asked, act, { ...filled, do: 'confirmed' });
    expect(served.status).to.equal(422);
    expect(served.text).to.include('还没有通过发出前检查');
  });

  it('tells a file that is another applicant’s', async () => {
    const other = await newCase();
    const bytes = await workbookWith((book) => void book.addWorksheet('别人的'));
    await upload(bytes, 'identity', other);
    await upload(bytes);
    const { text } = await clerk.get(paths.dispatch(id));
    expect(text)
      .to.include('另一件申请的材料')
      .and.match(/申请 2026-\d{5} 的材料/);
  });

  it('is closed to another office and to another case’s files', async () => {
    await upload(await leaking());
    const { text } = await clerk.get(paths.dispatch(id));
    const [, clearance = ''] = /action="([^"]+\/clearance)"/.exec(text) ?? [];
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const wrong = clearance.replace(id, await newCase());
    expect((await clerk.post(wrong, { _csrf: token, why: '行' })).status).to.equal(404);
    const stranger = await program.signedIn(['clerk'], { officeCode: 'CS-SFJ' });
    expect((await stranger.get(paths.dispatch(id))).status).to.equal(404);
    const above = await program.signedIn(['legal']);
    const reading = await above.get(paths.dispatch(id));
    expect(reading.text).to.include('2 处待处理').and.not.include('确认可以发出</button>');
  });
});
