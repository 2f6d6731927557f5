import { randomUUID } from 'node:crypto';
import { inHand, performOn } from '../../src/casework/case-in-hand.js';
import type { Opened } from '../../src/casework/opening.js';
import type { RecordedAct } from '../../src/domain/acts/acts.js';
import { isActOfTime } from '../../src/domain/acts/acts.js';
import type { ApplicantKind } from '../../src/domain/application/applicant.js';
import { replay } from '../../src/domain/application/standing.js';
import { type Summary, summaryOf } from '../../src/domain/application/summary.js';
import type { CountedProceedings } from '../../src/domain/statistics/table-four.js';
import type { CountedCases } from '../../src/domain/statistics/table-three.js';
import type { LocalDate } from '../../src/domain/time/local-date.js';
import { dayOf } from '../../src/infrastructure/today.js';
import type { History } from './histories.js';
import { calendar, everyone, time } from './paper-case.js';

/** A history stored in an office, and the acts that stand in it. */
export interface Stored {
  readonly officeId: string;
  readonly applicant: ApplicantKind;
  readonly acts: readonly RecordedAct[];
}

/** The history once more, through the door of the database. */
export function openedFrom({ file }: History, { officeId, applicant }: Stored, number: string): Opened {
  const held = inHand(randomUUID(), officeId);
  for (const recorded of file.log) {
    const { seq: _seq, recordedAt, by: _by, ...act } = recorded;
    const today = dayOf(new Date(recordedAt));
    const actor = isActOfTime(recorded.type) ? time : everyone;
    performOn(held, act, { actor }, { today, now: recordedAt, calendar });
  }
  const opening = {
    officeId,
    number,
    applicantKind: applicant,
    applicantName: '张三丰',
    content: '某某路道路改造工程的征地批复文件',
  };
  return { opening, held };
}

export const summaryBy = (acts: readonly RecordedAct[]): Summary =>
  summaryOf(acts, replay(acts).standing.facts);

/** A case with what its acts come to. */
export type Summarised = Stored & { readonly summary: Summary };

/** Table three by the words of law.md §6.4, case by case. */
export function rowsIn(cases: readonly Summarised[], year: number, through: LocalDate): CountedCases[] {
  const first = `${year}-01-01`;
  return cases.flatMap(({ applicant, summary: { receivedOn, concludedOn, row } }) => {
    const rows: CountedCases['row'][] = [];
    if (receivedOn >= first && receivedOn <= through) rows.push('received');
    if (receivedOn < first && (!concludedOn || concludedOn >= first)) rows.push('carriedIn');
    if (row && concludedOn && concludedOn >= first && concludedOn <= through) rows.push(row);
    if (receivedOn <= through && (!concludedOn || concludedOn > through)) rows.push('carriedOut');
    return rows.map((one) => ({ row: one, applicant, count: 1 }));
  });
}

/** Table four: every proceeding open at some time of the year, by its result at the end of the day. */
export function cellsIn(
  cases: readonly Summarised[],
  year: number,
  through: LocalDate,
): CountedProceedings[] {
  return cases.flatMap(({ summary }) =>
    summary.proceedings.flatMap(({ kind, route, openedOn, concludedOn, column, counted }) => {
      if (!counted || openedOn > through || (concludedOn && concludedOn < `${year}-01-01`)) return [];
      const concluded = concludedOn !== undefined && concludedOn <= through;
      return [
        {
          group: kind === 'reconsideration' ? ('reconsideration' as const) : (route ?? 'direct'),
          column: concluded && column ? column : ('pending' as const),
          count: 1,
        },
      ];
    }),
  );
}
