import { Module } from '@nestjs/common';
import { OfficeKeeping } from './office-keeping.js';
import { OfficesController } from './offices.controller.js';

/** 机关：区县、部门、乡镇的树. */
@Module({ controllers: [OfficesController], providers: [OfficeKeeping] })
export class OfficesModule {}
