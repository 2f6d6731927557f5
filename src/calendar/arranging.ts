import type { EntityManager } from 'typeorm';
import { officeById } from '../records/office/offices.js';
import { ProblemException } from '../web/problems.js';
import type { Viewer } from '../web/viewer.js';

/** A notice moves the days of every office: only administrators of an office without one above it arrange. */
export async function mayArrange(manager: EntityManager, viewer: Viewer): Promise<boolean> {
  const office = await officeById(manager, viewer.officeId);
  return office?.parentId === null;
}

/** Throws `forbidden` for administrators of offices below. */
export async function refuseOthers(manager: EntityManager, viewer: Viewer): Promise<void> {
  if (await mayArrange(manager, viewer)) return;
  throw new ProblemException('forbidden', {
    detail: '放假安排对全部机关有效，由最上级机关的管理员办理。您可以查看。',
  });
}
