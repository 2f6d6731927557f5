import { expect } from 'chai';
import { checkReply } from '../../src/domain/letter/check/check.js';
import type { CheckSeverity, CheckedReply } from '../../src/domain/letter/check/finding.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { act, answered, checked as reply, internal, part, search, secret } from '../support/checked-reply.js';

const excessive = {
  outcome: 'excessive',
  reasons: '申请数量明显超过合理范围，说明的理由与所申请的信息没有关联。',
} as const;
const asked = act('reasons.asked', '2026-03-04', { facts: '一个月内申请 80 件。', until: '2026-03-12' });

/** What loses a case: the flaw, its code, how much it weighs, a reply with it, and the same reply without it. */
const table: readonly [string, string, CheckSeverity, CheckedReply, CheckedReply][] = [
  [
    'reasons citing another paragraph of the article',
    'otherArticle',
    'mustMend',
    reply({ ...internal, reasons: `${internal.reasons}依照《条例》第十六条第二款不予公开。` }),
    reply({ ...internal, reasons: `${internal.reasons}依照《条例》第十六条第一款不予公开。` }),
  ],
  [
    'a refusal that the law leaves to the office without a word why',
    'discretionUnexplained',
    'lookAt',
    reply({ ...internal, reasons: '该信息为本机关内部排班和考勤安排，通篇属于内部管理内容，无法区分处理。' }),
    reply(internal),
  ],
  [
    'a refusal under the name of another result, which would tell the wrong remedies',
    'refusalUnderOtherName',
    'mustMend',
    reply({ outcome: 'otherwise', reasons: '该材料属于内部讨论记录，本机关不予公开。' }),
    reply({ outcome: 'otherwise', reasons: '申请人去世，其近亲属书面表示不再继续申请，本机关终止办理。' }),
  ],
  [
    'a refusal inside what is given',
    'partRefused',
    'lookAt',
    reply({ reasons: '其中评审讨论记录属于过程性信息，不予公开。' }),
    reply({ reasons: '第三方主张商业秘密不予公开，但不公开会对公共利益造成重大影响。' }),
  ],
  [
    'a basis that is a local regulation',
    'basisNoLaw',
    'lookAt',
    reply({
      outcome: 'forbiddenByLaw',
      reasons: '该信息依照规定不得对外提供、泄露，公开会泄露调查对象的身份，无法区分处理。',
      basis: '《重庆市档案条例》第十二条',
    }),
    reply({
      outcome: 'forbiddenByLaw',
      reasons: '该信息依照规定不得对外提供、泄露，公开会泄露调查对象的身份，无法区分处理。',
      basis: '《城市供水条例》第三条',
    }),
  ],
  [
    'reasons of the applicant that were found reasonable',
    'reasonsWereGood',
    'mustMend',
    reply(excessive, [asked, act('reasons.given', '2026-03-12', { reasonable: 'yes' })]),
    reply(excessive, [asked, act('reasons.given', '2026-03-12', { reasonable: 'no' })]),
  ],
  [
    'a consultation in writing whose letter is a draft',
    'noticeStillDraft',
    'lookAt',
    reply(secret, answered('objects'), { letters: [{ kind: 'thirdPartyOpinionRequest', issued: false }] }),
    reply(secret, answered('objects'), { letters: [{ kind: 'thirdPartyOpinionRequest', issued: true }] }),
  ],
  [
    'a search before the application came',
    'searchDay',
    'mustMend',
    reply({ ...search, searchedOn: localDate('2026-02-27') }),
    reply({ ...search, searchedOn: localDate('2026-03-10') }),
  ],
  [
    'a search that is still to be made',
    'searchDay',
    'mustMend',
    reply({ ...search, searchedOn: localDate('2026-03-23') }),
    reply({ ...search, searchedOn: localDate('2026-03-20') }),
  ],
  [
    'an earlier reply that cannot be found',
    'earlierUnnamed',
    'lookAt',
    reply({ outcome: 'repeated', reasons: '本次申请的内容与前次申请相同。', earlier: '去年的答复' }),
    reply({
      outcome: 'repeated',
      reasons: '本次申请的内容与前次申请相同。',
      earlier: '某政公开〔2025〕6号，2025年11月20日',
    }),
  ],
  [
    'somebody’s identity number',
    'identityNumber',
    'mustMend',
    reply({ ...part, withheld: '第二章受助人身份证号码11010519491231002X，属于个人隐私。' }),
    reply(part),
  ],
  [
    'a third party overruled by a part that is given, and not told',
    'thirdPartyNotTold',
    'lookAt',
    reply(part, answered('objects')),
    reply(part, answered('agrees')),
  ],
];

describe('what loses cases is told before the signature', () => {
  for (const [title, code, severity, faulty, mended] of table) {
    it(`${title} (${code})`, () => {
      const found = checkReply(faulty).find((one) => one.code === code);
      expect(found?.severity).to.equal(severity);
      expect(found?.says).to.match(/[^。]。$/u);
      expect(found?.mend).to.match(/。$/u);
      expect(found?.article).to.not.equal(undefined);
      expect(checkReply(mended).map((one) => one.code)).not.to.include(code);
    });
  }
});
