import { type Fields, type PlainField, plainFields, readField } from '../domain/acts/fields.js';
import type { FormState } from '../web/forms.js';
import type { Input } from './pages.js';

/** Choices up to this number are shown all at once. */
const MOST_RADIOS = 6;

/** The inputs of a form, read off its fields. */
export const inputsOf = (fields: Fields): Input[] =>
  plainFields(fields).map(([name, field]) => inputOf(name, field));

function inputOf(name: string, field: PlainField): Input {
  const { label, hint } = field;
  const told = { name, label, required: field.optional !== true, ...(hint ? { hint } : {}) };
  if (field.kind !== 'choice') return { ...told, kind: field.kind };
  const options = Object.entries(field.options).map(([value, text]) => ({ value, label: text }));
  return { ...told, kind: options.length <= MOST_RADIOS ? 'radios' : 'select', options };
}

/** What was posted, field by field. */
export type Posted = Readonly<Record<string, unknown>>;

const first = (posted: unknown): string => {
  const one: unknown = Array.isArray(posted) ? posted[0] : posted;
  return typeof one === 'string' ? one : '';
};

/** What was typed, for the form to show again. */
export const typedIn = (names: readonly string[], posted: Posted): FormState['values'] =>
  Object.fromEntries(names.map((name) => [name, first(posted[name])]));

/** Reads posted fields: the facts, or what is wrong with each. */
export function readFacts(
  fields: Fields,
  posted: Posted,
): { facts: Record<string, unknown> } | { errors: Record<string, string> } {
  const facts: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [name, field] of plainFields(fields)) {
    const read = readField(field, first(posted[name]));
    if ('fault' in read) errors[name] = read.fault;
    else if (read.value !== undefined) facts[name] = read.value;
  }
  return Object.keys(errors).length > 0 ? { errors } : { facts };
}
