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

/** A long name or title in lines of like length, none longer than so many characters, parted between words. */
export function partedLines(text: string, most: number): string[] {
  const characters = Array.from(text);
  const bound = boundCharacters(text);
  const places = characters.map((_, i) => i).filter((i) => i > 0 && !bound[i]);
  for (let count = Math.ceil(characters.length / most); count < characters.length; count += 1) {
    const cuts = Array.from({ length: count - 1 }, (_, i) =>
      nearest(places, ((i + 1) * characters.length) / count),
    );
    const edges = [0, ...cuts, characters.length];
    const lines = edges.slice(1).map((to, i) => characters.slice(edges[i], to));
    if (lines.every(({ length }) => length <= most)) return lines.map((line) => line.join(''));
  }
  return characters;
}

function nearest(places: readonly number[], wanted: number): number {
  const off = (place: number): number => Math.abs(place - wanted);
  return places.reduce(
    (best, place) => (off(place) < off(best) ? place : best),
    places[0] ?? Math.ceil(wanted),
  );
}
