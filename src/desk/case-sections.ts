import type { CaseFile } from '../casework/case-file.js';
import { concludes } from '../domain/acts/conclusions.js';
import { consultees, views } from '../domain/acts/handling-acts.js';
import { channels } from '../domain/acts/intake-acts.js';
import { agentPapers, applicantKinds, recipients } from '../domain/application/applicant.js';
import type { JointApplicant } from '../domain/application/joint-applicants.js';
import { receiptRules } from '../domain/application/receipt.js';
import { identityDocuments, supplyWays, wantedForms } from '../domain/application/provision.js';
import { consultationsOf, exclusionOf } from '../domain/clock/consultations.js';
import { printCitation } from '../domain/law/citation.js';
import { outcomeTitle } from '../domain/outcome/outcomes.js';
import { kindNames, stateMetaOf } from '../domain/remedy/proceeding.js';
import { resultNameOf } from '../domain/remedy/results.js';
import { attachmentPurposes } from '../records/paper/attachment.js';
import { isKeptReady, letterName } from '../records/paper/letter.js';
import {
  type Particular,
  type Particulars,
  masked,
  particularNames,
} from '../records/application/particulars.js';
import { jointInWords } from '../web/application-answers.js';
import { paths } from '../web/paths.js';
import { chineseDate, chineseTime } from '../web/words.js';

export interface Item {
  readonly term: string;
  readonly text: string;
}

/** What was asked for, and how it came. */
export function requestItems({ application, acts }: CaseFile): Item[] {
  const { channel, receivedOn, wantedForm, supplyWay, outcome } = application;
  const received = acts.find((act) => act.type === 'application.received');
  const arrivedOn = received?.type === 'application.received' ? received.arrivedOn : undefined;
  const { proof, firstTo, contactTriedOn } = received?.type === 'application.received' ? received : {};
  return [
    { term: '申请渠道', text: channels[channel] },
    ...(arrivedOn ? [{ term: '实际到达日', text: chineseDate(arrivedOn) }] : []),
    {
      term: '收到申请之日',
      text: `${chineseDate(receivedOn)}（${receiptRules[channel].day}，${printCitation(receiptRules[channel].article)}）`,
    },
    ...(firstTo ? [{ term: '先收到的机构或个人', text: firstTo }] : []),
    ...(contactTriedOn ? [{ term: '首次联系申请人', text: chineseDate(contactTriedOn) }] : []),
    ...(proof ? [{ term: '收到凭证', text: proof }] : []),
    { term: '提供形式', text: wantedForm ? wantedForms[wantedForm] : '未填' },
    { term: '获取方式', text: supplyWay ? supplyWays[supplyWay] : '未填' },
    ...(outcome ? [{ term: '办理结果', text: outcomeTitle(outcome) }] : []),
  ];
}

/** Who applies; particulars as they are where somebody has asked for them, else masked. */
export function applicantItems({ application }: CaseFile, beside: ApplicantShown): Item[] {
  const { particulars, joint, unmasked = false } = beside;
  const { applicantKind, applicantName, idDocument, agentPapers: papers, serviceTo } = application;
  const told = (id: Particular, value: string): string => (unmasked ? value : masked(id, value));
  const shown = (Object.keys(particularNames) as Particular[]).flatMap((id): Item[] => {
    const value = particulars[id];
    if (!value) return [];
    const term =
      id === 'idNumber' && idDocument ? `${identityDocuments[idDocument]}号码` : particularNames[id];
    return [{ term, text: told(id, value) }];
  });
  const together = joint.map((one) => jointInWords(one, told)).join('\n');
  return [
    { term: '申请人', text: applicantName },
    { term: '申请人类别', text: applicantKinds[applicantKind] },
    ...shown,
    ...(together ? [{ term: `共同申请人（${joint.length} 位）`, text: together }] : []),
    ...(particulars.agentName
      ? [{ term: '代理材料', text: papers.map((id) => agentPapers[id]).join('、') || '没有提交' }]
      : []),
    ...(serviceTo ? [{ term: '文书送达', text: recipients[serviceTo] }] : []),
  ];
}

/** What the section about the applicant is shown from. */
interface ApplicantShown {
  readonly particulars: Particulars;
  readonly joint: readonly JointApplicant[];
  readonly unmasked?: boolean;
}

/** One consultation as an interval of the reply clock. */
export interface ConsultationShown {
  readonly id: string;
  readonly who: string;
  readonly kind: string;
  readonly soughtOn: string;
  readonly deliveredOn: string;
  readonly end: string;
  readonly open: boolean;
  readonly view: string;
  /** 2026年3月2日次日起至3月20日，扣除 14 个工作日 */
  readonly excluded: string;
}

export function consultationsShown({ acts, calendar, policy }: CaseFile): ConsultationShown[] {
  return consultationsOf(calendar, acts).map((consultation) => {
    const { id, sought, deliveredOn, received, lapsed, lapsesOn } = consultation;
    const { after, through } = exclusionOf(consultation, policy);
    const open = !received && !lapsed;
    return {
      id,
      who: sought.name ?? consultees[sought.consultee],
      kind: consultees[sought.consultee],
      soughtOn: chineseDate(sought.on),
      deliveredOn: deliveredOn ? chineseDate(deliveredOn) : '尚未登记送达',
      end: received
        ? `${chineseDate(received.on)}答复`
        : lapsed
          ? `${chineseDate(lapsesOn)}期满未答复`
          : `最迟 ${chineseDate(lapsesOn)}`,
      open,
      view: received?.view ? views[received.view] : '',
      excluded: `${calendar.workdaysIn(after, through)} 个工作日${open ? '（暂按对方用满期限）' : ''}`,
    };
  });
}

export interface LetterToIssue {
  readonly title: string;
  readonly href: string;
}

/** Drafts that wait to be issued. What was drafted on the way to a reply that has gone out since is told by the reply. */
export function lettersToIssue({ acts, letters, standing }: CaseFile): LetterToIssue[] {
  if (standing.stage === 'closed') return [];
  const since = acts.findLast(concludes)?.seq ?? 0;
  return letters
    .filter((letter) => letter.status === 'drafted' && letter.actSeq >= since && !isKeptReady(letter))
    .map((letter) => ({ title: letterName(letter, acts), href: paths.letter(letter.id) }));
}

export interface ProceedingShown {
  readonly number: string;
  readonly kind: string;
  readonly organ: string;
  readonly openedOn: string;
  readonly state: string;
  readonly answerDueOn: string;
  readonly result: string;
}

export function proceedingsShown({ proceedings }: CaseFile): ProceedingShown[] {
  return proceedings.map(({ number, kind, organ, openedOn, state, answerDueOn, result, concludedOn }) => ({
    number,
    kind: kindNames[kind],
    organ: organ ?? '',
    openedOn: chineseDate(openedOn),
    state: stateMetaOf(kind, state).name,
    answerDueOn: answerDueOn ? chineseDate(answerDueOn) : '',
    result: result ? `${resultNameOf(kind, result)}（${chineseDate(concludedOn)}）` : '',
  }));
}

export interface AttachmentShown {
  readonly name: string;
  readonly href: string;
  readonly purpose: string;
  readonly size: string;
  readonly added: string;
}

export function attachmentsShown({ attachments, application }: CaseFile): AttachmentShown[] {
  return attachments.map(({ id, name, purpose, bytes, uploadedAt, uploadedByName }) => ({
    name,
    href: paths.attachment(application.id, id),
    purpose: attachmentPurposes[purpose],
    size:
      bytes < 1024 * 1024
        ? `${Math.max(1, Math.round(bytes / 1024))} KB`
        : `${(bytes / 1024 / 1024).toFixed(1)} MB`,
    added: `${uploadedByName}，${chineseTime(uploadedAt)}`,
  }));
}
