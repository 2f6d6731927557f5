import { Module } from '@nestjs/common';
import { LedgerImport } from './importing.js';
import { ImportsController } from './imports.controller.js';
import { ImportRuns } from './import-runs.js';
import { LedgerController } from './ledger.controller.js';
import { SavedViewsController } from './saved-views.controller.js';

/** 台账：查找、筛选、导出，导入以前的台账. */
@Module({
  controllers: [ImportsController, LedgerController, SavedViewsController],
  providers: [LedgerImport, ImportRuns],
})
export class LedgerModule {}
