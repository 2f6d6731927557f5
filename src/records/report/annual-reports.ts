import { type EntityManager, In } from 'typeorm';
import type { ReportTexts } from '../../domain/statistics/report-text.js';
import type { TableTwo } from '../../domain/statistics/table-two.js';
import { type LocalDate, yearOf } from '../../domain/time/local-date.js';
import { now } from '../../infrastructure/today.js';
import { lockOffice } from '../office/offices.js';
import { AnnualReportRecord, type Coverage, type SubmittedReport } from './annual-report.js';

/** Which report: of which office, of which year, with or without the offices below. */
export interface ReportKey {
  readonly officeId: string;
  readonly year: number;
  readonly coverage: Coverage;
}

export const annualReportOf = (
  manager: EntityManager,
  { officeId, year, coverage }: ReportKey,
): Promise<AnnualReportRecord | null> => manager.findOneBy(AnnualReportRecord, { officeId, year, coverage });

/** The own reports of these offices in these years. */
export const ownReports = (
  manager: EntityManager,
  officeIds: readonly string[],
  years: readonly number[],
): Promise<AnnualReportRecord[]> =>
  manager.findBy(AnnualReportRecord, {
    officeId: In([...officeIds]),
    year: In([...years]),
    coverage: 'own',
  });

/** Who writes, as the record keeps it. */
interface Writer {
  readonly accountId: string;
  readonly name: string;
}

/** What is written: `version` is the one that the form was filled from, 0 where there was none. */
export interface Written {
  readonly texts: ReportTexts;
  readonly tableTwo: TableTwo;
  readonly version: number;
}

/** Why a report cannot be changed. */
export type ReportRefusal = 'changed' | 'submitted';

/**
 * The report for a change, locked, with the version that it has; a new one where none has been written. Its version is
 * given when it is stored.
 */
async function locked(
  manager: EntityManager,
  key: ReportKey,
  by: Writer,
): Promise<{ report: AnnualReportRecord; standing: number }> {
  const { officeId, year, coverage } = key;
  await lockOffice(manager, officeId);
  const known = await annualReportOf(manager, key);
  const report =
    known ??
    manager.create(AnnualReportRecord, {
      ...{ officeId, year, coverage, texts: {}, tableTwo: {}, savedAt: now() },
      ...{ savedByName: by.name, savedByAccountId: by.accountId },
    });
  return { report, standing: known?.version ?? 0 };
}

/** Keeps what was written. Call it in a transaction. */
export async function writeReport(
  manager: EntityManager,
  key: ReportKey,
  { texts, tableTwo, version }: Written,
  by: Writer,
): Promise<ReportRefusal | undefined> {
  const { report, standing } = await locked(manager, key, by);
  if (report.submittedAt) return 'submitted';
  if (standing !== version) return 'changed';
  // Assigned, not merged: a number that was taken out of table two must not stay.
  Object.assign(report, { texts, tableTwo, savedAt: now() });
  Object.assign(report, { savedByName: by.name, savedByAccountId: by.accountId });
  await manager.save(report);
  return undefined;
}

/** Hands the report in as it was read at `version`: from now on it stands. Call it in a transaction. */
export async function submitReport(
  manager: EntityManager,
  key: ReportKey,
  { content, version }: { readonly content: SubmittedReport; readonly version: number },
  by: Writer,
): Promise<ReportRefusal | undefined> {
  const { report, standing } = await locked(manager, key, by);
  if (report.submittedAt) return 'submitted';
  if (standing !== version) return 'changed';
  Object.assign(report, { submitted: content, submittedAt: now() });
  Object.assign(report, { submittedByName: by.name, submittedByAccountId: by.accountId });
  await manager.save(report);
  return undefined;
}

/** Writes down that the report was published. Answers a sentence where it cannot be. */
export async function publishReport(
  manager: EntityManager,
  key: ReportKey,
  { on, where }: { readonly on: LocalDate; readonly where: string },
): Promise<string | undefined> {
  await lockOffice(manager, key.officeId);
  const report = await annualReportOf(manager, key);
  if (!report?.submittedAt) return '报告还没有报送，报送以后才能登记公布。';
  if (report.publishedOn) return '公布日期已经登记过。';
  if (yearOf(on) <= key.year) return `公布日期应当在${key.year}年之后。`;
  Object.assign(report, { publishedOn: on, publishedWhere: where });
  await manager.save(report);
  return undefined;
}
