import { type Role, roleNames } from '../domain/office/role.js';
import type { Task } from './tasks.js';

/** 由负责人或领导签发答复；由法制审核答复 — who has a case next, and for what. Empty while it waits for somebody else. */
export function whoseTurn(tasks: readonly Task[], nameOf: (accountId: string) => string | undefined): string {
  return tasks.map(({ what, roles, accountId }) => `由${whoOf(roles, accountId, nameOf)}${what}`).join('；');
}

function whoOf(
  roles: readonly Role[],
  accountId: string | undefined,
  nameOf: (accountId: string) => string | undefined,
): string {
  const handler = accountId === undefined ? undefined : nameOf(accountId);
  return roles
    .map((role) => (role === 'handler' && handler ? `承办人${handler}` : roleNames[role]))
    .join('或');
}
