import { cite } from '../law/citation.js';
import { choice, date, ifKnown, integer, longText, text } from './fields.js';

/** What a decision or a judgment that went against the office orders, or leaves unordered. */
export const redoActs = {
  'redo.ordered': {
    name: '责令重新答复',
    article: cite('reconsideration', 64),
    fields: {
      id: text('作出责令的复议或诉讼编号', {
        hint: '决定或者裁判只撤销、没有责令的，请办理“未责令重新答复”。',
      }),
      workdays: ifKnown(integer('限期（工作日）', 1, 999)),
      days: ifKnown(integer('限期（日）', 1, 999)),
      until: ifKnown(date('限期至')),
      ground: ifKnown(choice('责令的原因', { substance: '实体问题', procedure: '仅程序违法' })),
    },
  },
  // An organ or a court may quash and leave it at that. Said by a person: the decision's text is not in the system.
  'redo.notOrdered': {
    name: '未责令重新答复',
    article: cite('reconsideration', 64),
    fields: {
      id: text('撤销答复的复议或诉讼编号'),
      says: longText('决定或者裁判的主文', {
        hint: '照抄，例如：撤销某局 2026 年 3 月 2 日作出的答复。主文责令重新答复的，不在这里登记。',
      }),
    },
  },
} as const;
