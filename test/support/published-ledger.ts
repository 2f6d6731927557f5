import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Door } from '../../src/casework/door.js';
import { projectRoot } from '../../src/infrastructure/project-root.js';
import { LedgerImport } from '../../src/ledger/importing.js';

/** Imports a ledger into an office, each line through the door. Throws when a line is refused. */
export async function layLedger(dataSource: DataSource, officeId: string, path: string): Promise<void> {
  const performer = { actor: { kind: 'ledger', name: '台账导入' } } as const;
  const report = await new LedgerImport(dataSource, new Door(dataSource)).import({
    path,
    officeId,
    performer,
  });
  if (report.refused.length > 0) throw new Error(JSON.stringify(report.refused));
}

/** Imports the sample ledger of 2023 that the published tables were made from. */
export const layPublishedLedger = (dataSource: DataSource, officeId: string): Promise<void> =>
  layLedger(dataSource, officeId, join(projectRoot, 'test/fixtures/ledger-2023.csv'));
