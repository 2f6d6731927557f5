/** Where the reply stands that is owed, from the beginning of the case to its end: the first region of the lifecycle. */
export const replyStateIds = [
  'empty',
  'received',
  'registered',
  'handling.examining',
  'handling.awaitingCorrection',
  'handling.awaitingReasons',
  'handling.awaitingPayment',
  'handling.awaitingSignature',
  'replied.issued',
  'replied.served',
  'replied.discontinued',
  'closed',
] as const;
export type ReplyState = (typeof replyStateIds)[number];

/** Reads it off a state as `Standing.state` writes it. Throws TypeError on what is none. */
export function replyStateOf(state: string): ReplyState {
  const [part] = state.split('|');
  const found = replyStateIds.find((one) => one === part);
  if (!found) throw new TypeError(`No state of the lifecycle: ${state}`);
  return found;
}

/** Where the remedies stand that are taken against it: the second region. */
export const remedyStateIds = ['none', 'reconsideration', 'decided', 'litigation', 'judged'] as const;
export type RemedyState = (typeof remedyStateIds)[number];

/** Reads it off the same; undefined before the beginning and after the end of the case. */
export function remedyStateOf(state: string): RemedyState | undefined {
  const [, part] = state.split('|');
  return remedyStateIds.find((one) => one === part);
}

/** 办理: registered and handed on, not replied to yet. */
export const isHandled = (state: ReplyState): boolean => state.startsWith('handling.');

/** 答复: a reply was issued, or none is owed any longer. */
export const isReplied = (state: ReplyState): boolean => state.startsWith('replied.');

/** It is the applicant's turn: 补正、说明理由、缴费. */
export const awaitsApplicant = (state: ReplyState): boolean =>
  state === 'handling.awaitingCorrection' ||
  state === 'handling.awaitingReasons' ||
  state === 'handling.awaitingPayment';
