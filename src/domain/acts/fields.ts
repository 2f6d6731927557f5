import { type LocalDate, parseLocalDate } from '../time/local-date.js';

/** What a form asks for one fact of an act, and how the answer is read. */
export type PlainField =
  | {
      readonly kind: 'text' | 'longText';
      readonly label: string;
      readonly optional?: true;
      readonly hint?: string;
      /** Characters, where the usual measure does not fit. */
      readonly longest?: number;
      /** Written by the program: no form asks for it. */
      readonly bySystem?: true;
    }
  | { readonly kind: 'date'; readonly label: string; readonly optional?: true; readonly hint?: string }
  | {
      readonly kind: 'integer';
      readonly label: string;
      readonly min: number;
      readonly max: number;
      readonly optional?: true;
      readonly hint?: string;
    }
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly options: Readonly<Record<string, string>>;
      readonly optional?: true;
      readonly hint?: string;
    }
  | { readonly kind: 'yes'; readonly label: string; readonly optional: true; readonly hint?: string };

/** Several facts of one shape, such as the results of several matters. */
export interface RowsField {
  readonly kind: 'rows';
  readonly label: string;
  readonly optional: true;
  readonly hint?: string;
  /** How many there may be. */
  readonly most: number;
  readonly of: Readonly<Record<string, PlainField>>;
}

export type Field = PlainField | RowsField;
export type Fields = Readonly<Record<string, Field>>;

/** What a ledger may say whose rows do not tell (台账未载): it can be read and recorded, but no form offers it. */
export const onlyInLedgers = (option: string): boolean =>
  option === 'unrecorded' || option.startsWith('unspecified');

const isAsked = (field: Field): field is PlainField =>
  field.kind !== 'rows' && !('bySystem' in field && field.bySystem);

/** The fields that a form asks for, one fact each, with their names. */
export const plainFields = (fields: Fields): readonly (readonly [string, PlainField])[] =>
  Object.entries(fields).flatMap(([name, field]) => (isAsked(field) ? [[name, field] as const] : []));

type ValueOf<F extends Field> = F extends {
  kind: 'rows';
  of: infer O extends Readonly<Record<string, PlainField>>;
}
  ? readonly Facts<O>[]
  : F extends PlainField
    ? PlainValueOf<F>
    : never;

type PlainValueOf<F extends PlainField> = F extends { kind: 'text' | 'longText' }
  ? string
  : F extends { kind: 'date' }
    ? LocalDate
    : F extends { kind: 'integer' }
      ? number
      : F extends { kind: 'choice'; options: infer O }
        ? keyof O & string
        : boolean;

type OptionalNames<F extends Fields> = {
  [N in keyof F]: F[N] extends { optional: true } ? N : never;
}[keyof F];

/** The facts of an act, read off its fields. */
export type Facts<F extends Fields> = {
  readonly [N in Exclude<keyof F, OptionalNames<F>>]: ValueOf<F[N]>;
} & { readonly [N in OptionalNames<F>]?: ValueOf<F[N]> };

type Options = Readonly<Record<string, string>>;
interface Soft {
  readonly hint?: string;
}
interface SoftText extends Soft {
  readonly longest?: number;
}

const optional = { optional: true } as const;

export const text = (label: string, soft: SoftText = {}) => ({ kind: 'text', label, ...soft }) as const;
export const longText = (label: string, soft: SoftText = {}) =>
  ({ kind: 'longText', label, ...soft }) as const;
/** What the program itself writes into an act. */
export const bySystem = (label: string) =>
  ({ kind: 'longText', label, ...optional, bySystem: true }) as const;
export const date = (label: string, soft: Soft = {}) => ({ kind: 'date', label, ...soft }) as const;
export const integer = (label: string, min: number, max: number, soft: Soft = {}) =>
  ({ kind: 'integer', label, min, max, ...soft }) as const;
export const choice = <O extends Options>(label: string, options: O, soft: Soft = {}) =>
  ({ kind: 'choice', label, options, ...soft }) as const;
export const yes = (label: string, soft: Soft = {}) =>
  ({ kind: 'yes', label, ...optional, ...soft }) as const;
export const rows = <O extends Readonly<Record<string, PlainField>>>(
  label: string,
  most: number,
  of: O,
  soft: Soft = {},
) => ({ kind: 'rows', label, most, of, ...optional, ...soft }) as const;
/** The same field, to be left empty at will. */
export const ifKnown = <F extends PlainField>(field: F): F & { readonly optional: true } => ({
  ...field,
  ...optional,
});

/** Longest text that a fact may hold, in characters; forty pages of a request fit. */
export const longestText = { text: 200, longText: 40_000 } as const;

/** What a database keeps as it is: no NUL, no half of a surrogate pair; lines end in one way. */
const storable = (given: string): string =>
  given
    .replaceAll('\r\n', '\n')
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');

/** Digits as an input method writes them, full-width too. NaN for anything else. */
function wholeNumber(given: string): number {
  const digits = given.normalize('NFKC');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : NaN;
}

/** The name by which a form and an error point at a fact of a row: `matters.0.reasons`. */
export const inRow = (name: string, row: number, part: string): string => `${name}.${row}.${part}`;

/** What was read: the facts that are there, and what is wrong with the others by their name in the form. */
export interface ReadFacts {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly faults: Readonly<Record<string, string>>;
}

/** Reads several facts. */
export function readFields(fields: Fields, raw: Readonly<Record<string, unknown>>): ReadFacts {
  const facts: Record<string, unknown> = {};
  const faults: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === 'rows') {
      const read = readRows(name, field, raw[name]);
      Object.assign(faults, read.faults);
      if (read.rows.length > 0) facts[name] = read.rows;
      continue;
    }
    const read = readField(field, raw[name]);
    if ('fault' in read) faults[name] = read.fault;
    else if (read.value !== undefined) facts[name] = read.value;
  }
  return { facts, faults };
}

const isRow = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

function readRows(
  name: string,
  { label, most, of }: RowsField,
  raw: unknown,
): { rows: readonly object[]; faults: Readonly<Record<string, string>> } {
  const given: unknown[] = Array.isArray(raw)
    ? raw
    : raw === undefined || raw === null || raw === ''
      ? []
      : [raw];
  if (!given.every(isRow)) return { rows: [], faults: { [name]: `“${label}”应逐项填写。` } };
  if (given.length > most) {
    return { rows: [], faults: { [name]: `“${label}”最多 ${most} 项，现有 ${given.length} 项。` } };
  }
  const faults: Record<string, string> = {};
  const rows = given.map((row, i) => {
    const read = readFields(of, row);
    for (const [part, fault] of Object.entries(read.faults)) {
      faults[inRow(name, i, part)] = `第 ${i + 1} 项：${fault}`;
    }
    return read.facts;
  });
  return { rows, faults };
}

/** Reads one answer. Gives the value, `undefined` for an empty optional one, or a sentence that says what is wrong. */
export function readField(field: PlainField, raw: unknown): { value?: unknown } | { fault: string } {
  const given = typeof raw === 'string' ? raw.trim() : raw;
  if (given === undefined || given === null || given === '') {
    return field.optional ? {} : { fault: `请填写“${field.label}”。` };
  }
  switch (field.kind) {
    case 'text':
    case 'longText': {
      if (typeof given !== 'string') return { fault: `“${field.label}”应为文字。` };
      const { label, longest = longestText[field.kind] } = field;
      return given.length > longest
        ? { fault: `“${label}”最多 ${longest} 字，现有 ${given.length} 字，请删减。` }
        : { value: storable(given) };
    }
    case 'date': {
      const day = typeof given === 'string' ? parseLocalDate(given) : undefined;
      return day ? { value: day } : { fault: `“${field.label}”不是存在的日期，请按 2026-03-06 的样子填写。` };
    }
    case 'integer': {
      const n = typeof given === 'string' ? wholeNumber(given) : given;
      return typeof n === 'number' && Number.isInteger(n) && n >= field.min && n <= field.max
        ? { value: n }
        : { fault: `“${field.label}”应为 ${field.min} 至 ${field.max} 之间的整数。` };
    }
    case 'choice':
      return typeof given === 'string' && Object.hasOwn(field.options, given)
        ? { value: given }
        : { fault: `请从所列各项中选择“${field.label}”。` };
    case 'yes':
      return given === true || given === 'yes' || given === 'on' || given === 'true'
        ? { value: true }
        : given === false || given === 'no' || given === 'false'
          ? {}
          : { fault: `“${field.label}”只能是或否。` };
  }
}
