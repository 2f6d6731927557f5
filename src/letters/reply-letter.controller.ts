import {
  Body,
  Controller,
  Get,
  Header,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import type { CaseFile } from '../casework/case-file.js';
import { type LetterFacts, factNames, factOf } from '../domain/letter/facts.js';
import { actingHere } from '../web/acting.js';
import { download, lookAt } from '../web/download.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { Dispatch } from './dispatch.js';
import { LetterKeeping } from './letter-keeping.js';
import { comingReplyPageOf } from './letter-page.js';
import { LetterReading, type OpenLetter, wordCopy } from './letter-reading.js';
import { writtenIn } from './letter-replies.js';
import { ReplyNotReady, reasonOf } from './letter-refusals.js';
import { letterPage } from './pages.js';

/** The reply of a case before it goes out: looked at while it is reviewed and signed, then issued in one step. */
@Controller()
@Allow('clerk', 'handler', 'head', 'legal', 'leader')
export class ReplyLetterController {
  constructor(
    private readonly reading: LetterReading,
    private readonly keeping: LetterKeeping,
    private readonly dispatch: Dispatch,
  ) {}

  @Get(paths.replyLetter(':id'))
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() asked: unknown,
  ): Promise<Page | SeeOther> {
    return this.page(viewer, id, written(asked));
  }

  @Get(paths.replyLetterPdf(':id'))
  @Header('Content-Security-Policy', "frame-ancestors 'self'")
  async look(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() asked: unknown,
  ): Promise<StreamableFile> {
    const { letter, file } = await this.drafted(viewer, id, asked);
    return lookAt(`答复草稿（${file.application.number}）`, await this.reading.pdf(letter));
  }

  @Get(paths.replyLetterWord(':id'))
  async word(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() asked: unknown,
  ): Promise<StreamableFile> {
    const { letter, file } = await this.drafted(viewer, id, asked);
    const { number } = file.application;
    return download(`答复草稿（${number}）`, 'docx', await wordCopy(letter));
  }

  @Post(paths.replyLetter(':id'))
  @Allow('clerk', 'handler')
  async issue(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const version = Number(writtenIn(body, ['version']).version);
    await this.dispatch.check(id, [viewer.officeId]);
    try {
      const letter = await this.keeping.issueReply(id, actingHere(viewer), {
        written: written(body),
        ...(Number.isInteger(version) ? { expectedVersion: version } : {}),
      });
      return seeOther(
        paths.letter(letter.id),
        letter.number ? `答复已制发，文号 ${letter.number}。请及时送达并登记。` : '答复已制发。',
      );
    } catch (fault) {
      const reason = reasonOf(fault);
      if (reason === undefined) throw fault;
      return this.page(viewer, id, written(body), reason);
    }
  }

  /** The reply to come with its case; 422 when none is drafted. */
  private async drafted(
    viewer: Viewer,
    id: string,
    asked: unknown,
  ): Promise<{ letter: OpenLetter; file: CaseFile }> {
    const opened = await this.reading.openComingReply(id, viewer.visibleOfficeIds, written(asked));
    const { letter, file } = opened;
    if (!letter) throw new ReplyNotReady();
    return { letter, file };
  }

  /** Back to the list when there is no reply to come: it has been issued, or none is drafted. */
  private async page(
    viewer: Viewer,
    id: string,
    facts: LetterFacts,
    refusal?: string,
  ): Promise<Page | SeeOther> {
    const { visibleOfficeIds } = viewer;
    const { letter, coming } = await this.reading.openComingReply(id, visibleOfficeIds, facts);
    if (!letter || !coming) {
      return seeOther(paths.caseLetters(id), refusal ?? '没有待制发的答复草稿，已制发的文书见下表。', 'info');
    }
    return letterPage(comingReplyPageOf(letter, coming, viewer, facts, refusal), refusal ? 422 : 200);
  }
}

/** What was written into the reply on its own page; an empty text is none. */
function written(posted: unknown): LetterFacts {
  const names = factNames.filter((name) => factOf(name).source === 'letter');
  return Object.fromEntries(
    Object.entries(writtenIn(posted, names)).filter(([, text]) => text.trim() !== ''),
  );
}
