/** A condition that a text holds a fragment; two characters suffice. */
export interface FragmentCondition {
  /** For an expression in SQL whose `bigrams` and trigrams have an index. */
  readonly on: (text: string) => string;
  readonly parameters: { readonly pair: string; readonly like: string };
}

/** One spelling for search: 全角 to 半角, small letters. */
export const fragmentWanted = (fragment: string): string => fragment.normalize('NFKC').trim().toLowerCase();

/** Undefined where nothing is looked for. */
export function fragmentCondition(fragment: string): FragmentCondition | undefined {
  const wanted = fragmentWanted(fragment);
  if (wanted === '') return undefined;
  const like = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
  // Two characters have no trigram: the index of pairs finds them.
  const pair = `'${wanted.replace(/['\\]/g, '$&$&')}'`;
  const on = (text: string): string =>
    [...wanted].length === 2 ? `bigrams(${text}) @@ CAST(:pair AS tsquery)` : `${text} LIKE :like`;
  return { on, parameters: { pair, like } };
}
