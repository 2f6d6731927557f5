import type { Act, ActOf } from './acts.js';

/** The act with which a proceeding comes to the office: 复议受理, or 收到应诉通知. */
export type OpeningAct = ActOf<'reconsideration.accepted'> | ActOf<'suit.served'>;

/** Whether the act opens a proceeding, and so brings its number. */
export const opensProceeding = <A extends Act>(act: A): act is A & OpeningAct =>
  act.type === 'reconsideration.accepted' || act.type === 'suit.served';

/** The act that opened the proceeding of that number. */
export const openingActOf = (acts: readonly Act[], number: string): OpeningAct | undefined =>
  acts.filter(opensProceeding).find(({ id }) => id === number);

const isOf =
  <T extends Act['type']>(type: T, number: string) =>
  (act: Act): act is Act & ActOf<T> =>
    act.type === type && 'id' in act && act.id === number;

/** The first act of that type in the proceeding of that number. */
export const firstOf = <T extends Act['type']>(
  acts: readonly Act[],
  type: T,
  number: string,
): ActOf<T> | undefined => acts.find(isOf(type, number));

/** The last act of that type in the proceeding of that number. */
export const lastOf = <T extends Act['type']>(
  acts: readonly Act[],
  type: T,
  number: string,
): ActOf<T> | undefined => acts.findLast(isOf(type, number));

/** An act of a suit: each says of which. */
export type SuitAct = Extract<Act, { type: `suit.${string}` }>;

/** The acts of the suit of that number, in their order. */
export const suitActsOf = <A extends Act>(acts: readonly A[], number: string): (A & SuitAct)[] =>
  acts.filter((act): act is A & SuitAct => act.type.startsWith('suit.') && 'id' in act && act.id === number);
