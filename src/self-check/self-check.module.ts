import { Module } from '@nestjs/common';
import { SelfCheckController } from './self-check.controller.js';
import { SelfCheckFileController } from './file.controller.js';
import { SelfCheckKeeping } from './keeping.js';
import { SelfCheckListController } from './list.controller.js';

/** 季度自查和年内专项检查评估：抽查案卷，形成报告，报区里备案. */
@Module({
  controllers: [SelfCheckListController, SelfCheckController, SelfCheckFileController],
  providers: [SelfCheckKeeping],
})
export class SelfCheckModule {}
