import type { CaseFile } from '../casework/case-file.js';
import { type Act, type ActType, definitionOf } from '../domain/acts/acts.js';
import { type PlainField, onlyInLedgers, plainFields } from '../domain/acts/fields.js';
import { replyContentFields } from '../domain/acts/reply-acts.js';
import { type Step, isAboutMatter, opensMatter } from '../domain/application/next-steps.js';
import { cameIn } from '../domain/application/lawfulness/signature.js';
import { replyStateOf } from '../domain/application/reply-state.js';
import { requiredLimit } from '../domain/clock/limits.js';
import type { AccountRecord } from '../records/person/account.js';
import type { FormState } from '../web/forms.js';
import { type Viewer, holds } from '../web/viewer.js';
import type { Input } from './input.js';
import { MOST_RADIOS, plainInput } from './plain-input.js';
import { saysService, serviceInputs, serviceKnownBefore } from './service-form.js';
import { type Values, answerInputs, flatRows, saysAnswer } from './answer-form.js';
import { consultationsShown, proceedingsShown } from './case-sections.js';

/** The form of an act, read off its definition: the day first, then its facts in their order. */
export function inputsOf(
  type: ActType,
  file: CaseFile,
  step: Step | undefined,
  handlers: readonly AccountRecord[],
  values: Values,
): Input[] {
  const { name } = definitionOf(type);
  const day: Input = {
    kind: 'date',
    name: 'on',
    label: '日期',
    required: true,
    hint: `“${name}”实际发生的那一天。`,
  };
  if (saysAnswer(type)) return [day, ...answerInputs(values), ...besideAnswer(type)];
  if (saysService(type)) return serviceInputs(values, day);
  const rest = plainFields(definitionOf(type).fields).map(([key, field]): Input => {
    if (key === 'id' && isAboutMatter(type) && !opensMatter(type)) return matterInput(field, file, step);
    if (type === 'application.assigned' && key === 'handler') return handlerInput(field.label, handlers);
    return offered(plainInput(key, field));
  });
  return [day, ...rest];
}

/** The same for an act that stands in the record: numbers are then plain text, since nothing is chosen any more. */
export function inputsOfRecorded(type: ActType, values: Values): Input[] {
  const day: Input = { kind: 'date', name: 'on', label: '日期', required: true };
  if (saysAnswer(type)) return [day, ...answerInputs(values), ...besideAnswer(type)];
  return [day, ...plainFields(definitionOf(type).fields).map(([key, field]) => plainInput(key, field))];
}

/** Whoever does the act knows what a ledger may leave open. */
const offered = (input: Input): Input =>
  input.options ? { ...input, options: input.options.filter(({ value }) => !onlyInLedgers(value)) } : input;

/** What an act that answers carries besides its answer. */
const besideAnswer = (type: ActType): Input[] =>
  plainFields(definitionOf(type).fields)
    .filter(([name]) => !(name in replyContentFields))
    .map(([name, field]) => plainInput(name, field));

/** The same for an act done with many cases at once. */
export const inputsInBulk = (type: ActType, handlers: readonly AccountRecord[]): Input[] =>
  inputsOfRecorded(type, {}).map((input) =>
    input.name === 'handler' ? handlerInput(input.label, handlers) : input,
  );

function handlerInput(label: string, handlers: readonly AccountRecord[]): Input {
  const options = handlers.map(({ id, name }) => ({ value: id, label: name }));
  const hint = options.length === 0 ? '本机关还没有承办人账号，请管理员在“人员”里添加。' : undefined;
  const kind = options.length <= MOST_RADIOS ? 'radios' : 'select';
  return { kind, name: 'handler', label, required: true, options, ...(hint ? { hint } : {}) };
}

function matterInput(field: PlainField, file: CaseFile, step: Step | undefined): Input {
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

/** What must be chosen and leaves no choice: the only handler of a small office. */
export const onlyChoices = (inputs: readonly Input[]): FormState['values'] =>
  Object.fromEntries(
    inputs.flatMap(({ name, required, options = [] }) => {
      const [only, another] = options;
      return required && only && !another ? [[name, only.value]] : [];
    }),
  );

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
    // A proceeding bears the 案号 that its organ has given: a made-up one would pass for it.
    const givenByOthers = opensMatter(type) && type !== 'opinion.sought';
    values['id'] = wanted ?? (step.matters.length === 1 && !givenByOthers ? only : undefined) ?? '';
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
      return endingOf(file) ?? draftedTexts(file);
    case 'reply.reviewed':
      return { passed: 'yes' };
    case 'period.extended':
      return {
        workdays: String(extensionLeft(file)),
        ...(holds(viewer, 'head') ? { consentBy: viewer.name } : {}),
      };
    case 'reply.served':
      return serviceKnownBefore(file);
    case 'application.assigned':
      return file.application.handlerAccountId ? { handler: file.application.handlerAccountId } : {};
    default:
      return {};
  }
}

/** What was drafted last. What was drafted before an order to reply anew is no beginning for the reply that it asks for. */
function draftedTexts({ acts }: CaseFile): Record<string, string> {
  const drafted = lastDraft(acts.slice(acts.findLastIndex(({ type }) => type === 'redo.ordered') + 1));
  return drafted ? valuesOf(drafted, ['type', 'on']) : {};
}

/** 不再处理: the letter may say only what has ended the case. */
function endingOf({ standing }: CaseFile): Record<string, string> | undefined {
  const { outcome, drafted } = standing.facts;
  const ended = replyStateOf(standing.state) === 'replied.discontinued' && outcome && drafted !== outcome;
  return ended ? { outcome } : undefined;
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
      .flatMap(([name, value]: [string, unknown]) =>
        Array.isArray(value)
          ? Object.entries(flatRows(name, value as readonly object[]))
          : [[name, value === true ? 'yes' : String(value)] as const],
      ),
  );
}

/** What was typed, for the form to show again; fields that the act does not have are dropped. */
export function typedValues(
  inputs: readonly Input[],
  body: Readonly<Record<string, unknown>>,
): Record<string, string> {
  return Object.fromEntries(
    inputs.flatMap(({ name, value, rows }): (readonly [string, string])[] => {
      if (rows) return rows.flatMap((row) => Object.entries(typedValues(row.inputs, body)));
      const typed = value ?? body[name];
      return typeof typed === 'string' ? [[name, typed]] : [];
    }),
  );
}
