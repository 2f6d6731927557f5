import { Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { emptyForm, refuse } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { type Upload, Uploads } from '../web/uploads.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { FinishedLetters } from './finished-letters.js';
import { bringWord } from './finished-upload.js';
import { letterPageOf } from './letter-page.js';
import { LetterReading } from './letter-reading.js';
import { letterPage } from './pages.js';

/** 定稿 of drafted letters in Word or WPS. */
@Controller()
@Allow('clerk', 'handler', 'head')
export class FinishedController {
  constructor(
    private readonly reading: LetterReading,
    private readonly finished: FinishedLetters,
  ) {}

  @Post(paths.letterFinished(':id'))
  async bring(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Uploads('word') files: Upload[],
  ): Promise<Page | SeeOther> {
    const refused = await bringWord(files, (file) => this.finished.finish(viewer, id, file));
    if (refused !== undefined) {
      const letter = await this.reading.open(id, [viewer.officeId]);
      const bring = refuse(emptyForm(), { word: refused });
      return letterPage(letterPageOf(letter, viewer, { bring }), 422);
    }
    return seeOther(paths.letter(id), '定稿已读入：这份文书将按定稿的文字排版。请核对与草稿的不同。');
  }

  @Post(paths.letterFinishedEnd(':id'))
  async takeBack(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<SeeOther> {
    await this.finished.unfinish(viewer, id);
    return seeOther(paths.letter(id), '已撤下定稿，恢复按拟制的内容排版。');
  }
}
