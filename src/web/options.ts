/** One of a list, as components show it. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

export const optionsOf = (names: Readonly<Record<string, string>>): Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
