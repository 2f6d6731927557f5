const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** A word and the single characters that cling to it (…局, …室, …的) grow no longer than this. */
const LONGEST = 5;

/**
 * Which characters belong to the word before them, so that a title's line may not begin there
 * (回行时词意完整, GB/T 9704-2012 7.3.1). One entry for each character of the text.
 */
export function boundCharacters(text: string): boolean[] {
  const bound: boolean[] = [];
  let length = 0;
  for (const { segment } of segmenter.segment(text)) {
    const characters = Array.from(segment);
    const clings = characters.length === 1 && length > 0 && length < LONGEST;
    length = clings ? length + 1 : characters.length;
    bound.push(...characters.map((_, i) => i > 0 || clings));
  }
  return bound;
}
