import type { EntityManager } from 'typeorm';
import { type LocalDate, localDate, parseLocalDate, yearOf } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import type { ListedYear } from '../records/counting/counted-lists.js';
import { firstCountedYear } from '../records/counting/table-four-counts.js';
import { type OfficeScope, officeScope } from '../web/office-scope.js';
import { ProblemException } from '../web/problems.js';
import type { Viewer } from '../web/viewer.js';
import { chineseDate } from '../web/words.js';

/** The query of every address of the board. */
export interface BoardQuery {
  year?: unknown;
  /** A past day: the year is then counted as it stood at its end. */
  on?: unknown;
  /** With a day: `law` counts by the record of today; else what was recorded by the end of that day. */
  by?: unknown;
  office?: unknown;
}

/** What a board is to speak of. */
export interface Asked {
  readonly counted: ListedYear;
  readonly scope: OfficeScope;
  /** The same again for links; the day only where it was asked for. */
  readonly query: {
    readonly year: number;
    readonly on: string;
    readonly by: string;
    readonly office: string;
  };
}

/** 《政府信息公开条例》 is in force since 2008. */
const FIRST_YEAR = 2008;

/** Reads the query. Throws a problem for a year or day that cannot be counted, and for an office not to be seen. */
export async function readAsked(manager: EntityManager, viewer: Viewer, query: BoardQuery): Promise<Asked> {
  const on = dayAsked(query.on);
  const year = on ? yearOf(on) : yearAsked(query.year);
  const scope = await officeScope(manager, viewer, query.office);
  const last = localDate(`${year}-12-31`);
  const until = on ?? (last < today() ? last : today());
  return {
    counted: { year, until, officeIds: scope.officeIds, axis: on && query.by !== 'law' ? 'known' : 'law' },
    scope,
    query: { year, on: on ?? '', by: on && query.by === 'law' ? 'law' : '', office: scope.code },
  };
}

/** Which of the two looks back is shown. */
export const asKnownWords = ({ axis }: Pick<ListedYear, 'axis'>): string =>
  axis === 'known' ? '按当日已有的记录' : '按现有记录回看';

/** 2023年 某区; 截至2023年6月30日 某区: which board it is, for the browser's title. */
export const scopeInTitle = ({ query: { year, on }, counted, scope }: Asked): string =>
  `${on ? `截至${chineseDate(counted.until)}` : `${year}年`} ${scope.name}`;

function dayAsked(text: unknown): LocalDate | undefined {
  if (text === undefined || text === '') return undefined;
  const day = typeof text === 'string' ? parseLocalDate(text) : undefined;
  if (day && day <= today() && yearOf(day) >= FIRST_YEAR) return day;
  throw new ProblemException('bad-request', {
    detail: '截至日期应当是今天或以前的一天，请按“2026年3月6日”或“2026-03-06”填写。',
  });
}

function yearAsked(text: unknown): number {
  const last = yearOf(today());
  if (text === undefined || text === '') return last;
  const year = typeof text === 'string' && /^\d{4}$/.test(text) ? Number(text) : NaN;
  if (year >= FIRST_YEAR && year <= last) return year;
  throw new ProblemException('bad-request', { detail: `请选择 ${FIRST_YEAR} 至 ${last} 之间的年份。` });
}

/** The years to choose from, the present one first. */
export async function yearOptions(
  manager: EntityManager,
  officeIds: readonly string[],
): Promise<{ value: string; label: string }[]> {
  const last = yearOf(today());
  const first = (await firstCountedYear(manager, officeIds)) ?? last;
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    value: String(last - i),
    label: `${last - i}年`,
  }));
}
