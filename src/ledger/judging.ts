import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { type CaseInHand, type Performer, inHand, performOn } from '../casework/case-in-hand.js';
import type { Opened } from '../casework/opening.js';
import { openInHand } from '../casework/opening.js';
import { Refused } from '../casework/refusals.js';
import type { Act } from '../domain/acts/acts.js';
import { effectiveActs } from '../domain/acts/effective.js';
import type { Circumstances } from '../domain/application/perform.js';
import type { Finding } from '../domain/law/finding.js';
import { printCitation } from '../domain/law/citation.js';
import type { ApplicationRecord } from '../records/application/application.js';
import { applicationsByNumber } from '../records/application/applications.js';
import { logsOf, recordedAct } from '../records/application/logs.js';
import type { ActRecord } from '../records/application/act.js';
import { type LedgerCells, type RowFault, faultIn } from './columns.js';
import { compareRows } from './comparison.js';
import type { IrregularRow } from './import-report.js';
import { type LedgerRow, readLedgerRow } from './ledger-row.js';
import { recordedRow } from './recorded-row.js';
import { actsOf, columnOf } from './row-acts.js';

/** A row of a file, by its columns. */
export interface NumberedCells {
  readonly row: number;
  readonly cells: LedgerCells;
}

/** What becomes of one row. */
export type Verdict = { readonly row: number } & (
  | { readonly kind: 'refused'; readonly faults: readonly RowFault[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'opens'; readonly opened: Opened; readonly irregular: readonly IrregularRow[] }
  | {
      readonly kind: 'goesOn';
      readonly applicationId: string;
      readonly acts: readonly [Act, ...Act[]];
      readonly irregular: readonly IrregularRow[];
    }
);

/** So many rows are judged before other work gets its turn. */
const ROWS_AT_A_STRETCH = 10;

/** An application that the record holds, with its log. */
interface Known {
  readonly application: ApplicationRecord;
  readonly log: ActRecord[];
}

/** Judges rows as the door will: reads them, compares them with the record, performs their acts without storing. */
export class Judge {
  /** Rows seen by their 编号: a number stands for one application. */
  private readonly seen = new Map<string, { row: number; content: string }>();

  constructor(
    private readonly manager: EntityManager,
    private readonly officeId: string,
    private readonly performer: Performer,
    private readonly circumstances: Circumstances,
  ) {}

  /** Some rows at a time: what the record knows of them is asked for together. */
  async judge(batch: readonly NumberedCells[]): Promise<Verdict[]> {
    const known = await this.knownAmong(batch.map(({ cells }) => cells.number));
    const verdicts: Verdict[] = [];
    for (const { row, cells } of batch) {
      verdicts.push({ row, ...this.judgeRow(row, cells, known) });
      // Judging takes milliseconds a row: whoever waits for a page must not wait for the file.
      if (verdicts.length % ROWS_AT_A_STRETCH === 0) await setImmediate();
    }
    return verdicts;
  }

  private async knownAmong(numbers: readonly string[]): Promise<Map<string, Known>> {
    const applications = await applicationsByNumber(this.manager, this.officeId, numbers);
    if (applications.size === 0) return new Map();
    const logs = await logsOf(
      this.manager,
      [...applications.values()].map(({ id }) => id),
    );
    return new Map(
      [...applications].map(([number, application]) => [
        number,
        { application, log: logs.get(application.id) ?? [] },
      ]),
    );
  }

  private judgeRow(row: number, cells: LedgerCells, known: ReadonlyMap<string, Known>): Judged {
    const read = readLedgerRow(cells, this.circumstances.today);
    if ('faults' in read) return { kind: 'refused', faults: read.faults };
    const content = JSON.stringify(read.row);
    const twin = this.seen.get(read.row.number);
    if (twin)
      return twin.content === content
        ? { kind: 'unchanged' }
        : { kind: 'refused', faults: [twice(twin.row, cells)] };
    this.seen.set(read.row.number, { row, content });
    const found = known.get(read.row.number);
    return found ? this.judgeKnown(row, cells, read.row, found) : this.judgeNew(row, cells, read.row);
  }

  private judgeNew(row: number, cells: LedgerCells, read: LedgerRow): Judged {
    const { number, applicantKind, applicantName, content } = read;
    const opening = { officeId: this.officeId, number, applicantKind, applicantName, content };
    const acts = actsOf(read, this.circumstances);
    const { held } = openInHand(opening, [], this.performer, this.circumstances);
    const performed = this.performAll(held, acts, cells);
    if ('fault' in performed) return { kind: 'refused', faults: [performed.fault] };
    return { kind: 'opens', opened: { opening, held }, irregular: numbered(performed.found, row, number) };
  }

  private judgeKnown(row: number, cells: LedgerCells, read: LedgerRow, { application, log }: Known): Judged {
    const recorded = recordedRow(application, effectiveActs(log.map(recordedAct)), read);
    const compared = compareRows(read, recorded.row, cells);
    if (compared.kind === 'contradicts') return { kind: 'refused', faults: compared.faults };
    if (compared.kind === 'same') return { kind: 'unchanged' };
    const [first, ...more] = actsOf(read, this.circumstances, recorded.ids).filter(
      ({ type }) => type !== 'application.registered' && compared.columns.has(columnOf(type)),
    );
    if (!first) return { kind: 'unchanged' };
    const held = inHand(application.id, this.officeId, [...log]);
    const performed = this.performAll(held, [first, ...more], cells);
    if ('fault' in performed) return { kind: 'refused', faults: [performed.fault] };
    return {
      kind: 'goesOn',
      applicationId: application.id,
      acts: [first, ...more],
      irregular: numbered(performed.found, row, read.number),
    };
  }

  /** Performs acts on a case in hand: what is irregular in them, or the cell for which the first of them is refused. */
  private performAll(
    held: CaseInHand,
    acts: readonly Act[],
    cells: LedgerCells,
  ): { found: readonly Finding[] } | { fault: RowFault } {
    const found: Finding[] = [];
    for (const act of acts) {
      try {
        found.push(...performOn(held, act, this.performer, this.circumstances).irregularities);
      } catch (error) {
        if (error instanceof Refused) return { fault: faultOf(act, error.findings, cells) };
        // The calendar ends somewhere; its error says where.
        if (error instanceof RangeError) {
          return { fault: faultIn(columnOf(act.type), cells, error.message, '请核对日期。') };
        }
        throw error;
      }
    }
    return { found };
  }
}

type Judged = Verdict extends infer V ? (V extends { row: number } ? Omit<V, 'row'> : never) : never;

function faultOf(act: Act, findings: readonly Finding[], cells: LedgerCells): RowFault {
  const [first] = findings;
  return faultIn(
    columnOf(act.type, first?.field),
    cells,
    findings.map(({ says }) => says).join(''),
    findings.map(({ mend }) => mend).join(''),
  );
}

const twice = (row: number, cells: LedgerCells): RowFault =>
  faultIn(
    'number',
    cells,
    `编号与第 ${row} 行相同，内容却不同。`,
    '请改正其中一行的编号，或删去多余的一行。',
  );

const numbered = (found: readonly Finding[], row: number, number: string): IrregularRow[] =>
  found.map(({ code, says, article }) => ({
    row,
    number,
    code,
    says,
    article: article ? printCitation(article) : '',
  }));
