import {
  type LedgerImportRecord,
  type LedgerImportState,
  ledgerImportStates,
} from '../records/application/ledger-import.js';
import type { FormState } from '../web/forms.js';
import { type PageContract, defineFragment, definePage } from '../web/page.js';
import { paths } from '../web/paths.js';
import { type ImportReport, refusedRows } from './import-report.js';

/** So many cells and marks are shown on the page; the rest is in the file that can be fetched. */
const MOST_SHOWN = 200;

/** One import in a list. */
interface Sent {
  readonly href: string;
  readonly fileName: string;
  readonly by: string;
  readonly at: Date;
  readonly state: string;
}

/** How far the work is. */
interface Progress {
  readonly id: string;
  readonly state: LedgerImportState;
  readonly working: boolean;
  readonly brokenOff: boolean;
  readonly says: string;
}

interface Counted {
  readonly says: string;
  readonly article: string;
  readonly count: number;
  readonly rows: string;
}

/** A report as the page shows it. */
interface ShownReport extends ImportReport {
  readonly refusedRows: number;
  readonly good: number;
  readonly shownRefused: ImportReport['refused'];
  readonly irregularities: readonly Counted[];
}

interface SendPage extends PageContract {
  readonly form: FormState;
  readonly office: string;
  readonly latest: readonly Sent[];
}

interface ImportPage extends PageContract {
  readonly run: Sent & { readonly id: string };
  readonly progress: Progress;
  readonly report?: ShownReport;
  /** The sent file is still there. */
  readonly hasFile: boolean;
}

export const sendPage = definePage<SendPage>('ledger/send');
export const importPage = definePage<ImportPage>('ledger/import');
export const progressPart = defineFragment<Progress>('pages/ledger/progress');

export const sentOf = ({
  id,
  fileName,
  accountName,
  sentAt,
  state,
}: LedgerImportRecord): Sent & { id: string } => ({
  id,
  href: paths.ledgerImported(id),
  fileName,
  by: accountName,
  at: sentAt,
  state: ledgerImportStates[state],
});

export function progressOf(
  { id, state, rowsDone, fault, begunAt }: LedgerImportRecord,
  brokenOff: boolean,
): Progress {
  const working = state === 'checking' || state === 'importing';
  const doing = begunAt
    ? `${ledgerImportStates[state]}${rowsDone > 0 ? `，已处理 ${rowsDone} 行` : ''}…`
    : '前面还有别的台账在处理，正在排队，轮到后自动开始…';
  const says = brokenOff ? '处理中断了，没有写入任何内容。请重新检查。' : working ? doing : (fault ?? '');
  return { id, state, working: working && !brokenOff, brokenOff, says };
}

/** The report of a run, once there is one. */
export function reportOf({ report, state }: LedgerImportRecord): ShownReport | undefined {
  if (!report || (state !== 'checked' && state !== 'imported')) return undefined;
  // Written by the import itself.
  const known = report as ImportReport;
  return {
    ...known,
    refusedRows: refusedRows(known),
    good: known.imported + known.updated,
    shownRefused: known.refused.slice(0, MOST_SHOWN),
    irregularities: irregularitiesOf(known),
  };
}

const MOST_ROWS_NAMED = 12;

/** One line for each kind of 程序瑕疵: how often, and in which rows first. */
function irregularitiesOf({ irregular }: ImportReport): Counted[] {
  const kinds = new Map<string, ImportReport['irregular'][number][]>();
  for (const one of irregular) kinds.set(one.code, [...(kinds.get(one.code) ?? []), one]);
  return [...kinds.values()].flatMap((found): Counted[] => {
    const [first] = found;
    if (!first) return [];
    const rows = found.slice(0, MOST_ROWS_NAMED).map(({ row }) => row);
    const more = found.length > rows.length ? '等' : '';
    return [
      {
        says: first.says,
        article: first.article,
        count: found.length,
        rows: `第 ${rows.join('、')} 行${more}`,
      },
    ];
  });
}
