import { applicantKinds } from '../domain/application/applicant.js';
import { stages } from '../domain/application/stages.js';
import { outcomeGroups, resultRowIds } from '../domain/outcome/rows.js';
import { replyTimings } from '../domain/statistics/reply-timing.js';
import { type ListedRow, groupListed } from '../domain/statistics/table-three.js';
import { paths, withQuery } from '../web/paths.js';
import { type LedgerFilter, ledgerQuery, nobody, usualOrder } from './ledger-filter.js';
import { rowTitle } from './ledger-words.js';

/** A filter in force, as a chip that can be taken away. */
export interface Chip {
  readonly label: string;
  readonly value: string;
  readonly removeHref: string;
}

const frameRows: Partial<Record<ListedRow, string>> = {
  received: '本年新收',
  carriedIn: '上年结转',
  concluded: '本年办结（总计）',
  carriedOut: '结转下年度继续办理',
};

/** How a row of table three is called in a list. */
export const rowWord = (row: ListedRow): string => {
  const group = groupListed(row);
  if (group) return outcomeGroups[group];
  const result = resultRowIds.find((id) => id === row);
  return result ? rowTitle(result) : (frameRows[row] ?? row);
};

/** Names of what a filter knows by its code or id alone. */
export interface Named {
  readonly offices: ReadonlyMap<string, string>;
  readonly handlers: ReadonlyMap<string, string>;
}

/** Every filter in force; taking away a cell's year takes the cell away with it. */
export function chipsOf(filter: LedgerFilter, named: Named): Chip[] {
  const { q, year, row, applicant, stage, office, handler, timing, irregular } = filter;
  const chip = (label: string, value: string | undefined, without: Partial<LedgerFilter>): Chip[] =>
    value ? [{ label, value, removeHref: ledgerHref(lessened(filter, without)) }] : [];
  const yearWord = year === undefined ? undefined : `${year}年`;
  return [
    ...chip('查找', q, { q: '' }),
    ...chip(row ? '统计年度' : '收到年度', yearWord, { year: undefined, row: undefined }),
    ...chip('办理结果', row && rowWord(row), { row: undefined }),
    ...chip('申请人类型', applicant && applicantKinds[applicant], { applicant: undefined }),
    ...chip('阶段', stage && stages[stage], { stage: undefined }),
    ...chip('机关', office && (named.offices.get(office) ?? office), { office: undefined }),
    ...chip('承办人', handler && handlerWord(handler, named), { handler: undefined }),
    ...chip('答复时限', timing && replyTimings[timing], { timing: undefined }),
    ...chip('程序瑕疵', irregular && '有', { irregular: undefined }),
  ];
}

const handlerWord = (handler: string, { handlers }: Named): string =>
  handler === nobody ? '未分办' : (handlers.get(handler) ?? '不在本机关的人员');

/** What is left of a filter; the usual order becomes that which is usual then. */
function lessened(filter: LedgerFilter, without: Partial<LedgerFilter>): LedgerFilter {
  const left = { ...filter, ...without };
  return filter.order === usualOrder(filter.row) ? { ...left, order: usualOrder(left.row) } : left;
}

/** The address of a filtered ledger. */
export const ledgerHref = (filter: LedgerFilter, page?: number): string =>
  withQuery(paths.ledger, { ...ledgerQuery(filter), page });
