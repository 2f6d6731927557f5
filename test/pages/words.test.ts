import { expect } from 'chai';
import { localDate } from '../../src/domain/time/local-date.js';
import { pageRequest, paginate } from '../../src/web/pagination.js';
import { ownPath, withQuery } from '../../src/web/paths.js';
import { chineseDate, chineseTime, deadlineWords, span } from '../../src/web/words.js';

describe('words of the pages', () => {
  it('write dates and times as the offices do, in China', () => {
    expect(chineseDate(localDate('2026-03-06'))).to.equal('2026年3月6日');
    expect(chineseDate(null)).to.equal('—');
    expect(chineseTime(new Date('2026-03-05T16:04:00Z'))).to.equal('2026年3月6日 00:04');
  });

  it('keep 工作日 and 日 apart', () => {
    expect(span(3, 'workdays')).to.equal('3 个工作日');
    expect(span(60, 'days')).to.equal('60 日');
  });

  it('name a deadline by what is left of it', () => {
    const word = (remaining: number) => deadlineWords({ remaining, unit: 'workdays' });
    expect(word(6)).to.deep.equal({ level: 'ample', word: '充裕', rest: '剩 6 个工作日' });
    expect(word(5)).to.deep.equal({ level: 'near', word: '临近', rest: '剩 5 个工作日' });
    expect(word(0)).to.deep.equal({ level: 'today', word: '今天到期', rest: '' });
    expect(word(-3)).to.deep.equal({ level: 'late', word: '已超期 3 个工作日', rest: '' });
  });

  it('call nobody late by a day that no law orders', () => {
    const word = (remaining: number) => deadlineWords({ remaining, unit: 'days', suggested: true });
    expect(word(3)).to.deep.equal({ level: 'near', word: '临近', rest: '距建议报送日 3 日' });
    expect(word(0)).to.deep.equal({ level: 'near', word: '建议今天报送', rest: '' });
    expect(word(-3)).to.deep.equal({ level: 'near', word: '已过建议报送日 3 日', rest: '' });
  });

  it('page through a long list', () => {
    const shown = paginate(pageRequest('4'), 181, (page) => `/x?page=${page}`);
    expect(shown.summary).to.equal('第 61–80 条，共 181 条');
    expect(shown.links.map(({ page, gap }) => (gap ? `…${page}` : String(page)))).to.deep.equal([
      '1',
      '…3',
      '4',
      '5',
      '…10',
    ]);
    expect(paginate(pageRequest('99'), 21, String)).to.include({ page: 2, previous: '1' });
    expect(paginate(pageRequest('-1'), 0, String)).to.include({ page: 1, pages: 1, summary: '共 0 条' });
  });

  it('build addresses', () => {
    expect(withQuery('/x', { a: '甲 乙', b: undefined, c: ['1', '2'], d: '', e: 0 })).to.equal(
      '/x?a=%E7%94%B2+%E4%B9%99&c=1&c=2&e=0',
    );
    expect(ownPath('/desk?tab=1')).to.equal('/desk?tab=1');
    expect(ownPath('//example.org')).to.equal('/');
  });
});
