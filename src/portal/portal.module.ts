import { Module } from '@nestjs/common';
import { ApplyController } from './apply.controller.js';
import { FollowController } from './follow.controller.js';
import { Following } from './following.js';
import { GuideController } from './guide.controller.js';
import { PortalOffices } from './portal-offices.js';
import { SubmittedController } from './submitted.controller.js';
import { Submitting } from './submitting.js';
import { UnsentClearing } from './unsent-clearing.js';

/** 公众: apply, and follow the application under a code. */
@Module({
  controllers: [GuideController, ApplyController, SubmittedController, FollowController],
  providers: [PortalOffices, Submitting, Following, UnsentClearing],
})
export class PortalModule {}
