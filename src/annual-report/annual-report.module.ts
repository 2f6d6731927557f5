import { Module } from '@nestjs/common';
import { AnnualReportController } from './annual-report.controller.js';
import { ReportDraftController } from './draft.controller.js';
import { ReportExportsController } from './exports.controller.js';
import { ReportOfficesController } from './offices.controller.js';
import { PublishedReportsController } from './published/published.controller.js';
import { ReportSubmissionController } from './submission.controller.js';

/** 年度报告：六个部分，勾稽关系，封存、报送和公布，导出，公布数比对. */
@Module({
  controllers: [
    AnnualReportController,
    ReportDraftController,
    ReportSubmissionController,
    ReportExportsController,
    ReportOfficesController,
    PublishedReportsController,
  ],
})
export class AnnualReportModule {}
