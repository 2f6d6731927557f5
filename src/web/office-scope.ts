import type { EntityManager } from 'typeorm';
import { officeTree } from '../records/office/offices.js';
import { type Option, officeOptions } from './options.js';
import { ProblemException } from './problems.js';
import type { Viewer } from './viewer.js';

/** Whose cases a board or a report speaks of, and what the viewer may choose instead. */
export interface OfficeScope {
  readonly officeIds: readonly string[];
  /** 全称; with all offices below: 某办公室（含下级机关）. */
  readonly name: string;
  /** Code of the one office chosen; '' for the viewer's own and all below it. */
  readonly code: string;
  /** Empty where there is nothing to choose. */
  readonly options: readonly Option[];
  /** Short names of every visible office by id, for lists by office. */
  readonly names: ReadonlyMap<string, { readonly shortName: string; readonly code: string }>;
}

/** Reads `?office=CODE`: that office alone, or without it the viewer's own with all below. Others are not found. */
export async function officeScope(
  manager: EntityManager,
  viewer: Viewer,
  asked: unknown,
): Promise<OfficeScope> {
  const tree = await officeTree(manager, viewer.officeId);
  const code = typeof asked === 'string' ? asked : '';
  const chosen = tree.find(({ office }) => office.code === code)?.office;
  const own = tree[0]?.office;
  if (!own || (code !== '' && !chosen)) throw new ProblemException('not-found');
  const names = new Map(tree.map(({ office: { id, shortName, code: of } }) => [id, { shortName, code: of }]));
  const all = tree.length > 1 ? `${own.name}（含下级机关）` : own.name;
  const options = officeOptions(tree, 'code', 'shortName');
  return {
    officeIds: chosen ? [chosen.id] : tree.map(({ office }) => office.id),
    name: chosen ? chosen.name : all,
    code: chosen?.code ?? '',
    options: tree.length > 1 ? [{ value: '', label: `${own.shortName}和下级机关合计` }, ...options] : [],
    names,
  };
}
