import { Module } from '@nestjs/common';
import { AnnualReportController } from './annual-report.controller.js';

/** 年度报告：表三、表四，勾稽关系，导出. */
@Module({ controllers: [AnnualReportController] })
export class AnnualReportModule {}
