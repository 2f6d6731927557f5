import { expect } from 'chai';
import type { ActOf, RecordedAct } from '../../src/domain/acts/acts.js';
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

describe('the course of a case in the papers of a proceeding', () => {
  it('tells how the reply was served in words of a letter, not of a form', () => {
    expect(told({ carrier: 'postal' })).to.equal('上述答复以邮寄方式送达申请人');
    expect(told({ carrier: 'courier' })).to.equal('上述答复以快递企业寄送方式送达申请人');
    expect(told({ how: 'counter', signedOn: on })).to.equal(
      '上述答复以当面方式送达申请人，申请人于2026年3月27日签收',
    );
    expect(told({ how: 'unrecorded' })).to.equal('上述答复送达申请人（台账没有记载方式）');
  });
});
