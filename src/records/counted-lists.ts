import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ResultRow } from '../domain/outcome/rows.js';
import type { ReconsiderationResult, SuitResult } from '../domain/remedy/results.js';
import type { AppealCell, AppealGroup } from '../domain/statistics/table-four.js';
import type { ReplyTiming } from '../domain/statistics/reply-timing.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { ApplicationRecord } from './application.js';
import { type CountedYear, appealCondition, ofOffices, yearParameters } from './counted-cases.js';
import { OfficeRecord } from './office.js';
import { ProceedingRecord } from './proceeding.js';
import { ofTiming } from './reply-timing-counts.js';

/** Which proceedings of table four are wanted: every part narrows the list. */
export interface WantedProceedings {
  readonly groups: readonly AppealGroup[];
  /** `concluded`: all but the pending. */
  readonly column?: AppealCell | 'concluded';
  /** Concluded in this month: 2026-03. */
  readonly month?: string;
  readonly result?: ReconsiderationResult | SuitResult;
  /** 复议机关 or 法院; empty: not recorded. */
  readonly organ?: string;
  /** The reply that is attacked; `none` over a silence. */
  readonly row?: ResultRow | 'none';
}

/** A proceeding in a list, with the application that it belongs to. */
export interface ListedProceeding {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly content: string;
  readonly office: string;
  readonly number: string;
  readonly kind: 'reconsideration' | 'suit';
  readonly route: 'direct' | 'afterReconsideration' | null;
  readonly state: string;
  readonly organ: string | null;
  readonly openedOn: LocalDate;
  readonly concludedOn: LocalDate | null;
  readonly result: ReconsiderationResult | SuitResult | null;
  readonly answerDueOn: LocalDate | null;
}

/** An application in a list of reply timings. */
export interface ListedReply {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly content: string;
  readonly office: string;
  readonly receivedOn: LocalDate;
  readonly replyDueOn: LocalDate | null;
  readonly replyEndedOn: LocalDate | null;
}

/** A stretch of a list: rows `from` and after, at most `size`. */
export interface Stretch {
  readonly from: number;
  readonly size: number;
}

/** The proceedings behind a number of table four, the latest first, and how many there are. */
export async function listProceedings(
  manager: EntityManager,
  counted: CountedYear,
  wanted: WantedProceedings,
  { from, size }: Stretch,
): Promise<{ rows: ListedProceeding[]; total: number }> {
  const query = manager
    .createQueryBuilder()
    .from(ProceedingRecord, 'proceeding')
    .innerJoin(ApplicationRecord, 'application', 'application.id = proceeding.applicationId')
    .innerJoin(OfficeRecord, 'office', 'office.id = proceeding.officeId')
    .where(ofOffices('proceeding'))
    .setParameters(yearParameters(counted));
  narrow(query, wanted);
  const [count] = await query.clone().select('COUNT(*)::int', 'total').getRawMany<{ total: number }>();
  selectColumns(query, {
    applicationId: 'proceeding.applicationId',
    applicationNumber: 'application.number',
    content: 'application.content',
    office: 'office.shortName',
    number: 'proceeding.number',
    kind: 'proceeding.kind',
    route: 'proceeding.route',
    state: 'proceeding.state',
    organ: 'proceeding.organ',
    openedOn: 'proceeding.openedOn',
    concludedOn: 'proceeding.concludedOn',
    result: 'proceeding.result',
    answerDueOn: 'proceeding.answerDueOn',
  });
  const rows = await query
    .orderBy('proceeding.openedOn', 'DESC')
    .addOrderBy('proceeding.applicationId')
    .addOrderBy('proceeding.number')
    .offset(from)
    .limit(size)
    .getRawMany<ListedProceeding>();
  return { rows, total: count?.total ?? 0 };
}

function narrow(query: SelectQueryBuilder<object>, wanted: WantedProceedings): void {
  const { groups, column, month, result, organ, row } = wanted;
  const cell = column === 'concluded' ? 'total' : column;
  const cells = groups.map((group) => appealCondition(group, cell));
  query.andWhere(cells.length > 0 ? `(${cells.join(' OR ')})` : 'FALSE');
  if (column === 'concluded') query.andWhere('proceeding.concludedOn <= :lastDay');
  if (month) query.andWhere('left(CAST(proceeding.concludedOn AS text), 7) = :month', { month });
  if (result) query.andWhere('proceeding.result = :result', { result });
  if (organ !== undefined) query.andWhere("coalesce(proceeding.organ, '') = :organ", { organ });
  if (row === 'none') query.andWhere('proceeding.replyRow IS NULL');
  else if (row) query.andWhere('proceeding.replyRow = :row', { row });
}

/** The applications behind a number of reply timings, those due first on top, and how many there are. */
export async function listReplies(
  manager: EntityManager,
  counted: CountedYear,
  timing: ReplyTiming,
  { from, size }: Stretch,
): Promise<{ rows: ListedReply[]; total: number }> {
  const query = manager
    .createQueryBuilder()
    .from(ApplicationRecord, 'application')
    .innerJoin(OfficeRecord, 'office', 'office.id = application.officeId');
  ofTiming(query, counted, timing);
  const [count] = await query.clone().select('COUNT(*)::int', 'total').getRawMany<{ total: number }>();
  selectColumns(query, {
    applicationId: 'application.id',
    applicationNumber: 'application.number',
    content: 'application.content',
    office: 'office.shortName',
    receivedOn: 'application.receivedOn',
    replyDueOn: 'application.replyDueOn',
    replyEndedOn: 'application.replyEndedOn',
  });
  const rows = await query
    .orderBy('application.replyDueOn', 'ASC', 'NULLS LAST')
    .addOrderBy('application.number')
    .offset(from)
    .limit(size)
    .getRawMany<ListedReply>();
  return { rows, total: count?.total ?? 0 };
}

function selectColumns(query: SelectQueryBuilder<object>, columns: Readonly<Record<string, string>>): void {
  query.select([]);
  for (const [alias, column] of Object.entries(columns)) query.addSelect(column, alias);
}
