import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { SelfCheckRecord } from '../records/report/self-check.js';
import { ProblemException } from '../web/problems.js';
import { type Viewer, maySee, mayActIn } from '../web/viewer.js';

/** A self-check that the viewer may see; what is below his office only once it was handed in. */
export async function openCheck(
  manager: EntityManager,
  viewer: Viewer,
  id: string,
): Promise<SelfCheckRecord> {
  const check = isUUID(id) ? await manager.findOneBy(SelfCheckRecord, { id }) : null;
  const open =
    check && maySee(viewer, check.officeId) && (mayActIn(viewer, check.officeId) || check.submittedAt);
  if (!open) throw new ProblemException('not-found');
  return check;
}

/** The same for work in it: the viewer's own office, and not handed in yet. */
export async function openOwnCheck(
  manager: EntityManager,
  viewer: Viewer,
  id: string,
): Promise<SelfCheckRecord> {
  const check = await openCheck(manager, viewer, id);
  if (!mayActIn(viewer, check.officeId)) throw new ProblemException('forbidden');
  return check;
}

/** 2026年第三季度自查; 2026年专项检查评估. */
export const checkTitle = ({ year, quarter }: Pick<SelfCheckRecord, 'year' | 'quarter'>): string =>
  quarter ? `${year}年第${'一二三四'[quarter - 1] ?? ''}季度自查` : `${year}年专项检查评估`;
