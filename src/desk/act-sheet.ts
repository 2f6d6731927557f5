import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../casework/case-file.js';
import { checkOf } from '../casework/reply-check.js';
import { namesInShort } from '../domain/application/joint-applicants.js';
import { type Act, type ActType, definitionOf, isActType, readAct } from '../domain/acts/acts.js';
import { type Step, nextSteps } from '../domain/application/next-steps.js';
import { printCitation } from '../domain/law/citation.js';
import type { Finding } from '../domain/law/finding.js';
import { outcomeTitle } from '../domain/outcome/outcomes.js';
import { quashedReplies } from '../domain/remedy/same-again.js';
import type { AccountRecord } from '../records/person/account.js';
import { checkShown } from '../web/check-findings.js';
import type { FormState } from '../web/forms.js';
import type { Page } from '../web/page.js';
import { paths } from '../web/paths.js';
import { ProblemException } from '../web/problems.js';
import { type Viewer, holds } from '../web/viewer.js';
import { actAddress } from './act-address.js';
import { inputsOf, lastDraft, typedValues } from './act-form.js';
import { type Input, namesOf } from './input.js';
import { type ActPage, actPage } from './act-pages.js';
import { type PreviewShown, previewOfForm } from './act-preview.js';
import { answerFrom, saysAnswer } from './answer-form.js';
import { CaseDesk } from './case-desk.js';
import { actorOf } from '../web/acting.js';
import { actInWords } from '../web/facts-in-words.js';
import { saysService, serviceKnownBefore } from './service-form.js';
import { askingWhy } from './signing.js';

/** What was posted, field by field. */
export type Posted = Readonly<Record<string, unknown>>;

/** A case, an act and a person: what the form of an act is made of. */
export interface Sheet {
  readonly viewer: Viewer;
  readonly file: CaseFile;
  readonly type: ActType;
  /** Undefined when the case does not take the act now. */
  readonly step: Step | undefined;
  readonly people: readonly AccountRecord[];
  readonly inputs: readonly Input[];
  /** Why the act is not possible, where it is not. */
  readonly notNow: string;
}

@Injectable()
export class ActSheets {
  constructor(private readonly desk: CaseDesk) {}

  /** The sheet of an act on a case of the own office. Throws 404 and 403 problems. */
  async open(viewer: Viewer, id: string, type: string, values: Posted = {}): Promise<Sheet> {
    if (!isActType(type)) throw new ProblemException('not-found');
    const file = await this.desk.take(viewer, id);
    const people = await this.desk.people(file);
    const { possible, notNow } = nextSteps(file, actorOf(viewer));
    const step = possible.find((one) => one.type === type);
    const refused = notNow.find((one) => one.type === type);
    if (!step && !refused) throw new ProblemException('forbidden');
    const why = refused ? refused.why.says + refused.why.mend : '';
    return holding({ viewer, file, type, step, people, notNow: why }, values);
  }
}

/** The sheet with the inputs that these values ask for: an outcome has fields of its own. */
export function holding(sheet: Omit<Sheet, 'inputs'>, values: Posted): Sheet {
  const { type, file, step, people } = sheet;
  // Who only handles takes a case for himself.
  const toOthers = holds(sheet.viewer, 'clerk', 'head');
  const handlers = people.filter(
    (one) => one.active && one.roles.includes('handler') && (toOthers || one.id === sheet.viewer.accountId),
  );
  return { ...sheet, inputs: askingWhy(type, inputsOf(type, file, step, handlers, values), file) };
}

/** The facts as the domain reads them: an account chosen for 分办 stands in the record by its name. */
function factsFrom({ type, people, inputs }: Sheet, posted: Posted): Posted {
  if (saysAnswer(type)) return answerFrom(posted);
  // What was typed for another way of service is not said of this one.
  if (saysService(type)) return typedValues(inputs, posted);
  if (type !== 'application.assigned') return posted;
  return { ...posted, handler: people.find(({ id }) => id === posted['handler'])?.name ?? '' };
}

/** What was typed; a field that the choice has only now brought begins with what is known before. */
export const begunValues = ({ type, file, inputs }: Sheet, posted: Posted): Record<string, string> => ({
  ...(saysService(type) ? serviceKnownBefore(file) : {}),
  ...typedValues(inputs, posted),
});

/** With 分办: the account that handles the case from now on; undefined for every other act. */
export function handlerFrom({ type, people }: Sheet, posted: Posted): string | undefined {
  if (type !== 'application.assigned') return undefined;
  return people.find(({ id }) => id === posted['handler'])?.id;
}

/** Reads the act of a posted form: the act, or what is wrong with each field. */
export const readSheet = (
  sheet: Sheet,
  posted: Posted,
): { act: Act } | { faults: Readonly<Record<string, string>> } =>
  readAct(sheet.type, factsFrom(sheet, posted));

/** What the form would lead to as it is filled now. */
export function previewOfSheet(sheet: Sheet, posted: Posted): PreviewShown {
  const { file, type, viewer } = sheet;
  const handlerAccountId = handlerFrom(sheet, posted) ?? file.application.handlerAccountId;
  return previewOfForm(type, factsFrom(sheet, posted), file, {
    actor: actorOf(viewer),
    nameOf: nameIn(sheet),
    handlerAccountId,
  });
}

export const nameIn =
  ({ people }: Pick<Sheet, 'people'>) =>
  (accountId: string): string | undefined =>
    people.find(({ id }) => id === accountId)?.name;

/** The page of a sheet; what else it says depends on how far the form has come. */
export function sheetPage(
  sheet: Sheet,
  form: FormState,
  more: Partial<Pick<ActPage, 'preview' | 'reasons' | 'askedFirst' | 'conflict'>> & { version?: number } = {},
  status = 200,
): Page {
  const { file, type, inputs, notNow, viewer } = sheet;
  const { name, article } = definitionOf(type);
  const { application } = file;
  const draft = /^reply\.(reviewed|signed|issued)$/.test(type) ? lastDraft(file.acts) : undefined;
  return actPage(
    {
      title: type === 'reply.issued' ? actAddress(application.id, type, file.standing.facts).name : name,
      article: printCitation(article),
      id: application.id,
      number: application.number,
      applicant: namesInShort(application.applicantName, application.jointNames),
      standing: file.standing.name,
      type,
      version: more.version ?? file.version,
      inputs,
      form,
      notNow,
      action: paths.act(application.id, type),
      previewAction: paths.actPreview(application.id, type),
      ...(saysAnswer(type)
        ? {
            answer: {
              request: application.content,
              notAgain: notAgainIn(file),
              catalogueAction: paths.answerCatalogue(application.id, type),
            },
          }
        : {}),
      ...(saysAnswer(type) || saysService(type)
        ? { inputsAction: paths.actInputs(application.id, type) }
        : {}),
      preview: more.preview ?? previewOfSheet(sheet, form.values),
      reasons: more.reasons ?? [],
      askedFirst: more.askedFirst ?? false,
      again: type === 'opinion.sought',
      ...(draft ? { draft: actInWords(draft) } : {}),
      ...(draft && type !== 'reply.issued' ? { check: checkShown(checkOf(file), application, viewer) } : {}),
      ...(more.conflict ? { conflict: more.conflict } : {}),
    },
    status,
  );
}

/** 重新答复: what may not be said again, before anything is written; empty where nothing was quashed. */
function notAgainIn({ acts }: CaseFile): string {
  const last = quashedReplies(acts).at(-1);
  if (!last) return '';
  const { quashed, inPart, article } = last;
  return `${inPart ? '答复已被部分撤销；对被撤销的部分，' : ''}不得以同一事实和理由再次作出“${outcomeTitle(quashed.outcome)}”或者基本相同的答复（${printCitation(article)}）。`;
}

/** Refusals as the form shows them: beside the field that they point at, else above the form. */
export function errorsFrom(findings: readonly Finding[], inputs: readonly Input[]): Record<string, string> {
  const errors: Record<string, string> = {};
  const names = new Set(inputs.flatMap(namesOf));
  for (const { field, says, mend } of findings) {
    const name = field && names.has(field) ? field : 'form';
    errors[name] = (errors[name] ?? '') + says + mend;
  }
  return errors;
}
