import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Check, Secret } from '../web/fields.js';
import { emptyForm, readForm, refuse, type FormState } from '../web/forms.js';
import { definePage, seeOther, type Page, type PageContract, type SeeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { AllowSignedIn } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { People } from './people.js';
import { openSession } from './sign-in.js';

class OwnPasswordForm {
  @Secret({ label: '现在的密码' })
  currentPassword: string;

  @Secret({ label: '新密码' })
  newPassword: string;

  @Secret({ label: '再次输入新密码' })
  @Check<OwnPasswordForm>((form) =>
    form.repeatedPassword === form.newPassword ? undefined : '两次输入的新密码不一致，请重新输入',
  )
  repeatedPassword: string;
}

interface OwnPasswordPage extends PageContract {
  form: FormState;
  /** The password was given by someone else. */
  mustChange: boolean;
}

const ownPasswordPage = definePage<OwnPasswordPage>('accounts/own-password');

@Controller(paths.ownPassword)
export class OwnPasswordController {
  constructor(private readonly people: People) {}

  @Get()
  @AllowSignedIn()
  show(@CurrentViewer() viewer: Viewer): Page {
    return ownPasswordPage({ title: '修改密码', form: emptyForm(), mustChange: viewer.mustChangePassword });
  }

  @Post()
  @AllowSignedIn()
  async change(
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const mustChange = viewer.mustChangePassword;
    const result = readForm(OwnPasswordForm, body);
    if (!result.ok) return ownPasswordPage({ title: '修改密码', form: result.state, mustChange }, 422);
    const { currentPassword, newPassword } = result.form;
    const answer = await this.people.changeOwnPassword(viewer, currentPassword, newPassword);
    if ('errors' in answer) {
      return ownPasswordPage(
        { title: '修改密码', form: refuse(result.state, answer.errors), mustChange },
        422,
      );
    }
    await openSession(request, answer.signedIn);
    return seeOther(paths.home, '密码已修改。其他地方的登录已全部退出。');
  }
}
