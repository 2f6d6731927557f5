import type { Act, ActOf } from '../../src/domain/acts/acts.js';
import { defaultPolicy } from '../../src/domain/clock/consultations.js';
import type { CheckedReply } from '../../src/domain/letter/check/finding.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { received, registered } from './cases.js';
import { calendar } from './paper-case.js';

/* Replies for 答复体检, each whole as it stands. */

export type Draft = Partial<ActOf<'reply.drafted'>>;

const on = localDate('2026-03-20');
export const act = (type: Act['type'], day: string, facts: object = {}): Act =>
  ({ type, on: localDate(day), ...facts }) as unknown as Act;

/** A reply that gives what was asked for, in time and whole, with what a test wants otherwise. */
export function checked(
  draft: Draft = {},
  history: readonly Act[] = [],
  around: Partial<CheckedReply> = {},
): CheckedReply {
  const drafted: ActOf<'reply.drafted'> = {
    type: 'reply.drafted',
    on,
    outcome: 'granted',
    provided: '某路征地批复一份，可以到本机关领取。',
    ...draft,
  };
  return {
    draft: drafted,
    acts: [received('2026-03-02'), registered('2026-03-02'), ...history, drafted],
    today: on,
    calendar,
    policy: defaultPolicy,
    enclosed: [],
    letters: [],
    government: '某某区人民政府',
    onInternet: false,
    internetFilingNamed: false,
    ...around,
  };
}

/** 某某公司 was asked on 4 March. */
export const sought = act('opinion.sought', '2026-03-04', {
  id: '1',
  consultee: 'thirdParty',
  name: '某某公司',
  deliveredOn: '2026-03-05',
});
/** … and said so on 12 March. */
export const answered = (view: string): Act[] => [
  sought,
  act('opinion.received', '2026-03-12', { id: '1', view }),
];
/** 条例第十五条 */
export const secret: Draft = {
  outcome: 'thirdPartyRights',
  reasons: '该合同载有报价构成，属于商业秘密，无法区分处理；不公开不会对公共利益造成重大影响。',
};
/** 条例第十六条第一款 */
export const internal: Draft = {
  outcome: 'internalAffairs',
  reasons: '该信息为本机关内部排班和考勤安排，公开会干扰内部管理；通篇属于内部管理内容，无法区分处理。',
};
/** 条例第三十七条 */
export const part: Draft = {
  outcome: 'partial',
  withheld: '第二章受助人身份证号码，属于个人隐私。',
  reasons: '身份证号码属于个人隐私，遮盖后其余部分可以公开。',
};
/** 条例第三十六条第四项 */
export const search: Draft = {
  outcome: 'notHeld',
  searched: '2026年3月10日，由档案室以“危房改造”为关键词检索档案系统，没有发现相关记录。',
  reasons: '本机关没有制作或者获取该信息的职责和记录。',
};
/** A refusal that was revoked on its substance. */
export const revoked = [
  act('reply.issued', '2026-03-05', { ...internal, number: '某政公开〔2026〕1号' }),
  act('redo.ordered', '2026-03-16', { id: '1', workdays: 15, ground: 'substance' }),
];
