import { Module } from '@nestjs/common';
import { OfficeKeeping } from './office-keeping.js';
import { OfficeShowing } from './office-showing.js';
import { OfficesController } from './offices.controller.js';
import { SealKeeping } from './seal-keeping.js';
import { SealController } from './seal.controller.js';

/** 机关：区县、部门、乡镇的树. */
@Module({
  controllers: [OfficesController, SealController],
  providers: [OfficeKeeping, OfficeShowing, SealKeeping],
})
export class OfficesModule {}
