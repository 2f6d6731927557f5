import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { type LossReasonId, isLossReason, lossReasonIds } from '../domain/remedy/loss-reasons.js';
import { outcomeOf } from '../domain/outcome/outcomes.js';
import { ApplicationRecord } from '../records/application.js';
import { OfficeRecord } from '../records/office.js';
import { ProceedingRecord } from '../records/proceeding.js';
import { notesOf } from '../records/proceeding-notes.js';
import type { Viewer } from '../web/viewer.js';

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
    const applications = new Map(
      (await manager.findBy(ApplicationRecord, { id: In(ids) })).map((one) => [one.id, one]),
    );
    const offices = new Map(
      (await manager.findBy(OfficeRecord, { id: In([...viewer.visibleOfficeIds]) })).map((one) => [
        one.id,
        one.shortName,
      ]),
    );
    const lost = proceedings.filter(({ appealColumn }) => appealColumn === 'corrected');
    const { byReason, unreasoned } = await this.reasonsOf(lost);
    return {
      concluded: proceedings.length,
      corrected: lost.length,
      byReason,
      unreasoned,
      byOrgan: tallied(proceedings, ({ organ }) => organ ?? '未填'),
      byOffice: tallied(proceedings, ({ officeId }) => offices.get(officeId) ?? '—'),
      byOutcome: tallied(proceedings, ({ applicationId }) => {
        const outcome = applications.get(applicationId)?.outcome;
        return outcome ? outcomeOf(outcome).name : '未答复';
      }),
    };
  }

  private async reasonsOf(
    lost: readonly ProceedingRecord[],
  ): Promise<Pick<YearReviewed, 'byReason' | 'unreasoned'>> {
    const notes = await notesOf(
      this.dataSource.manager,
      lost.map(({ applicationId }) => applicationId),
    );
    const reasons = lost.map(({ applicationId, number }) => {
      const own = (notes.get(applicationId) ?? []).filter(
        (one) => one.number === number && one.kind === 'lossReason',
      );
      return { applicationId, number, reasons: own.map(({ facts }) => facts['reason']).filter(isLossReason) };
    });
    const byReason = lossReasonIds
      .map((reason) => ({ reason, cases: reasons.filter((one) => one.reasons.includes(reason)) }))
      .filter(({ cases }) => cases.length > 0)
      .sort((a, b) => b.cases.length - a.cases.length);
    return { byReason, unreasoned: reasons.filter((one) => one.reasons.length === 0) };
  }
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
