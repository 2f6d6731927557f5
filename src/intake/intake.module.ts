import { Module } from '@nestjs/common';
import { IntakeController } from './intake.controller.js';
import { Settling } from './settling.js';
import { SubmissionsController } from './submissions.controller.js';

/** 登记: what comes in, from the counter to the letter that waits to be confirmed. */
@Module({ controllers: [IntakeController, SubmissionsController], providers: [Settling] })
export class IntakeModule {}
