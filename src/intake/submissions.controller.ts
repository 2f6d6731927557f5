import {
  Body,
  Controller,
  Get,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  type StreamableFile,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Refused } from '../casework/refusals.js';
import { readStored } from '../infrastructure/storage.js';
import { dayOf, today } from '../infrastructure/today.js';
import { channels } from '../domain/acts/intake-acts.js';
import { agentPapers } from '../domain/application/applicant.js';
import { receiptRules } from '../domain/application/receipt.js';
import { administrationLinesOf, writeAdministrationLine } from '../records/office/administration.js';
import { payloadOf } from '../records/application/application-fields.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { SubmissionRecord, submissionStates } from '../records/application/submission.js';
import { attemptsOf } from '../records/application/submissions.js';
import { answersOf } from '../web/application-answers.js';
import { asUploaded } from '../web/download.js';
import { type FormState, emptyForm, readForm, refuse } from '../web/forms.js';
import { optionsOf } from '../web/options.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { NotPending, Settling } from './settling.js';
import {
  arrivalSaid,
  confirmationDue,
  papersSentLately,
  submissionLines,
  submittedBy,
} from './submission-list.js';
import { AttemptForm, ConfirmationForm, RefusalForm, refusalKinds } from './submission-forms.js';
import { listPage, submissionPage } from './submission-pages.js';

/** 待确认来件: what came through the portal, by letter or by fax and waits to be confirmed with its applicant. */
@Controller()
@Allow('clerk')
export class SubmissionsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly settling: Settling,
  ) {}

  @Get(paths.submissions)
  async list(@CurrentViewer() { officeId }: Viewer): Promise<Page> {
    const { manager } = this.dataSource;
    const lines = await submissionLines(manager, officeId, await loadCalendar(manager), today());
    const papers = await papersSentLately(manager, officeId, today());
    return listPage({ title: '待确认来件', ...lines, papers });
  }

  @Get(paths.submission(':id'))
  async show(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    return this.page(await this.find(viewer, id));
  }

  /** The numbers and addresses as they are: who looked is written down. */
  @Post(paths.submissionParticulars(':id'))
  async particulars(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    const submission = await this.find(viewer, id);
    await writeAdministrationLine(this.dataSource.manager, viewer, id, '查看了提交人的联系方式和证件号码');
    return this.page(submission, { hidden: false });
  }

  @Get(paths.submissionFile(':id', ':place'))
  async file(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('place', ParseIntPipe) place: number,
  ): Promise<StreamableFile> {
    const paper = payloadOf(await this.find(viewer, id)).papers[place];
    if (!paper) throw new ProblemException('not-found');
    await writeAdministrationLine(this.dataSource.manager, viewer, id, `下载了身份证明“${paper.name}”`);
    return asUploaded(paper, await readStored(paper.hash));
  }

  @Post(paths.submissionConfirmation(':id'))
  async confirm(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() posted: unknown,
  ): Promise<Page | SeeOther> {
    const submission = await this.find(viewer, id);
    const result = readForm(ConfirmationForm, posted);
    if (!result.ok) return this.page(submission, { confirmation: result.state });
    try {
      const application = await this.settling.confirm(id, viewer, result.form);
      return seeOther(paths.case(application.id), `已确认并登记，编号 ${application.number}。`);
    } catch (fault) {
      if (fault instanceof NotPending) return settledAlready(id);
      if (!(fault instanceof Refused)) throw fault;
      const says = fault.findings.map(({ says: what, mend }) => what + mend).join('');
      return this.page(submission, { confirmation: refuse(result.state, { on: says }) });
    }
  }

  /** The applicant could not be reached: the try is noted, and what waits goes on waiting. */
  @Post(paths.submissionAttempts(':id'))
  async tried(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() posted: unknown,
  ): Promise<Page | SeeOther> {
    const submission = await this.find(viewer, id);
    const result = readForm(AttemptForm, posted);
    if (!result.ok) return this.page(submission, { attempt: result.state });
    if (result.form.triedOn < dayOf(submission.arrivedAt)) {
      const fault = { triedOn: '联系之日不会早于来件到达之日，请核对' };
      return this.page(submission, { attempt: refuse(result.state, fault) });
    }
    try {
      await this.settling.tried(id, viewer, result.form);
      return seeOther(paths.submission(id), '已记下这次联系。联系上之前，期限不起算。');
    } catch (fault) {
      if (fault instanceof NotPending) return settledAlready(id);
      throw fault;
    }
  }

  @Post(paths.submissionRefusal(':id'))
  async decline(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() posted: unknown,
  ): Promise<Page | SeeOther> {
    const submission = await this.find(viewer, id);
    const result = readForm(RefusalForm, posted);
    if (!result.ok) return this.page(submission, { refusal: result.state });
    try {
      const { kind, why } = result.form;
      await this.settling.decline(id, viewer, `${refusalKinds[kind]}：${why}`);
      return seeOther(paths.submissions, '已记为未受理，原因会告诉提交人。');
    } catch (fault) {
      if (fault instanceof NotPending) return settledAlready(id);
      throw fault;
    }
  }

  private async find({ officeId }: Viewer, id: string): Promise<SubmissionRecord> {
    const submission = await this.dataSource.manager.findOneBy(SubmissionRecord, { id, officeId });
    if (!submission) throw new ProblemException('not-found');
    return submission;
  }

  private async page(
    submission: SubmissionRecord,
    shown: { confirmation?: FormState; refusal?: FormState; attempt?: FormState; hidden?: boolean } = {},
  ): Promise<Page> {
    const { manager } = this.dataSource;
    const { filled, papers } = payloadOf(submission);
    const { hidden = true, confirmation = emptyForm({ on: today() }), refusal = emptyForm() } = shown;
    const { attempt = emptyForm({ triedOn: today() }) } = shown;
    const { day, says } = receiptRules[submission.channel];
    const waits = submission.state === 'pending';
    return submissionPage(
      {
        title: `${waits ? '待确认来件' : '来件'}：${submittedBy(submission)}`,
        submission,
        state: submissionStates[submission.state],
        answers: answersOf(filled, papers, hidden),
        papers,
        hidden,
        deadline: waits ? confirmationDue(submission, await loadCalendar(manager), today()) : undefined,
        confirmation,
        refusal,
        attempt,
        attempts: await attemptsOf(manager, submission.id),
        day,
        says,
        arrived: arrivalSaid(submission),
        channel: channels[submission.channel],
        agentPapers: filled.agentName ? optionsOf(agentPapers) : [],
        refusalKinds: optionsOf(refusalKinds),
        arrivedOn: dayOf(submission.arrivedAt),
        today: today(),
        seen: await administrationLinesOf(manager, submission.id),
      },
      shown.confirmation || shown.refusal || shown.attempt ? 422 : 200,
    );
  }
}

const settledAlready = (id: string): SeeOther =>
  seeOther(paths.submission(id), '这份提交刚刚已经有人处理，或者申请人已经撤回。', 'warning');
