import type { EntityManager } from 'typeorm';
import { SavedView } from './saved-view.js';

/** The views of a person, the oldest first. */
export const savedViewsOf = (manager: EntityManager, accountId: string): Promise<SavedView[]> =>
  manager.find(SavedView, { where: { accountId }, order: { savedAt: 'ASC', id: 'ASC' } });
