import { expect } from 'chai';
import { checkReply } from '../../src/domain/letter/check/check.js';
import { checked } from '../support/checked-reply.js';

describe('答复体检 after a reorganisation (国办公开办函〔2019〕14号, E17)', () => {
  const codes = (reasons: string): string[] =>
    checkReply(
      checked({ outcome: 'notResponsible', directTo: '某某区水务局，电话 023-10000000', reasons }),
    ).map(({ code }) => code);

  it('does not let the agency that took over send the applicant away because the files have not come', () => {
    for (const reasons of [
      '有关职能虽已划入本机关，但档案材料尚未移交，请向原机关申请。',
      '机构改革后相关档案还没有完成划转，本机关无法答复。',
    ])
      expect(codes(reasons)).to.include('notHandedOver');
  });

  it('lets the agency that gave the work away name the one that does it now', () => {
    expect(codes('机构改革后，有关职能和档案材料已经划入某某区水务局，由该局负责公开。')).not.to.include(
      'notHandedOver',
    );
  });
});
