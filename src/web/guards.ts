import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import {
  ACCOUNT_FIELD,
  carriesValidToken,
  isUnsafe,
  markStale,
  PAGE_FIELD,
  RESHOWS,
  TOKEN_FIELD,
} from './csrf.js';
import { dropDraft, keepDraft, noteFormPage, RESUMED_FIELD } from './kept-draft.js';
import { paths } from './paths.js';
import { PERMISSION, type Permission } from './permission.js';
import { ProblemException, SignInRedirect } from './problems.js';
import { holds, viewerOf } from './viewer.js';

/** Open to people who must change their password first. */
const openBeforeChange: readonly string[] = [paths.ownPassword, paths.signOut];

/** Refuses by default: a route that does not say who may use it is closed to everyone. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!permission) throw new ProblemException('forbidden');
    if (permission.public) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const viewer = viewerOf(request);
    if (!viewer) throw signInFirst(request);
    if (!holds(viewer, ...permission.roles)) throw new ProblemException('forbidden');
    if (viewer.mustChangePassword && !openBeforeChange.includes(request.path)) {
      throw new SignInRedirect(paths.ownPassword);
    }
    return true;
  }
}

function signInFirst(request: Request): Error {
  if (!request.accepts('html') || request.path.startsWith('/api/'))
    return new ProblemException('sign-in-required');
  if (!isUnsafe(request)) return new SignInRedirect(paths.signInThenTo(request.originalUrl));
  return new SignInRedirect(keepDraft(request) ? paths.signInThenTo(paths.keptDraft) : paths.signIn);
}

/** Every form carries the token of its session. Runs after the permission guard, which keeps late drafts. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (!isUnsafe(request)) return true;
    if (!carriesValidToken(request)) {
      if (!this.reflector.get<boolean | undefined>(RESHOWS, context.getHandler()))
        throw new ProblemException('form-expired');
      markStale(request);
    }
    const body = request.body as Record<string, unknown> | undefined;
    // What the page asks for while it is filled is not the sending of the form.
    if (body?.[RESUMED_FIELD] && !request.headers['hx-request']) dropDraft(request);
    noteFormPage(request, body?.[PAGE_FIELD]);
    for (const field of [TOKEN_FIELD, ACCOUNT_FIELD, RESUMED_FIELD, PAGE_FIELD]) delete body?.[field];
    return true;
  }
}
