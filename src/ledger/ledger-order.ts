import type { EntityManager } from 'typeorm';
import { ApplicationRecord } from '../records/application/application.js';
import { type LedgerFilter, type LedgerOrder, usualOrder } from './ledger-filter.js';
import { type LedgerScope, type Query, applicationsLike, narrowed } from './ledger-list.js';

type Ordering = readonly [column: keyof ApplicationRecord, direction: 'ASC' | 'DESC', nulls?: 'NULLS LAST'];

/** Equal ones by their numbers, so that a page never shows what another has shown. Each has an index of its own. */
const orderings: Readonly<Record<LedgerOrder, readonly Ordering[]>> = {
  received: [
    ['receivedOn', 'DESC'],
    ['number', 'DESC'],
  ],
  due: [
    ['nextDueOn', 'ASC', 'NULLS LAST'],
    ['number', 'ASC'],
  ],
  concluded: [
    ['concludedOn', 'DESC', 'NULLS LAST'],
    ['number', 'DESC'],
  ],
  number: [['number', 'ASC']],
};
const last: Ordering = ['id', 'ASC'];

/** In the order asked for. */
export function inLedgerOrder(query: Query, order: LedgerOrder): Query {
  for (const [column, direction, nulls] of [...orderings[order], last]) {
    query.addOrderBy(`application.${column}`, direction, nulls);
  }
  return query;
}

/**
 * Whether an index gives these applications in this order. All others are found first and then sorted: read in order
 * until enough are found, what is rare would be looked for in everything.
 */
function isInOrder({ q, year, row, applicant, order, ...further }: LedgerFilter): boolean {
  const { stage, handler, timing, irregular } = further;
  if ([q, stage, handler, timing, irregular].some(Boolean)) return false;
  if (year === undefined && row === undefined) return applicant === undefined;
  const usual = usualOrder(row);
  return order === usual && (usual === 'concluded' || applicant === undefined);
}

/**
 * A stretch of the ledger. Office by office: an index gives the applications of one office in their order, those of
 * several it does not.
 */
export async function ledgerStretch(
  manager: EntityManager,
  filter: LedgerFilter,
  scope: LedgerScope,
  { skip, size }: { readonly skip: number; readonly size: number },
): Promise<ApplicationRecord[]> {
  if (!isInOrder(filter)) {
    return inLedgerOrder(applicationsLike(manager, filter, scope), filter.order)
      .offset(skip)
      .limit(size)
      .getMany();
  }
  const own = narrowed(
    manager.createQueryBuilder(ApplicationRecord, 'application').where('application.officeId = office.id'),
    filter,
    scope,
  );
  const columns = [...orderings[filter.order], last];
  const ofOneOffice = inLedgerOrder(own, filter.order)
    .select(columns.map(([column]) => `application."${column}" AS "${column}"`))
    .limit(skip + size);
  const found = `SELECT found.id FROM unnest(CAST(:officeIds AS uuid[])) AS office (id)
    CROSS JOIN LATERAL (${ofOneOffice.getQuery()}) AS found
    ORDER BY ${columns.map(([column, ...how]) => [`found."${column}"`, ...how].join(' ')).join(', ')}
    OFFSET :skip LIMIT :size`;
  const stretch = manager
    .createQueryBuilder(ApplicationRecord, 'application')
    .where(`application.id IN (${found})`)
    .setParameters({ ...ofOneOffice.getParameters(), officeIds: [...scope.officeIds], skip, size });
  return inLedgerOrder(stretch, filter.order).getMany();
}
