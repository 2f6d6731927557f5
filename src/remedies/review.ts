import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { type LossReasonId, isLossReason, lossReasonIds } from '../domain/remedy/loss-reasons.js';
import { kindNames, wayName } from '../domain/remedy/proceeding.js';
import { resultNameOf } from '../domain/remedy/results.js';
import { rowInWords } from '../domain/outcome/rows.js';
import { OfficeRecord } from '../records/office/office.js';
import { ProceedingRecord } from '../records/proceeding/proceeding.js';
import { type NoteEntry, notesOf } from '../records/proceeding/proceeding-notes.js';
import type { Viewer } from '../web/viewer.js';
import { type CourseFigures, courseFigures } from './course-figures.js';

/** How the proceedings of one organ, office or kind of reply came out. */
export interface Tally {
  readonly name: string;
  readonly total: number;
  readonly upheld: number;
  readonly corrected: number;
  readonly other: number;
}

/** A lost proceeding without a reason named. */
export interface Unreasoned {
  readonly applicationId: string;
  readonly number: string;
}

/** What a year's concluded proceedings teach. */
export interface YearReviewed {
  readonly concluded: number;
  readonly corrected: number;
  readonly byReason: readonly { readonly reason: LossReasonId; readonly cases: readonly Unreasoned[] }[];
  readonly unreasoned: readonly Unreasoned[];
  readonly byOrgan: readonly Tally[];
  readonly byOffice: readonly Tally[];
  readonly byOutcome: readonly Tally[];
  readonly byMatter: readonly Tally[];
  readonly ending: readonly { readonly name: string; readonly count: number }[];
  readonly course: CourseFigures;
}

/** 年度复盘: why proceedings were lost, by reason, organ, office and kind of reply. */
@Injectable()
export class Review {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The proceedings that the viewer's offices concluded in a year, those as a third party left out. */
  async of(viewer: Viewer, year: number): Promise<YearReviewed> {
    const { manager } = this.dataSource;
    const proceedings = await manager
      .createQueryBuilder(ProceedingRecord, 'proceeding')
      .where(`proceeding."officeId" = ANY (:officeIds)`, { officeIds: [...viewer.visibleOfficeIds] })
      .andWhere(`proceeding."counted" AND proceeding."concludedOn" BETWEEN :first AND :last`, {
        first: `${year}-01-01`,
        last: `${year}-12-31`,
      })
      .orderBy('proceeding.concludedOn')
      .getMany();
    const ids = [...new Set(proceedings.map(({ applicationId }) => applicationId))];
    const offices = new Map(
      (await manager.findBy(OfficeRecord, { id: In([...viewer.visibleOfficeIds]) })).map((one) => [
        one.id,
        one.shortName,
      ]),
    );
    const notes = await notesOf(manager, ids);
    const ownNotes = ({ applicationId, number }: Unreasoned): NoteEntry[] =>
      (notes.get(applicationId) ?? []).filter((one) => one.number === number);
    const lost = proceedings.filter(({ appealColumn }) => appealColumn === 'corrected');
    const { byReason, unreasoned } = reasonsOf(lost, ownNotes);
    return {
      concluded: proceedings.length,
      corrected: lost.length,
      byReason,
      unreasoned,
      byOrgan: tallied(proceedings, ({ organ }) => organ ?? '未填'),
      byOffice: tallied(proceedings, ({ officeId }) => offices.get(officeId) ?? '—'),
      // The reply that was fought over: a later one, given anew, is another matter.
      byOutcome: tallied(proceedings, ({ replyRow }) => (replyRow ? rowInWords(replyRow) : '逾期未答复')),
      byMatter: tallied(proceedings, matterOf),
      ending: endings(proceedings),
      course: courseFigures(proceedings, ownNotes),
    };
  }
}

/** 行政复议，对逾期未答复 — what it was about. */
const matterOf = (proceeding: ProceedingRecord): string =>
  `${wayName(proceeding)}，${proceeding.replyRow === null ? '逾期未答复' : '对答复不服'}`;

/** How often each result of the statutory lists came. */
function endings(proceedings: readonly ProceedingRecord[]): YearReviewed['ending'] {
  const names = proceedings.map((one) => `${kindNames[one.kind]}：${resultNameOf(one.kind, one.result)}`);
  return [...new Set(names)]
    .map((name) => ({ name, count: names.filter((one) => one === name).length }))
    .sort((a, b) => b.count - a.count);
}

/** Why the lost ones were lost, as legal staff named it. */
function reasonsOf(
  lost: readonly ProceedingRecord[],
  notesFor: (proceeding: ProceedingRecord) => readonly NoteEntry[],
): Pick<YearReviewed, 'byReason' | 'unreasoned'> {
  const reasons = lost.map((proceeding) => {
    const own = notesFor(proceeding).filter(({ kind }) => kind === 'lossReason');
    const { applicationId, number } = proceeding;
    return { applicationId, number, reasons: own.map(({ facts }) => facts['reason']).filter(isLossReason) };
  });
  const byReason = lossReasonIds
    .map((reason) => ({ reason, cases: reasons.filter((one) => one.reasons.includes(reason)) }))
    .filter(({ cases }) => cases.length > 0)
    .sort((a, b) => b.cases.length - a.cases.length);
  return { byReason, unreasoned: reasons.filter((one) => one.reasons.length === 0) };
}

/** Counts by a name, the most frequent first. */
function tallied(
  proceedings: readonly ProceedingRecord[],
  nameOf: (proceeding: ProceedingRecord) => string,
): Tally[] {
  const names = [...new Set(proceedings.map(nameOf))];
  return names
    .map((name): Tally => {
      const own = proceedings.filter((one) => nameOf(one) === name);
      const count = (column: ProceedingRecord['appealColumn']): number =>
        own.filter(({ appealColumn }) => appealColumn === column).length;
      return {
        name,
        total: own.length,
        upheld: count('upheld'),
        corrected: count('corrected'),
        other: count('other'),
      };
    })
    .sort((a, b) => b.total - a.total);
}
