import { isUUID } from 'class-validator';
import { type ResultRow, resultRows } from '../domain/outcome/rows.js';
import { type LossReasonId, isLossReason, lossReasonOf } from '../domain/remedy/loss-reasons.js';
import {
  appealColumns,
  reconsiderationResults,
  resultNameOf,
  suitResults,
} from '../domain/remedy/results.js';
import { earlySigns } from '../domain/statistics/early-signs.js';
import { dayBands } from '../domain/statistics/handling-time.js';
import { replyTimings } from '../domain/statistics/reply-timing.js';
import { type AppealGroup, appealGroupIds, appealGroups } from '../domain/statistics/table-four.js';
import { parseLocalDate } from '../domain/time/local-date.js';
import type { ListPlace } from '../records/counting/counted-lists.js';
import {
  type ApplicationList,
  type WantedApplications,
  isApplicationList,
} from '../records/counting/listed-applications.js';
import type { WantedProceedings } from '../records/counting/listed-proceedings.js';
import { ProblemException } from '../web/problems.js';
import type { BoardQuery } from './asked.js';
import { rowName } from './breakdowns.js';

/** The query of a list, as it came. */
export type ListQuery = BoardQuery & Readonly<Record<string, unknown>>;

const groupsNamed: Readonly<Record<string, readonly AppealGroup[]>> = {
  reconsideration: ['reconsideration'],
  litigation: ['direct', 'afterReconsideration'],
  direct: ['direct'],
  afterReconsideration: ['afterReconsideration'],
};
const groupNames: Readonly<Record<string, string>> = { ...appealGroups, litigation: '行政诉讼' };
const columnNames: Readonly<Record<string, string>> = { ...appealColumns, concluded: '已审结' };

const listNames: Readonly<Record<ApplicationList, string>> = {
  ...replyTimings,
  inHand: '在办',
  received: '新收',
  concluded: '办结',
  took: '已答复',
  sign: '苗头',
};
/** Those that tallies divide by handler. */
const byHandler: readonly ApplicationList[] = [
  'inTime',
  'late',
  'spared',
  'runningInTime',
  'overdue',
  'inHand',
];

/** The texts of a query. */
export const textsOf = (query: ListQuery): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );

/** A word of the query; one that names nothing is refused, so that no list says less than it seems. */
function known<T extends string>(
  query: ListQuery,
  name: string,
  holds: (text: string) => boolean,
): T | undefined {
  const text = query[name];
  if (text === undefined || text === '') return undefined;
  if (typeof text !== 'string' || !holds(text)) throw new ProblemException('bad-request');
  return text as T;
}

const oneOf =
  (names: Readonly<Record<string, unknown>>) =>
  (text: string): boolean =>
    Object.hasOwn(names, text);

/** Which proceedings the query asks for. */
export function proceedingsAsked(query: ListQuery): WantedProceedings {
  const group = known<string>(query, 'group', oneOf(groupsNamed));
  const column = known<NonNullable<WantedProceedings['column']>>(query, 'column', oneOf(columnNames));
  const month = known<string>(query, 'month', (text) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text));
  const result = known<NonNullable<WantedProceedings['result']>>(
    query,
    'result',
    (text) => oneOf(reconsiderationResults)(text) || oneOf(suitResults)(text),
  );
  const row = known<ResultRow | 'none'>(query, 'row', (text) => text === 'none' || oneOf(resultRows)(text));
  const reason = known<LossReasonId | 'none'>(
    query,
    'reason',
    (text) => text === 'none' || isLossReason(text),
  );
  if (reason && column !== 'corrected') throw new ProblemException('bad-request');
  const organ = known<string>(query, 'organ', () => true);
  return {
    groups: group === undefined ? appealGroupIds : (groupsNamed[group] ?? []),
    ...(column ? { column } : {}),
    ...(month ? { month } : {}),
    ...(result ? { result } : {}),
    ...(row ? { row } : {}),
    ...(reason ? { reason } : {}),
    ...(organ === undefined ? {} : { organ: organ === '-' ? '' : organ }),
  };
}

/** Which applications the query asks for. */
export function applicationsAsked(query: ListQuery): WantedApplications {
  const what = known<ApplicationList>(query, 'what', isApplicationList);
  const handler = known<string>(query, 'handler', (text) => text === '-' || isUUID(text));
  const sign = known<NonNullable<WantedApplications['sign']>>(query, 'sign', oneOf(earlySigns));
  const days = known<string>(query, 'days', (text) => dayBands.some(({ id }) => id === text));
  const band = dayBands.find(({ id }) => id === days);
  const fits =
    what !== undefined &&
    (handler === undefined || byHandler.includes(what)) &&
    (what === 'sign') === (sign !== undefined) &&
    (days === undefined || what === 'took');
  if (!fits) throw new ProblemException('bad-request');
  return {
    what,
    ...(handler === undefined ? {} : { handler: handler === '-' ? '' : handler }),
    ...(sign ? { sign } : {}),
    ...(band ? { days: [band.from, band.through] } : {}),
  };
}

/** The narrowings of a list of proceedings in words: 行政复议、结果纠正、3月审结. */
export function proceedingsInWords(query: ListQuery): string[] {
  const { group, column, month, result, organ, row, reason } = textsOf(query);
  return [
    group && groupNames[group],
    column && columnNames[column],
    month && `${Number(month.slice(5))}月审结`,
    result && (resultNameOf('reconsideration', result) || resultNameOf('suit', result)),
    row && rowName(row),
    reason && (isLossReason(reason) ? `败因：${lossReasonOf(reason).name}` : '尚未写明败因'),
    organ && (organ === '-' ? '复议机关或法院未记载' : organ),
  ].filter((part): part is string => !!part);
}

/** The same of a list of applications; `people` by account. */
export function applicationsInWords(
  { what, handler, sign, days }: WantedApplications,
  people: ReadonlyMap<string, string>,
): string[] {
  const band = dayBands.find(({ from, through }) => days?.[0] === from && days[1] === through);
  return [
    sign ? `苗头：${earlySigns[sign].name}` : listNames[what],
    band && `用时 ${band.name}`,
    handler === '' ? '尚未分办' : handler && (people.get(handler) ?? '其他承办人'),
  ].filter((part): part is string => !!part);
}

/** Where a further stretch of a list begins, and how many rows stand before it. */
export interface FurtherOn {
  readonly after?: ListPlace;
  readonly before: number;
}

/** Reads `after` and `from`. A place that was not given out by a list is refused. */
export function furtherOn(query: ListQuery): FurtherOn {
  const { after, from } = textsOf(query);
  if (after === undefined || after === '') return { before: 0 };
  const [day = '', applicationId = '', ...number] = after.split('~');
  const parsed = parseLocalDate(day);
  if (!parsed || !isUUID(applicationId)) throw new ProblemException('bad-request');
  const before = from !== undefined && /^\d{1,7}$/.test(from) ? Number(from) : 0;
  return { after: { day: parsed, applicationId, number: number.join('~') }, before };
}

/** A place as it stands in an address. */
export const placeText = ({ day, applicationId, number }: ListPlace): string =>
  [day, applicationId, number].join('~');
