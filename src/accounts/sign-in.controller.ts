import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { Secret, Text } from '../web/fields.js';
import { emptyForm, readForm, refuse, type FormState } from '../web/forms.js';
import { definePage, seeOther, type Page, type PageContract, type SeeOther } from '../web/page.js';
import { ownPath, paths } from '../web/paths.js';
import { Public } from '../web/permission.js';
import { viewerOf } from '../web/viewer.js';
import { closeSession, openSession, SignIn } from './sign-in.js';

class SignInForm {
  @Text({ label: '登录名', max: 100 })
  loginName: string;

  @Secret({ label: '密码' })
  password: string;
}

interface SignInPage extends PageContract {
  form: FormState;
  next: string;
}

const signInPage = definePage<SignInPage>('accounts/sign-in');

@Controller()
export class SignInController {
  constructor(private readonly signIn: SignIn) {}

  @Get(paths.signIn)
  @Public()
  show(@Req() request: Request, @Query('next') next?: string): Page | SeeOther {
    if (viewerOf(request)) return seeOther(ownPath(next));
    return signInPage({ title: '登录', form: emptyForm(), next: ownPath(next) });
  }

  @Post(paths.signIn)
  @Public()
  @UseGuards(ThrottlerGuard)
  async enter(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: { next?: unknown },
  ): Promise<Page | SeeOther> {
    const next = ownPath(body.next);
    const result = readForm(SignInForm, body);
    if (!result.ok) return signInPage({ title: '登录', form: result.state, next }, 422);
    const answer = await this.signIn.attempt(request, response);
    if ('refusal' in answer) {
      return signInPage({ title: '登录', form: refuse(result.state, { form: answer.refusal }), next }, 422);
    }
    await openSession(request, answer.signedIn);
    return seeOther(next);
  }

  @Post(paths.signOut)
  @Public()
  async leave(@Req() request: Request): Promise<SeeOther> {
    await closeSession(request);
    return seeOther(paths.signIn);
  }
}
