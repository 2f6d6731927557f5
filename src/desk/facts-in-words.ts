import { type Act, definitionOf } from '../domain/acts/acts.js';
import type { PlainField, RowsField } from '../domain/acts/fields.js';
import { wayInWords } from '../domain/outcome/way.js';
import { parseLocalDate } from '../domain/time/local-date.js';
import { chineseDate } from '../web/words.js';

/** One fact of an act as people read it. */
export interface FactInWords {
  readonly label: string;
  readonly text: string;
}

/** What an act says besides its day, in the order of its form; the stored correction itself is left to its own words. */
export function factsInWords(act: Act): FactInWords[] {
  const facts: Readonly<Record<string, unknown>> = act;
  return Object.entries(definitionOf(act.type).fields).flatMap(([name, field]) => {
    if (act.type === 'act.corrected' && name !== 'why') return [];
    if (act.type === 'particulars.corrected' && name === 'digest') return [];
    if (field.kind === 'rows') return rowsInWords(field, facts[name]);
    const text = wordsOf(name, field, facts[name]);
    return text === '' ? [] : [{ label: field.label, text }];
  });
}

/** 第 1 项 …；第 1 项·理由 … */
function rowsInWords({ of }: RowsField, value: unknown): FactInWords[] {
  const rows = Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [];
  return rows.flatMap((row, i) =>
    Object.entries(of).flatMap(([name, field]) => {
      const text = wordsOf(name, field, row[name]);
      return text === '' ? [] : [{ label: `第 ${i + 1} 项·${field.label}`, text }];
    }),
  );
}

/** The way to an answer is kept as its choices, and read as the questions and what was chosen. */
const wordsOf = (name: string, field: PlainField, value: unknown): string =>
  name === 'way' && typeof value === 'string' ? wayInWords(value) : inWords(field, value);

function inWords(field: PlainField, value: unknown): string {
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
