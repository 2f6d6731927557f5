/** Where a fact is missing the draft says so in these marks; no paper is finished while one is left. */
export const openPlace = (label: string): string => `【待填：${label}】`;

/** What is still to be filled in, each once. */
export const openPlaces = (text: string): string[] => [
  ...new Set([...text.matchAll(/【待填：([^】]*)】/gu)].map(([, label = '']) => label)),
];
