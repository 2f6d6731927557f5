import {
  Body,
  Controller,
  Get,
  Header,
  Param,
  ParseUUIDPipe,
  Post,
  type StreamableFile,
} from '@nestjs/common';
import { isLetterKind } from '../domain/letter/register.js';
import { CaseFiles } from '../casework/case-file.js';
import { download, lookAt } from '../web/download.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { LetterKeeping } from './letter-keeping.js';
import { letterListOf, letterPageOf } from './letter-page.js';
import { LetterReading, type OpenLetter, wordCopy } from './letter-reading.js';
import { reasonOf } from './letter-refusals.js';
import { comingReply, writtenFactsOf } from './letter-source.js';
import { writtenIn } from './letter-replies.js';
import { letterList, letterPage } from './pages.js';

/** The letters of a case: list, look, write, issue, fetch. */
@Controller()
@Allow('clerk', 'handler', 'head', 'legal', 'leader')
export class LettersController {
  constructor(
    private readonly reading: LetterReading,
    private readonly keeping: LetterKeeping,
    private readonly files: CaseFiles,
  ) {}

  @Get(paths.caseLetters(':id'))
  async list(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    const file = await this.files.open(id, viewer.visibleOfficeIds);
    return letterList(letterListOf(file, comingReply(file), viewer));
  }

  @Post(paths.caseLetters(':id'))
  @Allow('clerk', 'handler', 'head')
  async draft(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const { kind = '' } = writtenIn(body, ['kind']);
    if (!isLetterKind(kind)) throw new ProblemException('bad-request', { detail: '请从列表中选择文书。' });
    const letter = await this.keeping.draft(id, kind, [viewer.officeId]);
    return seeOther(paths.letter(letter.id), '已拟出草稿，请补齐内容。');
  }

  @Get(paths.letter(':id'))
  async show(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    return letterPage(letterPageOf(await this.open(viewer, id), viewer));
  }

  @Get(paths.letterPdf(':id'))
  @Header('Content-Security-Policy', "frame-ancestors 'self'")
  async look(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const letter = await this.open(viewer, id);
    return lookAt(nameOf(letter), await this.reading.pdf(letter));
  }

  @Get(paths.letterFile(':id'))
  async fetch(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const letter = await this.open(viewer, id);
    return download(nameOf(letter), 'pdf', await this.reading.pdf(letter));
  }

  @Get(paths.letterWord(':id'))
  async word(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const letter = await this.open(viewer, id);
    return download(nameOf(letter), 'docx', await wordCopy(letter));
  }

  @Post(paths.letterFacts(':id'))
  @Allow('clerk', 'handler', 'head')
  async write(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const { record } = await this.open(viewer, id);
    const names = record ? writtenFactsOf(record.kind) : [];
    await this.keeping.write(id, writtenIn(body, names), [viewer.officeId]);
    return seeOther(paths.letter(id), '已写入文书。');
  }

  @Post(paths.letterIssue(':id'))
  @Allow('clerk', 'handler', 'head')
  async issue(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Page | SeeOther> {
    try {
      const { number } = await this.keeping.issue(id, [viewer.officeId]);
      return seeOther(paths.letter(id), number ? `已制发，文号 ${number}。` : '已制发。');
    } catch (fault) {
      const reason = reasonOf(fault);
      if (reason === undefined) throw fault;
      return letterPage(letterPageOf(await this.open(viewer, id), viewer, { reason }), 422);
    }
  }

  @Post(paths.letterDiscard(':id'))
  @Allow('clerk', 'handler', 'head')
  async discard(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<SeeOther> {
    const { applicationId, title } = await this.keeping.discard(id, [viewer.officeId]);
    return seeOther(paths.caseLetters(applicationId), `已作废《${title}》草稿。`);
  }

  private open(viewer: Viewer, id: string): Promise<OpenLetter> {
    return this.reading.open(id, viewer.visibleOfficeIds);
  }
}

/** 政府信息公开答复书（梁政公开〔2026〕12号）, as the file is called. */
function nameOf({ record, file }: OpenLetter): string {
  const { title = '文书', number = null } = record ?? {};
  return number ? `${title}（${number}）` : `${title}（${file.application.number}，草稿）`;
}
