import { Module } from '@nestjs/common';
import { AccessRecordController } from './access-record.controller.js';
import { AccountsController } from './accounts.controller.js';
import { KeptDraftController } from './kept-draft.controller.js';
import { OwnPasswordController } from './own-password.controller.js';
import { People } from './people.js';
import { SignInController } from './sign-in.controller.js';
import { SignIn } from './sign-in.js';

/** 人员：登录、密码、账号. */
@Module({
  controllers: [
    SignInController,
    OwnPasswordController,
    KeptDraftController,
    AccountsController,
    AccessRecordController,
  ],
  providers: [SignIn, People],
})
export class AccountsModule {}
