import { type Act, definitionOf } from '../domain/acts/acts.js';
import type { Field } from '../domain/acts/fields.js';
import { parseLocalDate } from '../domain/time/local-date.js';
import { chineseDate } from '../web/words.js';

/** One fact of an act as people read it. */
export interface FactInWords {
  readonly label: string;
  readonly text: string;
}

/** What an act says besides its day, in the order of its form; the stored correction itself is left to its own words. */
export function factsInWords(act: Act): FactInWords[] {
  const facts = act as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(definitionOf(act.type).fields).flatMap(([name, field]) => {
    if (act.type === 'act.corrected' && name !== 'why') return [];
    const text = inWords(field, facts[name]);
    return text === '' ? [] : [{ label: field.label, text }];
  });
}

function inWords(field: Field, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  switch (field.kind) {
    case 'choice':
      return typeof value === 'string' ? (field.options[value] ?? value) : '';
    case 'date': {
      const day = typeof value === 'string' ? parseLocalDate(value) : undefined;
      return day ? chineseDate(day) : '';
    }
    case 'yes':
      return value === true ? '是' : '';
    case 'integer':
      return typeof value === 'number' ? String(value) : '';
    default:
      return typeof value === 'string' ? value : '';
  }
}
