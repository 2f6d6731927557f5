import { namesOfAll } from '../domain/application/joint-applicants.js';
import type { Act } from '../domain/acts/acts.js';
import type { ApplicationRecord } from '../records/application/application.js';
import { type KnownIds, reconsiderationId, suitId } from './row-acts.js';
import type { LedgerRow } from './ledger-row.js';

/** What of an application a ledger shows besides its acts. */
export type Listed = Pick<
  ApplicationRecord,
  'number' | 'applicantKind' | 'applicantName' | 'jointNames' | 'content'
>;

/** An application as a ledger shows it, with the numbers of the proceedings that it shows. */
export interface RecordedRow {
  readonly row: LedgerRow;
  readonly ids: KnownIds;
}

type ActNamed<T extends Act['type']> = Extract<Act, { type: T }>;

/** The last act of a type; of one proceeding, where its number is given. */
function last<T extends Act['type']>(acts: readonly Act[], type: T, id?: string): ActNamed<T> | undefined {
  return acts.findLast(
    (act): act is ActNamed<T> & Act =>
      act.type === type && (id === undefined || ('id' in act && act.id === id)),
  );
}

/**
 * Reads the line of a ledger off the acts of an application as they stand. Of several proceedings of a kind a ledger
 * shows one: the last, or the one that began on the day given.
 */
export function recordedRow(
  { number, applicantKind, applicantName, jointNames, content }: Listed,
  acts: readonly Act[],
  shown: Pick<LedgerRow, 'reconsiderationOn' | 'suitOn'> = {},
): RecordedRow {
  const received = last(acts, 'application.received');
  if (!received) throw new TypeError(`申请 ${number} 的记录里没有“收到申请”。`);
  const accepted = begun(acts, 'reconsideration.accepted', shown.reconsiderationOn);
  const served = begun(acts, 'suit.served', shown.suitOn);
  return {
    row: {
      number,
      applicantKind,
      applicantName: namesOfAll(applicantName, jointNames),
      receivedOn: received.on,
      channel: received.channel,
      content,
      ...conclusionOf(acts),
      ...extensionOf(acts),
      ...(accepted ? { reconsiderationOn: accepted.on, ...decisionOf(acts, accepted.id) } : {}),
      ...(served ? { suitOn: served.on, route: served.route, ...judgmentOf(acts, served.id) } : {}),
      remark: last(acts, 'application.registered')?.note ?? '',
    },
    ids: { reconsideration: accepted?.id ?? reconsiderationId, suit: served?.id ?? suitId },
  };
}

function begun<T extends 'reconsideration.accepted' | 'suit.served'>(
  acts: readonly Act[],
  type: T,
  on: string | undefined,
): ActNamed<T> | undefined {
  return acts.find((act): act is ActNamed<T> & Act => act.type === type && act.on === on) ?? last(acts, type);
}

/** How the application ended, and on which day; a reply counts by its service. */
function conclusionOf(acts: readonly Act[]): Pick<LedgerRow, 'outcome' | 'repliedOn'> {
  const ending = acts.findLast(({ type }) =>
    ['reply.issued', 'transfer.noticed', 'correction.lapsed', 'fee.lapsed', 'application.withdrawn'].includes(
      type,
    ),
  );
  switch (ending?.type) {
    case 'reply.issued':
    case 'transfer.noticed': {
      const outcome = ending.type === 'reply.issued' ? ending.outcome : 'notResponsible';
      const served = acts.slice(acts.indexOf(ending)).find(({ type }) => type === 'reply.served');
      return { outcome, repliedOn: served?.on ?? ending.on };
    }
    case 'correction.lapsed':
      return { outcome: 'notCorrected', repliedOn: ending.on };
    case 'fee.lapsed':
      return { outcome: 'notPaid', repliedOn: ending.on };
    case 'application.withdrawn':
      return { outcome: 'withdrawn', repliedOn: ending.on };
    default:
      return {};
  }
}

function extensionOf(acts: readonly Act[]): Pick<LedgerRow, 'extension'> {
  const extension = acts.reduce((sum, act) => (act.type === 'period.extended' ? sum + act.workdays : sum), 0);
  return extension > 0 ? { extension } : {};
}

function decisionOf(
  acts: readonly Act[],
  id: string,
): Pick<LedgerRow, 'decidedOn' | 'reconsiderationResult'> {
  const decided = last(acts, 'reconsideration.decided', id);
  if (decided) return { decidedOn: decided.on, reconsiderationResult: decided.result };
  const ended = last(acts, 'reconsideration.ended', id);
  return ended ? { decidedOn: ended.on, reconsiderationResult: 'terminated' } : {};
}

function judgmentOf(acts: readonly Act[], id: string): Pick<LedgerRow, 'judgedOn' | 'suitResult'> {
  const final = last(acts, 'suit.finallyJudged', id);
  if (final) return { judgedOn: final.on, suitResult: final.result };
  const effect = last(acts, 'suit.tookEffect', id);
  const judged = last(acts, 'suit.judged', id);
  return effect && judged ? { judgedOn: effect.on, suitResult: judged.result } : {};
}
