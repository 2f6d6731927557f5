import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { OfficeRecord, type OfficeKind } from './office.js';

/** An office and how deep it stands below the topmost one shown. */
export interface OfficeInTree {
  office: OfficeRecord;
  depth: number;
}

/** All offices, or the given one and all below it, each parent before its children, by code. */
export async function officeTree(manager: EntityManager, rootId?: string): Promise<OfficeInTree[]> {
  const offices = await manager.find(OfficeRecord, { order: { code: 'ASC' } });
  const children = new Map<string | null, OfficeRecord[]>();
  for (const office of offices) {
    const siblings = children.get(office.parentId) ?? [];
    siblings.push(office);
    children.set(office.parentId, siblings);
  }
  const walk = (office: OfficeRecord, depth: number): OfficeInTree[] => [
    { office, depth },
    ...(children.get(office.id) ?? []).flatMap((child) => walk(child, depth + 1)),
  ];
  const tops = rootId ? offices.filter((office) => office.id === rootId) : (children.get(null) ?? []);
  return tops.flatMap((office) => walk(office, 0));
}

export function officeByCode(manager: EntityManager, code: string): Promise<OfficeRecord | null> {
  return manager.findOneBy(OfficeRecord, { code });
}

export function officeById(manager: EntityManager, id: string): Promise<OfficeRecord | null> {
  return manager.findOneBy(OfficeRecord, { id });
}

/** The ids of an office and of all offices below it, itself first. */
export async function officeAndDescendantIds(manager: EntityManager, officeId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `WITH RECURSIVE below AS (
       SELECT id, 0 AS depth FROM offices WHERE id = $1
       UNION ALL
       SELECT child.id, depth + 1 FROM offices child JOIN below ON child."parentId" = below.id
     )
     SELECT id FROM below ORDER BY depth`,
    [officeId],
  );
  return rows.map((row) => row.id);
}

/** Lets nobody else into what is done office by office until the transaction ends. */
export async function lockOffice(manager: EntityManager, officeId: string): Promise<void> {
  await manager.query('SELECT 1 FROM offices WHERE id = $1 FOR UPDATE', [officeId]);
}

/** The ids of an office and of all offices above it, itself first. */
export async function officeAndAncestorIds(manager: EntityManager, officeId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `WITH RECURSIVE above AS (
       SELECT id, "parentId", 0 AS height FROM offices WHERE id = $1
       UNION ALL
       SELECT parent.id, parent."parentId", height + 1 FROM offices parent JOIN above ON parent.id = above."parentId"
     )
     SELECT id FROM above ORDER BY height`,
    [officeId],
  );
  return rows.map((row) => row.id);
}

/** What a new office must say of itself; the rest may be filled in later. */
export type NewOffice = Pick<OfficeRecord, 'code' | 'name'> & Partial<Omit<OfficeRecord, 'id' | 'version'>>;

/**
 * Adds an office. The kind is read from the name, and the government is the parent's, unless given.
 * A code that is taken fails on the unique index: ask `officeByCode` first.
 */
export async function addOffice(manager: EntityManager, office: NewOffice): Promise<OfficeRecord> {
  const parent = office.parentId ? await officeById(manager, office.parentId) : null;
  return manager.save(
    manager.create(OfficeRecord, {
      shortName: office.name,
      kind: kindByName(office.name),
      government: parent?.government ?? '',
      parentId: null,
      settings: {},
      ...office,
      id: randomUUID(),
    }),
  );
}

function kindByName(name: string): OfficeKind {
  if (/(镇|乡|街道|街道办事处)(人民政府)?$/.test(name)) return 'town';
  if (/政府办(公室)?$/.test(name)) return 'district-government-office';
  if (/(局|委|委员会|厅)$/.test(name)) return 'department';
  return 'other';
}
