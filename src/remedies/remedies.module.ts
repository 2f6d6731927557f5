import { Module } from '@nestjs/common';
import { Board } from './board.js';
import { BoardController } from './board.controller.js';
import { BundleController } from './bundle.controller.js';
import { Bundling } from './bundling.js';
import { DraftsController } from './drafts.controller.js';
import { EvidenceController } from './evidence.controller.js';
import { NoteKeeping } from './note-keeping.js';
import { NotesController } from './notes.controller.js';
import { NoticeController } from './notice.controller.js';
import { Outlook } from './outlook.js';
import { PaperKeeping } from './paper-keeping.js';
import { ProceedingController } from './proceeding.controller.js';
import { ProceedingFiles } from './proceeding-file.js';
import { Review } from './review.js';
import { ReviewController } from './review.controller.js';
import { Schedule } from './schedule.js';
import { ScheduleController } from './schedule.controller.js';

/** 复议应诉: what must be filed by when, each proceeding, its evidence and its papers. */
@Module({
  controllers: [
    BoardController,
    ReviewController,
    ScheduleController,
    NoticeController,
    ProceedingController,
    NotesController,
    EvidenceController,
    BundleController,
    DraftsController,
  ],
  providers: [Board, Outlook, ProceedingFiles, NoteKeeping, PaperKeeping, Bundling, Review, Schedule],
})
export class RemediesModule {}
