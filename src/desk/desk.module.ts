import { Module } from '@nestjs/common';
import { ActController } from './act.controller.js';
import { ActSheets } from './act-sheet.js';
import { AnswerCatalogueController } from './answer-catalogue.controller.js';
import { AnswerGuideController } from './answer-guide.controller.js';
import { ApplicantController } from './applicant.controller.js';
import { AttachmentsController } from './attachments.controller.js';
import { Bulk } from './bulk.js';
import { BulkController } from './bulk.controller.js';
import { CaseController } from './case.controller.js';
import { CaseDesk } from './case-desk.js';
import { CorrectionController } from './correction.controller.js';
import { Suggesting } from './suggesting.js';
import { DeskController } from './desk.controller.js';
import { Pile } from './pile.js';
import { PileController } from './pile.controller.js';

/** The daily work: what waits, the case, its acts, its papers. */
@Module({
  controllers: [
    DeskController,
    PileController,
    BulkController,
    CaseController,
    ActController,
    AnswerGuideController,
    AnswerCatalogueController,
    CorrectionController,
    ApplicantController,
    AttachmentsController,
  ],
  providers: [Suggesting, CaseDesk, ActSheets, Bulk, Pile],
})
export class DeskModule {}
