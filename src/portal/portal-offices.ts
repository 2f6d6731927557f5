import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { OfficeRecord } from '../records/office/office.js';
import { type OfficeInTree, officeByCode, officeTree } from '../records/office/offices.js';
import { ProblemException } from '../web/problems.js';

/** The offices that one may apply to. */
@Injectable()
export class PortalOffices {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  all(): Promise<OfficeInTree[]> {
    return officeTree(this.dataSource.manager);
  }

  /** Throws a problem when there is none of that code. */
  async byCode(code: string): Promise<OfficeRecord> {
    const office = await officeByCode(this.dataSource.manager, code);
    if (!office) throw new ProblemException('not-found', { detail: '没有这个机关，请从机关列表中选择。' });
    return office;
  }
}
