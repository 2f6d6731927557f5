import type { CaseFile } from '../casework/case-file.js';
import type { RecordedAct } from '../domain/acts/acts.js';
import {
  type ReplyState,
  awaitsApplicant,
  isHandled,
  isReplied,
  replyStateOf,
} from '../domain/application/reply-state.js';
import { takes } from '../domain/application/standing.js';
import { type ReadPeriod, isAskedOfApplicant } from '../domain/clock/period.js';
import { letterOf } from '../domain/letter/register.js';
import { outcomeTitle } from '../domain/outcome/outcomes.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { dayOf } from '../infrastructure/today.js';
import { ONLINE_APPLICANT } from '../records/paper/attached-papers.js';
import type { AttachmentRecord } from '../records/paper/attachment.js';
import type { LetterRecord } from '../records/paper/letter.js';
import type { SubmissionRecord } from '../records/application/submission.js';
import { chineseDate } from '../web/words.js';

const stageNames = ['已提交', '已受理', '办理中', '已答复', '已办结'] as const;

/** One of the five stages as a stepper shows it. */
export interface FollowedStage {
  readonly name: string;
  readonly state: 'done' | 'current' | 'ahead' | 'skipped';
  readonly note?: string;
}

/** What the applicant is to do now. */
export interface FollowedTask {
  readonly kind: 'correction' | 'reasons' | 'payment';
  readonly title: string;
  readonly text: string;
  readonly dueOn: LocalDate;
  /** What has been sent for it already. */
  readonly sent: readonly Pick<AttachmentRecord, 'name' | 'uploadedAt'>[];
}

/** An application as its applicant follows it: no name, no other person, nothing of the inner work. */
export interface Followed {
  readonly number: string;
  readonly stages: readonly FollowedStage[];
  /** Where it stands, in a sentence. */
  readonly sentence: string;
  /** By when the office owes the reply; '' when it does not. */
  readonly deadline: string;
  readonly task?: FollowedTask | undefined;
  readonly letters: readonly LetterRecord[];
  readonly mayWithdraw: boolean;
}

function stepper(at: number, notes: readonly string[], endedEarly = false): FollowedStage[] {
  return stageNames.map((name, i) => {
    const passed = endedEarly && i > 1 && i < at ? 'skipped' : 'done';
    const state = i < at ? passed : i === at ? 'current' : 'ahead';
    const note = i <= at ? notes[i] : undefined;
    return { name, state, ...(note ? { note } : {}) };
  });
}

/** Before there is a case: 待双方确认, declined, or taken back. */
export function followedSubmission({ state, arrivedAt, settledNote }: SubmissionRecord): Followed {
  const notes = [chineseDate(dayOf(arrivedAt))];
  const said = {
    pending: '申请已经送到，工作机构正在与您联系确认。双方确认之后才算收到，答复期限从那时起计算。',
    confirmed: '申请已经确认。',
    declined: `这份提交没有受理。原因：${settledNote ?? ''}`,
    withdrawn: '您已经撤回这份申请，工作机构不再办理。',
  };
  const ended = state === 'declined' || state === 'withdrawn';
  return {
    number: '',
    stages: ended ? stepper(4, notes, true).map(skipAcceptance) : stepper(0, notes),
    sentence: said[state],
    deadline: '',
    letters: [],
    mayWithdraw: state === 'pending',
  };
}

const skipAcceptance = (stage: FollowedStage): FollowedStage =>
  stage.name === '已受理' ? { ...stage, state: 'skipped' } : stage;

/** Letters that are addressed to the applicant and issued. */
export const lettersToApplicant = ({ letters }: Pick<CaseFile, 'letters'>): LetterRecord[] =>
  letters.filter(
    ({ kind, status, pdfHash }) =>
      status === 'issued' && pdfHash !== null && letterOf(kind).to === 'applicant',
  );

export const withdrawal = (on: LocalDate) =>
  ({ type: 'application.withdrawn', on, proof: '申请人凭查询码在网上撤回' }) as const;

/** A case, read for its applicant. */
export function followedCase(file: CaseFile, submission: SubmissionRecord): Followed {
  const { application, standing, on } = file;
  const reply = replyStateOf(standing.state);
  const at = stageOf(reply);
  const stopped = reply === 'replied.discontinued';
  const notes = [chineseDate(dayOf(submission.arrivedAt)), chineseDate(application.receivedOn)];
  return {
    number: application.number,
    stages: stepper(
      at,
      notes,
      stopped || (at === 4 && !file.acts.some(({ type }) => type === 'reply.issued')),
    ),
    sentence: sentenceOf(file),
    deadline: deadlineOf(file),
    task: taskOf(file),
    letters: lettersToApplicant(file),
    mayWithdraw: takes(standing, withdrawal(on)),
  };
}

/** The place among the five stages. What goes on beside the reply (复议、诉讼) has its own letters and does not move it. */
function stageOf(reply: ReplyState): number {
  if (reply === 'closed' || reply === 'replied.discontinued') return 4;
  if (isReplied(reply)) return 3;
  return isHandled(reply) ? 2 : 1;
}

function sentenceOf({ standing, summary, acts }: CaseFile): string {
  const reply = replyStateOf(standing.state);
  const outcome = summary.outcome ? `（${outcomeTitle(summary.outcome)}）` : '';
  if (reply === 'closed') return `申请已经办结${outcome}。`;
  if (reply === 'replied.discontinued') return `申请已经终止，不再处理${outcome}。`;
  if (isReplied(reply))
    return `工作机构已经答复${outcome}。下面可以阅读答复书；正式文书按您选择的方式送达，网上查看不代替送达。`;
  if (awaitsApplicant(reply)) return '现在轮到您，请看下面“您要做的事”。';
  if (acts.some(({ type }) => type === 'redo.ordered')) return '工作机构正在按复议决定或者判决重新办理。';
  return isHandled(reply) ? '工作机构正在办理您的申请。' : '申请已经受理，正在登记分办。';
}

function deadlineOf({ reading, office }: CaseFile): string {
  const { reply } = reading;
  if (!reply || reply.ended) return '';
  if (reply.paused) return '您办完下面的事之后，答复期限再接着计算或者重新计算。';
  const day = chineseDate(reply.dueOn);
  if (reply.state === 'overdue') {
    const call = office.phone ? `可以拨打 ${office.phone} 询问，` : '';
    return `应当在 ${day}前答复，这一天已经过了。您${call}也可以依法申请行政复议。`;
  }
  const asking = reply.excluded.some(({ projected }) => projected);
  const move = asking ? '正在征求有关方面的意见，所需时间不计算在内，这一天可能后移。' : '';
  const provisional = reply.provisional ? '（放假安排尚未公布，暂定）' : '';
  return `最迟 ${day}答复您${provisional}。${move}`;
}

function taskOf({ acts, reading, standing, attachments }: CaseFile): FollowedTask | undefined {
  const reply = replyStateOf(standing.state);
  const running = (period: ReadPeriod): boolean => isAskedOfApplicant(period) && !period.ended;
  const period = reading.periods.filter(running).at(-1);
  if (!period) return undefined;
  const { dueOn } = period;
  const sentSince = ({ recordedAt }: RecordedAct): AttachmentRecord[] =>
    attachments.filter(
      ({ uploadedAt, uploadedByName }) =>
        uploadedByName === ONLINE_APPLICANT && uploadedAt >= new Date(recordedAt),
    );
  for (const act of [...acts].reverse()) {
    if (act.type === 'correction.required' && reply === 'handling.awaitingCorrection')
      return { kind: 'correction', title: '补正申请', text: act.items, dueOn, sent: sentSince(act) };
    if (act.type === 'reasons.asked' && reply === 'handling.awaitingReasons')
      return { kind: 'reasons', title: '说明理由', text: act.facts, dueOn, sent: sentSince(act) };
    if (act.type === 'fee.noticed' && reply === 'handling.awaitingPayment')
      return { kind: 'payment', title: '缴纳信息处理费', text: `应缴 ${act.yuan} 元。`, dueOn, sent: [] };
  }
  return undefined;
}
