import type { CaseFile } from '../casework/case-file.js';
import type { ActOf, RecordedAct } from '../domain/acts/acts.js';
import { replyContentFields } from '../domain/acts/reply-acts.js';
import { drawUp } from './drawing-up.js';
import { comingReply } from './letter-source.js';
import { plainText } from './letter-text.js';
import type { CurrentWording } from './wordings.js';
import type { LetterKind } from '../domain/letter/register.js';

/** One version of the reply that is being drafted. */
export interface DraftVersion {
  readonly act: RecordedAct & ActOf<'reply.drafted'>;
  /** From 1 in this reply. */
  readonly place: number;
  /** The letter as plain text; the typed content alone where the letter still lacks facts. */
  readonly text: string;
}

/** Every version of the reply that is pending, the first first. `wording` gives the wording of a kind for today. */
export async function draftVersions(
  file: CaseFile,
  wording: (kind: LetterKind) => Promise<CurrentWording>,
): Promise<DraftVersion[]> {
  const { acts } = file;
  const gone = acts.findLast(
    ({ type }) => type === 'reply.issued' || type === 'transfer.noticed' || type === 'redo.ordered',
  );
  const drafts = acts.filter(
    (act): act is DraftVersion['act'] => act.type === 'reply.drafted' && act.seq > (gone?.seq ?? 0),
  );
  const versions: DraftVersion[] = [];
  for (const [i, act] of drafts.entries())
    versions.push({ act, place: i + 1, text: await textOf(file, act, wording) });
  return versions;
}

async function textOf(
  file: CaseFile,
  act: DraftVersion['act'],
  wording: (kind: LetterKind) => Promise<CurrentWording>,
): Promise<string> {
  const then = {
    ...file,
    acts: file.acts.filter(({ seq, type }) => type !== 'reply.drafted' || seq <= act.seq),
  };
  const coming = comingReply(then);
  if (!coming) return typedContent(act);
  const { document } = drawUp(await wording(coming.kind), coming.source, file);
  return document ? plainText(document) : typedContent(act);
}

function typedContent(act: DraftVersion['act']): string {
  const facts: Readonly<Record<string, unknown>> = act;
  return Object.entries(replyContentFields)
    .flatMap(([name, { label }]) => {
      const value = facts[name];
      return typeof value === 'string' ? [`${label}：${value}`] : [];
    })
    .join('\n');
}
