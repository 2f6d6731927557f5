import type { OfficeInTree } from '../records/office/offices.js';

/** One of a list, as components show it. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** Said below it, where the list has room. */
  readonly hint?: string;
}

export const optionsOf = (names: Readonly<Record<string, string>>): Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** The offices of a tree as one chooses among them, each set in by its depth. */
export const officeOptions = (
  tree: readonly OfficeInTree[],
  key: 'id' | 'code',
  name: 'name' | 'shortName',
): Option[] =>
  tree.map(({ office, depth }) => ({
    value: office[key],
    label: `${'　'.repeat(depth)}${office[name]}`,
  }));
