import { Module } from '@nestjs/common';
import { ActController } from './act.controller.js';
import { ActSheets } from './act-sheet.js';
import { AnswerGuideController } from './answer-guide.controller.js';
import { AttachmentsController } from './attachments.controller.js';
import { CaseController } from './case.controller.js';
import { CaseDesk } from './case-desk.js';
import { CorrectionController } from './correction.controller.js';
import { Suggesting } from './suggesting.js';
import { DeskController } from './desk.controller.js';

/** The daily work: what waits, the case, its acts, its papers. */
@Module({
  controllers: [
    DeskController,
    CaseController,
    ActController,
    AnswerGuideController,
    CorrectionController,
    AttachmentsController,
  ],
  providers: [Suggesting, CaseDesk, ActSheets],
})
export class DeskModule {}
