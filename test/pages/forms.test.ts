import { expect } from 'chai';
import { localDate, type LocalDate } from '../../src/domain/time/local-date.js';
import { Check, Choice, Choices, Day, Text, WholeNumber } from '../../src/web/fields.js';
import { readForm } from '../../src/web/forms.js';

class Sample {
  @Text({ label: '姓名', max: 5 })
  name: string;

  @Text({ label: '备注', required: false })
  note: string;

  @Choice({ label: '方式', of: ['desk', 'post'] })
  channel: 'desk' | 'post';

  @Choices({ label: '机关', required: false, max: 2 })
  offices: string[];

  @Day({ label: '收到之日', required: false, notAfter: () => localDate('2026-11-23') })
  receivedOn: LocalDate | undefined;

  @WholeNumber({ label: '件数', required: false, min: 1, max: 9 })
  count: number | undefined;

  @Choice({ label: '同意', of: ['yes'], required: false })
  @Check<Sample>((form) => (form.agreed || form.channel === 'post' ? undefined : '当面提交的须勾选同意'))
  agreed?: 'yes';
}

function errorsOf(body: object): Record<string, string> {
  return readForm(Sample, { name: '王', channel: 'post', agreed: 'yes', ...body }).state.errors;
}

describe('forms', () => {
  it('turn what was typed into typed contents', () => {
    const result = readForm(Sample, {
      name: '  王小明 ',
      note: '第一行\r\n第二行',
      channel: 'desk',
      offices: ['a', '', 'b'],
      receivedOn: '2026年3月6日',
      count: '３',
      agreed: 'yes',
      accountId: 'smuggled in',
    });
    expect(result.ok).to.equal(true);
    expect(result.ok && Object.fromEntries(Object.entries(result.form))).to.deep.equal({
      name: '王小明',
      note: '第一行\n第二行',
      channel: 'desk',
      offices: ['a', 'b'],
      receivedOn: '2026-03-06',
      count: 3,
      agreed: 'yes',
    });
  });

  it('take one value of a repeated field for a list, and none for an empty one', () => {
    const one = readForm(Sample, { name: '王', channel: 'post', offices: 'a' });
    expect(one.ok && one.form.offices).to.deep.equal(['a']);
    const none = readForm(Sample, { name: '王', channel: 'post' });
    expect(none.ok && none.form.offices).to.deep.equal([]);
    expect(none.ok && none.form.receivedOn).to.equal(undefined);
  });

  it('say what is wrong and what to do, in the order of the fields', () => {
    const { errors } = readForm(Sample, { agreed: '' }).state;
    expect(Object.entries(errors)).to.deep.equal([
      ['name', '请填写姓名'],
      ['channel', '请选择方式'],
      ['agreed', '当面提交的须勾选同意'],
    ]);
    expect(errorsOf({ name: '一二三四五六' })).to.deep.equal({ name: '姓名不能超过 5 个字，现有 6 个字' });
    expect(errorsOf({ name: '𬱖㛃堃䶮𫍽' }), 'rare characters count once').to.deep.equal({});
    expect(errorsOf({ channel: 'fax' })).to.deep.equal({ channel: '请从列表中选择方式' });
    expect(errorsOf({ offices: ['a', 'b', 'c'] })).to.deep.equal({ offices: '机关最多 2 项' });
    expect(errorsOf({ receivedOn: '2026-02-30' }).receivedOn).to.contain('不是有效的日期');
    expect(errorsOf({ receivedOn: '2026-11-24' })).to.deep.equal({ receivedOn: '收到之日不能晚于今天' });
    expect(errorsOf({ count: '0' })).to.deep.equal({ count: '件数不能小于 1' });
    expect(errorsOf({ count: '三' })).to.deep.equal({ count: '件数应当是整数' });
  });

  it('keep what was typed, as the field can show it', () => {
    const { state } = readForm(Sample, { name: '', receivedOn: '2026/3/6', offices: ['a', 'b'] });
    expect(state.values).to.deep.equal({ name: '', receivedOn: '2026-03-06', offices: ['a', 'b'] });
  });
});
