import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { now } from '../infrastructure/today.js';
import { SavedView } from '../records/person/saved-view.js';
import { savedViewsOf } from '../records/person/saved-views.js';
import { paths } from '../web/paths.js';
import { type LedgerFilter, ledgerFilter } from './ledger-filter.js';
import { ledgerHref } from './filter-words.js';

/** More tabs than this nobody reads. */
const MOST_VIEWS = 12;

/** A saved view as a tab of the ledger. */
export interface ViewTab {
  readonly id: string;
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

/** The views of a person, the oldest first; the one whose filter stands now is current. */
export async function viewTabs(
  manager: EntityManager,
  accountId: string,
  filter: LedgerFilter,
): Promise<ViewTab[]> {
  const views = await savedViewsOf(manager, accountId);
  const here = ledgerHref(filter);
  return views.map(({ id, name, query }) => {
    const href = `${paths.ledger}?${query}`;
    return { id, href, label: name, current: href === here };
  });
}

/** Keeps a filter under a name; a view of that name is replaced. Answers why not where it cannot be kept. */
export async function saveView(
  manager: EntityManager,
  accountId: string,
  { name, query }: { name: string; query: string },
  thisYear: number,
): Promise<string | undefined> {
  // Read as an address is, so that what is kept is a filter and nothing else.
  const filter = ledgerFilter(Object.fromEntries(new URLSearchParams(query)), thisYear);
  const kept = ledgerHref(filter).slice(paths.ledger.length + 1);
  if (kept === '') return '还没有筛选条件：先查找或筛选，再存为视图。';
  const known = await manager.findBy(SavedView, { accountId });
  const same = known.find((view) => view.name === name);
  if (!same && known.length >= MOST_VIEWS) return `最多保存 ${MOST_VIEWS} 个视图，请先删除不用的。`;
  await manager.upsert(
    SavedView,
    { id: same?.id ?? randomUUID(), accountId, name, query: kept, savedAt: same?.savedAt ?? now() },
    ['accountId', 'name'],
  );
  return undefined;
}

/** Deletes a view of that person; another's is left alone. */
export async function endView(manager: EntityManager, accountId: string, id: string): Promise<void> {
  await manager.delete(SavedView, { id, accountId });
}
