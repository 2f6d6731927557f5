import { Module } from '@nestjs/common';
import { LetterKeeping } from './letter-keeping.js';
import { LetterReading } from './letter-reading.js';
import { LettersController } from './letters.controller.js';
import { ReplyLetterController } from './reply-letter.controller.js';

/** 文书：拟制、预览、制发、存档. */
@Module({
  controllers: [ReplyLetterController, LettersController],
  providers: [LetterReading, LetterKeeping],
})
export class LettersModule {}
