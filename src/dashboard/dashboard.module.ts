import { Module } from '@nestjs/common';
import { ChartsController } from './charts.controller.js';
import { CountFolding } from './count-folding.js';
import { DashboardController } from './dashboard.controller.js';
import { DictionaryController } from './dictionary.controller.js';
import { CountedListsController } from './lists.controller.js';
import { ReadingsController } from './readings.controller.js';

/** 领导看板：两率、趋势、按期率、未结案件，每个数字打开它的案件. */
@Module({
  controllers: [
    DashboardController,
    CountedListsController,
    ChartsController,
    ReadingsController,
    DictionaryController,
  ],
  providers: [CountFolding],
})
export class DashboardModule {}
