import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { printCitation } from '../domain/law/citation.js';
import {
  type FileResult,
  type ReviewAnswer,
  type ReviewItemId,
  fileResults,
  hasFault,
  reviewAnswers,
  reviewItemIds,
  reviewItems,
} from '../domain/review/file-review.js';
import type { SelfCheckRecord } from '../records/report/self-check.js';
import { type ListedFile, filesOf } from '../records/report/self-checks.js';
import { Choice, Choices, Text } from '../web/fields.js';
import { type FormState, emptyForm, readForm, refuse } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer, holds, mayActIn } from '../web/viewer.js';
import { SelfCheckKeeping } from './keeping.js';
import { checkTitle, openCheck, openOwnCheck } from './open-check.js';
import { filePage } from './pages.js';

const answerIds = Object.keys(reviewAnswers) as ReviewAnswer[];
const resultIds = Object.keys(fileResults) as FileResult[];
const itemField = (id: ReviewItemId): string => `item.${id}`;

class ReviewForm {
  @Choices({ label: '不认同的系统核对结果', required: false })
  dismissed!: string[];

  @Choice({ label: '评查结果', of: resultIds })
  result!: FileResult;

  @Text({ label: '评查意见', required: false, max: 2000 })
  note!: string;
}
for (const id of reviewItemIds) {
  Choice({ label: `“${reviewItems[id].asks}”的评查`, of: answerIds })(ReviewForm.prototype, itemField(id));
}

/** 评查: one file of a self-check. */
@Controller(`${paths.selfChecks}/:id/files/:applicationId`)
@Allow('head', 'legal', 'leader')
export class SelfCheckFileController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly keeping: SelfCheckKeeping,
  ) {}

  @Get()
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('applicationId') applicationId: string,
  ): Promise<Page> {
    const check = await openCheck(this.dataSource.manager, viewer, id);
    const file = await this.fileOf(id, applicationId);
    const answers = Object.fromEntries(
      reviewItemIds.map((item) => [itemField(item), file.answers[item] ?? '']),
    );
    const { dismissed, result, note } = file;
    return pageOf(viewer, check, file, emptyForm({ ...answers, dismissed, result: result ?? '', note }));
  }

  @Post()
  @Allow('head', 'legal')
  async review(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('applicationId') applicationId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { manager } = this.dataSource;
    const check = await openOwnCheck(manager, viewer, id);
    const file = await this.fileOf(id, applicationId);
    const read = readForm(ReviewForm, body);
    if (!read.ok) return pageOf(viewer, check, file, read.state, 422);
    const { result, note } = read.form;
    const given = read.form as unknown as Readonly<Record<string, ReviewAnswer>>;
    const answers = Object.fromEntries(reviewItemIds.map((item) => [item, given[itemField(item)]]));
    const dismissed = read.form.dismissed.filter((code) => file.found.some((one) => one.code === code));
    const fault = faultOf(file, { answers, dismissed, result, note });
    if (fault) return pageOf(viewer, check, file, refuse(read.state, fault), 422);
    const kept = await this.keeping.review(viewer, id, applicationId, { answers, dismissed, result, note });
    if (!kept)
      throw new ProblemException('unprocessable', { detail: '这次自查已经报送，评查结果不再改变。' });
    return seeOther(paths.selfCheck(id), `${file.number}已评查。`);
  }

  private async fileOf(id: string, applicationId: string): Promise<ListedFile> {
    const file = (await filesOf(this.dataSource.manager, id)).find(
      (one) => one.applicationId === applicationId,
    );
    if (!file) throw new ProblemException('not-found');
    return file;
  }
}

/** The result must agree with what is said beside it. */
function faultOf(
  { found }: ListedFile,
  made: Parameters<SelfCheckKeeping['review']>[3],
): Record<string, string> | undefined {
  if (made.result === 'good' && hasFault(found, made)) {
    return { result: '还有认同的问题或者“不符合”的项目，不能评为合格；不认同的请在上面勾选并写明意见' };
  }
  if (made.result !== 'good' && !hasFault(found, made) && made.note === '') {
    return { note: '没有列出问题，请在评查意见里写明为什么不是合格' };
  }
  return made.dismissed.length > 0 && made.note === ''
    ? { note: '请写明为什么不认同系统核对的结果' }
    : undefined;
}

function pageOf(
  viewer: Viewer,
  check: SelfCheckRecord,
  file: ListedFile,
  form: FormState,
  status = 200,
): Page {
  return filePage(
    {
      title: `评查 ${file.number}`,
      of: checkTitle(check),
      back: paths.selfCheck(check.id),
      action: paths.selfCheckFile(check.id, file.applicationId),
      caseHref: paths.case(file.applicationId),
      content: `${checkTitle(check)}。所需信息：${file.content}`,
      form,
      items: reviewItemIds.map((id) => ({
        name: itemField(id),
        asks: reviewItems[id].asks,
        article: printCitation(reviewItems[id].article),
      })),
      answerOptions: answerIds.map((value) => ({ value, label: reviewAnswers[value] })),
      resultOptions: resultIds.map((value) => ({ value, label: fileResults[value] })),
      found: file.found,
      mayWork: mayActIn(viewer, check.officeId) && !check.submittedAt && holds(viewer, 'head', 'legal'),
    },
    status,
  );
}
