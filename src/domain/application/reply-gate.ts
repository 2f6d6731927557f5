import type { Act, ActOf } from '../acts/acts.js';
import { contentOf } from '../acts/answers.js';
import { cite, printCitation } from '../law/citation.js';
import { type Finding, impossible } from '../law/finding.js';
import { checkReply } from '../letter/check/check.js';
import { type CheckFinding, type Papers, checkSeverities } from '../letter/check/finding.js';
import type { Judging } from './history.js';

type Gated = ActOf<'reply.signed'> | ActOf<'reply.issued'> | ActOf<'transfer.noticed'>;

/** Whether the act sends a reply on its way, so that 答复体检 stands before it. */
export const isGated = (act: Act): act is Gated =>
  act.type === 'reply.signed' || act.type === 'reply.issued' || act.type === 'transfer.noticed';

const article = cite('disclosure', 45);

/**
 * 答复体检 at the door (条例第四十五条: 审核、答复制度): no reply is signed over what must be mended without a written
 * reason, and none goes out with what the signature has not seen. What was found stays in the act. A ledger tells of
 * what went out long ago: it is not held back, and holds no texts to be checked.
 */
export function throughGate<A extends Act>(
  acts: readonly Act[],
  offered: A,
  papers: Papers | undefined,
  judging: Judging,
): { readonly act: A } | { readonly refusals: readonly Finding[] } {
  if (!isGated(offered)) return { act: offered };
  // Nobody but the check itself says what it has found.
  const { checked: _typed, ...bare } = { checked: undefined, ...offered };
  const act = bare as A & Gated;
  const draft = replyIn(acts, act);
  if (!draft || !papers || act.source === 'ledger') return { act };
  const found = checkReply({ ...judging, ...papers, acts, draft });
  const open = found.filter(({ severity }) => severity === 'mustMend').map(lineOf);
  const left = act.type === 'reply.signed' ? unexplained(act, open) : unseen(acts, open);
  if (left.length > 0) return { refusals: [unmended(act, left)] };
  return { act: found.length > 0 ? { ...act, checked: found.map(lineOf).join('\n') } : act };
}

/** The reply that the act signs or sends out. */
function replyIn(acts: readonly Act[], act: Gated): ActOf<'reply.drafted'> | undefined {
  switch (act.type) {
    case 'reply.signed':
      return acts.findLast((one) => one.type === 'reply.drafted');
    case 'reply.issued':
      return { type: 'reply.drafted', on: act.on, ...contentOf(act) };
    case 'transfer.noticed': {
      const { on, directTo, reasons } = act;
      return { type: 'reply.drafted', on, outcome: 'notResponsible', directTo, reasons };
    }
  }
}

const unexplained = ({ note = '' }: ActOf<'reply.signed'>, open: readonly string[]): readonly string[] =>
  note.trim() === '' ? open : [];

/** What must be mended and was not there when the head signed over the rest. */
function unseen(acts: readonly Act[], open: readonly string[]): readonly string[] {
  const drafted = acts.findLastIndex(({ type }) => type === 'reply.drafted');
  const signed = acts.slice(drafted + 1).findLast((one) => one.type === 'reply.signed');
  const seen = new Set((signed?.note ? (signed.checked ?? '') : '').split('\n'));
  return open.filter((line) => !seen.has(line));
}

function unmended({ type }: Gated, left: readonly string[]): Finding {
  const prefix = `${checkSeverities.mustMend}：`;
  const faults = left.map((line) => line.slice(prefix.length)).join('');
  const says = `体检有 ${left.length} 处必须改：${faults}`;
  return type === 'reply.signed'
    ? impossible('checkUnmended', says, '请退回修改；仍要签发的，请在“签发意见”里写明理由，理由记入案卷。', {
        article,
        field: 'note',
      })
    : impossible('checkUnmended', says, '请改好再办；确需这样答复的，由负责人写明理由签发。', { article });
}

/** 必须改：理由引用了……。（《条例》第十六条第二款） — one line for each finding. */
const lineOf = ({ severity, says, article: place }: CheckFinding): string =>
  `${checkSeverities[severity]}：${says.replaceAll(/\s*\n\s*/gu, ' ')}${place ? `（${printCitation(place)}）` : ''}`;
