import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { sessionSecret } from '../infrastructure/keys.js';
import { log } from '../infrastructure/log.js';
import { settings } from '../infrastructure/settings.js';
import type { Flash } from './page.js';
import type { SignedIn } from './viewer.js';

declare module 'express-session' {
  interface SessionData {
    passport: { user?: SignedIn };
    flash: Flash[];
    /** A form posted after the session had run out, sealed; see kept-draft.ts. */
    keptDraft: string;
  }
}

/** A session ends after this long without a request. */
const IDLE_MINUTES = 30;

/** Sessions in the database: any number of processes may serve them. Call `close` before the pool ends. */
export interface Sessions {
  handler: RequestHandler;
  close: () => Promise<void>;
}

export function openSessions(dataSource: DataSource): Sessions {
  const Store = connectPgSimple(session);
  const store = new Store({
    pool: poolOf(dataSource),
    tableName: 'account_sessions',
    errorLog: (...fault: unknown[]) => log().error({ fault: String(fault[0]) }, 'session store'),
  });
  const handler = session({
    name: 'yishenqing',
    store,
    secret: sessionSecret().toString('base64'),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: cookieIsSecure(),
      maxAge: IDLE_MINUTES * 60_000,
    },
  });
  return { handler, close: () => Promise.resolve(store.close()) };
}

/**
 * Stores the session before a redirect goes out: whoever follows at once would otherwise miss its message, or the
 * draft that waits in it.
 */
export function keepSession(request: Request): Promise<void> {
  // Signing out has ended it.
  const session = request.session as typeof request.session | undefined;
  if (!session) return Promise.resolve();
  return new Promise((resolve, reject) => {
    session.save((fault: unknown) => {
      if (fault) reject(fault instanceof Error ? fault : new Error('The session could not be stored'));
      else resolve();
    });
  });
}

/** Behind a TLS proxy the address begins with https; without one, the connection itself decides. */
function cookieIsSecure(): boolean | 'auto' {
  if (!settings().production) return false;
  return settings().baseUrl.startsWith('https:') ? true : 'auto';
}

function poolOf(dataSource: DataSource): Pool {
  const driver = dataSource.driver as { master?: Pool };
  if (!driver.master) throw new Error('The database must be open before sessions are');
  return driver.master;
}
