import type { EntityManager } from 'typeorm';
import { reportInHand } from '../domain/clock/yearly.js';
import { yearOf } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import type { ReportKey } from '../records/report/annual-reports.js';
import { officeById } from '../records/office/offices.js';
import { firstCountedYear } from '../records/counting/table-four-counts.js';
import { type OfficeScope, officeScope } from '../web/office-scope.js';
import { ProblemException } from '../web/problems.js';
import type { Viewer } from '../web/viewer.js';

/** The query of every address of a report. */
export interface ReportQuery {
  year?: unknown;
  office?: unknown;
}

/** Which report is asked for. */
export interface AskedReport {
  readonly year: number;
  readonly scope: OfficeScope;
  readonly key: ReportKey;
  /** Whose report it is: the office's, or the 本级人民政府's where all offices are in it. */
  readonly issuer: string;
  /** The same again for links. */
  readonly query: { readonly year: number; readonly office: string };
}

/** 《政府信息公开条例》 is in force since 2008. */
const FIRST_YEAR = 2008;

/** Reads the query. Without an office it is the report of the viewer's office with all below it, where there are any. */
export async function readAskedReport(
  manager: EntityManager,
  viewer: Viewer,
  query: ReportQuery,
): Promise<AskedReport> {
  const year = yearAsked(query.year);
  const scope = await officeScope(manager, viewer, query.office);
  const [only = viewer.officeId] = scope.officeIds;
  const key: ReportKey =
    scope.officeIds.length > 1
      ? { officeId: viewer.officeId, year, coverage: 'withSubordinates' }
      : { officeId: only, year, coverage: 'own' };
  const government = scope.officeIds.length > 1 && (await officeById(manager, viewer.officeId))?.government;
  return { year, scope, key, issuer: government || scope.name, query: { year, office: scope.code } };
}

/** A year that can be counted; the one whose report is in hand where none is named. */
export function yearAsked(asked: unknown): number {
  const last = yearOf(today());
  if (asked === undefined || asked === '') return reportInHand(today());
  const year = typeof asked === 'string' && /^\d{4}$/.test(asked) ? Number(asked) : NaN;
  if (year >= FIRST_YEAR && year <= last) return year;
  throw new ProblemException('bad-request', { detail: `请选择 ${FIRST_YEAR} 至 ${last} 之间的年份。` });
}

/** The years from which one may be chosen, the latest first; the one that is shown is always among them. */
export async function yearOptions(
  manager: EntityManager,
  { officeIds }: OfficeScope,
  shown: number,
): Promise<{ value: string; label: string }[]> {
  const last = yearOf(today());
  const first = Math.min((await firstCountedYear(manager, officeIds)) ?? last, shown);
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    value: String(last - i),
    label: `${last - i}年`,
  }));
}
