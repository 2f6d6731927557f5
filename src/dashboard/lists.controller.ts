import { Controller, Get, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { resultRows, type ResultRow } from '../domain/outcome/rows.js';
import { reconsiderationResults, suitResults, appealColumns } from '../domain/remedy/results.js';
import { replyTimings } from '../domain/statistics/reply-timing.js';
import { type AppealGroup, appealGroupIds, appealGroups } from '../domain/statistics/table-four.js';
import {
  type ListedProceeding,
  type WantedProceedings,
  listProceedings,
  listReplies,
} from '../records/counted-lists.js';
import { isReplyTiming } from '../records/reply-timing-counts.js';
import type { Page } from '../web/page.js';
import { pageRequest, paginate } from '../web/pagination.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { chineseDate } from '../web/words.js';
import { type Asked, type BoardQuery, readAsked } from './asked.js';
import { rowName } from './breakdowns.js';
import { type Cell, countedListPage } from './pages.js';
import { proceedingState, resultName } from './proceeding-words.js';

type ListQuery = BoardQuery & Readonly<Record<string, unknown>>;

const SIZE = 50;

const groupsNamed: Readonly<Record<string, readonly AppealGroup[]>> = {
  reconsideration: ['reconsideration'],
  litigation: ['direct', 'afterReconsideration'],
  direct: ['direct'],
  afterReconsideration: ['afterReconsideration'],
};
const groupNames: Readonly<Record<string, string>> = { ...appealGroups, litigation: '行政诉讼' };
const columnNames: Readonly<Record<string, string>> = { ...appealColumns, concluded: '已审结' };

/** The cases behind the numbers of the board. */
@Controller()
@Allow('head', 'legal', 'leader')
export class CountedListsController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get(paths.countedProceedings)
  async proceedings(@CurrentViewer() viewer: Viewer, @Query() query: ListQuery): Promise<Page> {
    const { manager } = this.dataSource;
    const asked = await readAsked(manager, viewer, query);
    const wanted = wantedFrom(query);
    const request = pageRequest(query['page'], SIZE);
    const from = (request.page - 1) * SIZE;
    const { rows, total } = await listProceedings(manager, asked.counted, wanted, { from, size: SIZE });
    return countedListPage({
      title: '复议、诉讼案件',
      sub: sentence(asked, narrowings(query), total),
      back: withQuery(paths.dashboard, asked.query),
      table: {
        caption: '复议、诉讼案件',
        columns: ['申请编号', '案号', '所需信息', '机关', '类别', '受理或应诉日', '审结日', '结果或进展'].map(
          (label) => ({ label, wide: label === '所需信息' }),
        ),
        rows: rows.map(lineOf),
      },
      pagination: paginate(request, total, (page) =>
        withQuery(paths.countedProceedings, { ...textsOf(query), page }),
      ),
    });
  }

  @Get(paths.countedReplies)
  async replies(@CurrentViewer() viewer: Viewer, @Query() query: ListQuery): Promise<Page> {
    const { timing } = query;
    if (!isReplyTiming(timing)) throw new ProblemException('bad-request');
    const { manager } = this.dataSource;
    const asked = await readAsked(manager, viewer, query);
    const request = pageRequest(query['page'], SIZE);
    const from = (request.page - 1) * SIZE;
    const { rows, total } = await listReplies(manager, asked.counted, timing, { from, size: SIZE });
    return countedListPage({
      title: '答复期限',
      sub: sentence(asked, [replyTimings[timing]], total),
      back: withQuery(paths.dashboard, asked.query),
      table: {
        caption: '答复期限',
        columns: ['申请编号', '所需信息', '机关', '收到日', '答复期限', '答复或终结日'].map((label) => ({
          label,
          wide: label === '所需信息',
        })),
        rows: rows.map((row) => [
          { text: row.applicationNumber, href: paths.case(row.applicationId) },
          row.content,
          row.office,
          chineseDate(row.receivedOn),
          chineseDate(row.replyDueOn),
          chineseDate(row.replyEndedOn),
        ]),
      },
      pagination: paginate(request, total, (page) =>
        withQuery(paths.countedReplies, { ...textsOf(query), page }),
      ),
    });
  }
}

function lineOf(row: ListedProceeding): Cell[] {
  const kind =
    row.kind === 'reconsideration' ? '行政复议' : row.route === 'direct' ? '直接起诉' : '复议后起诉';
  return [
    { text: row.applicationNumber, href: paths.case(row.applicationId) },
    row.number,
    row.content,
    row.office,
    row.organ ? `${kind}（${row.organ}）` : kind,
    chineseDate(row.openedOn),
    chineseDate(row.concludedOn),
    row.result ? resultName(row.kind, row.result) : proceedingState(row.kind, row.state),
  ];
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const textsOf = (query: ListQuery): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );

/** Reads what narrows the list; a word that names nothing is refused, so that no list says less than it seems. */
function wantedFrom(query: ListQuery): WantedProceedings {
  const known = <T extends string>(name: string, holds: (text: string) => boolean): T | undefined => {
    const text = textOf(query[name]);
    if (text !== undefined && !holds(text)) throw new ProblemException('bad-request');
    return text as T | undefined;
  };
  const group = known<string>('group', (text) => Object.hasOwn(groupsNamed, text));
  const column = known<NonNullable<WantedProceedings['column']>>('column', (text) =>
    Object.hasOwn(columnNames, text),
  );
  const month = known<string>('month', (text) => /^\d{4}-\d{2}$/.test(text));
  const result = known<NonNullable<WantedProceedings['result']>>(
    'result',
    (text) => Object.hasOwn(reconsiderationResults, text) || Object.hasOwn(suitResults, text),
  );
  const row = known<ResultRow | 'none'>('row', (text) => text === 'none' || Object.hasOwn(resultRows, text));
  const organ = textOf(query['organ']);
  return {
    groups: group === undefined ? appealGroupIds : (groupsNamed[group] ?? []),
    ...(column ? { column } : {}),
    ...(month ? { month } : {}),
    ...(result ? { result } : {}),
    ...(row ? { row } : {}),
    ...(organ === undefined ? {} : { organ: organ === '-' ? '' : organ }),
  };
}

/** The narrowings in words: 行政复议、结果纠正、3月审结. */
function narrowings(query: ListQuery): string[] {
  const { group, column, month, result, row, organ } = textsOf(query);
  return [
    group && groupNames[group],
    column && columnNames[column],
    month && `${Number(month.slice(5))}月审结`,
    result && (resultName('reconsideration', result) || resultName('suit', result)),
    row && rowName(row),
    organ && (organ === '-' ? '复议机关或法院未记载' : organ),
  ].filter((part): part is string => !!part);
}

function sentence({ counted, scope }: Asked, parts: readonly string[], total: number): string {
  const what = parts.length > 0 ? `：${parts.join('、')}` : '';
  return `${scope.name}，${counted.year}年，截至${chineseDate(counted.until)}${what}。共 ${total} 件。`;
}
