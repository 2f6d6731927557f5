import type { ActType } from '../domain/acts/acts.js';
import { type PlainField, inRow } from '../domain/acts/fields.js';
import { matterFields, replyContentFields } from '../domain/acts/reply-acts.js';
import { type AnswerFact, answerFieldsOf } from '../domain/outcome/answer.js';
import { endsTheWhole, wholesOf } from '../domain/outcome/matters.js';
import { type OutcomeId, groupOf, isOutcome, outcomeIds, outcomeOf } from '../domain/outcome/outcomes.js';
import { outcomeGroups } from '../domain/outcome/rows.js';
import { walk, wayInWords } from '../domain/outcome/way.js';
import type { Input, MatterRow } from './input.js';

/** What a form holds, name by name: those of a matter as `matters.0.reasons`. */
export type Values = Readonly<Record<string, unknown>>;

/** Acts that say what is answered. */
export const saysAnswer = (type: ActType): boolean => type === 'reply.drafted' || type === 'reply.issued';

const MATTERS = 'matters';
const { most } = replyContentFields.matters;

export const textIn = (values: Values, name: string): string => {
  const given = values[name];
  return typeof given === 'string' ? given : '';
};

/** How many matters the form parts the answer into; 0 where it answers the application as a whole. */
export function mattersHeld(values: Values): number {
  const rows = Object.keys(values).flatMap((name) => {
    const [, row] = /^matters\.(\d{1,3})\.what$/u.exec(name) ?? [];
    return row === undefined ? [] : [Number(row) + 1];
  });
  return Math.min(Math.max(0, ...rows), most);
}

const chosen = (values: Values, name: string): OutcomeId | undefined => {
  const given = textIn(values, name);
  return isOutcome(given) ? given : undefined;
};

/** The inputs of an answer: what its outcome asks for and nothing else; or those of each matter. */
export function answerInputs(values: Values): Input[] {
  const count = mattersHeld(values);
  if (count === 0) return [outcomeInput(values), ...inputsFor(values, (name) => name)];
  const rows = Array.from({ length: count }, (_, row): MatterRow => {
    const named = (name: string): string => inRow(MATTERS, row, name);
    return {
      row,
      inputs: [
        plain(named('what'), matterFields.what),
        outcomeInput(values, named),
        ...inputsFor(values, named),
      ],
    };
  });
  const { label, hint } = replyContentFields.matters;
  const matters: Input = { kind: 'matters', name: MATTERS, label, required: true, hint, rows };
  return [matters, ...wholeInput(values, count)];
}

function inputsFor(values: Values, named: (name: string) => string): Input[] {
  const outcome = chosen(values, named('outcome'));
  if (!outcome) return [];
  const asked = answerFieldsOf(outcome);
  const searched: AnswerFact = 'searched';
  // A search that was told in one piece stays to be read and mended.
  const inOnePiece =
    asked.some(({ name }) => name === 'searchedIn') && textIn(values, named(searched)) !== '';
  const inputs = asked.map(({ name, required }) =>
    plain(named(name), matterFields[name], required && !(inOnePiece && name.startsWith(searched))),
  );
  return [
    ...inputs,
    ...(inOnePiece ? [plain(named(searched), matterFields[searched], false)] : []),
    ...wayInput(values, outcome, named),
  ];
}

/** The way that led to the outcome; it falls away when another is chosen by hand. */
function wayInput(values: Values, outcome: OutcomeId, named: (name: string) => string): Input[] {
  const way = textIn(values, named('way'));
  if (way === '' || walk(way)?.outcome !== outcome) return [];
  const { label } = matterFields.way;
  return [{ kind: 'kept', name: named('way'), label, required: false, shown: wayInWords(way) }];
}

/** As what the whole counts: asked only where the matters leave it open. */
function wholeInput(values: Values, count: number): Input[] {
  const wholes = wholesHeld(values, count);
  if (wholes.length === 0) return [];
  const label = '整件计为';
  const [only] = wholes;
  if (only && wholes.length === 1) {
    return [
      { kind: 'kept', name: 'outcome', label, required: true, value: only, shown: outcomeOf(only).name },
    ];
  }
  const options = wholes.map((value) => ({ value, label: outcomeOf(value).name }));
  const hint = '年度报告表三一件申请只计一行，请从各项结果中确认。';
  return [{ kind: 'radios', name: 'outcome', label, required: true, options, hint }];
}

/** As what the application may count, once every matter has its result. */
function wholesHeld(values: Values, count: number): readonly OutcomeId[] {
  const results = Array.from({ length: count }, (_, row) => chosen(values, inRow(MATTERS, row, 'outcome')));
  const known = results.filter((id) => id !== undefined);
  return known.length === count ? wholesOf(known) : [];
}

function outcomeInput(values: Values, named?: (name: string) => string): Input {
  const name = named ? named('outcome') : 'outcome';
  const { label } = named ? matterFields.outcome : replyContentFields.outcome;
  const current = textIn(values, name);
  const offered = outcomeIds.filter((id) =>
    named ? !endsTheWhole.some((ends) => ends === id) : id !== 'withdrawn' || current === id,
  );
  const groups = Object.entries(outcomeGroups).map(([group, title]) => ({
    label: title,
    options: offered
      .filter((id) => groupOf(id) === group)
      .map((value) => ({ value, label: outcomeOf(value).name })),
  }));
  return { kind: 'grouped', name, label, required: true, groups };
}

function plain(name: string, field: PlainField, required = field.optional !== true): Input {
  const { label, hint } = field;
  return {
    kind: field.kind === 'choice' ? 'text' : field.kind,
    name,
    label,
    required,
    ...(hint ? { hint } : {}),
  };
}

/**
 * The facts of an answer as the domain reads them: rows put together, only what the outcome asks for, and the whole
 * counted where its matters leave no choice.
 */
export function answerFrom(values: Values): Readonly<Record<string, unknown>> {
  const count = mattersHeld(values);
  const { on, number, onTheSpot } = values;
  const outside = { on, number, onTheSpot };
  if (count === 0) return { ...outside, ...oneFrom(values, (name) => name), outcome: values['outcome'] };
  const wholes = wholesHeld(values, count);
  const matters = Array.from({ length: count }, (_, row) => {
    const named = (name: string): string => inRow(MATTERS, row, name);
    return { what: values[named('what')], outcome: values[named('outcome')], ...oneFrom(values, named) };
  });
  return { ...outside, outcome: wholes.length === 1 ? wholes[0] : values['outcome'], matters };
}

const oneFrom = (values: Values, named: (name: string) => string): Record<string, unknown> =>
  Object.fromEntries(
    inputsFor(values, named).map(({ name }) => [name.slice(name.lastIndexOf('.') + 1), values[name]]),
  );

/** An act's rows of facts as a form holds them: flat, by row and name. */
export const flatRows = (name: string, rows: readonly object[]): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap((row, i) =>
      Object.entries(row).map(([part, value]: [string, unknown]) => [inRow(name, i, part), String(value)]),
    ),
  );
