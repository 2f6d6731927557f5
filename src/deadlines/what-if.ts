import type { CaseFile } from '../casework/case-file.js';
import type { Act } from '../domain/acts/acts.js';
import { readClock } from '../domain/clock/clock.js';
import { requiredLimit } from '../domain/clock/limits.js';
import type { ReadPeriod } from '../domain/clock/period.js';
import { type LocalDate, addDays, parseLocalDate } from '../domain/time/local-date.js';
import { deadlineOf } from '../web/deadline-reading.js';
import { type DeadlineReading, chineseDate } from '../web/words.js';

/** One trial beside the case as it is. */
export interface Trial {
  readonly title: string;
  /** What was supposed, in words. */
  readonly supposed: readonly string[];
  readonly deadline?: DeadlineReading;
  readonly excluded: number;
  readonly pendingOn: string;
  /** 比现在晚 12 个工作日 */
  readonly beside: string;
}

type Asked = Readonly<Record<string, unknown>>;

const PLANS = [
  { key: 'a', title: '方案一' },
  { key: 'b', title: '方案二' },
] as const;
const CONSULTATIONS = [1, 2] as const;

/** What stops the clock until the applicant has done his part, and then begins it anew (条例第三十条；109号第六条). */
const INTERRUPTIONS = [
  {
    id: 'Correction',
    title: '补正（《条例》第三十条）',
    asks: '告知补正日',
    answers: '收到补正日（空着表示还没有补正）',
  },
  {
    id: 'Fee',
    title: '收费（国办函〔2020〕109号第六条）',
    asks: '收费通知日',
    answers: '缴费日（空着表示还没有缴费）',
  },
] as const;

interface TrialField {
  readonly kind: 'date' | 'number';
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** The fields of both plans, as they were filled. */
export function trialFields(
  asked: Asked,
  today: LocalDate,
): { title: string; rows: { title: string; fields: TrialField[] }[] }[] {
  const field = (kind: TrialField['kind'], name: string, label: string, first = ''): TrialField => {
    const value = asked[name];
    return { kind, name, label, value: typeof value === 'string' ? value : first };
  };
  return PLANS.map(({ key, title }) => ({
    title,
    rows: [
      ...CONSULTATIONS.map((n) => ({
        title: `征求第 ${n} 家意见（《条例》第三十三条第三款）`,
        fields: [
          field('date', `${key}Sent${n}`, '发出日', key === 'a' && n === 1 ? today : ''),
          field('date', `${key}Back${n}`, '答复日（空着按用满期限）'),
        ],
      })),
      ...INTERRUPTIONS.map(({ id, title, asks, answers }) => ({
        title,
        fields: [field('date', `${key}${id}Asked`, asks), field('date', `${key}${id}Back`, answers)],
      })),
      {
        title: '延长答复期限（《条例》第三十三条第二款）',
        fields: [field('number', `${key}Extension`, '今天延长几个工作日')],
      },
    ],
  }));
}

/** The case as it is, then each plan; plans that suppose nothing are left out. */
export function trialsOf(file: CaseFile, asked: Asked): Trial[] {
  const now = trial('现在', file, [], []);
  const plans = PLANS.map(({ key, title }) => {
    const { acts, supposed } = supposedActs(key, file, asked);
    return trial(title, file, acts, supposed, file.reading.reply);
  });
  return [now, ...plans.filter(({ supposed }) => supposed.length > 0)];
}

function supposedActs(key: string, file: CaseFile, asked: Asked): { acts: Act[]; supposed: string[] } {
  const acts: Act[] = [];
  const supposed: string[] = [];
  for (const n of CONSULTATIONS) {
    const sent = dayIn(asked[`${key}Sent${n}`]);
    const back = dayIn(asked[`${key}Back${n}`]);
    if (!sent) continue;
    if (sent < file.application.receivedOn || (back && back < sent)) {
      supposed.push(`第 ${n} 家的日期前后不符，没有计入。`);
      continue;
    }
    const id = `设想${n}`;
    acts.push({ type: 'opinion.sought', on: sent, id, consultee: 'agency', deliveredOn: sent });
    if (back) acts.push({ type: 'opinion.received', on: back, id });
    supposed.push(
      `${chineseDate(sent)}征求第 ${n} 家意见，${back ? `${chineseDate(back)}答复` : '对方用满期限'}`,
    );
  }
  for (const { id } of INTERRUPTIONS) {
    const on = dayIn(asked[`${key}${id}Asked`]);
    const back = dayIn(asked[`${key}${id}Back`]);
    if (!on) continue;
    if (on < file.application.receivedOn || (back && back < on)) {
      supposed.push(`${id === 'Fee' ? '收费' : '补正'}的日期前后不符，没有计入。`);
      continue;
    }
    acts.push(...interruption(id, on, back));
    supposed.push(saysInterruption(id, on, back));
  }
  const workdays = Number(asked[`${key}Extension`] ?? '');
  if (Number.isInteger(workdays) && workdays > 0) {
    const { amount } = requiredLimit('reply.extension', file.application.receivedOn);
    acts.push({ type: 'period.extended', on: file.on, workdays });
    supposed.push(
      workdays > amount
        ? `延长 ${workdays} 个工作日，依法只计 ${amount} 个`
        : `今天延长 ${workdays} 个工作日`,
    );
  }
  return { acts, supposed };
}

function interruption(id: 'Correction' | 'Fee', on: LocalDate, back: LocalDate | undefined): Act[] {
  // What is asked for does not move the clock, only that it was; the applicant's own period is not tried here.
  const [asks, answered]: [Act, Act['type'] & ('correction.received' | 'fee.paid')] =
    id === 'Correction'
      ? [
          { type: 'correction.required', on, items: '设想', until: addDays(back ?? on, 1) },
          'correction.received',
        ]
      : [{ type: 'fee.noticed', on, deliveredOn: on, basis: 'page', quantity: 1, yuan: 1 }, 'fee.paid'];
  return back ? [asks, { type: answered, on: back }] : [asks];
}

function saysInterruption(id: 'Correction' | 'Fee', on: LocalDate, back: LocalDate | undefined): string {
  const [what, done] = id === 'Correction' ? ['告知补正', '收到补正'] : ['通知缴费', '缴费'];
  const then = back ? `${chineseDate(back)}${done}，重新起算` : '期限暂停，等申请人';
  return `${chineseDate(on)}${what}，${then}`;
}

function trial(
  title: string,
  { acts, calendar, policy, on }: CaseFile,
  more: readonly Act[],
  supposed: readonly string[],
  now?: ReadPeriod,
): Trial {
  const { reply } = readClock([...acts, ...more], calendar, on, policy);
  const excluded = (reply?.excluded ?? []).length;
  return {
    title,
    supposed,
    ...(reply ? { deadline: deadlineOf(reply) } : {}),
    excluded,
    pendingOn: reply && !reply.ended ? (reply.pendingOn ?? '') : '',
    beside: reply && now ? distance(now.dueOn, reply.dueOn, calendar.workdaysIn.bind(calendar)) : '',
  };
}

function distance(
  now: LocalDate,
  then: LocalDate,
  workdaysIn: (after: LocalDate, through: LocalDate) => number,
): string {
  if (now === then) return '与现在相同';
  return then > now
    ? `比现在晚 ${workdaysIn(now, then)} 个工作日`
    : `比现在早 ${workdaysIn(then, now)} 个工作日`;
}

const dayIn = (value: unknown): LocalDate | undefined =>
  typeof value === 'string' && value !== '' ? parseLocalDate(value) : undefined;
