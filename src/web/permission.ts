import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import { roles, type Role } from '../domain/office/role.js';

/** Metadata key under which a route says who may use it. */
export const PERMISSION = Symbol('permission');

/** Who may use a route: everyone, or the signed-in holders of one of these roles. */
export type Permission = { public: true } | { public: false; roles: readonly Role[] };

/** Only for people who hold at least one of these roles. On a method or on a whole controller. */
export function Allow(first: Role, ...more: Role[]): CustomDecorator<symbol> {
  return SetMetadata(PERMISSION, { public: false, roles: [first, ...more] } satisfies Permission);
}

/** For everyone who is signed in. */
export function AllowSignedIn(): CustomDecorator<symbol> {
  return SetMetadata(PERMISSION, { public: false, roles } satisfies Permission);
}

/** For everyone, signed in or not. Forms still need their token. */
export function Public(): CustomDecorator<symbol> {
  return SetMetadata(PERMISSION, { public: true } satisfies Permission);
}
