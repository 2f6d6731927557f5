import { expect } from 'chai';
import type { ActOf, RecordedAct } from '../../src/domain/acts/acts.js';
import { printCitation } from '../../src/domain/law/citation.js';
import { resultInWords } from '../../src/domain/outcome/in-words.js';
import { outcomeIds } from '../../src/domain/outcome/outcomes.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { toldHistory } from '../../src/remedies/told-history.js';

const on = localDate('2026-03-27');
const told = (service: Partial<ActOf<'reply.served'>>): string => {
  const act = {
    type: 'reply.served',
    on,
    how: 'post',
    ...service,
    seq: 1,
    recordedAt: '',
    by: '',
  } as RecordedAct;
  return toldHistory([act], '2026-00001', on)[0]?.says ?? '';
};

const says = (type: RecordedAct['type'], facts: object, before: readonly object[] = [], who?: string) => {
  const acts = [...before, { type, on, ...facts }].map(
    (act, i) => ({ ...act, seq: i + 1, recordedAt: '', by: '' }) as unknown as RecordedAct,
  );
  const step = toldHistory(acts, '2026-00001', on, who).at(-1);
  return { says: step?.says, places: step?.places.map(printCitation) };
};

describe('the course of a case in the papers of a proceeding', () => {
  it('tells how the reply was served in words of a letter, not of a form', () => {
    expect(told({ carrier: 'postal' })).to.equal('上述答复以邮寄方式送达申请人');
    expect(told({ carrier: 'courier' })).to.equal('上述答复以快递企业寄送方式送达申请人');
    expect(told({ how: 'counter', signedOn: on })).to.equal(
      '上述答复以当面方式送达申请人，申请人于2026年3月27日签收',
    );
    expect(told({ how: 'unrecorded' })).to.equal('上述答复送达申请人（台账没有记载方式）');
  });

  it('says what was decided, and then on what ground', () => {
    const issued = (outcome: string) => says('reply.issued', { outcome, number: '某政公开〔2026〕1号' }).says;
    expect(issued('deliberative')).to.equal(
      '本机关作出《政府信息不予公开答复书》（某政公开〔2026〕1号），结果为不予公开（属于四类过程性信息）',
    );
    expect(issued('granted')).to.include('结果为予以公开');
    expect(issued('partial')).to.include('结果为部分公开');
    expect(issued('notHeld')).to.include('结果为无法提供（信息不存在）');
    // Counted among the refusals, yet nothing is refused: reconsideration does not come first.
    expect(issued('specialRegister')).to.include('结果为告知依照有关法律、行政法规的规定办理');
    expect(issued('notCorrected')).to.include('结果为不再处理（逾期不补正）');
    for (const id of outcomeIds) expect(resultInWords(id), id).to.match(/^[^（）]+(（[^（）]+）)?$/u);
  });

  it('names the letter of several matters, the result of each, and every place that they rest on', () => {
    const told = says('reply.issued', {
      outcome: 'partial',
      matters: [
        { what: '批复', outcome: 'granted' },
        { what: '会议纪要', outcome: 'deliberative' },
      ],
    });
    expect(told.says).to.equal(
      '本机关作出《政府信息公开申请答复书》，分项答复，结果为第一项予以公开，第二项不予公开（属于四类过程性信息）',
    );
    expect(told.places).to.deep.equal([
      '《条例》第三十六条第（二）项',
      '《条例》第十六条第二款',
      '《条例》第三十六条第（三）项',
    ]);
  });

  it('cites as a ground only what gives the office the power', () => {
    const asked = { id: '1', consultee: 'thirdParty', name: '测试公司' };
    expect(says('opinion.sought', asked)).to.deep.equal({
      says: '本机关书面征求测试公司的意见',
      places: ['《条例》第三十二条', '《条例》第三十三条第三款'],
    });
    const answer = (view?: string) =>
      says('opinion.received', { id: '1', ...(view ? { view } : {}) }, [
        { type: 'opinion.sought', on, ...asked },
      ]).says;
    expect(answer('objects')).to.equal('本机关收到测试公司不同意公开的意见');
    expect(answer()).to.equal('本机关收到测试公司的意见，未表明是否同意公开');
    expect(says('reply.supplemented', { why: '补一页。' })).to.deep.equal({
      says: '本机关补充或者更正答复',
      places: [],
    });
  });

  it('does not mistake him who asked for him who appeals', () => {
    expect(says('fee.paid', {}, [], '信息公开申请人').says).to.equal('信息公开申请人缴纳信息处理费');
  });
});
