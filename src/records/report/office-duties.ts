import { type EntityManager, In } from 'typeorm';
import {
  type Quarter,
  daysOfQuarter,
  dueForQuarter,
  dueForYear,
  quarterlyDay,
  quarters,
  yearlyDays,
} from '../../domain/clock/yearly.js';
import type { Citation } from '../../domain/law/citation.js';
import { type LocalDate, yearOf } from '../../domain/time/local-date.js';
import { firstCountedYear } from '../counting/table-four-counts.js';
import { AnnualReportRecord, type Coverage } from './annual-report.js';
import { SelfCheckRecord } from './self-check.js';

/** What an office as such owes by a day: reports, not cases. */
export interface OfficeDuty {
  readonly kind: 'annualReport' | 'selfCheck';
  readonly what: string;
  readonly year: number;
  readonly quarter?: Quarter;
  readonly dueOn: LocalDate;
  readonly article: Citation;
  /** Of an annual report: the office's own, or that of the government. */
  readonly coverage?: Coverage;
}

/** Which report it is, for good: annualReport.own.2025, selfCheck.2025.4. */
export const dutyId = ({ kind, year, quarter, coverage }: OfficeDuty): string =>
  kind === 'annualReport' ? `${kind}.${coverage ?? 'own'}.${year}` : `${kind}.${year}.${quarter ?? ''}`;

/** The days on which reports that may be owed on a day fall due, whoever owes them. */
export function reportDays(on: LocalDate): LocalDate[] {
  const last = yearOf(on) - 1;
  return [
    dueForYear('ownReport', last),
    dueForYear('governmentReport', last),
    ...[last, last + 1].flatMap((year) => quarters.map((quarter) => dueForQuarter(year, quarter))),
  ];
}

/**
 * The reports of closed years and quarters that an office has not done yet, the first due in front. An office owes
 * none of a time in which it had nothing in the program. Only the last year and the last quarter are asked for:
 * what is older stands in the lists of reports.
 */
export async function officeDuties(
  manager: EntityManager,
  officeIds: readonly string[],
  on: LocalDate,
): Promise<OfficeDuty[]> {
  const [officeId] = officeIds;
  const first = await firstCountedYear(manager, officeIds);
  if (officeId === undefined || first === undefined) return [];
  const last = yearOf(on) - 1;
  const reports = await manager.findBy(AnnualReportRecord, { officeId, year: last });
  const checks = await manager.findBy(SelfCheckRecord, { officeId, year: In([last, last + 1]) });
  const coverages: readonly Coverage[] = officeIds.length > 1 ? ['own', 'withSubordinates'] : ['own'];
  const annual = coverages
    .filter((coverage) => !reports.some((one) => one.coverage === coverage && one.publishedOn))
    .map((coverage): OfficeDuty => {
      const id = coverage === 'own' ? 'ownReport' : 'governmentReport';
      const { name, article } = yearlyDays[id];
      return {
        ...{ kind: 'annualReport', year: last, coverage, article, dueOn: dueForYear(id, last) },
        what: `${last}年：${name}`,
      };
    });
  const quarterly = [last, last + 1].flatMap((year) =>
    quarters
      .filter((quarter) => daysOfQuarter(year, quarter).through < on)
      .filter(
        (quarter) => !checks.some((one) => one.year === year && one.quarter === quarter && one.submittedAt),
      )
      .map((quarter): OfficeDuty => ({
        ...{ kind: 'selfCheck', year, quarter, article: quarterlyDay.article },
        ...{ dueOn: dueForQuarter(year, quarter), what: `${year}年第${quarter}季度：${quarterlyDay.name}` },
      })),
  );
  return [...(first <= last ? annual : []), ...quarterly.filter(({ year }) => year >= first).slice(-1)].sort(
    (a, b) => (a.dueOn < b.dueOn ? -1 : 1),
  );
}
