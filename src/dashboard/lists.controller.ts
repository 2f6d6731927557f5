import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { ListPlace, Listed } from '../records/counting/counted-lists.js';
import {
  countApplicationsLike,
  listApplications,
  type ListedApplication,
} from '../records/counting/listed-applications.js';
import {
  type ListedProceeding,
  type WantedProceedings,
  countProceedingsLike,
  listProceedings,
} from '../records/counting/listed-proceedings.js';
import { lossReasonsNamed } from '../records/counting/loss-reasons-named.js';
import { accountsOf } from '../records/person/accounts.js';
import { FROM_REPORT } from '../web/cell-addresses.js';
import { download } from '../web/download.js';
import type { Page } from '../web/page.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { chineseDate } from '../web/words.js';
import { type Asked, asKnownWords, readAsked, scopeInTitle } from './asked.js';
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
import { applicationsShown, proceedingsShown } from './list-rows.js';
import { type WholeList, listSheet } from './list-sheet.js';
import { type ListView, countedListPage } from './pages.js';

const SIZE = 50;

/** A list as it was asked for. */
interface AskedList<T> extends WholeList<T> {
  readonly asked: Asked;
  /** The narrowings in words. */
  readonly words: readonly string[];
}

/** The cases behind the numbers of the board; the proceedings also behind those of the annual report. */
@Controller()
@Allow('head', 'legal', 'leader')
export class CountedListsController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get(paths.countedProceedings)
  @Allow('clerk', 'head', 'legal', 'leader')
  async proceedings(@CurrentViewer() viewer: Viewer, @Query() query: ListQuery): Promise<Page> {
    return listPage(await this.askedProceedings(viewer, query), query, {
      list: paths.countedProceedings,
      sheet: paths.countedProceedingsSheet,
    });
  }

  @Get(paths.countedProceedingsSheet)
  @Allow('clerk', 'head', 'legal', 'leader')
  async proceedingsSheet(
    @CurrentViewer() viewer: Viewer,
    @Query() query: ListQuery,
  ): Promise<StreamableFile> {
    return sheetOf(await this.askedProceedings(viewer, query));
  }

  @Get(paths.countedApplications)
  async applications(@CurrentViewer() viewer: Viewer, @Query() query: ListQuery): Promise<Page> {
    return listPage(await this.askedApplications(viewer, query), query, {
      list: paths.countedApplications,
      sheet: paths.countedApplicationsSheet,
    });
  }

  @Get(paths.countedApplicationsSheet)
  async applicationsSheet(
    @CurrentViewer() viewer: Viewer,
    @Query() query: ListQuery,
  ): Promise<StreamableFile> {
    return sheetOf(await this.askedApplications(viewer, query));
  }

  private async askedProceedings(viewer: Viewer, query: ListQuery): Promise<AskedList<ListedProceeding>> {
    const { manager } = this.dataSource;
    const wanted = proceedingsAsked(query);
    const asked = await readAsked(manager, viewer, query);
    return {
      asked,
      words: proceedingsInWords(query),
      shown: proceedingsShown,
      count: () => countOf(manager, asked, wanted),
      stretch: (stretch) => listProceedings(manager, asked.counted, wanted, stretch),
      placeOf: ({ day, applicationId, number }) => ({ day, applicationId, number }),
    };
  }

  private async askedApplications(viewer: Viewer, query: ListQuery): Promise<AskedList<ListedApplication>> {
    const { manager } = this.dataSource;
    const wanted = applicationsAsked(query);
    const asked = await readAsked(manager, viewer, query);
    const people = await accountsOf(manager, viewer.visibleOfficeIds);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return {
      asked,
      words: applicationsInWords(wanted, names),
      shown: applicationsShown(names),
      count: () => countApplicationsLike(manager, asked.counted, wanted),
      stretch: (stretch) => listApplications(manager, asked.counted, wanted, stretch),
      placeOf: ({ day, applicationId }) => ({ day, applicationId, number: '' }),
    };
  }
}

async function listPage<T>(
  list: AskedList<T>,
  query: ListQuery,
  at: { readonly list: string; readonly sheet: string },
): Promise<Page> {
  const { asked, words, shown } = list;
  const { after, before } = furtherOn(query);
  const total = await list.count();
  const found = await list.stretch({ after, size: SIZE, left: Math.max(0, total - before) });
  const { after: _after, from: _from, ...rest } = textsOf(query);
  return countedListPage({
    title: shown.title,
    of: scopeInTitle(asked),
    sub: sentence(asked, words, total),
    back: backOf(query, asked),
    sheet: withQuery(at.sheet, rest),
    table: { caption: shown.title, columns: shown.columns, rows: found.rows.map(shown.cells) },
    walk: walkThrough(at.list, rest, before, { ...found, total }, list.placeOf),
  });
}

const sheetOf = <T>(list: AskedList<T>): StreamableFile =>
  download(`${list.shown.title}-${scopeInTitle(list.asked)}`, 'xlsx', listSheet(list));

/** The page whose number was opened. */
const backOf = ({ via }: ListQuery, { query }: Asked): ListView['back'] =>
  via === FROM_REPORT
    ? {
        href: withQuery(paths.annualReport, { year: query.year, office: query.office }),
        label: '返回年度报告',
      }
    : { href: withQuery(paths.dashboard, query), label: '返回看板' };

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
  rest: Record<string, string>,
  before: number,
  { rows, more, total }: Listed<T> & { readonly total: number },
  placeOf: (row: T) => ListPlace,
): ListView['walk'] {
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

function sentence({ counted, scope, query }: Asked, parts: readonly string[], total: number): string {
  const what = parts.length > 0 ? `：${parts.join('、')}` : '';
  const how = query.on ? `（${asKnownWords(counted)}）` : '';
  return `${scope.name}，${counted.year}年，截至${chineseDate(counted.until)}${how}${what}。共 ${total} 件。`;
}
