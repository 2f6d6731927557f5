import { expect } from 'chai';
import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { factsOfCase } from '../../src/letters/letter-facts.js';
import { missingFacts } from '../../src/letters/letter-text.js';
import { received, sourceOf, textOf } from '../support/letter-source.js';

const day = localDate;

const sought: Act = {
  type: 'opinion.sought',
  on: day('2026-03-05'),
  id: '1',
  consultee: 'thirdParty',
  name: '某某公司',
};
const opinion: Act = { type: 'opinion.received', on: day('2026-03-18'), id: '1', view: 'objects' };
const extension: Act = {
  type: 'period.extended',
  on: day('2026-03-27'),
  workdays: 10,
  why: '需要逐项核对。',
};

describe('the facts of a letter, read off the case', () => {
  it('tell receipt, request and due day of a registration', () => {
    const source = sourceOf([received, { type: 'application.registered', on: day('2026-03-02') }]);
    expect(factsOfCase('registrationReceipt', source)).to.deep.include({
      receivedOn: '2026-03-02',
      receiptDay: '签收之日',
      receiptArticle: '《中华人民共和国政府信息公开条例》第三十一条第（二）项',
      replyLimit: '20个工作日',
      replyDueOn: '2026-03-30',
      request: ['第一项', '第二项'],
      addressed: '您',
    });
  });

  it('tell the due days before and after an extension, with the consultation left out', () => {
    const facts = factsOfCase('extensionNotice', sourceOf([received, sought, opinion, extension]));
    expect(facts).to.deep.include({
      extendedBy: '10',
      originalDueOn: '2026-04-13',
      extendedDueOn: '2026-04-27',
      extensionReason: '需要逐项核对',
    });
  });

  it('tell the steps with their days and never name a third party to the applicant', () => {
    const text = textOf('extensionNotice', sourceOf([received, sought, opinion, extension]));
    expect(text).to.include(
      '2026年3月5日，本机关书面征求第三方意见，于2026年3月18日收到意见，所需时间依法不计入答复期限。',
    );
    expect(text).not.to.include('某某公司');
  });

  it('tell a decision by its number and the day on which it came, and what it ordered', () => {
    const redone = (id: string): string =>
      textOf(
        'extensionNotice',
        sourceOf([
          received,
          { type: 'reconsideration.decided', on: day('2026-03-20'), id, result: 'revoked' },
          { type: 'redo.ordered', on: day('2026-03-20'), id, workdays: 15 },
          extension,
        ]),
      );
    expect(redone('某府复〔2026〕7号')).to.include(
      '2026年3月20日，本机关收到行政复议决定（某府复〔2026〕7号，撤销）。上述行政复议决定责令本机关重新答复，现依法重新作出答复。',
    );
    expect(redone('复议-1')).to.include('本机关收到行政复议决定（撤销）。');
  });

  it('tell a consultee what is asked and nothing of the applicant', () => {
    const text = textOf('thirdPartyOpinionRequest', sourceOf([received, sought]));
    expect(text).to.include('某某公司：').and.include('15个工作日');
    expect(text).not.to.include('张三').and.not.include('2026-00001');
  });

  it('keep the silence of a co-producing agency and of another one apart (条例第三十四条)', () => {
    const agency = (consultee: 'coProducer' | 'successor' | 'agency'): string =>
      textOf(
        'agencyOpinionRequest',
        sourceOf([
          received,
          { type: 'opinion.sought', on: day('2026-03-05'), id: '1', consultee, name: '某局' },
        ]),
      );
    expect(agency('coProducer')).to.include('第三十四条').and.include('视为同意公开');
    expect(agency('agency')).to.include('第三十三条第三款').and.not.include('视为同意公开');
    // 划入机关, asked by the agency that received the application after a reorganisation (E17).
    expect(agency('successor'))
      .to.include('国办公开办函〔2019〕14号关于机构改革后“谁收到、谁处理”的答复')
      .and.include('第三十三条第三款')
      .and.not.include('视为同意公开');
  });

  it('say 你单位 to an organisation', () => {
    const source = sourceOf([received, extension]);
    const application = { ...source.application, applicantKind: 'business' as const };
    expect(textOf('extensionNotice', { ...source, application })).to.include('你单位的政府信息公开申请');
  });

  it('name all who apply together, and say 你们 to them', () => {
    const source = sourceOf([received, extension]);
    const application = { ...source.application, jointNames: ['李四', '某某合作社'] };
    expect(textOf('extensionNotice', { ...source, application }))
      .to.include('张三、李四、某某合作社')
      .and.include('你们的政府信息公开申请');
  });

  it('leave out what the case does not hold, so that the letter names it', () => {
    const nothing = sourceOf([received, { type: 'period.extended', on: day('2026-03-27'), workdays: 10 }]);
    const office = { ...nothing.office, phone: ' ', government: '' };
    const told = factsOfCase('extensionNotice', { ...nothing, office });
    expect(missingFacts('extensionNotice', told, 'issued')).to.have.members([
      'number',
      'extensionReason',
      'officePhone',
    ]);
    const refusal = sourceOf(
      [received, { type: 'reply.issued', on: day('2026-03-27'), outcome: 'deliberative', reasons: '讨论稿' }],
      { office },
    );
    expect(
      missingFacts('reply.deliberative', factsOfCase('reply.deliberative', refusal), 'preview'),
    ).to.deep.equal(['remedies']);
  });

  it('need a consultation for a refusal in a third party’s regard', () => {
    const reply: Act = {
      type: 'reply.issued',
      on: day('2026-03-27'),
      outcome: 'thirdPartyRights',
      reasons: '商业秘密',
    };
    const without = factsOfCase('reply.thirdPartyRights', sourceOf([received, reply]));
    expect(missingFacts('reply.thirdPartyRights', without, 'preview')).to.deep.equal(['thirdPartyView']);
    const facts = factsOfCase('reply.thirdPartyRights', sourceOf([received, sought, opinion, reply]));
    expect(facts.thirdPartyView).to.equal('本机关于2026年3月5日书面征求第三方意见，第三方不同意公开');
  });

  it('tell a lapsed correction once', () => {
    const text = textOf(
      'reply.notCorrected',
      sourceOf([
        received,
        { type: 'correction.required', on: day('2026-03-05'), items: '写明年度', until: day('2026-03-20') },
        { type: 'correction.lapsed', on: day('2026-03-20') },
        { type: 'reply.issued', on: day('2026-03-27'), outcome: 'notCorrected' },
      ]),
    );
    expect(text.match(/补正/gu)).to.have.length(3);
    expect(text).to.include('视为您放弃申请');
  });
});
