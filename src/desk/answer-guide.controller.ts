import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Page } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { firstValues } from './act-form.js';
import { ActSheets, type Sheet } from './act-sheet.js';
import { saysAnswer } from './answer-form.js';
import { guided, questionPage } from './answer-guide.js';
import type { Posted } from './act-sheet.js';

/** 补不补 → 该不该 → 有没有 → 给不给 → 当不当: the answer is come to by questions. Nothing is stored on the way. */
@Controller()
@Allow('clerk', 'handler')
export class AnswerGuideController {
  constructor(private readonly sheets: ActSheets) {}

  @Get(paths.answerGuide(':id', ':type'))
  async begin(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('type') type: string,
  ): Promise<Page> {
    const sheet = await this.open(viewer, id, type, {});
    const { on = '', ...rest } = firstValues(sheet.type, sheet.file, sheet.step, viewer, undefined);
    const typed = Object.entries({ on, ...rest }).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return questionPage(sheet, Object.fromEntries(typed), '', '');
  }

  @Post(paths.answerGuide(':id', ':type'))
  async next(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('type') type: string,
    @Body() posted: Posted,
  ): Promise<Page> {
    return guided(await this.open(viewer, id, type, posted), posted);
  }

  private async open(viewer: Viewer, id: string, type: string, posted: Posted): Promise<Sheet> {
    const sheet = await this.sheets.open(viewer, id, type, posted);
    if (!saysAnswer(sheet.type)) throw new ProblemException('not-found');
    return sheet;
  }
}
