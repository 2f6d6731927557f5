import type { PlainField } from '../domain/acts/fields.js';
import type { Input } from './input.js';

/** Choices up to this number are shown all at once. */
export const MOST_RADIOS = 6;

/** The input of one fact, read off its field. */
export function plainInput(name: string, field: PlainField): Input {
  const { label, hint } = field;
  const told = { name, label, required: field.optional !== true, ...(hint ? { hint } : {}) };
  if (field.kind === 'yes') return { ...told, kind: 'yes' };
  if (field.kind !== 'choice') return { ...told, kind: field.kind };
  const options = Object.entries(field.options).map(([value, text]) => ({ value, label: text }));
  return { ...told, kind: options.length <= MOST_RADIOS ? 'radios' : 'select', options };
}
