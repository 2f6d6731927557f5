import type { CaseFile } from '../casework/case-file.js';
import { type JointApplicant, namesInShort } from '../domain/application/joint-applicants.js';
import { mayPerform } from '../domain/application/authority.js';
import { nextSteps } from '../domain/application/next-steps.js';
import type { Lack } from '../domain/application/completeness.js';
import { stages } from '../domain/application/stages.js';
import type { ReadPeriod } from '../domain/clock/period.js';
import { printCitation } from '../domain/law/citation.js';
import { isDefence } from '../domain/remedy/defences.js';
import type { AccountRecord } from '../records/person/account.js';
import { attachmentPurposes } from '../records/paper/attachment.js';
import { letterStanding, letterName } from '../records/paper/letter.js';
import type { Particulars } from '../records/application/particulars.js';
import type { MendedParts } from '../records/application/particulars-corrections.js';
import { actorOf } from '../web/acting.js';
import type { AlikeShown } from '../web/alike.js';
import { deadlineOf } from '../web/deadline-reading.js';
import { type FormState, emptyForm } from '../web/forms.js';
import { type Option, optionsOf } from '../web/options.js';
import { type PageContract, definePage } from '../web/page.js';
import { paths } from '../web/paths.js';
import { type Viewer, holds, mayActIn } from '../web/viewer.js';
import { type DeadlineReading, chineseDate } from '../web/words.js';
import { waitingFor } from './act-preview.js';
import {
  type AttachmentShown,
  type ConsultationShown,
  type Item,
  type LetterToIssue,
  type ProceedingShown,
  applicantItems,
  attachmentsShown,
  consultationsShown,
  lettersToIssue,
  proceedingsShown,
  requestItems,
} from './case-sections.js';
import { type DueMoveShown, dueMovesShown } from './due-moves.js';
import { withMendings } from './mended-in-words.js';
import { type RecordLine, readingsOf, recordLines } from './record-lines.js';
import { type StepGroup, notNowByReason, stepGroups } from './step-groups.js';
import { type LoopBack, type StageShown, loopOf, stagesOf } from './stepper.js';
import { type Task, isFor, tasksOf } from './tasks.js';
import { whoseTurn } from './whose-turn.js';

/** A period as the case page lists it. */
interface PeriodShown {
  readonly name: string;
  readonly href: string;
  readonly deadline: DeadlineReading;
  readonly article: string;
  readonly because: string;
  readonly pendingOn: string;
}

interface LetterShown {
  readonly title: string;
  readonly number: string;
  readonly status: string;
  readonly href: string;
}

export interface CasePage extends PageContract {
  readonly id: string;
  readonly number: string;
  readonly office: string;
  readonly stages: readonly StageShown[];
  readonly loop?: LoopBack;
  readonly closed: boolean;
  readonly sentence: string;
  readonly turn: string;
  /** Letters drafted and not issued yet: what they tell has reached nobody. */
  readonly toIssue: readonly LetterToIssue[];
  readonly duty?: PeriodShown;
  /** The reply is not owed while it is the applicant's turn; empty otherwise. */
  readonly paused: string;
  /** Other periods that run: of the applicant, a consultee, an organ. */
  readonly others: readonly PeriodShown[];
  readonly mayAct: boolean;
  readonly groups: readonly StepGroup[];
  readonly notNow: readonly { names: string; says: string }[];
  readonly content: string;
  readonly request: readonly Item[];
  readonly applicant: readonly Item[];
  /** What the application lacks; '' when nothing. */
  readonly lacks: string;
  /** Whether the viewer may ask for 补正. */
  readonly mayAskCorrection: boolean;
  readonly alike: AlikeShown | undefined;
  readonly unmasked: boolean;
  readonly mayUnmask: boolean;
  readonly consultations: readonly ConsultationShown[];
  readonly proceedings: readonly ProceedingShown[];
  readonly letters: readonly LetterShown[];
  readonly attachments: readonly AttachmentShown[];
  readonly upload: FormState;
  readonly purposes: readonly Option[];
  readonly flaws: number;
  readonly mayCorrect: boolean;
  /** 更正申请人信息. */
  readonly mayMend: boolean;
  readonly moves: readonly DueMoveShown[];
  readonly record: readonly RecordLine[];
}

export const casePage = definePage<CasePage>('cases/case');

const purposes = optionsOf(attachmentPurposes);

/** What else the case page shows besides the file. */
export interface Beside {
  readonly viewer: Viewer;
  readonly people: readonly AccountRecord[];
  readonly particulars: Particulars;
  readonly joint: readonly JointApplicant[];
  readonly mendings: ReadonlyMap<number, MendedParts>;
  readonly lacks: readonly Lack[];
  /** Left out where there is nothing to compare any more. */
  readonly alike?: AlikeShown | undefined;
  /** The particulars are shown as they are; whoever asked has been noted. */
  readonly unmasked?: boolean;
  readonly upload?: FormState;
}

const tasksOfFile = ({ application, standing, acts }: CaseFile): Task[] =>
  tasksOf({
    state: standing.state,
    facts: standing.facts,
    acts,
    handlerAccountId: application.handlerAccountId,
  });

/** Everything that the case page shows. */
export function casePageOf(file: CaseFile, beside: Beside): CasePage {
  const { application, office, standing, reading, acts, letters } = file;
  const { viewer, particulars, unmasked = false, upload = emptyForm({ purpose: 'application' }) } = beside;
  const own = mayActIn(viewer, application.officeId);
  const tasks = tasksOfFile(file);
  const steps = nextSteps(file, actorOf(viewer));
  const { nextDuty } = reading;
  const readings = readingsOf(file);
  const loop = loopOf(acts);
  const running = reading.periods.filter(
    ({ ended, paused, id, of, remaining }) =>
      !ended && !paused && id !== nextDuty?.id && !(of === 'window' && remaining < 0),
  );
  const paused = reading.periods.find((period) => period.paused && !period.ended);
  return {
    title: `${application.number} ${namesInShort(application.applicantName, application.jointNames)}`,
    id: application.id,
    number: application.number,
    office: office.name,
    stages: stagesOf(acts, standing.stage),
    ...(loop ? { loop } : {}),
    closed: standing.stage === 'closed',
    sentence: sentenceOf(file, beside.people),
    turn:
      whoseTurn(tasks, (id) => beside.people.find((person) => person.id === id)?.name) ||
      waitingFor(standing),
    toIssue: own ? lettersToIssue(file) : [],
    ...(nextDuty ? { duty: periodShown(application.id, nextDuty) } : {}),
    paused: paused ? `${paused.name}暂停计算：${paused.pendingOn ?? '轮到申请人'}。` : '',
    others: running.map((period) => periodShown(application.id, period)),
    mayAct: own,
    groups: own
      ? stepGroups(
          application.id,
          steps,
          tasks.filter((task) => isFor(task, viewer)),
          standing.facts,
        )
      : [],
    notNow: own ? notNowByReason(steps) : [],
    content: application.content,
    request: requestItems(file),
    applicant: applicantItems(file, beside),
    lacks: own ? beside.lacks.map(({ says }) => says).join('、') : '',
    mayAskCorrection: own && steps.possible.some(({ type }) => type === 'correction.required'),
    alike: beside.alike,
    unmasked,
    mayUnmask: own && holds(viewer, 'clerk', 'handler', 'legal') && Object.values(particulars).some(Boolean),
    consultations: consultationsShown(file),
    proceedings: proceedingsShown(file),
    letters: letters.map((letter) => ({
      title: letterName(letter, acts),
      number: letter.number ?? '',
      status: letterStanding(letter),
      href: paths.letter(letter.id),
    })),
    attachments: attachmentsShown(file),
    upload,
    purposes,
    flaws: file.irregularities.filter(({ finding }) => !isDefence(finding)).length,
    mayCorrect: own && holds(viewer, 'head'),
    mayMend: own && mayPerform(actorOf(viewer), 'particulars.corrected'),
    moves: dueMovesShown(file, readings),
    record: withMendings(recordLines(file, readings), beside.mendings, unmasked),
  };
}

function periodShown(id: string, period: ReadPeriod): PeriodShown {
  return {
    name: period.name,
    href: paths.caseDeadline(id, period.id),
    deadline: deadlineOf(period),
    article: printCitation(period.article),
    because: period.because,
    pendingOn: period.pendingOn ?? '',
  };
}

/** 办理：审查办理，承办人陈承办；答复期限已计 8 个工作日；有 2 项征求意见尚未答复。 */
function sentenceOf(file: CaseFile, people: readonly AccountRecord[]): string {
  const { application, standing, reading } = file;
  const handler = people.find(({ id }) => id === application.handlerAccountId)?.name;
  const opinions = Object.values(standing.facts.consultations).filter((state) => state === 'open').length;
  const { reply } = reading;
  const { stage } = standing;
  const parts = [
    stage === 'closed' ? '本件已经办结归档' : `本件在“${stages[stage]}”阶段，${standing.name}`,
    handler ? `由${handler}承办` : '',
    reply && !reply.ended && reply.unit === 'workdays'
      ? `${chineseDate(reply.startedOn)}起算，已计 ${reply.counted} 个工作日`
      : '',
    reply?.ended?.how === 'met' ? `答复在期限内送达` : '',
    reply?.ended?.how === 'late' ? `答复超过期限送达（期限 ${chineseDate(reply.dueOn)}）` : '',
    opinions > 0 ? `有 ${opinions} 项征求意见尚未答复` : '',
  ];
  return `${parts.filter(Boolean).join('；')}。`;
}
