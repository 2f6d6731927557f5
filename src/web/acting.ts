import type { Actor } from '../domain/application/authority.js';
import type { Viewer } from './viewer.js';

/** The person at the screen as the door knows him. */
export const actorOf = ({ name, roles }: Pick<Viewer, 'name' | 'roles'>): Actor => ({
  kind: 'person',
  name,
  roles,
});
