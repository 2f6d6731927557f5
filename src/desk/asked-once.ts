import type { ActType } from '../domain/acts/acts.js';
import type { PreviewShown } from './act-preview.js';

/** Acts that leave the house or end the case: they ask once (制发、送达、办结). What is said of each. */
const irreversible: Partial<Record<ActType, string>> = {
  'reply.issued': '答复定稿，不能再改内容；如有错误，只能另行补充或更正。',
  'transfer.noticed': '告知书定稿，不能再改内容。',
  'reply.served': '答复期限到此为止，申请人的救济期限开始计算。',
  'application.withdrawn': '本件终止办理。',
  'application.closed': '本件归档，不再出现在待办里。',
};

/** Why a person is asked once more before the act is done; empty when it is simply done. */
export function reasonsToAsk(type: ActType, preview: PreviewShown): string[] {
  const flaws = (preview.flaws ?? []).map(
    ({ says, article }) => `记入程序瑕疵：${says}${article ? `（${article}）` : ''}`,
  );
  const lasting = irreversible[type];
  return [...(lasting ? [lasting] : []), ...flaws];
}

/** What stands beside the form from the first, where one confirmation is all there is: the way has been chosen. */
export const reasonsAtFirst = (type: ActType): string[] => {
  const lasting = type === 'reply.served' ? irreversible[type] : undefined;
  return lasting ? [lasting] : [];
};

/** Whether every reason was before the eyes of the person who confirmed: a flaw that came up since is asked anew. */
export function hasConfirmed(posted: Readonly<Record<string, unknown>>, reasons: readonly string[]): boolean {
  if (posted['do'] !== 'confirmed') return false;
  // One field for each: a browser would send the line ends of a single one changed.
  const seen = [posted['seen'] ?? []].flat();
  return reasons.every((reason) => seen.includes(reason));
}
