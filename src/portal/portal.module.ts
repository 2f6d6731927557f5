import { Module } from '@nestjs/common';
import { ApplyController } from './apply.controller.js';
import { FollowController } from './follow.controller.js';
import { Following } from './following.js';
import { GuideController } from './guide.controller.js';
import { PortalOffices } from './portal-offices.js';
import { Settling } from './settling.js';
import { SubmissionsController } from './submissions.controller.js';
import { SubmittedController } from './submitted.controller.js';
import { Submitting } from './submitting.js';

/** 公众: apply, follow the application under a code; and the clerk's confirmation of what was sent. */
@Module({
  controllers: [
    GuideController,
    ApplyController,
    SubmittedController,
    FollowController,
    SubmissionsController,
  ],
  providers: [PortalOffices, Submitting, Following, Settling],
})
export class PortalModule {}
