import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { printReport } from '../infrastructure/printing/report-printer.js';
import { reportWord } from '../infrastructure/printing/report-word.js';
import { today } from '../infrastructure/today.js';
import { download } from '../web/download.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { Views } from '../web/views.js';
import { type ReportQuery, readAskedReport } from './asked.js';
import { annualPaper } from './report-paper.js';
import { annualSheet } from './report-sheet.js';
import { websitePage } from './website-page.js';
import { type WholeReport, readWholeReport } from './whole-report.js';

/** The report as files: each holds the same words and numbers. */
@Controller(paths.annualReport)
@Allow('clerk', 'head', 'legal', 'leader')
export class ReportExportsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly views: Views,
  ) {}

  @Get('export.pdf')
  async paper(@CurrentViewer() viewer: Viewer, @Query() query: ReportQuery): Promise<StreamableFile> {
    const { office, report } = await this.read(viewer, query);
    return download(
      nameOf(office, report),
      'pdf',
      await printReport(annualPaper({ office, on: today() }, report)),
    );
  }

  @Get('export.docx')
  async word(@CurrentViewer() viewer: Viewer, @Query() query: ReportQuery): Promise<StreamableFile> {
    const { office, report } = await this.read(viewer, query);
    const paper = annualPaper({ office, on: today() }, report);
    return download(nameOf(office, report), 'docx', await reportWord(paper, office));
  }

  @Get('export.xlsx')
  async sheet(@CurrentViewer() viewer: Viewer, @Query() query: ReportQuery): Promise<StreamableFile> {
    const { office, report } = await this.read(viewer, query);
    return download(nameOf(office, report), 'xlsx', await annualSheet(office, report));
  }

  @Get('export.html')
  async website(@CurrentViewer() viewer: Viewer, @Query() query: ReportQuery): Promise<StreamableFile> {
    const { office, report } = await this.read(viewer, query);
    return download(nameOf(office, report), 'html', websitePage(this.views, office, report));
  }

  private async read(viewer: Viewer, query: ReportQuery): Promise<{ office: string; report: WholeReport }> {
    const { manager } = this.dataSource;
    const { scope, key, issuer } = await readAskedReport(manager, viewer, query);
    return { office: issuer, report: await readWholeReport(manager, key, scope.officeIds) };
  }
}

const nameOf = (office: string, { year }: WholeReport): string =>
  `${office}${year}年政府信息公开工作年度报告`;
