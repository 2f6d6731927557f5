import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { Strategy } from 'passport-local';
import { DataSource } from 'typeorm';
import { now } from '../infrastructure/today.js';
import { AccountRecord } from '../records/person/account.js';
import { accountByLoginName } from '../records/person/accounts.js';
import { Authenticator } from '../web/authenticator.js';
import { csrfToken } from '../web/csrf.js';
import type { SignedIn } from '../web/viewer.js';
import { attemptSucceeded, mayAttempt } from './lockout.js';
import { matchNobody, passwordMatches } from './passwords.js';

/** The same words for an unknown name, a wrong password and a disabled account. */
const WRONG = '登录名或密码不正确，请核对后重新输入。忘记密码的，请联系本单位管理员重置';
const WAIT = '登录失败次数过多，已暂停登录。请稍候再试（最长 15 分钟），或联系本单位管理员重置密码';

export type SignInAnswer = { signedIn: SignedIn } | { refusal: string };

/** Signing in with name and password. */
@Injectable()
export class SignIn implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly authenticator: Authenticator,
  ) {}

  onModuleInit(): void {
    this.authenticator.use(
      new Strategy(
        { usernameField: 'loginName', passwordField: 'password', passReqToCallback: true },
        (request, loginName, password, done) => {
          this.check(loginName, password, request.ip ?? '').then(
            (answer) =>
              'signedIn' in answer
                ? done(null, answer.signedIn)
                : done(null, false, { message: answer.refusal }),
            (fault: unknown) => done(fault),
          );
        },
      ),
    );
  }

  /** Asks passport's local strategy about the posted form. The session is not touched. */
  attempt(request: Request, response: Response): Promise<SignInAnswer> {
    return new Promise((resolve, reject) => {
      const answered = (
        fault: unknown,
        signedIn: SignedIn | false | undefined,
        info?: { message?: string },
      ): void => {
        if (fault) reject(asError(fault));
        else resolve(signedIn ? { signedIn } : { refusal: info?.message ?? WRONG });
      };
      const ask = this.authenticator.authenticate('local', answered) as (
        request: Request,
        response: Response,
        next: (fault?: unknown) => void,
      ) => void;
      ask(request, response, (fault) => reject(asError(fault)));
    });
  }

  private async check(loginName: string, password: string, address: string): Promise<SignInAnswer> {
    const { manager } = this.dataSource;
    if (!(await mayAttempt(manager, loginName, address))) return { refusal: WAIT };
    const account = await accountByLoginName(manager, loginName);
    if (!account?.active) {
      await matchNobody(password);
      return { refusal: WRONG };
    }
    if (!(await passwordMatches(account.passwordHash, password))) return { refusal: WRONG };
    await attemptSucceeded(manager, loginName, address);
    // Not through save(): signing in is no change that a colleague's open form should stumble over.
    await manager
      .createQueryBuilder()
      .update(AccountRecord)
      .set({ lastSignedInAt: now(), version: () => 'version' })
      .whereInIds(account.id)
      .execute();
    return { signedIn: { accountId: account.id, epoch: account.signInEpoch } };
  }
}

/** Opens a new session for this person. Nothing of the old one is kept, but a draft that waits. */
export async function openSession(request: Request, signedIn: SignedIn): Promise<void> {
  const { keptDraft } = request.session;
  await new Promise<void>((resolve, reject) => {
    request.logIn(signedIn, (fault: unknown) => (fault ? reject(asError(fault)) : resolve()));
  });
  if (keptDraft) request.session.keptDraft = keptDraft;
  csrfToken(request);
}

/** Ends the session in the browser and in the database. */
export async function closeSession(request: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.destroy((fault: unknown) => (fault ? reject(asError(fault)) : resolve()));
  });
}

/** Callbacks hand over whatever was thrown. */
function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(String(fault));
}
