import { type ActType, type RecordedAct, definitionOf } from '../domain/acts/acts.js';
import { type FactInWords, recordInWords } from '../web/facts-in-words.js';

/**
 * What of an act is deliberation inside the office: no ground of the reply, and so no evidence that an answer hands
 * over (行政复议法第四十八条; 条例第十六条第二款: 讨论记录、过程稿; docs/decisions/0039). `all`: a draft, whatever it says.
 */
const inside: { readonly [T in ActType]?: 'all' | readonly string[] } = {
  'reply.drafted': 'all',
  'reply.reviewed': ['passed', 'comment'],
  'reply.signed': ['note', 'checked'],
  'reply.issued': ['checked', 'way'],
  'transfer.noticed': ['checked'],
};

/** Said of a correction itself, whatever it corrects. */
const ofCorrection: readonly string[] = [...labelsOf('act.corrected'), '更正结果', '日期'];

/** What a line of the record says to organ or court, and whether something of it stays inside. */
export function saidOutside(
  act: RecordedAct,
  record: readonly RecordedAct[],
): { readonly said: readonly FactInWords[]; readonly leftOut: boolean } {
  const facts = recordInWords(act, record);
  const about = act.type === 'act.corrected' ? record.find(({ seq }) => seq === act.corrects) : act;
  const kept = inside[about?.type ?? act.type];
  const said = facts.filter(
    ({ label }) =>
      (act.type === 'act.corrected' && ofCorrection.includes(label)) || !stays(kept, about, label),
  );
  return { said, leftOut: said.length < facts.length };
}

function stays(
  kept: 'all' | readonly string[] | undefined,
  about: RecordedAct | undefined,
  label: string,
): boolean {
  if (!kept || !about) return false;
  // 第 1 项·选择经过 is said of one of several matters.
  const plain = label.replace(/^第 \d+ 项·/u, '');
  return kept === 'all' || labelsOf(about.type, kept).includes(plain);
}

function labelsOf(type: ActType, names?: readonly string[]): string[] {
  const { fields } = definitionOf(type);
  const wanted = Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'rows' ? Object.entries(field.of) : [[name, field] as const],
  );
  return wanted.filter(([name]) => names === undefined || names.includes(name)).map(([, { label }]) => label);
}
