import { Module } from '@nestjs/common';
import { DispatchController } from './dispatch.controller.js';
import { Dispatch } from './dispatch.js';
import { DraftNotes } from './draft-notes.js';
import { FinishedLetters } from './finished-letters.js';
import { FinishedController } from './finished.controller.js';
import { LetterKeeping } from './letter-keeping.js';
import { LetterReading } from './letter-reading.js';
import { LetterRecalling } from './letter-recalling.js';
import { LettersController } from './letters.controller.js';
import { NumbersController } from './numbers.controller.js';
import { RecallController } from './recall.controller.js';
import { ReplyLetterController } from './reply-letter.controller.js';
import { ReviewController } from './review.controller.js';
import { WordingKeeping } from './wording-keeping.js';
import { WordingShowing } from './wording-showing.js';
import { WordingsController } from './wordings.controller.js';

/** 文书：拟制、预览、制发、存档. */
@Module({
  controllers: [
    ReplyLetterController,
    LettersController,
    RecallController,
    FinishedController,
    NumbersController,
    ReviewController,
    DispatchController,
    WordingsController,
  ],
  providers: [
    LetterReading,
    LetterKeeping,
    LetterRecalling,
    FinishedLetters,
    Dispatch,
    DraftNotes,
    WordingKeeping,
    WordingShowing,
  ],
})
export class LettersModule {}
