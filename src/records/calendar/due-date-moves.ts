import type { EntityManager } from 'typeorm';
import { DueDateMove } from './due-date-move.js';

/** The days of one case that holiday notices moved, oldest first, for its record. */
export function dueDateMovesOf(manager: EntityManager, applicationId: string): Promise<DueDateMove[]> {
  return manager.find(DueDateMove, {
    where: { applicationId },
    order: { at: 'ASC', kind: 'ASC', from: 'ASC', subject: 'ASC' },
  });
}
