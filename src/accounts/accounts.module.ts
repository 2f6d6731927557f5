import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.js';
import { KeptDraftController } from './kept-draft.controller.js';
import { OwnPasswordController } from './own-password.controller.js';
import { People } from './people.js';
import { SignInController } from './sign-in.controller.js';
import { SignIn } from './sign-in.js';

/** 人员：登录、密码、账号. */
@Module({
  controllers: [SignInController, OwnPasswordController, KeptDraftController, AccountsController],
  providers: [SignIn, People],
})
export class AccountsModule {}
