import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import type { Role } from '../domain/office/role.js';
import { accountById } from '../records/person/accounts.js';
import { officeAndDescendantIds } from '../records/office/offices.js';
import { unreadReminders } from '../records/reminder/reminders.js';
import { pendingSubmissions } from '../records/application/submissions.js';
import { ProblemException } from './problems.js';

/** The person at the screen. Reads own office and all below it; acts only in own office. */
export interface Viewer {
  accountId: string;
  name: string;
  officeId: string;
  officeCode: string;
  officeName: string;
  roles: readonly Role[];
  /** Own office first, then every office below it. */
  visibleOfficeIds: readonly string[];
  /** Nothing but the password page is open until it is changed. */
  mustChangePassword: boolean;
  /** Shown beside 提醒 in the navigation. */
  unreadReminders: number;
  /** Beside 待确认来件; 0 for those who do not register. */
  pendingSubmissions: number;
}

/** What a session keeps of a person; the rest is read afresh for each request. */
export interface SignedIn {
  accountId: string;
  epoch: number;
}

/** The viewer behind a session, or undefined when the account is gone, disabled or the session outdated. */
export async function readViewer(manager: EntityManager, signedIn: SignedIn): Promise<Viewer | undefined> {
  const account = await accountById(manager, signedIn.accountId);
  if (!account?.office || !account.active || account.signInEpoch !== signedIn.epoch) return undefined;
  return {
    accountId: account.id,
    name: account.name,
    officeId: account.officeId,
    officeCode: account.office.code,
    officeName: account.office.shortName,
    roles: account.roles,
    visibleOfficeIds: await officeAndDescendantIds(manager, account.officeId),
    mustChangePassword: account.mustChangePassword,
    unreadReminders: await unreadReminders(manager, account.id),
    pendingSubmissions: account.roles.includes('clerk')
      ? await pendingSubmissions(manager, account.officeId)
      : 0,
  };
}

export function holds(viewer: Viewer, ...wanted: readonly Role[]): boolean {
  return wanted.some((role) => viewer.roles.includes(role));
}

/** Whether records of this office may be read. */
export function maySee(viewer: Viewer, officeId: string): boolean {
  return viewer.visibleOfficeIds.includes(officeId);
}

/** Whether acts may be done for this office. */
export function mayActIn(viewer: Viewer, officeId: string): boolean {
  return viewer.officeId === officeId;
}

/** The signed-in person of a request, if any. */
export function viewerOf(request: Request): Viewer | undefined {
  return request.user as Viewer | undefined;
}

/** The signed-in person of a request. Throws a 401 problem where nobody is. */
export function requiredViewer(request: Request): Viewer {
  const viewer = viewerOf(request);
  if (!viewer) throw new ProblemException('sign-in-required');
  return viewer;
}

/** Parameter decorator: the signed-in person. On a public route without one it is a 401 problem. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer =>
  requiredViewer(context.switchToHttp().getRequest<Request>()),
);
