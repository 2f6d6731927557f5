import type { CaseFile } from '../casework/case-file.js';
import { type Act, type ActType, definitionOf } from '../domain/acts/acts.js';
import type { Field } from '../domain/acts/fields.js';
import { type Step, isAboutMatter, opensMatter } from '../domain/application/next-steps.js';
import { cameIn } from '../domain/application/lawfulness/signature.js';
import { requiredLimit } from '../domain/clock/limits.js';
import { groupOf, outcomeIds, outcomeOf } from '../domain/outcome/outcomes.js';
import { outcomeGroups } from '../domain/outcome/rows.js';
import type { AccountRecord } from '../records/account.js';
import type { FormState } from '../web/forms.js';
import { type Viewer, holds } from '../web/viewer.js';
import { consultationsShown, proceedingsShown } from './case-sections.js';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One input of a form; a template draws each kind. */
export interface Input {
  readonly kind: 'text' | 'longText' | 'date' | 'integer' | 'radios' | 'select' | 'grouped' | 'yes';
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly hint?: string;
  readonly options?: readonly Option[];
  readonly groups?: readonly { readonly label: string; readonly options: readonly Option[] }[];
}

/** Choices up to this number are shown all at once. */
const MOST_RADIOS = 6;

/** The form of an act, read off its definition: the day first, then its facts in their order. */
export function inputsOf(
  type: ActType,
  file: CaseFile,
  step: Step | undefined,
  handlers: readonly AccountRecord[],
): Input[] {
  const { name, fields } = definitionOf(type);
  const day: Input = {
    kind: 'date',
    name: 'on',
    label: '日期',
    required: true,
    hint: `“${name}”实际发生的那一天。`,
  };
  const rest = Object.entries(fields).map(([key, field]): Input => {
    if (key === 'id' && isAboutMatter(type) && !opensMatter(type)) return matterInput(field, file, step);
    if (type === 'application.assigned' && key === 'handler') return handlerInput(field, handlers);
    if (key === 'outcome') return outcomeInput(field);
    return plainInput(key, field);
  });
  return [day, ...rest];
}

/** The same for an act that stands in the record: numbers are then plain text, since nothing is chosen any more. */
export function inputsOfRecorded(type: ActType): Input[] {
  const day: Input = { kind: 'date', name: 'on', label: '日期', required: true };
  const rest = Object.entries(definitionOf(type).fields).map(([key, field]) =>
    key === 'outcome' ? outcomeInput(field) : plainInput(key, field),
  );
  return [day, ...rest];
}

function plainInput(name: string, field: Field): Input {
  const { label, hint } = field;
  const told = { name, label, required: field.optional !== true, ...(hint ? { hint } : {}) };
  if (field.kind === 'yes') return { ...told, kind: 'yes' };
  if (field.kind !== 'choice') return { ...told, kind: field.kind };
  const options = Object.entries(field.options).map(([value, text]) => ({ value, label: text }));
  return { ...told, kind: options.length <= MOST_RADIOS ? 'radios' : 'select', options };
}

function outcomeInput(field: Field): Input {
  const groups = Object.entries(outcomeGroups).map(([id, label]) => ({
    label,
    options: outcomeIds
      .filter((outcome) => groupOf(outcome) === id && outcome !== 'withdrawn')
      .map((value) => ({ value, label: outcomeOf(value).name })),
  }));
  return { kind: 'grouped', name: 'outcome', label: field.label, required: true, groups };
}

function handlerInput(field: Field, handlers: readonly AccountRecord[]): Input {
  const options = handlers.map(({ id, name }) => ({ value: id, label: name }));
  const hint = options.length === 0 ? '本机关还没有承办人账号，请管理员在“人员”里添加。' : undefined;
  const kind = options.length <= MOST_RADIOS ? 'radios' : 'select';
  return { kind, name: 'handler', label: field.label, required: true, options, ...(hint ? { hint } : {}) };
}

function matterInput(field: Field, file: CaseFile, step: Step | undefined): Input {
  const labels = new Map([
    ...consultationsShown(file).map(
      ({ id, who, soughtOn }) => [id, `${id}：${who}（${soughtOn}发出）`] as const,
    ),
    ...proceedingsShown(file).map(
      ({ number, kind, state }) => [number, `${number}（${kind}，${state}）`] as const,
    ),
  ]);
  const options = (step?.matters ?? []).map((value) => ({ value, label: labels.get(value) ?? value }));
  return {
    kind: options.length <= MOST_RADIOS ? 'radios' : 'select',
    name: 'id',
    label: field.label,
    required: true,
    options,
  };
}

/** What stands in the form when it is opened: today, numbers that suggest themselves, what an earlier act has said. */
export function firstValues(
  type: ActType,
  file: CaseFile,
  step: Step | undefined,
  viewer: Viewer,
  matter: string | undefined,
): FormState['values'] {
  const values: Record<string, string> = { on: file.on };
  const [only] = step?.matters ?? [];
  if (isAboutMatter(type) && step) {
    const wanted = step.matters.find((id) => id === matter);
    const suggested = step.matters.length === 1 || opensMatter(type) ? only : undefined;
    values['id'] = wanted ?? suggested ?? '';
  }
  return { ...values, ...suggestions(type, file, viewer) };
}

function suggestions(type: ActType, file: CaseFile, viewer: Viewer): Record<string, string> {
  switch (type) {
    case 'reply.issued':
      return {
        ...draftedTexts(file),
        // Unsigned, a reply goes out only on the spot: on the day on which the applicant has come (条例第三十三条第一款).
        ...(!file.standing.facts.signed && cameIn(file.acts, file.on) ? { onTheSpot: 'yes' } : {}),
      };
    case 'reply.drafted':
      return draftedTexts(file);
    case 'reply.reviewed':
      return { passed: 'yes' };
    case 'period.extended':
      return {
        workdays: String(extensionLeft(file)),
        ...(holds(viewer, 'head') ? { consentBy: viewer.name } : {}),
      };
    case 'application.assigned':
      return file.application.handlerAccountId ? { handler: file.application.handlerAccountId } : {};
    default:
      return {};
  }
}

function draftedTexts({ acts }: CaseFile): Record<string, string> {
  const drafted = lastDraft(acts);
  return drafted ? valuesOf(drafted, ['type', 'on']) : {};
}

/** The draft that is reviewed, signed and issued. */
export const lastDraft = (acts: readonly Act[]): Act | undefined =>
  acts.findLast(({ type }) => type === 'reply.drafted');

/** How much of the longest extension is left (条例第三十三条第二款); at least one, for the form. */
function extensionLeft({ application, reading }: CaseFile): number {
  const { amount } = requiredLimit('reply.extension', application.receivedOn);
  const used = (reading.reply?.terms ?? []).slice(1).reduce((sum, term) => sum + term.amount, 0);
  return Math.max(1, amount - used);
}

/** Facts of an act as a form holds them. */
export function valuesOf(act: Act, without: readonly string[] = ['type']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(act)
      .filter(([name, value]) => !without.includes(name) && name !== 'source' && value !== undefined)
      .map(([name, value]: [string, unknown]) => [name, value === true ? 'yes' : String(value)]),
  );
}

/** What was typed, for the form to show again; fields that the act does not have are dropped. */
export function typedValues(
  inputs: readonly Input[],
  body: Readonly<Record<string, unknown>>,
): Record<string, string> {
  return Object.fromEntries(
    inputs.flatMap(({ name }) => {
      const typed = body[name];
      return typeof typed === 'string' ? [[name, typed]] : [];
    }),
  );
}
