import type { EntityManager } from 'typeorm';
import {
  type Identity,
  identitiesOf,
  inForceIdentity,
  textIdentity,
} from '../domain/statistics/identities.js';
import { type ReportFigure, reportFigures } from '../domain/statistics/report-figures.js';
import { type ReportFormId, reportFormOf } from '../domain/statistics/report-form.js';
import {
  type FilledPiece,
  type SectionId,
  fillText,
  plainText,
  sectionIds,
  strayNumbers,
  textOf,
} from '../domain/statistics/report-text.js';
import type { TableFour } from '../domain/statistics/table-four.js';
import type { TableThree } from '../domain/statistics/table-three.js';
import { type TableTwo, sumOfTablesTwo, tableTwoCells } from '../domain/statistics/table-two.js';
import type { AnnualReportRecord, SubmittedReport } from '../records/report/annual-report.js';
import { type ReportKey, annualReportOf, ownReports } from '../records/report/annual-reports.js';
import { type ChargedCase, chargedCases, feesOf } from '../records/report/report-fees.js';
import { type AnnualTables, readAnnualTables } from './annual-tables.js';

/** A report of six parts: as handed in, or as it stands now. */
export interface WholeReport {
  readonly year: number;
  readonly form: ReportFormId;
  readonly three: TableThree;
  readonly four: TableFour;
  readonly two: TableTwo;
  /** Table two is the sum of what the offices have filled in, until one is typed for all of them. */
  readonly twoSummed: boolean;
  /** Each section as words and numbers; a number still knows where it comes from. */
  readonly sections: Readonly<Record<SectionId, readonly FilledPiece[]>>;
  readonly figures: readonly ReportFigure[];
  readonly charged: readonly ChargedCase[];
  readonly identities: readonly Identity[];
  /** What still has to be written or filled in. */
  readonly missing: readonly { readonly section?: SectionId; readonly cell?: string }[];
  readonly tables: AnnualTables;
  readonly record: AnnualReportRecord | null;
}

/** Reads the report of an office, alone or with those below. */
export async function readWholeReport(
  manager: EntityManager,
  key: ReportKey,
  officeIds: readonly string[],
): Promise<WholeReport> {
  const { year } = key;
  const [record, tables, charged, two, before] = [
    await annualReportOf(manager, key),
    await readAnnualTables(manager, { year, officeIds }),
    await chargedCases(manager, { year, officeIds }),
    await tableTwoOf(manager, key, officeIds),
    await tableTwoOf(manager, { ...key, year: year - 1 }, officeIds),
  ];
  const submitted = record?.submitted ?? undefined;
  const { three, four } = submitted ?? tables;
  const figures = reportFigures({ year, three, four, fees: feesOf(charged) });
  const sections = submitted ? asHandedIn(submitted) : filled(record, figures);
  const form = reportFormOf(year);
  const printed = sectionIds.map((id) => plainText(sections[id])).join('\n');
  const inForce = inForceIdentity(two.table, before.table);
  return {
    ...{ year, form, three, four, two: submitted?.two ?? two.table, twoSummed: !submitted && two.summed },
    ...{ sections, figures, charged, tables, record },
    identities: [
      ...(submitted ? identitiesOf(three, four, tables.lastYear) : tables.identities),
      ...(inForce ? [inForce] : []),
      textIdentity(strayNumbers(printed, figures)),
    ],
    missing: [
      ...sectionIds.filter((id) => plainText(sections[id]).trim() === '').map((section) => ({ section })),
      ...tableTwoCells(form)
        .filter(({ id }) => (submitted?.two ?? two.table)[id] === undefined)
        .map(({ label: cell }) => ({ cell })),
    ],
  };
}

/** Table two of a report; that of all offices together is the sum of theirs until it is typed. */
async function tableTwoOf(
  manager: EntityManager,
  key: ReportKey,
  officeIds: readonly string[],
): Promise<{ table: TableTwo; summed: boolean }> {
  const own = (await annualReportOf(manager, key))?.tableTwo ?? {};
  if (key.coverage === 'own' || Object.keys(own).length > 0) return { table: own, summed: false };
  const reports = await ownReports(manager, officeIds, [key.year]);
  return { table: sumOfTablesTwo(reports.map(({ tableTwo }) => tableTwo)), summed: reports.length > 0 };
}

const asHandedIn = ({ texts }: SubmittedReport): WholeReport['sections'] =>
  bySection((id) => (texts[id] === '' ? [] : [texts[id]]));

const filled = (
  record: AnnualReportRecord | null,
  figures: readonly ReportFigure[],
): WholeReport['sections'] => bySection((id) => fillText(textOf(record?.texts ?? {}, id), figures));

const bySection = (piecesOf: (id: SectionId) => readonly FilledPiece[]): WholeReport['sections'] =>
  Object.fromEntries(sectionIds.map((id) => [id, piecesOf(id)])) as Record<SectionId, readonly FilledPiece[]>;

/** The report as it is kept when it is handed in. */
export const handedIn = ({ three, four, two, sections }: WholeReport): SubmittedReport => ({
  ...{ three, four, two },
  texts: Object.fromEntries(sectionIds.map((id) => [id, plainText(sections[id])])) as Record<
    SectionId,
    string
  >,
});
