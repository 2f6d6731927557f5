import { expect } from 'chai';
import { checkReply } from '../../src/domain/letter/check/check.js';
import type { CheckSeverity, CheckedReply } from '../../src/domain/letter/check/finding.js';
import { localDate } from '../../src/domain/time/local-date.js';
import {
  act,
  answered,
  checked as reply,
  internal,
  part,
  revoked,
  search,
  secret,
  sought,
} from '../support/checked-reply.js';

/** Rule, code, severity, a reply with the fault, and the same reply without it. */
const table: readonly [string, string, CheckSeverity, CheckedReply, CheckedReply][] = [
  [
    'reasons that are another ground’s',
    'reasonsOfAnother',
    'mustMend',
    reply({ ...internal, reasons: '该文件为讨论记录和过程稿，公开会影响坦率讨论，无法区分处理。' }),
    reply(internal),
  ],
  [
    'reasons of no ground',
    'reasonsOffGround',
    'lookAt',
    reply({ ...internal, reasons: '经研究认为该材料目前不适合向社会提供，无法区分处理。' }),
    reply(internal),
  ],
  [
    'reasons that are a conclusion',
    'reasonsBare',
    'lookAt',
    reply({ ...internal, reasons: '属于内部事务信息。' }),
    reply(internal),
  ],
  [
    'reasons citing another article',
    'otherArticle',
    'mustMend',
    reply({ ...internal, reasons: `${internal.reasons}依照《条例》第十五条不予公开。` }),
    reply({ ...internal, reasons: `${internal.reasons}依照《条例》第十六条不予公开。` }),
  ],
  [
    'a basis that is no law',
    'basisNoLaw',
    'lookAt',
    reply({
      outcome: 'specialRegister',
      reasons: '不动产登记资料的查询由登记机构依法办理。',
      basis: '某某区查询管理规定',
    }),
    reply({
      outcome: 'specialRegister',
      reasons: '不动产登记资料的查询由登记机构依法办理。',
      basis: '《不动产登记暂行条例》第二十七条',
    }),
  ],
  [
    'a whole refusal that does not say why not in part',
    'notSeparated',
    'lookAt',
    reply({ ...internal, reasons: '该信息为本机关内部排班和考勤安排，不涉及对外行使职权。' }),
    reply(internal),
  ],
  [
    'a withheld part without its ground',
    'partWithoutGround',
    'mustMend',
    reply({ ...part, withheld: '第二章。' }),
    reply(part),
  ],
  [
    'a third party not asked',
    'thirdPartyAskedMissing',
    'mustMend',
    reply(secret),
    reply(secret, answered('objects')),
  ],
  [
    'a third party’s part not asked about',
    'partThirdPartyNotAsked',
    'mustMend',
    reply({ ...part, withheld: '第五章报价，属于第三方商业秘密。' }),
    reply({ ...part, withheld: '第五章报价，属于第三方商业秘密。' }, answered('objects')),
  ],
  [
    'a consultation still open',
    'consultationOpen',
    'mustMend',
    reply(secret, [sought]),
    reply(secret, answered('objects')),
  ],
  [
    'a third party who agrees',
    'thirdPartyAgreed',
    'mustMend',
    reply(secret, answered('agrees')),
    reply(secret, answered('objects')),
  ],
  [
    'public interest not weighed',
    'publicInterestOpen',
    'lookAt',
    reply({ ...secret, reasons: '该合同载有报价构成，属于商业秘密，无法区分处理。' }, answered('objects')),
    reply(secret, answered('objects')),
  ],
  [
    'a third party overruled and not told',
    'thirdPartyNotTold',
    'lookAt',
    reply({}, answered('objects')),
    reply({}, answered('objects'), { letters: [{ kind: 'disclosureNotice', issued: true }] }),
  ],
  [
    'a search without where and words',
    'searchLacking',
    'mustMend',
    reply({ ...search, searched: '经检索未发现。' }),
    reply(search),
  ],
  [
    'a search without its day',
    'searchLacking',
    'lookAt',
    reply({ ...search, searched: '由档案室以“危房改造”为关键词检索档案系统，没有发现相关记录。' }),
    reply(search),
  ],
  [
    'another office not named',
    'otherOfficeUnnamed',
    'lookAt',
    reply({ outcome: 'notResponsible', reasons: '补助资金信息由住房城乡建设主管部门制作和保存。' }),
    reply({
      outcome: 'notResponsible',
      reasons: '补助资金信息由住房城乡建设主管部门制作和保存。',
      directTo: '区住建委，电话 023-53000000',
    }),
  ],
  [
    'another office without a way to reach it',
    'noWayToReach',
    'lookAt',
    reply({
      outcome: 'notResponsible',
      reasons: '补助资金信息由住房城乡建设主管部门制作和保存。',
      directTo: '区住建委',
    }),
    reply({
      outcome: 'notResponsible',
      reasons: '补助资金信息由住房城乡建设主管部门制作和保存。',
      directTo: '区住建委，人民路2号',
    }),
  ],
  [
    'no place to find what is public',
    'noPlaceToFind',
    'lookAt',
    reply({ outcome: 'alreadyPublic', provided: '已经公开。' }),
    reply({ outcome: 'alreadyPublic', provided: '见政府网站“通知公告”栏。' }),
  ],
  [
    'files with a refusal',
    'enclosedThoughRefused',
    'mustMend',
    reply(internal, [], { enclosed: ['排班表.pdf'] }),
    reply(internal),
  ],
  [
    'an enclosure that is not there',
    'nothingEnclosed',
    'lookAt',
    reply({ provided: '批复一份，随本答复书寄送。' }),
    reply({ provided: '批复一份，随本答复书寄送。' }, [], { enclosed: ['批复.pdf'] }),
  ],
  [
    'an enclosure that is not named',
    'enclosureUnnamed',
    'lookAt',
    reply({}, [], { enclosed: ['会议纪要.pdf'] }),
    reply({}, [], { enclosed: ['某路征地批复.pdf'] }),
  ],
  [
    'an extension told too late',
    'extensionLate',
    'lookAt',
    reply({}, [act('period.extended', '2026-04-09', { workdays: 10 })], { today: localDate('2026-04-09') }),
    reply({}, [act('period.extended', '2026-03-18', { workdays: 10 })]),
  ],
  [
    'an extension whose notice is a draft',
    'extensionUntold',
    'lookAt',
    reply({}, [], { letters: [{ kind: 'extensionNotice', issued: false }] }),
    reply({}, [], { letters: [{ kind: 'extensionNotice', issued: true }] }),
  ],
  ['a late reply', 'late', 'lookAt', reply({}, [], { today: localDate('2026-04-09') }), reply()],
  ['no government to turn to', 'remediesUnknown', 'mustMend', reply({}, [], { government: ' ' }), reply()],
  [
    'no channel for filing online',
    'channelUnnamed',
    'lookAt',
    reply({}, [], { onInternet: true }),
    reply({}, [], { onInternet: true, internetFilingNamed: true }),
  ],
  [
    'the same again for the same reasons',
    'sameAgain',
    'mustMend',
    reply(internal, revoked),
    reply({}, revoked),
  ],
  [
    'the same again for other reasons',
    'sameAgain',
    'lookAt',
    reply(
      { ...internal, reasons: `${internal.reasons}经重新核对，另查明该表只供食堂后勤管理使用。` },
      revoked,
    ),
    reply({}, revoked),
  ],
];

describe('答复体检', () => {
  for (const [title, code, severity, faulty, mended] of table) {
    it(`finds ${title}, and nothing once it is mended`, () => {
      const found = checkReply(faulty).find((one) => one.code === code);
      expect(found?.severity).to.equal(severity);
      expect(found?.says).to.match(/[^。]。$/u);
      expect(found?.mend).to.match(/。$/u);
      expect(checkReply(mended).map((one) => one.code)).not.to.include(code);
    });
  }

  it('finds nothing in a reply that is whole', () => {
    for (const whole of [
      reply(),
      reply(internal),
      reply(secret, answered('objects')),
      reply(part),
      reply(search),
    ])
      expect(checkReply(whole), whole.draft.outcome).to.deep.equal([]);
  });

  it('puts what must be mended first', () => {
    const found = checkReply(reply({ ...secret, reasons: '属于商业秘密。' }, [sought]));
    const order = found.map((one) => one.severity);
    expect(order).to.deep.equal([...order].sort((a, b) => b.localeCompare(a)));
  });
});
