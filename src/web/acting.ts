import type { Actor } from '../domain/application/authority.js';
import type { Viewer } from './viewer.js';

/** The person at the screen as the door knows him. */
export const actorOf = ({ name, roles }: Pick<Viewer, 'name' | 'roles'>): Actor => ({
  kind: 'person',
  name,
  roles,
});

/** The same in his own office: he acts for no other. */
export const actingHere = (
  viewer: Pick<Viewer, 'name' | 'roles' | 'accountId' | 'officeId'>,
): { actor: Actor; accountId: string; officeIds: string[] } => ({
  actor: actorOf(viewer),
  accountId: viewer.accountId,
  officeIds: [viewer.officeId],
});
