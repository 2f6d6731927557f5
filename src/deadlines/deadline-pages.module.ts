import { Module } from '@nestjs/common';
import { CaseDeadlinesController } from './case-deadlines.controller.js';
import { DeadlinesController } from './deadlines.controller.js';

/** Deadlines as people look at them. */
@Module({ controllers: [DeadlinesController, CaseDeadlinesController] })
export class DeadlinePagesModule {}
