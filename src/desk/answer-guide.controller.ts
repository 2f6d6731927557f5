import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Page } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { firstValues } from './act-form.js';
import type { Posted, Sheet } from './act-sheet.js';
import { guided, questionPage } from './answer-guide.js';
import { AnswerSheet } from './posted-sheet.js';

/** 补不补 → 该不该 → 有没有 → 给不给 → 当不当: the answer is come to by questions. Nothing is stored on the way. */
@Controller()
@Allow('clerk', 'handler')
export class AnswerGuideController {
  @Get(paths.answerGuide(':id', ':type'))
  begin(@AnswerSheet() sheet: Sheet): Page {
    const { on = '', ...rest } = firstValues(sheet.type, sheet.file, sheet.step, sheet.viewer, undefined);
    const typed = Object.entries({ on, ...rest }).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return questionPage(sheet, Object.fromEntries(typed), '', '');
  }

  @Post(paths.answerGuide(':id', ':type'))
  next(@AnswerSheet() sheet: Sheet, @Body() posted: Posted): Page {
    return guided(sheet, posted);
  }
}
