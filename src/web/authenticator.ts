import passport from 'passport';
import type { DataSource } from 'typeorm';
import { readViewer, type SignedIn } from './viewer.js';

/** Passport of one application: strategies register here. Not the global one: tests run several applications. */
export class Authenticator extends passport.Passport {}

/** Reads the person of each request afresh: a disabled account is out at once. */
export function readPersonsFrom(authenticator: Authenticator, dataSource: DataSource): void {
  authenticator.serializeUser((user, done) => done(null, user));
  authenticator.deserializeUser((signedIn: SignedIn, done) => {
    readViewer(dataSource.manager, signedIn).then(
      (viewer) => done(null, viewer ?? false),
      (fault: unknown) => done(fault),
    );
  });
}
