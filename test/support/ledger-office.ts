import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Door } from '../../src/casework/door.js';
import { ledgerHeadings } from '../../src/ledger/columns.js';
import type { ImportReport } from '../../src/ledger/import-report.js';
import { type ImportOrder, LedgerImport } from '../../src/ledger/importing.js';
import { addOffice } from '../../src/records/office/offices.js';
import { type FreshDatabase, freshDatabase } from './database.js';

/** A line of a ledger by its headings; what is left out is that of {@link usualLine}. */
export type Line = Record<string, string>;

/** An application by post, received and granted in March 2023. */
export const usualLine: Line = {
  编号: '2023-00001',
  申请人类型: '自然人',
  申请人: '陶洋明',
  收到日期: '2023-03-01',
  申请渠道: '邮寄',
  所需信息: '回龙街道老旧小区改造项目立项批复',
  办理结果: '予以公开',
  答复日期: '2023-03-15',
};

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A ledger as CSV text with the usual headings, or with others. */
export function csv(lines: readonly Line[], headings: readonly string[] = ledgerHeadings): string {
  const rows = lines.map((line) => headings.map((heading) => ({ ...usualLine, ...line })[heading] ?? ''));
  return [headings, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

const written: string[] = [];
process.on('exit', () => written.forEach((path) => rmSync(path, { force: true })));

/** Writes a file that goes when the process ends. */
export function fileWith(content: string | Uint8Array, ending = 'csv'): string {
  const path = join(tmpdir(), `ledger-${randomBytes(6).toString('hex')}.${ending}`);
  writeFileSync(path, content);
  written.push(path);
  return path;
}

/** An office on a database of its own into which ledgers are imported. */
export interface LedgerOffice {
  readonly database: FreshDatabase;
  readonly officeId: string;
  readonly imports: LedgerImport;
  order(path: string, more?: Partial<ImportOrder>): ImportOrder;
  /** Imports lines by the usual headings. */
  take(lines: readonly Line[], more?: Partial<ImportOrder>): Promise<ImportReport>;
  check(lines: readonly Line[]): Promise<ImportReport>;
  close(): Promise<void>;
}

export async function openLedgerOffice(): Promise<LedgerOffice> {
  const database = await freshDatabase();
  const { dataSource } = database;
  const { id: officeId } = await addOffice(dataSource.manager, {
    code: 'TZ-ZFB',
    name: '台账区人民政府办公室',
  });
  const imports = new LedgerImport(dataSource, new Door(dataSource));
  const order = (path: string, more: Partial<ImportOrder> = {}): ImportOrder => ({
    path,
    officeId,
    performer: { actor: { kind: 'ledger', name: '台账导入' } },
    ...more,
  });
  return {
    database,
    officeId,
    imports,
    order,
    take: (lines, more) => imports.import(order(fileWith(csv(lines)), more)),
    check: (lines) => imports.check(order(fileWith(csv(lines)))),
    close: () => database.drop(),
  };
}
