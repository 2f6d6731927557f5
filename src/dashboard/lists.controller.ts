import { Controller, Get, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { stateMetaOf, wayName } from '../domain/remedy/proceeding.js';
import { resultNameOf } from '../domain/remedy/results.js';
import { earlySigns } from '../domain/statistics/early-signs.js';
import type { ListPlace } from '../records/counting/counted-lists.js';
import { accountsOf } from '../records/person/accounts.js';
import {
  type ListedApplication,
  countApplicationsLike,
  listApplications,
  orderingDay,
} from '../records/counting/listed-applications.js';
import {
  type ListedProceeding,
  type WantedProceedings,
  countProceedingsLike,
  listProceedings,
} from '../records/counting/listed-proceedings.js';
import { lossReasonsNamed } from '../records/counting/loss-reasons-named.js';
import type { Page } from '../web/page.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { chineseDate } from '../web/words.js';
import { type Asked, asKnownWords, readAsked, scopeInTitle } from './asked.js';
import { rowName } from './breakdowns.js';
import {
  type ListQuery,
  applicationsAsked,
  applicationsInWords,
  furtherOn,
  placeText,
  proceedingsAsked,
  proceedingsInWords,
  textsOf,
} from './list-asking.js';
import { type Cell, type ListView, countedListPage } from './pages.js';

const SIZE = 50;

/** A stretch of a list as it was found. */
interface Found<T> {
  readonly rows: readonly T[];
  readonly more: boolean;
  readonly total: number;
}

/** The cases behind the numbers of the board. */
@Controller()
@Allow('head', 'legal', 'leader')
export class CountedListsController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get(paths.countedProceedings)
  async proceedings(@CurrentViewer() viewer: Viewer, @Query() query: ListQuery): Promise<Page> {
    const { manager } = this.dataSource;
    const wanted = proceedingsAsked(query);
    const { after, before } = furtherOn(query);
    const asked = await readAsked(manager, viewer, query);
    const [list, total] = await Promise.all([
      listProceedings(manager, asked.counted, wanted, { after, size: SIZE }),
      countOf(manager, asked, wanted),
    ]);
    return countedListPage({
      title: '复议、诉讼案件',
      of: scopeInTitle(asked),
      sub: sentence(asked, proceedingsInWords(query), total),
      back: withQuery(paths.dashboard, asked.query),
      table: {
        caption: '复议、诉讼案件',
        columns: ['申请编号', '案号', '所需信息', '机关', '类别', '受理或应诉日', '审结日', '结果或进展'].map(
          (label) => ({ label, wide: label === '所需信息' }),
        ),
        rows: list.rows.map(proceedingCells),
      },
      walk: walkThrough(paths.countedProceedings, query, before, { ...list, total }, (row) => ({
        day:
          wanted.column === undefined || wanted.column === 'pending'
            ? row.openedOn
            : (row.concludedOn ?? row.openedOn),
        applicationId: row.applicationId,
        number: row.number,
      })),
    });
  }

  @Get(paths.countedApplications)
  async applications(@CurrentViewer() viewer: Viewer, @Query() query: ListQuery): Promise<Page> {
    const { manager } = this.dataSource;
    const wanted = applicationsAsked(query);
    const { after, before } = furtherOn(query);
    const asked = await readAsked(manager, viewer, query);
    const [list, total, people] = await Promise.all([
      listApplications(manager, asked.counted, wanted, { after, size: SIZE }),
      countApplicationsLike(manager, asked.counted, wanted),
      accountsOf(manager, viewer.visibleOfficeIds),
    ]);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return countedListPage({
      title: '申请清单',
      of: scopeInTitle(asked),
      sub: sentence(asked, applicationsInWords(wanted, names), total),
      back: withQuery(paths.dashboard, asked.query),
      table: {
        caption: '申请清单',
        columns: applicationColumns.map((label) => ({ label, wide: label === '所需信息' })),
        rows: list.rows.map((row) => applicationCells(row, names)),
      },
      walk: walkThrough(paths.countedApplications, query, before, { ...list, total }, (row) => ({
        day: orderingDay(wanted, row),
        applicationId: row.applicationId,
        number: '',
      })),
    });
  }
}

/** Reasons are notes, not movements: such a list is as long as the notes say. */
async function countOf(
  manager: EntityManager,
  { counted }: Asked,
  wanted: WantedProceedings,
): Promise<number> {
  const all = await countProceedingsLike(manager, counted, wanted);
  const { reason, groups } = wanted;
  if (reason === undefined) return all;
  const named = (await lossReasonsNamed(manager, counted)).filter(({ kind }) =>
    groups.some((group) => (group === 'reconsideration') === (kind === 'reconsideration')),
  );
  const losses = new Set(
    named
      .filter((one) => reason === 'none' || one.reason === reason)
      .map(({ applicationId, number }) => `${applicationId} ${number}`),
  );
  return reason === 'none' ? all - losses.size : losses.size;
}

/** Which rows are shown, and the way on. */
function walkThrough<T>(
  path: string,
  query: ListQuery,
  before: number,
  { rows, more, total }: Found<T>,
  placeOf: (row: T) => ListPlace,
): ListView['walk'] {
  const { after: _after, from: _from, ...rest } = textsOf(query);
  const last = rows.at(-1);
  return {
    summary:
      rows.length === 0 ? `共 ${total} 件` : `第 ${before + 1}–${before + rows.length} 件，共 ${total} 件`,
    ...(before > 0 ? { first: withQuery(path, rest) } : {}),
    ...(more && last
      ? { next: withQuery(path, { ...rest, after: placeText(placeOf(last)), from: before + rows.length }) }
      : {}),
  };
}

function proceedingCells(row: ListedProceeding): Cell[] {
  const way = wayName(row);
  return [
    { text: row.applicationNumber, href: paths.case(row.applicationId) },
    row.number,
    row.content,
    row.office,
    row.organ ? `${way}（${row.organ}）` : way,
    chineseDate(row.openedOn),
    chineseDate(row.concludedOn),
    row.result ? resultNameOf(row.kind, row.result) : stateMetaOf(row.kind, row.state).name,
  ];
}

const applicationColumns = [
  '申请编号',
  '所需信息',
  '机关',
  '承办人',
  '收到日',
  '答复期限',
  '答复或终结日',
  '用时',
  '结果',
  '苗头',
];

function applicationCells(row: ListedApplication, people: ReadonlyMap<string, string>): Cell[] {
  return [
    { text: row.applicationNumber, href: paths.case(row.applicationId) },
    row.content,
    row.office,
    (row.handlerAccountId && people.get(row.handlerAccountId)) || '—',
    chineseDate(row.receivedOn),
    chineseDate(row.replyDueOn),
    chineseDate(row.replyEndedOn),
    row.workdaysTaken === null ? '—' : `${row.workdaysTaken} 个工作日`,
    row.resultRow ? rowName(row.resultRow) : '—',
    row.signs.map((sign) => earlySigns[sign].name).join('、') || '—',
  ];
}

function sentence({ counted, scope, query }: Asked, parts: readonly string[], total: number): string {
  const what = parts.length > 0 ? `：${parts.join('、')}` : '';
  const how = query.on ? `（${asKnownWords(counted)}）` : '';
  return `${scope.name}，${counted.year}年，截至${chineseDate(counted.until)}${how}${what}。共 ${total} 件。`;
}
