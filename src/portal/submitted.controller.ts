import { Controller, Get, Post, Req, type StreamableFile, UseGuards, UseInterceptors } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { printReport } from '../infrastructure/printing/report-printer.js';
import { settings } from '../infrastructure/settings.js';
import { OfficeRecord } from '../records/office/office.js';
import { SubmissionRecord } from '../records/application/submission.js';
import { download } from '../web/download.js';
import { type Page, type PageContract, type SeeOther, definePage, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Public } from '../web/permission.js';
import { sentOf } from './draft.js';
import { PrivatePages } from './private-pages.js';
import { groupedQueryCode } from './query-code.js';
import { receiptPaper, receiptSays } from './receipt-paper.js';

interface SubmittedPage extends PageContract {
  readonly office: OfficeRecord;
  readonly arrivedAt: Date;
  readonly queryCode: string;
  readonly says: string;
}

const submittedPage = definePage<SubmittedPage>('portal/submitted');

/** 网上提交回执: the query code, shown in the browser that sent the application until it is noted down. */
@Controller()
@Public()
@UseInterceptors(PrivatePages)
export class SubmittedController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get(paths.submitted)
  async show(@Req() request: Request): Promise<Page | SeeOther> {
    const sent = await this.sent(request);
    if (!sent) return seeOther(paths.follow);
    const { office, submission, queryCode } = sent;
    return submittedPage({
      title: '已经提交',
      office,
      arrivedAt: submission.arrivedAt,
      queryCode: groupedQueryCode(queryCode),
      says: receiptSays,
    });
  }

  @Get(paths.submittedReceipt)
  @UseGuards(ThrottlerGuard)
  async receipt(@Req() request: Request): Promise<StreamableFile | SeeOther> {
    const sent = await this.sent(request);
    if (!sent) return seeOther(paths.follow);
    const { office, submission, queryCode } = sent;
    const followAt = `${settings().baseUrl}${paths.follow}`;
    return download(
      '网上提交回执',
      'pdf',
      await printReport(receiptPaper(office, submission, queryCode, followAt)),
    );
  }

  /** The code is noted down: from now on this browser does not know it. */
  @Post(paths.submittedEnd)
  end(@Req() request: Request): SeeOther {
    delete request.session.submitted;
    return seeOther(paths.follow);
  }

  private async sent(request: Request) {
    const sent = sentOf(request);
    if (!sent) return undefined;
    const { manager } = this.dataSource;
    const submission = await manager.findOneBy(SubmissionRecord, { id: sent.id });
    if (!submission) return undefined;
    const office = await manager.findOneByOrFail(OfficeRecord, { id: submission.officeId });
    return { office, submission, queryCode: sent.queryCode };
  }
}
