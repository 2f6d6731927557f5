/** What does not distinguish two names: blanks, quotation marks, dashes, the numbering of the national form. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\([一二三四五六七八九十]+\)|\d+\s*[.、]/gu, '')
    .replace(/[\p{P}\p{S}\s]/gu, '');

/** So alike must a name be to be proposed, of 1. */
const NEAR = 0.4;

/** The names that may stand in a column, each with what it means. Earlier ones go before later ones of the same spelling. */
export class Vocabulary<T extends string> {
  private readonly meanings = new Map<string, { name: string; meaning: T }>();

  constructor(
    readonly heading: string,
    names: readonly (readonly [string, T])[],
  ) {
    for (const [name, meaning] of names) {
      if (!this.meanings.has(plain(name))) this.meanings.set(plain(name), { name, meaning });
    }
  }

  /** What the text means; punctuation, blanks and numbering apart. */
  read(text: string): T | undefined {
    return this.meanings.get(plain(text))?.meaning;
  }

  /** The usual name of what a text probably meant; undefined where nothing is near. */
  nearest(text: string): string | undefined {
    const wanted = plain(text);
    let best: { meaning: T; likeness: number } | undefined;
    for (const [spelling, { meaning }] of this.meanings) {
      const likeness = likenessOf(wanted, spelling);
      if (likeness > (best?.likeness ?? 0)) best = { meaning, likeness };
    }
    return best && best.likeness >= NEAR ? this.usual(best.meaning) : undefined;
  }

  private usual(meaning: T): string | undefined {
    return [...this.meanings.values()].find((one) => one.meaning === meaning)?.name;
  }

  /** The usual name of each meaning. */
  names(): string[] {
    const usual = new Map<T, string>();
    for (const { name, meaning } of this.meanings.values()) {
      if (!usual.has(meaning)) usual.set(meaning, name);
    }
    return [...usual.values()];
  }
}

/** 0 to 1: how many characters two names share in their order, over the length of both. */
function likenessOf(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  if (left.length === 0 || right.length === 0) return 0;
  let above = new Array<number>(right.length + 1).fill(0);
  for (const one of left) {
    const here = [0];
    right.forEach((other, i) => {
      here.push(one === other ? (above[i] ?? 0) + 1 : Math.max(above[i + 1] ?? 0, here[i] ?? 0));
    });
    above = here;
  }
  return (2 * (above.at(-1) ?? 0)) / (left.length + right.length);
}
