import { Readable } from 'node:stream';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, type StreamableFile } from '@nestjs/common';
import { type LedgerImportRecord } from '../records/application/ledger-import.js';
import { download } from '../web/download.js';
import { type FormState, emptyForm, refuse } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { type Upload, Uploads } from '../web/uploads.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { ledgerWorkbook } from './exporting.js';
import { mostBytes } from './file/sheet-row.js';
import { importPage, progressOf, progressPart, reportOf, sendPage, sentOf } from './import-pages.js';
import { ImportRuns } from './import-runs.js';
import { refusedRowsOf } from './refused-rows.js';

/** Taking an older ledger into the record: send, see the check, confirm. */
@Controller(paths.ledger)
@Allow('clerk', 'head')
export class ImportsController {
  constructor(private readonly runs: ImportRuns) {}

  @Get('import')
  blank(@CurrentViewer() viewer: Viewer): Promise<Page> {
    return this.sendPage(viewer, emptyForm());
  }

  /** An empty ledger to fill in. */
  @Get('import/form.xlsx')
  emptyLedger(): StreamableFile {
    return download('依申请公开台账（空表）', 'xlsx', ledgerWorkbook(Readable.from([])));
  }

  @Post('import')
  async send(@CurrentViewer() viewer: Viewer, @Uploads('ledger') files: Upload[]): Promise<Page | SeeOther> {
    const [file] = files;
    const fault = faultOf(file);
    if (!file || fault) return this.sendPage(viewer, refuse(emptyForm(), { ledger: fault ?? '' }), 422);
    const run = await this.runs.send(viewer, { path: file.path, name: file.originalname });
    return seeOther(paths.ledgerImported(run.id));
  }

  @Get('imports/:id')
  async show(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    return this.page(await this.run(viewer, id));
  }

  /** For the page to look after the work: a part of it. */
  @Get('imports/:id/progress')
  async progress(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    const run = await this.run(viewer, id);
    return progressPart(progressOf(run, this.runs.brokenOff(run)));
  }

  @Post('imports/:id/confirmation')
  async confirm(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: { skip?: unknown },
  ): Promise<SeeOther> {
    const run = await this.run(viewer, id);
    const begun = await this.runs.confirm(run, body.skip === 'yes');
    return begun ? seeOther(paths.ledgerImported(id)) : this.alreadyAtIt(id);
  }

  @Post('imports/:id/recheck')
  async recheck(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<SeeOther> {
    const run = await this.run(viewer, id);
    const mayBegin = this.runs.brokenOff(run) || run.state === 'failed' || run.state === 'checked';
    if (!this.runs.fileOf(run)) {
      return seeOther(paths.ledgerImport, '原文件已经清除，请重新选择文件。', 'warning');
    }
    const begun = mayBegin && (await this.runs.recheck(run));
    return begun ? seeOther(paths.ledgerImported(id)) : this.alreadyAtIt(id);
  }

  /** The refused rows, to be corrected and sent again. */
  @Get('imports/:id/refused.csv')
  async refused(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const run = await this.run(viewer, id);
    const report = reportOf(run);
    const path = this.runs.fileOf(run);
    if (!report || !path) throw new ProblemException('not-found');
    const name = `${run.fileName.replace(/\.[^.]*$/, '')}-待更正`;
    return download(name, 'csv', Readable.from(refusedRowsOf(path, report)));
  }

  private alreadyAtIt(id: string): SeeOther {
    return seeOther(paths.ledgerImported(id), '已经在处理了，请看下面的进度。', 'info');
  }

  /** Only those of one's own office: a ledger is taken into no other. */
  private async run(viewer: Viewer, id: string): Promise<LedgerImportRecord> {
    const run = await this.runs.of(id, viewer.officeId);
    if (!run) throw new ProblemException('not-found');
    return run;
  }

  private page(run: LedgerImportRecord): Page {
    const brokenOff = this.runs.brokenOff(run);
    return importPage({
      title: `导入台账：${run.fileName}`,
      run: sentOf(run),
      progress: progressOf(run, brokenOff),
      report: reportOf(run),
      hasFile: this.runs.fileOf(run) !== undefined,
    });
  }

  private async sendPage(viewer: Viewer, form: FormState, status = 200): Promise<Page> {
    const latest = await this.runs.latest(viewer.officeId);
    return sendPage(
      { title: '导入台账', form, office: viewer.officeName, latest: latest.map(sentOf) },
      status,
    );
  }
}

function faultOf(file: Upload | undefined): string | undefined {
  if (!file) return '请选择要导入的台账，文件不能是空的';
  return file.size > mostBytes ? '文件超过 20 MB，请按年度拆分后分别导入' : undefined;
}
