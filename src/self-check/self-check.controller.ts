import { Body, Controller, Get, Param, Post, type StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { printReport } from '../infrastructure/printing/report-printer.js';
import { reportWord } from '../infrastructure/printing/report-word.js';
import { drawRules, fileResults } from '../domain/review/file-review.js';
import { officeById } from '../records/office/offices.js';
import type { SelfCheckRecord } from '../records/report/self-check.js';
import { filesOf } from '../records/report/self-checks.js';
import { download } from '../web/download.js';
import { Text, WholeNumber } from '../web/fields.js';
import { type FormState, emptyForm, readForm, refuse } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer, holds, mayActIn } from '../web/viewer.js';
import { chineseDate, chineseTime } from '../web/words.js';
import { SelfCheckKeeping } from './keeping.js';
import { checkTitle, openCheck, openOwnCheck } from './open-check.js';
import { checkPage } from './pages.js';
import { checkPaper, resultCounts } from './paper.js';

class WordsForm {
  @Text({ label: '发现的问题', max: 5000 })
  problems!: string;

  @Text({ label: '整改措施', max: 5000 })
  measures!: string;

  @WholeNumber({ label: '页面版本', min: 0 })
  version!: number;
}

/** One self-check: its files, its report, 报送 and 备案. */
@Controller(`${paths.selfChecks}/:id`)
@Allow('head', 'legal', 'leader')
export class SelfCheckController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly keeping: SelfCheckKeeping,
  ) {}

  @Get()
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    const check = await openCheck(this.dataSource.manager, viewer, id);
    const { problems, measures, version } = check;
    return this.page(viewer, check, emptyForm({ problems, measures, version: String(version) }));
  }

  @Post('words')
  @Allow('head', 'legal')
  async words(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const check = await openOwnCheck(this.dataSource.manager, viewer, id);
    const result = readForm(WordsForm, body);
    if (!result.ok) return this.page(viewer, check, result.state, 422);
    const { version, problems, measures } = result.form;
    if (await this.keeping.words(id, { problems, measures }, version))
      return seeOther(paths.selfCheck(id), '已保存。');
    const form = '内容刚被他人修改，或者已经报送，您填写的没有保存。请另开一页核对';
    return this.page(viewer, check, refuse(result.state, { form }), 409);
  }

  @Post('submission')
  @Allow('head')
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<SeeOther> {
    await openOwnCheck(this.dataSource.manager, viewer, id);
    const refused = await this.keeping.submit(viewer, id);
    if (refused) throw new ProblemException('unprocessable', { detail: `${refused}。` });
    return seeOther(paths.selfCheck(id), '自查报告已报送区政府信息公开工作主管部门备案。');
  }

  @Post('receipt')
  @Allow('head', 'legal')
  async receive(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<SeeOther> {
    const check = await openCheck(this.dataSource.manager, viewer, id);
    if (mayActIn(viewer, check.officeId)) throw new ProblemException('forbidden');
    const done = await this.keeping.receive(viewer, id);
    return done
      ? seeOther(paths.selfCheck(id), '已备案。')
      : seeOther(paths.selfCheck(id), '此前已经备案。', 'info');
  }

  @Get('export.pdf')
  async pdf(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<StreamableFile> {
    const { office, title, paper } = await this.paper(viewer, id);
    return download(`${office}${title}报告`, 'pdf', await printReport(paper));
  }

  @Get('export.docx')
  async word(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<StreamableFile> {
    const { office, title, paper } = await this.paper(viewer, id);
    return download(`${office}${title}报告`, 'docx', await reportWord(paper, office));
  }

  private async paper(
    viewer: Viewer,
    id: string,
  ): Promise<{ office: string; title: string; paper: ReturnType<typeof checkPaper> }> {
    const { manager } = this.dataSource;
    const check = await openCheck(manager, viewer, id);
    const office = (await officeById(manager, check.officeId))?.name ?? '';
    return { office, title: checkTitle(check), paper: checkPaper(office, check, await filesOf(manager, id)) };
  }

  private async page(viewer: Viewer, check: SelfCheckRecord, form: FormState, status = 200): Promise<Page> {
    const { manager } = this.dataSource;
    const files = await filesOf(manager, check.id);
    const office = await officeById(manager, check.officeId);
    const own = mayActIn(viewer, check.officeId);
    const reviewed = files.filter(({ result }) => result !== null).length;
    const open = !check.submittedAt;
    return checkPage(
      {
        title: checkTitle(check),
        of: office?.name ?? '',
        check,
        office: office?.name ?? '',
        how: `${chineseDate(check.from)}至${chineseDate(check.through)}办结的申请中，${drawRules[check.rule]}有 ${check.population} 件，抽取 ${files.length} 件；种子 ${check.seed}`,
        progress: `已评查 ${reviewed}/${files.length} 件`,
        rows: files.map(({ place, applicationId, number, content, found, result }) => [
          place,
          { text: number, href: paths.selfCheckFile(check.id, applicationId) },
          content,
          found.length > 0 ? `${found.length} 处问题` : '没有发现问题',
          result ? fileResults[result] : '待评查',
        ]),
        form,
        mayWork: own && open && holds(viewer, 'head', 'legal'),
        maySubmit: own && open && holds(viewer, 'head'),
        mayReceive: !own && !open && !check.receivedAt && holds(viewer, 'head', 'legal'),
        standing: standingOf(check),
        summary: resultCounts(files),
      },
      status,
    );
  }
}

function standingOf({ submittedAt, submittedByName, receivedAt, receivedByName }: SelfCheckRecord): string {
  if (!submittedAt) return '尚未报送。';
  const received = receivedAt ? `${chineseTime(receivedAt)}由${receivedByName ?? ''}备案。` : '尚未备案。';
  return `${chineseTime(submittedAt)}由${submittedByName ?? ''}报送；${received}`;
}
