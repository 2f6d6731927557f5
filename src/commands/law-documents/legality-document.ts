import { type ActType, actTypes, definitionOf, isActOfRecord } from '../../domain/acts/acts.js';
import { type Actor, mayPerform } from '../../domain/application/authority.js';
import { printCitation } from '../../domain/law/citation.js';
import { roleNames, roles } from '../../domain/office/role.js';
import type { ProceedingKind } from '../../domain/remedy/proceeding.js';
import { code, document, table } from './markdown.js';
import { actsOf, proceedingMark } from './proceedings.js';
import { proceedingStates, replyStates } from './states.js';
import { type Mark, markOf, visitedStates } from './traversal.js';

export const signs: Readonly<Record<Mark, string>> = { always: '●', sometimes: '○', never: '' };
const allowed = '✓';

/** Everybody who may perform acts, in the order of the columns. */
export const actors: readonly { readonly name: string; readonly actor: Actor }[] = [
  ...roles.map((role) => ({
    name: roleNames[role],
    actor: { kind: 'person', name: roleNames[role], roles: [role] } as const,
  })),
  { name: '申请人（网上）', actor: { kind: 'applicant', name: '申请人' } },
  { name: '台账导入', actor: { kind: 'ledger', name: '台账' } },
  { name: '期限届满', actor: { kind: 'time' } },
];

const isAppeal = (type: ActType): boolean => /^(reconsideration|suit)[.]/.test(type);
const named = (type: ActType): string[] => [definitionOf(type).name, code(type)];

function proceedingTable(kind: ProceedingKind): string {
  const states = proceedingStates(kind);
  return table(
    ['事项', '代码', ...states.map(({ name, id }) => `${name} ${code(id)}`)],
    actsOf(kind).map((type) => [
      ...named(type),
      ...states.map(({ id }) => signs[proceedingMark(kind, id, type)]),
    ]),
  );
}

/** docs/legality.md: who may do what, and where a case stands for it. The tests read this table against the machine. */
export function legalityDocument(): string {
  const visited = visitedStates();
  const handling = actTypes.filter((type) => !isAppeal(type) && !isActOfRecord(type));
  return document(
    '办理权限与合法性',
    '某岗位在某状态能否办理某事项，由两表相乘：第一表有 ✓，且第二表（复议、诉讼为第三、四表）有 ● 或 ○。日期和内容是否合法，另由合法性规则逐条判断。',
    '## 一、谁可以办理',
    '条例第四条、第四十五条；岗位分工为本系统口径。期限届满的事项不由任何人办理。',
    table(
      ['事项', '代码', '依据', ...actors.map(({ name }) => name)],
      actTypes.map((type) => [
        ...named(type),
        printCitation(definitionOf(type).article),
        ...actors.map(({ actor }) => (mayPerform(actor, type) ? allowed : '')),
      ]),
    ),
    '## 二、案卷到了哪一步可以办理',
    '● 总可以；○ 看案情（例如征求意见编号是否在用、答复是否已签发、复议诉讼是否审结）；空白不可以。“更正记录”不看状态，看更正后整个案卷是否仍然成立；“更正申请人信息”收到申请后随时可以办理。复议、诉讼自收到申请起随时可以登记，见第三、四表；办结后新的复议、诉讼、上诉、再审、责令重新答复和第三方收到公开告知使案卷重新打开。',
    table(
      ['事项', '代码', ...replyStates.map(({ name, id }) => `${name} ${code(id)}`)],
      handling.map((type) => [
        ...named(type),
        ...replyStates.map(({ id }) => signs[markOf(visited, id, type)]),
      ]),
    ),
    '## 三、每一起复议',
    proceedingTable('reconsideration'),
    '## 四、每一起诉讼',
    proceedingTable('suit'),
  );
}
