import { expect } from 'chai';
import { setClock } from '../../src/infrastructure/today.js';
import { HolidayNoticeRecord } from '../../src/records/calendar/holiday-notice.js';
import { NoticeProposal } from '../../src/records/calendar/notice-proposal.js';
import { notice2027 } from '../support/notice-2027.js';
import { openProgram, type Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

const START = '/admin/calendar';
const paste = '/admin/calendar/new?way=paste';

describe('放假安排', () => {
  let program: Program;
  let loader: Visitor;
  let second: Visitor;

  beforeEach(async () => {
    setClock(() => new Date('2026-11-23T02:00:00Z'));
    program = await openProgram();
    loader = await program.signedIn(['admin'], { loginName: 'luru' });
    second = await program.signedIn(['admin'], { loginName: 'queren' });
  });
  afterEach(async () => {
    await program.close();
    setClock();
  });

  const load = (text = notice2027) => loader.submit(paste, START, { year: '2027', text });

  it('shows each year with its notices, and what is provisional', async () => {
    const { text } = await loader.get(START);
    expect(text).to.contain('2027年').and.to.contain('暂定').and.to.contain('通知 2 份');
    expect((await loader.get('/admin/calendar/years/2020')).text).to.contain('国办发明电〔2020〕1号');
    expect((await loader.get('/admin/calendar/years/2027')).text).to.contain('还没有录入');
    expect((await loader.get('/admin/calendar/years/1999')).status).to.equal(404);
  });

  it('takes a notice from one person and its confirmation from another', async () => {
    const loaded = await load();
    expect(loaded.status).to.equal(303);
    const page = loaded.location;
    expect((await loader.get(page)).text)
      .to.contain('国办发明电〔2026〕9号')
      .and.to.contain('请由另一名管理员核对后确认')
      .and.not.to.contain('确认启用');
    const refused = await loader.submit(page, `${page}/withdrawal`).then(() => loader.get(page));
    expect(refused.text).to.contain('已撤回');

    const again = (await load()).location;
    const confirmed = await second.submit(again, `${again}/confirmation`);
    expect(confirmed.status).to.equal(303);
    expect((await second.follow(confirmed)).text).to.contain('2027年放假安排已启用');
    expect((await second.get('/admin/calendar/years/2027')).text).to.contain('queren于');
    expect(await program.dataSource.manager.count(HolidayNoticeRecord)).to.equal(1);
  });

  it('refuses the confirmation of the one who loaded, whatever is sent', async () => {
    const page = (await load()).location;
    const { text } = await loader.get(page);
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const forced = await loader.post(`${page}/confirmation`, { _csrf: token, seen: 'x' });
    expect(forced.status).to.equal(422);
    expect(forced.text).to.contain('请由另一名管理员核对后确认');
  });

  it('keeps what was typed and says what is wrong', async () => {
    const wrong = await load(notice2027.replace('1月1日（周五）', '1月1日（周六）'));
    expect(wrong.status).to.equal(422);
    expect(wrong.text).to.contain('写的是周六，而2027年1月1日是周五');
    expect(wrong.text).to.contain('二、春节：2月5日（农历腊月二十九、周五）');
    expect((await load('')).text).to.contain('请粘贴通知全文');
    const noYear = await loader.submit(paste, START, { year: '', text: notice2027 });
    expect(noYear.text).to.contain('请选择年份');
    expect(await program.dataSource.manager.count(NoticeProposal)).to.equal(0);
  });

  it('takes a file and single lines too', async () => {
    const page = '/admin/calendar/new?way=file';
    const broken = new File(['%PDF'], '2027.json', { type: 'application/json' });
    const refused = await loader.upload(page, START, { year: '2027' }, { file: broken });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.contain('这个文件不是 JSON 文件');
    expect((await loader.upload(page, START, { year: '2027' }, {})).text).to.contain('请选择文件');

    const form = '/admin/calendar/new?way=form';
    const lines = {
      ...{ year: '2026', source: '国办发明电〔2026〕10号', name: ['纪念日', ''], from: ['2026-12-14', ''] },
      ...{ through: ['', ''], what: ['off', 'off'] },
    };
    const added = await loader.submit(form, START, lines);
    expect(added.status).to.equal(303);
    expect((await loader.follow(added)).text).to.contain('2026年12月14日（共1天）');
    const bad = await loader.submit(form, START, { ...lines, from: ['2026-12-40', ''] });
    expect(bad.text).to.contain('第1行的起始日期不是存在的日期').and.to.contain('value="纪念日"');
  });

  it('is arranged at the top: administrators below may look', async () => {
    const below = await program.signedIn(['admin'], { officeCode: 'CS-YL' });
    expect((await below.get(START)).text)
      .to.contain('2027年')
      .and.not.to.contain('录入通知');
    const refused = await below.get(paste);
    expect(refused.status).to.equal(403);
    expect(refused.text).to.contain('由最上级机关的管理员办理');
  });
});
