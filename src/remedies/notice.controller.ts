import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { type CaseFile, CaseFiles } from '../casework/case-file.js';
import { type Done, Door } from '../casework/door.js';
import { Refused, VersionConflict } from '../casework/refusals.js';
import { namesInShort } from '../domain/application/joint-applicants.js';
import { unitNames } from '../domain/clock/limits.js';
import { answerPeriodIn } from '../domain/clock/period.js';
import { today } from '../infrastructure/today.js';
import { applicationsIn, havingFragment } from '../records/application/applications.js';
import { actingHere } from '../web/acting.js';
import { type FormState, emptyForm } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { chineseDate } from '../web/words.js';
import { type Posted, inputsOf, readFacts, typedIn } from './inputs.js';
import {
  type NoticeKind,
  actsOfNotice,
  fieldOfFinding,
  isNoticeKind,
  noticeFields,
  noticeKinds,
  passedOver,
  sinceService,
} from './notice.js';
import { type FoundCase, noticePage } from './notice-page.js';

const MOST_FOUND = 20;

/** 登记收到的通知: from the paper in the hand to the due day on the screen, in one form. */
@Controller(paths.appealNotice)
@Allow('legal')
export class NoticeController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly cases: CaseFiles,
    private readonly door: Door,
  ) {}

  @Get()
  async blank(
    @CurrentViewer() viewer: Viewer,
    @Query('case') caseId?: unknown,
    @Query('kind') kind?: unknown,
    @Query('q') q?: unknown,
  ): Promise<Page> {
    if (typeof caseId !== 'string') return this.choose(viewer, typeof q === 'string' ? q : '');
    const file = await this.take(viewer, caseId);
    return formPage(file, isNoticeKind(kind) ? kind : 'reconsideration');
  }

  @Post()
  async record(@CurrentViewer() viewer: Viewer, @Body() posted: Posted): Promise<Page | SeeOther> {
    const { kind, case: caseId } = posted;
    if (!isNoticeKind(kind) || typeof caseId !== 'string') throw new ProblemException('bad-request');
    const file = await this.take(viewer, caseId);
    const values = typedIn(Object.keys(noticeFields[kind]), posted);
    const read = readFacts(noticeFields[kind], posted);
    if ('errors' in read) return formPage(file, kind, { values, errors: read.errors }, 422);
    try {
      const done = await this.door.performAll(caseId, actsOfNotice(kind, read.facts), {
        ...actingHere(viewer),
        expectedVersion: Number(posted['version']),
      });
      const number = String(read.facts['id']);
      return seeOther(paths.proceeding(caseId, number), recorded(done, number));
    } catch (fault) {
      if (fault instanceof VersionConflict) {
        return formPage(
          await this.take(viewer, caseId),
          kind,
          { values, errors: { form: fault.message } },
          409,
        );
      }
      if (!(fault instanceof Refused)) throw fault;
      const errors = Object.fromEntries(
        fault.findings.map(({ field, says, mend }) => [fieldOfFinding(kind, field), says + mend]),
      );
      return formPage(file, kind, { values, errors }, 422);
    }
  }

  /** Which case the paper is about. */
  private async choose(viewer: Viewer, search: string): Promise<Page> {
    const found: FoundCase[] = [];
    if (search.trim() !== '') {
      const query = applicationsIn(this.dataSource.manager, [viewer.officeId]);
      const applications = await havingFragment(query, search)
        .orderBy('application.receivedOn', 'DESC')
        .take(MOST_FOUND)
        .getMany();
      for (const { id, number, applicantName, jointNames, content, receivedOn } of applications) {
        const received = chineseDate(receivedOn);
        const applicant = namesInShort(applicantName, jointNames);
        found.push({ href: paths.appealNoticeOf(id), number, applicant, content, received });
      }
    }
    return noticePage({ title: '登记收到的通知', search, found });
  }

  private async take(viewer: Viewer, caseId: string): Promise<CaseFile> {
    if (!isUUID(caseId)) throw new ProblemException('not-found');
    return this.cases.open(caseId, [viewer.officeId]);
  }
}

/** What is known before anything is typed. */
function firstValues(file: CaseFile, kind: NoticeKind): FormState['values'] {
  const { acts } = file;
  const replied = acts.some(({ type }) => type === 'reply.issued' || type === 'transfer.noticed');
  const reviewed = sinceService(acts).some(({ type }) => type === 'reconsideration.decided');
  return {
    receivedOn: today(),
    appellant: 'applicant',
    over: replied ? 'reply' : 'silence',
    organ: file.office.government,
    ...(kind === 'suit' ? { route: reviewed ? 'afterReconsideration' : 'direct' } : {}),
  };
}

function formPage(
  file: CaseFile,
  kind: NoticeKind,
  form: FormState = emptyForm(firstValues(file, kind)),
  status = 200,
): Page {
  const { id, number, applicantName, jointNames, content } = file.application;
  const chosen = {
    id,
    number,
    applicant: namesInShort(applicantName, jointNames),
    content,
    state: file.standing.name,
    version: file.version,
  };
  const kinds = Object.entries(noticeKinds).map(([value, label]) => ({
    href: withQuery(paths.appealNotice, { case: id, kind: value }),
    label,
    current: value === kind,
  }));
  return noticePage(
    {
      title: '登记收到的通知',
      search: '',
      found: [],
      chosen,
      kind,
      kinds,
      form,
      passedOver: kind === 'suit' ? passedOver(file.acts) : '',
      inputs: inputsOf(noticeFields[kind]),
    },
    status,
  );
}

/** 已登记。答复和举证须于 2026年10月9日前完成。 */
function recorded({ reading }: Done, number: string): string {
  const answer = answerPeriodIn(reading.periods, number);
  if (!answer) return '已登记。本机关是第三人，没有答复举证的期限。';
  const days = answer.terms.reduce((sum, { amount }) => sum + amount, 0);
  return `已登记，案卷已封存。答复（答辩）和举证的最后一天是${chineseDate(answer.dueOn)}（${days} ${unitNames[answer.unit]}）。`;
}
