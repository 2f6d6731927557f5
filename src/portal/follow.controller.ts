import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  type StreamableFile,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { Refused } from '../casework/refusals.js';
import { storeFile } from '../infrastructure/storage.js';
import { SubmissionRecord } from '../records/application/submission.js';
import { submissionByCode } from '../records/application/submissions.js';
import { isStale, ReshowsStaleForms } from '../web/csrf.js';
import { lookAt } from '../web/download.js';
import { Text } from '../web/fields.js';
import { type FormState, emptyForm, readForm, refuse } from '../web/forms.js';
import { type Page, type PageContract, type SeeOther, definePage, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Public } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { type Upload, UploadsAsSent } from '../web/uploads.js';
import { viewerOf } from '../web/viewer.js';
import { type FollowedWhole, Following, NotYourTurn } from './following.js';
import { papersHint, storePapers } from './papers.js';
import { PrivatePages } from './private-pages.js';
import { normalQueryCode } from './query-code.js';

class CodeForm {
  @Text({ label: '查询码', max: 80 })
  queryCode: string;
}

class WordsForm {
  @Text({ label: '要说明的内容', max: 10_000, required: false })
  words: string;
}

interface EnterPage extends PageContract {
  readonly form: FormState;
  /** What was typed into a form whose session had ended, to be copied. */
  readonly words: string;
}

interface FollowPage extends PageContract {
  readonly followed: FollowedWhole;
  readonly form: FormState;
  readonly papersHint: string;
}

const enterPage = definePage<EnterPage>('portal/enter');
const followPage = definePage<FollowPage>('portal/follow');

/** The same for a code that was never given out and for one that was typed wrong. */
const UNKNOWN = '没有找到这个查询码，请对照回执逐位核对';
const STALE = '页面打开的时间太长，内容还没有交上。请重新输入查询码后再交。';
const MOVED_ON = '这件申请的进度已经变化，现在不能这样办理。请看最新的进度。';
const MINUTE = 60_000;

/** 查询进度: whoever holds the code of an application sees that application, and no route here reaches another. */
@Controller()
@Public()
@UseInterceptors(PrivatePages)
export class FollowController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly following: Following,
  ) {}

  @Get(paths.follow)
  async show(@Req() request: Request): Promise<Page> {
    const submission = await this.followed(request);
    return submission ? this.page(submission, emptyForm()) : entering(emptyForm());
  }

  @Post(paths.follow)
  @ReshowsStaleForms()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 15, ttl: 10 * MINUTE } })
  async enter(@Req() request: Request, @Body() posted: unknown): Promise<Page | SeeOther> {
    const result = readForm(CodeForm, posted);
    if (!result.ok) return entering(result.state, 422);
    if (isStale(request))
      return entering(refuse(result.state, { form: '页面打开的时间太长，请再按一次“查询”。' }), 422);
    const submission = await submissionByCode(
      this.dataSource.manager,
      normalQueryCode(result.form.queryCode),
    );
    if (!submission) return entering(refuse(result.state, { queryCode: UNKNOWN }), 422);
    await renewSession(request);
    request.session.following = submission.id;
    return seeOther(paths.follow);
  }

  /** For shared computers: this browser forgets the application. */
  @Post(paths.followEnd)
  end(@Req() request: Request): SeeOther {
    delete request.session.following;
    return seeOther(paths.follow, '已退出查询。');
  }

  @Post(paths.followCorrection)
  @ReshowsStaleForms()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 20, ttl: 10 * MINUTE } })
  correct(
    @Req() request: Request,
    @Body() posted: unknown,
    @UploadsAsSent('files') uploads: Upload[],
  ): Promise<Page | SeeOther> {
    const message = '补正材料已经送到，答复期限自今天起重新计算。';
    return this.answer(request, posted, uploads, 'correction', message);
  }

  @Post(paths.followReasons)
  @ReshowsStaleForms()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 20, ttl: 10 * MINUTE } })
  reasons(
    @Req() request: Request,
    @Body() posted: unknown,
    @UploadsAsSent('files') uploads: Upload[],
  ): Promise<Page | SeeOther> {
    return this.answer(request, posted, uploads, 'reasons', '理由已经送到，工作机构会审查并告诉您结果。');
  }

  @Post(paths.followWithdrawal)
  @UseGuards(ThrottlerGuard)
  async withdraw(@Req() request: Request): Promise<Page | SeeOther> {
    const submission = await this.followed(request);
    if (!submission) return seeOther(paths.follow);
    const fault = await refusalOf(this.following.withdraw(submission));
    if (fault !== undefined) return this.page(submission, refuse(emptyForm(), { form: fault }), 422);
    return seeOther(paths.follow, '已经撤回。');
  }

  @Get(paths.followLetter(':id'))
  async letter(@Req() request: Request, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const submission = await this.followed(request);
    const found = submission && (await this.following.letter(submission, id));
    if (!found) throw new ProblemException('not-found', { detail: '请先输入查询码，再从列表中打开文书。' });
    return lookAt(found.letter.title, found.pdf);
  }

  private async answer(
    request: Request,
    posted: unknown,
    uploads: readonly Upload[],
    task: 'correction' | 'reasons',
    message: string,
  ): Promise<Page | SeeOther> {
    const submission = await this.followed(request);
    const { state, ...result } = readForm(WordsForm, posted);
    if (!submission) {
      const words = typeof state.values['words'] === 'string' ? state.values['words'] : '';
      return entering(refuse(emptyForm(), { form: STALE }), 422, words);
    }
    const refused = (errors: Record<string, string>): Promise<Page> =>
      this.page(submission, refuse(state, chosenAgain(errors, uploads)), 422);
    if (!result.ok) return refused(state.errors);
    if (isStale(request))
      return refused({ form: '页面打开的时间太长，内容还没有交上。请再按一次提交按钮。' });
    const words = 'form' in result ? result.form.words : '';
    if (words === '' && uploads.length === 0) return refused({ words: '请写明内容，或者上传材料' });
    const { task: asked } = await this.following.read(submission);
    // Nothing is kept of what nobody waits for.
    if (asked?.kind !== task) return refused({ form: MOVED_ON });
    const stored = await storePapers(uploads, storeFile, asked.sent.length);
    if ('fault' in stored) return refused({ files: stored.fault });
    const sent = [submission, words, stored.papers] as const;
    const fault = await refusalOf(
      task === 'correction' ? this.following.correct(...sent) : this.following.giveReasons(...sent),
    );
    if (fault !== undefined) return refused({ form: fault });
    return seeOther(paths.follow, message);
  }

  /** The submission whose code was typed into this browser. */
  private followed(request: Request): Promise<SubmissionRecord | null> {
    const id = request.session.following;
    return id === undefined
      ? Promise.resolve(null)
      : this.dataSource.manager.findOneBy(SubmissionRecord, { id });
  }

  private async page(submission: SubmissionRecord, form: FormState, status = 200): Promise<Page> {
    const followed = await this.following.read(submission);
    return followPage({ title: '我的申请', followed, form, papersHint }, status);
  }
}

const entering = (form: FormState, status = 200, words = ''): Page =>
  enterPage({ title: '查询申请进度', form, words }, status);

/** A browser forgets the files that were chosen: whoever has to send the form again is told. */
function chosenAgain(errors: Record<string, string>, uploads: readonly Upload[]): Record<string, string> {
  if (uploads.length === 0 || errors['files'] || errors['form'] === MOVED_ON) return errors;
  return { ...errors, files: '刚才选的文件没有留下，请重新选择' };
}

/** Why it cannot be done, for the applicant; undefined when it was. */
async function refusalOf(asked: Promise<void>): Promise<string | undefined> {
  try {
    await asked;
    return undefined;
  } catch (fault) {
    if (fault instanceof Refused) return fault.findings.map(({ says, mend }) => says + mend).join('');
    if (fault instanceof NotYourTurn) return MOVED_ON;
    throw fault;
  }
}

/** A new session for what is now to be seen, so that nobody has laid out the old one; people at work keep theirs. */
async function renewSession(request: Request): Promise<void> {
  if (viewerOf(request)) return;
  const { applying, submitted } = request.session;
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((fault: unknown) => {
      if (fault) reject(fault instanceof Error ? fault : new Error('The session could not be renewed'));
      else resolve();
    });
  });
  if (applying !== undefined) request.session.applying = applying;
  if (submitted !== undefined) request.session.submitted = submitted;
}
