import { Body, Controller, Get, Param, Post, Req, UseGuards, UseInterceptors } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import type { Request } from 'express';
import { FileMissing, storeUnsent } from '../infrastructure/storage.js';
import { isStale, ReshowsStaleForms } from '../web/csrf.js';
import { type FormState, emptyForm, readForm, refuse } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Public } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { answersOf } from '../web/application-answers.js';
import { type Upload, UploadsAsSent } from '../web/uploads.js';
import { type ApplyStep, CHECK_STEP, applySteps } from './apply-forms.js';
import { applyFilled, supplyFault } from './apply-reading.js';
import { type Draft, draftOf, keepDraft, keepSent, newDraft, sealDraft } from './draft.js';
import { PortalOffices } from './portal-offices.js';
import { applyCheckPage, applyStepPage, stepLists } from './apply-pages.js';
import { storePapers } from './papers.js';
import { PrivatePages } from './private-pages.js';
import { Submitting } from './submitting.js';

type Posted = Readonly<Record<string, unknown>>;

const STALE = '页面打开的时间太长，内容还没有存上。您填写的都在下面，请再按一次按钮；刚选的文件要重新选择。';
const PAPERS_GONE =
  '上传的材料存放超过七天，已经清除。请回到“身份证明”一步，删去原来的材料后重新上传；其他内容不用再填。';
const MINUTE = 60_000;

/** 网上申请: one step after the other, without signing in and without script. */
@Controller()
@Public()
@UseInterceptors(PrivatePages)
export class ApplyController {
  constructor(
    private readonly offices: PortalOffices,
    private readonly submitting: Submitting,
  ) {}

  @Get(paths.apply(':code'))
  begin(@Param('code') code: string): SeeOther {
    return seeOther(paths.applyStep(code, applySteps[0].step));
  }

  /** The answers, to be read once more before they are sent. */
  @Get(paths.applyStep(':code', CHECK_STEP))
  async check(@Req() request: Request, @Param('code') code: string): Promise<Page | SeeOther> {
    const draft = draftOf(request);
    if (!draft) return this.begin(code);
    const read = applyFilled(draft);
    if ('faulty' in read) return seeOther(paths.applyStep(code, read.faulty.step));
    return this.checkPage(code, draft, emptyForm());
  }

  @Post(paths.applySend(':code'))
  @ReshowsStaleForms()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 20, ttl: 60 * MINUTE } })
  async send(
    @Req() request: Request,
    @Param('code') code: string,
    @Body() posted: Posted,
  ): Promise<Page | SeeOther> {
    const draft = draftOf(request, posted);
    if (!draft) return this.begin(code);
    const read = applyFilled(draft);
    if ('faulty' in read) return this.stepPage(code, read.faulty, draft, read.state, 422);
    if (isStale(request)) return this.checkPage(code, draft, refuse(emptyForm(), { form: STALE }), 422);
    if (posted['website']) {
      const left = refuse(emptyForm(), { website: '这一栏是用来识别自动程序的，请清空后再提交' });
      return this.checkPage(code, draft, left, 422);
    }
    const office = await this.offices.byCode(code);
    try {
      keepSent(request, await this.submitting.send(office, draft, read.filled));
    } catch (fault) {
      if (!(fault instanceof FileMissing)) throw fault;
      return this.checkPage(code, draft, refuse(emptyForm(), { form: PAPERS_GONE }), 422);
    }
    return seeOther(paths.submitted);
  }

  /** Throws the draft away: for shared computers. */
  @Post(paths.applyDraftEnd(':code'))
  end(@Req() request: Request, @Param('code') code: string): SeeOther {
    delete request.session.applying;
    return seeOther(paths.guide(code), '已清空填写的内容。');
  }

  @Get(paths.applyStep(':code', ':step'))
  async step(
    @Req() request: Request,
    @Param('code') code: string,
    @Param('step') name: string,
  ): Promise<Page> {
    const draft = draftOf(request) ?? newDraft();
    return this.stepPage(code, stepNamed(name), draft, emptyForm(draft.values));
  }

  @Post(paths.applyStep(':code', ':step'))
  @ReshowsStaleForms()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 60, ttl: 10 * MINUTE } })
  async fill(
    @Req() request: Request,
    @Param('code') code: string,
    @Param('step') name: string,
    @Body() posted: Posted,
    @UploadsAsSent('files') uploads: Upload[],
  ): Promise<Page | SeeOther> {
    const step = stepNamed(name);
    const before = draftOf(request, posted) ?? newDraft();
    const read = readForm<object>(step.form, posted);
    const { remove: removed = [], ...values } = read.state.values;
    const papers = before.papers.filter(({ hash }) => ![removed].flat().includes(hash));
    let draft: Draft = { ...before, values: { ...before.values, ...values }, papers };
    if (isStale(request))
      return this.stepPage(code, step, draft, refuse(emptyForm(values), { form: STALE }), 422);
    const stored = await storePapers(uploads, storeUnsent, papers.length);
    if ('papers' in stored) {
      const fresh = stored.papers.filter(({ hash }) => papers.every((one) => one.hash !== hash));
      draft = { ...draft, papers: [...papers, ...fresh] };
    }
    keepDraft(request, draft);
    if (posted['do'] === 'back') return seeOther(paths.applyStep(code, neighbour(step, -1)));
    const errors = {
      ...read.state.errors,
      ...('fault' in stored ? { files: stored.fault } : {}),
      ...(step.step === 'supply' ? supplyFault(draft.values) : {}),
    };
    if (Object.keys(errors).length > 0)
      return this.stepPage(code, step, draft, { values: draft.values, errors }, 422);
    if (posted['do'] === 'upload') return seeOther(paths.applyStep(code, step.step));
    return seeOther(paths.applyStep(code, neighbour(step, 1)));
  }

  private async stepPage(
    code: string,
    step: ApplyStep,
    draft: Draft,
    form: FormState,
    status = 200,
  ): Promise<Page> {
    const office = await this.offices.byCode(code);
    const at = applySteps.indexOf(step);
    return applyStepPage(
      {
        title: step.title,
        office,
        step: step.step,
        at,
        steps: applySteps.length + 1,
        form,
        papers: draft.papers,
        lists: stepLists,
        kept: sealDraft(draft),
        begun: Object.keys(draft.values).length > 0,
      },
      status,
    );
  }

  private async checkPage(code: string, draft: Draft, form: FormState, status = 200): Promise<Page> {
    const office = await this.offices.byCode(code);
    const read = applyFilled(draft);
    if ('faulty' in read) throw new ProblemException('unprocessable');
    return applyCheckPage(
      {
        title: '核对并提交',
        office,
        at: applySteps.length,
        steps: applySteps.length + 1,
        form,
        sections: answersOf(read.filled, draft.papers),
        kept: sealDraft(draft),
      },
      status,
    );
  }
}

function stepNamed(name: string): ApplyStep {
  const step = applySteps.find((one) => one.step === name);
  if (!step) throw new ProblemException('not-found');
  return step;
}

/** The step before or after; the check after the last. */
function neighbour(step: ApplyStep, by: 1 | -1): string {
  const at = Math.max(0, applySteps.indexOf(step) + by);
  return applySteps[at]?.step ?? CHECK_STEP;
}
