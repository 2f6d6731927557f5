import type { EntityManager } from 'typeorm';
import { openCasesOf } from '../../src/casework/open-cases.js';
import { today } from '../../src/infrastructure/today.js';
import type { LedgerFilter } from '../../src/ledger/ledger-filter.js';
import { countLedger } from '../../src/ledger/ledger-count.js';
import { withDuties } from '../../src/ledger/ledger-list.js';
import { ledgerStretch } from '../../src/ledger/ledger-order.js';
import type { Ground } from '../ground.js';
import { type Figure, compare } from '../measuring.js';

const LINES = 25;
const RUNS = 9;
const WITHOUT = '同一查询，不用索引';

/** What a page of lists takes, beside the same queries when the database may use no index. */
export async function listFigures(ground: Ground): Promise<Figure[]> {
  const { database, officeId } = await ground.filled();
  const { manager } = database.dataSource;
  const on = today();
  const scope = { officeIds: [officeId], on };
  const page = async (within: EntityManager, wanted: Partial<LedgerFilter>): Promise<void> => {
    const filter: LedgerFilter = { q: '', order: 'received', ...wanted };
    await countLedger(within, filter, scope);
    await withDuties(within, await ledgerStretch(within, filter, scope, { skip: 0, size: LINES }), on);
  };
  const lists: [string, (within: EntityManager) => Promise<unknown>][] = [
    ['待办：本机关在办各件及其期限', (within) => openCasesOf(within, officeId, on)],
    ['台账第一页', (within) => page(within, {})],
    ['台账查两个字“大桥”', (within) => page(within, { q: '大桥' })],
    ['台账查三个字“特许经”', (within) => page(within, { q: '特许经' })],
    ['台账查一个编号', (within) => page(within, { q: `${on.slice(0, 4)}-00007` })],
  ];
  const figures: Figure[] = [];
  for (const [what, list] of lists) {
    figures.push(
      await compare({
        section: '列表',
        what,
        ours: () => list(manager),
        against: WITHOUT,
        baseline: () => withoutIndexes(manager, list),
        runs: RUNS,
      }),
    );
  }
  return figures;
}

function withoutIndexes(
  manager: EntityManager,
  list: (within: EntityManager) => Promise<unknown>,
): Promise<unknown> {
  return manager.transaction(async (within) => {
    for (const way of ['indexscan', 'indexonlyscan', 'bitmapscan']) {
      await within.query(`SET LOCAL enable_${way} = off`);
    }
    return list(within);
  });
}
