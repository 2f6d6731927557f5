import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { actingHere } from '../web/acting.js';
import { Text } from '../web/fields.js';
import { readForm, refuse } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { letterPageOf } from './letter-page.js';
import { LetterReading } from './letter-reading.js';
import { LetterRecalling } from './letter-recalling.js';
import { reasonOf } from './letter-refusals.js';
import { letterPage } from './pages.js';

class RecallForm {
  @Text({ label: '撤回理由', max: 200 })
  why!: string;
}

/** 撤回未送达的文书. */
@Controller()
@Allow('head')
export class RecallController {
  constructor(
    private readonly reading: LetterReading,
    private readonly recalling: LetterRecalling,
  ) {}

  @Post(paths.letterRecall(':id'))
  async recall(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const result = readForm(RecallForm, body);
    const refused = async (form: typeof result.state, reason?: string): Promise<Page> => {
      const letter = await this.reading.open(id, viewer.visibleOfficeIds);
      return letterPage(letterPageOf(letter, viewer, { reason, recall: form }), 422);
    };
    if (!result.ok) return refused(result.state);
    try {
      const { number } = await this.recalling.recall(id, actingHere(viewer), result.form.why);
      return seeOther(paths.letter(id), number ? `已撤回，文号 ${number} 作废。` : '已撤回，作废。');
    } catch (fault) {
      const reason = reasonOf(fault);
      if (reason === undefined) throw fault;
      return refused(refuse(result.state, { why: reason }));
    }
  }
}
