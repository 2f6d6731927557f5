import { expect } from 'chai';
import { shownArrangements } from '../../src/calendar/arrangements.js';
import { noticeFaults } from '../../src/calendar/notice-check.js';
import type { NoticeDraft, NoticeReading } from '../../src/calendar/notice-draft.js';
import { readNoticeFile } from '../../src/calendar/notice-file.js';
import { type NoticeRow, readNoticeRows } from '../../src/calendar/notice-rows.js';
import { readNoticeText } from '../../src/calendar/notice-text.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { officialNotices } from '../../src/domain/time/notices.js';
import { WorkCalendar } from '../../src/domain/time/work-calendar.js';
import { notice2027 } from '../support/notice-2027.js';

const today = localDate('2026-11-23');
const calendar = WorkCalendar.from(officialNotices);

function draftOf(reading: NoticeReading): NoticeDraft {
  if ('draft' in reading) return reading.draft;
  throw new Error(reading.faults.join('\n'));
}

const faultsOf = (reading: NoticeReading): string =>
  'draft' in reading ? noticeFaults(reading.draft, calendar, today).join('\n') : reading.faults.join('\n');

const read = (text: string, year = 2027): NoticeReading =>
  readNoticeText(text, year, '国办发明电〔2026〕9号');

describe('a notice that is pasted', () => {
  it('is read day by day, with its number', () => {
    const draft = draftOf(readNoticeText(notice2027, 2027, ''));
    expect(draft.source).to.equal('国办发明电〔2026〕9号');
    expect(draft.leftOut).to.deep.equal([]);
    expect(shownArrangements(draft.days)).to.deep.include.members([
      { name: '元旦', off: '2027年1月1日至3日（共3天）', work: '' },
      { name: '春节', off: '2027年2月5日至13日（共9天）', work: '2027年1月30日、2027年2月14日' },
      { name: '端午节', off: '2027年6月9日（共1天）', work: '' },
    ]);
    expect(draft.days.filter(({ off }) => off)).to.have.length(29);
    expect(draft.days.filter(({ off }) => !off)).to.have.length(6);
    expect(noticeFaults(draft, calendar, today)).to.deep.equal([]);
  });

  it('is read as older notices were worded', () => {
    const said = (text: string, year: number) =>
      draftOf(readNoticeText(text, year, '旧')).days.map(({ on, off }) => `${on}${off ? '休' : '班'}`);
    expect(
      said('一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。', 2019),
    ).to.deep.equal(['2018-12-30休', '2018-12-31休', '2019-01-01休', '2018-12-29班']);
    expect(said('元旦：1月1日放假，与周末连休。', 2024)).to.deep.equal(['2024-01-01休']);
    expect(said('四、国庆节和中秋节：10月1日放假，共1天，9月27日、10日上班', 2020)).to.deep.equal([
      '2020-10-01休',
      '2020-09-27班',
      '2020-09-10班',
    ]);
    expect(
      said(
        '二、春节：２月１０日至１１日放假调休，共２天。\n2月4日（星期日）、\n2月18日（星期日）上班。',
        2024,
      ),
    ).to.deep.equal(['2024-02-10休', '2024-02-11休', '2024-02-04班', '2024-02-18班']);
  });

  it('keeps what only encourages apart', () => {
    const draft = draftOf(
      readNoticeText('春节：2月10日放假。鼓励各单位安排职工在除夕（2月9日）休息。', 2024, '旧'),
    );
    expect(draft.days.map(({ on }) => on)).to.deep.equal(['2024-02-10']);
    expect(draft.leftOut).to.deep.equal(['鼓励各单位安排职工在除夕（2月9日）休息']);
  });

  for (const [what, from, to, told] of [
    ['a weekday that is off', '1月1日（周五）', '1月1日（周四）', '写的是周四，而2027年1月1日是周五'],
    ['a number of days that is off', '共9天', '共8天', '写明共8天，但起止日期有9天'],
    ['a day that does not exist', '2月14日（周日）', '2月30日', '中的“2月30日”不是存在的日期'],
    ['days in the wrong order', '至13日（农历正月初八、周六）', '至2日', '起止日期前后不对'],
    ['another year', '关于2027年', '关于2026年', '这是2026年的通知，您选的是2027年'],
    ['words it does not know', '4月3日（周六）至5日', '4月3日（周六）下午至5日', '读不懂“下午至”'],
    [
      'days that overlap',
      '6月9日（周三）放假',
      '5月5日（周三）放假',
      '2027年5月5日在“劳动节”和“端午节”中重复出现',
    ],
    ['a day off and on', '4月25日（周日）', '5月1日（周六）', '既放假又上班'],
    ['a festival left out', '五、端午节：6月9日（周三）放假，共1天。', '', '缺少端午节（2027年6月9日）'],
    ['a make-up day in the week', '5月8日（周六）上班', '5月7日（周五）上班', '不是周末，本来就要上班'],
    ['a day of another year', '10月9日（周六）', '2028年10月9日', '2028年10月9日不在2027年'],
  ] as const) {
    it(`is refused for ${what}`, () => {
      expect(notice2027).to.contain(from);
      expect(faultsOf(read(notice2027.replace(from, to)))).to.contain(told);
    });
  }

  it('is refused when nothing can be read, and for years long past or far ahead', () => {
    expect(faultsOf(read('今天天气很好。'))).to.contain('没有读出任何放假或上班的日期');
    expect(faultsOf(read('元旦：1月1号放假'))).to.contain('读不懂');
    expect(faultsOf(read('元旦：1月1日放假', 2025))).to.contain('只能录入2027年或2026年的通知');
    expect(faultsOf(read('元旦：1月1日放假', 2030))).to.contain('只能录入2027年或2026年的通知');
    expect(faultsOf(readNoticeText('元旦：1月1日放假', 2027, ''))).to.contain('请填写通知的文号或网址');
  });

  it('may name a single day once the year has its notice, if that changes anything', () => {
    expect(faultsOf(read('临时放假：12月14日（周一）放假1天。', 2026))).to.equal('');
    expect(faultsOf(read('临时放假：12月13日（周日）放假1天。', 2026))).to.contain('与现有安排完全相同');
  });
});

describe('a notice from a file', () => {
  const { days } = draftOf(read(notice2027));
  const file = (changes: object = {}): string =>
    JSON.stringify({
      year: 2027,
      papers: ['https://www.gov.cn/zhengce/2027.htm'],
      days: days.map(({ name, on, off }) => ({ name, date: on, isOffDay: off })),
      ...changes,
    });

  it('says the same as the text', () => {
    const draft = draftOf(readNoticeFile(`\uFEFF${file()}`, 2027, ''));
    expect(draft.days).to.deep.equal(days);
    expect(draft.source).to.equal('https://www.gov.cn/zhengce/2027.htm');
    expect(noticeFaults(draft, calendar, today)).to.deep.equal([]);
  });

  it('is refused with what is wrong', () => {
    const told = (text: string) => faultsOf(readNoticeFile(text, 2027, ''));
    expect(told('%PDF-1.7')).to.contain('不是 JSON 文件');
    expect(told('[]')).to.contain('没有年份（year）或日期表（days）');
    expect(told(file({ year: 2026 }))).to.contain('这是2026年的文件');
    expect(told(file({ days: [] }))).to.contain('文件里有0个日期');
    expect(told(file({ days: [{ name: '元旦', date: '2027-02-30', isOffDay: true }] }))).to.contain(
      '不是存在的日期',
    );
    expect(told(file({ days: [{ name: '元旦', date: '2027-01-01' }] }))).to.contain('没有写明放假还是上班');
    expect(told(file({ days: [null] }))).to.contain('没有节日名称');
  });
});

describe('a notice that is filled in', () => {
  const row = (changes: Partial<NoticeRow>): NoticeRow => ({
    name: '纪念日',
    from: '2026-12-14',
    through: '',
    what: 'off',
    ...changes,
  });
  const told = (changes: Partial<NoticeRow>) => faultsOf(readNoticeRows([row(changes)], 2026, '国办'));

  it('is read line by line', () => {
    const rows = [row({}), row({ name: '', from: '' }), row({ from: '2026-12-19', what: 'work' })];
    expect(draftOf(readNoticeRows(rows, 2026, '国办')).days).to.deep.equal([
      { on: '2026-12-14', name: '纪念日', off: true },
      { on: '2026-12-19', name: '纪念日', off: false },
    ]);
  });

  it('is refused with the line', () => {
    expect(told({ name: '' })).to.contain('第1行没有填写节日名称');
    expect(told({ from: '2026-02-30' })).to.contain('第1行的起始日期不是存在的日期');
    expect(told({ through: '2026-12-01' })).to.contain('第1行的结束日期早于起始日期');
    expect(faultsOf(readNoticeRows([], 2026, '国办'))).to.contain('还没有填写日期');
  });
});
