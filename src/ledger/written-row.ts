import { applicantKinds } from '../domain/application/applicant.js';
import { suitRoutes } from '../domain/acts/appeal-acts.js';
import { reconsiderationResults, suitResults } from '../domain/remedy/results.js';
import type { LedgerCells } from './columns.js';
import { channelNames, ledgerOutcomeTitle } from './ledger-words.js';
import type { LedgerRow } from './ledger-row.js';

/** A result as a ledger names it: the column of table four where no more is known, else by its own name. */
const columnWords = { upheld: '维持', corrected: '纠正', other: '其他' } as const;
const pendingWord = '尚未审结';

/** A line of a ledger in words, as it is exported: reading it again gives the same line. */
export function writtenRow(row: LedgerRow): LedgerCells {
  const { outcome, extension, reconsiderationResult, suitResult, route } = row;
  return {
    number: row.number,
    applicantKind: applicantKinds[row.applicantKind],
    applicantName: row.applicantName,
    receivedOn: row.receivedOn,
    channel: channelNames[row.channel],
    content: row.content,
    outcome: outcome ? ledgerOutcomeTitle(outcome) : '',
    repliedOn: row.repliedOn ?? '',
    extension: extension ? String(extension) : '',
    reconsiderationOn: row.reconsiderationOn ?? '',
    decidedOn: row.decidedOn ?? '',
    reconsiderationResult: resultWord(
      row.reconsiderationOn,
      reconsiderationResult,
      reconsiderationResult && reconsiderationResults[reconsiderationResult],
    ),
    route: route ? suitRoutes[route] : '',
    suitOn: row.suitOn ?? '',
    judgedOn: row.judgedOn ?? '',
    suitResult: resultWord(row.suitOn, suitResult, suitResult && suitResults[suitResult]),
    remark: row.remark,
  };
}

function resultWord(
  begunOn: string | undefined,
  id: string | undefined,
  result: { name: string; column: keyof typeof columnWords } | undefined,
): string {
  if (!begunOn) return '';
  if (!id || !result) return pendingWord;
  return id.startsWith('unspecified') ? columnWords[result.column] : result.name;
}
