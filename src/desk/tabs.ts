import type { OpenCase } from '../casework/open-cases.js';
import {
  type ReplyState,
  awaitsApplicant,
  isReplied,
  replyStateOf,
} from '../domain/application/reply-state.js';
import { isConcluded } from '../domain/remedy/proceeding.js';
import type { Role } from '../domain/office/role.js';
import type { Viewer } from '../web/viewer.js';
import { type Task, isFor, tasksOf } from './tasks.js';

/** An open case with what it asks of the office. */
export interface DeskCase extends OpenCase {
  readonly tasks: readonly Task[];
  /** Those of the person at the screen. */
  readonly mine: readonly Task[];
}

export function deskCase(open: OpenCase, viewer: Viewer): DeskCase {
  const { application, facts, acts } = open;
  const tasks = tasksOf({
    state: application.state,
    handlerAccountId: application.handlerAccountId,
    facts,
    acts,
  });
  return { ...open, tasks, mine: tasks.filter((task) => isFor(task, viewer)) };
}

/** A heap of cases on the desk: which they are, and whose desk has it. */
interface Tab {
  readonly id: string;
  readonly label: string;
  readonly roles: readonly Role[];
  readonly holds: (one: DeskCase) => boolean;
  /** What is said when there is none. */
  readonly empty: { readonly title: string; readonly text: string };
  readonly late?: true;
  /** Shown only where it holds something. */
  readonly rare?: true;
}

const everyone: readonly Role[] = ['clerk', 'handler', 'head', 'legal', 'leader'];
const replyOf = ({ application }: DeskCase): ReplyState => replyStateOf(application.state);

export const isLate = ({ reading }: Pick<OpenCase, 'reading'>): boolean =>
  reading.nextDuty !== undefined && reading.nextDuty.remaining < 0;

const tabs: readonly Tab[] = [
  {
    id: 'mine',
    label: '要我办的',
    roles: everyone,
    holds: (one) => one.mine.length > 0 && !one.leftByLedger,
    empty: { title: '没有要您办的事', text: '轮到您办理的申请会出现在这里，先到期的排在前面。' },
  },
  {
    id: 'signing',
    label: '待审核签发',
    roles: ['handler', 'head', 'legal', 'leader'],
    holds: (one) => replyOf(one) === 'handling.awaitingSignature',
    empty: { title: '没有待审核签发的答复', text: '拟制好的答复会出现在这里，直到制发。' },
  },
  {
    id: 'serving',
    label: '待送达',
    roles: ['clerk', 'handler'],
    holds: (one) => replyOf(one) === 'replied.issued',
    empty: { title: '没有待送达的答复', text: '制发后还没有登记送达的答复会出现在这里。' },
  },
  {
    id: 'opinions',
    label: '征求意见中',
    roles: ['clerk', 'handler', 'head'],
    holds: (one) => !isReplied(replyOf(one)) && Object.values(one.facts.consultations).includes('open'),
    empty: { title: '没有尚未答复的征求意见', text: '发出征求意见书、对方还没有答复的申请会出现在这里。' },
  },
  {
    id: 'waiting',
    label: '等申请人',
    roles: ['clerk', 'handler'],
    holds: (one) => awaitsApplicant(replyOf(one)),
    empty: { title: '没有等申请人答复的申请', text: '等待补正、说明理由或缴费的申请会出现在这里。' },
  },
  {
    id: 'appeals',
    label: '复议应诉',
    roles: ['handler', 'head', 'legal', 'leader'],
    holds: ({ facts }) => Object.values(facts.proceedings).some((one) => !isConcluded(one)),
    empty: { title: '没有尚未审结的复议、诉讼', text: '复议受理或收到应诉通知后，会出现在这里。' },
  },
  {
    id: 'late',
    label: '已超期',
    roles: everyone,
    holds: (one) => isLate(one) && !one.leftByLedger,
    empty: { title: '没有超期的申请', text: '过了法定期限还没有办完的申请会出现在这里。' },
    late: true,
  },
  {
    id: 'ledger',
    label: '台账导入待补记',
    roles: everyone,
    holds: (one) => one.leftByLedger,
    empty: {
      title: '没有待补记的旧案',
      text: '台账导入时已经超期、导入后还没有补记办理情况的申请会出现在这里。',
    },
    rare: true,
  },
  {
    id: 'office',
    label: '本机关在办',
    roles: everyone,
    holds: () => true,
    empty: { title: '本机关没有在办的申请', text: '登记以后、办结以前的申请都会出现在这里。' },
  },
];

/** Today's work in front of what an old ledger has left. */
const asideLast = (cases: readonly DeskCase[]): DeskCase[] => [
  ...cases.filter(({ leftByLedger }) => !leftByLedger),
  ...cases.filter(({ leftByLedger }) => leftByLedger),
];

/** The tabs of a person, each with its cases; `mine` is always the first. */
export function tabsFor(viewer: Viewer, cases: readonly DeskCase[]): (Tab & { cases: DeskCase[] })[] {
  const own = cases.filter((one) => ofConcern(one, viewer));
  return tabs
    .filter(({ roles }) => roles.some((role) => viewer.roles.includes(role)))
    .map((tab) => ({ ...tab, cases: asideLast((tab.id === 'office' ? cases : own).filter(tab.holds)) }))
    .filter((tab) => !tab.rare || tab.cases.length > 0);
}

/** Whoever only handles sees his own cases and those that are nobody's; the others look after the whole office. */
function ofConcern({ application, mine }: DeskCase, viewer: Viewer): boolean {
  if (viewer.roles.some((role) => role !== 'handler' && role !== 'admin')) return true;
  const { handlerAccountId } = application;
  return mine.length > 0 || handlerAccountId === null || handlerAccountId === viewer.accountId;
}
