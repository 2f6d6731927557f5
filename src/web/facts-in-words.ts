import { type Act, type RecordedAct, definitionOf } from '../domain/acts/acts.js';
import { replacementOf } from '../domain/acts/effective.js';
import type { Fields, PlainField, RowsField } from '../domain/acts/fields.js';
import { wayInWords } from '../domain/outcome/way.js';
import { parseLocalDate } from '../domain/time/local-date.js';
import { chineseDate } from './words.js';

/** One fact as people read it. */
export interface FactInWords {
  readonly label: string;
  readonly text: string;
}

/** Every known fact with its label, in the order of the form; several of one shape row by row. */
export const factsInWords = (fields: Fields, facts: Readonly<Record<string, unknown>>): FactInWords[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind === 'rows') return rowsInWords(field, facts[name]);
    const text = factInWords(name, field, facts[name]);
    return text === '' ? [] : [{ label: field.label, text }];
  });

/** What an act says besides its day; the stored correction itself is left to its own words. */
export function actInWords(act: Act): FactInWords[] {
  const { fields } = definitionOf(act.type);
  switch (act.type) {
    case 'act.corrected':
      return factsInWords(fields, { why: act.why });
    case 'particulars.corrected':
      return factsInWords(fields, { ...act, digest: undefined });
    default:
      return factsInWords(fields, act);
  }
}

/** What a line of the record says: what its act says, and what a correction has changed in the line that it puts right. */
export const recordInWords = (act: RecordedAct, record: readonly RecordedAct[]): FactInWords[] => [
  ...actInWords(act),
  ...(act.type === 'act.corrected' ? changesOf(act, record) : []),
];

/** What a correction has changed, fact by fact. */
function changesOf(
  correction: RecordedAct & { type: 'act.corrected' },
  record: readonly RecordedAct[],
): FactInWords[] {
  const original = record.find(({ seq }) => seq === correction.corrects);
  if (!original) return [];
  const standing = replacementOf(correction, original);
  if (!standing) return [{ label: '更正结果', text: `“${definitionOf(original.type).name}”已撤销` }];
  const before = new Map(withDay(original).map(({ label, text }) => [label, text]));
  const after = new Map(withDay(standing).map(({ label, text }) => [label, text]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((label) => before.get(label) !== after.get(label))
    .map((label) => ({ label, text: `${before.get(label) ?? '（空）'} → ${after.get(label) ?? '（空）'}` }));
}

const withDay = (act: RecordedAct): FactInWords[] => [
  { label: '日期', text: chineseDate(act.on) },
  ...actInWords(act),
];

/** 第 1 项 …；第 1 项·理由 … */
function rowsInWords({ of }: RowsField, value: unknown): FactInWords[] {
  const rows = Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [];
  return rows.flatMap((row, i) =>
    factsInWords(of, row).map(({ label, text }) => ({ label: `第 ${i + 1} 项·${label}`, text })),
  );
}

/**
 * One fact of a form; '' where it is not known. The way to an answer is kept as its choices, and read as the questions
 * and what was chosen.
 */
export function factInWords(name: string, field: PlainField, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (name === 'way' && typeof value === 'string') return wayInWords(value);
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
