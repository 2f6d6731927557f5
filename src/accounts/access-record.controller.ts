import { Controller, Get, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { accessLines } from '../records/application/access-lines.js';
import type { Page } from '../web/page.js';
import { pageRequest, paginate } from '../web/pagination.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { accessRecordPage } from './pages.js';

const LINES = 50;

/** 查看记录: who has seen personal data unmasked, when, and of which case (个人信息保护法第五十四条). */
@Controller(paths.accessRecord)
@Allow('admin')
export class AccessRecordController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get()
  async show(
    @CurrentViewer() viewer: Viewer,
    @Query() query: { q?: unknown; page?: unknown },
  ): Promise<Page> {
    const search = typeof query.q === 'string' ? query.q.trim().slice(0, 50) : '';
    const found = accessLines(this.dataSource.manager, viewer.visibleOfficeIds, search);
    const pagination = paginate(pageRequest(query.page, LINES), await found.count(), (page) =>
      withQuery(paths.accessRecord, { q: search, page }),
    );
    const lines = await found.lines((pagination.page - 1) * LINES, LINES);
    return accessRecordPage({ title: '查看记录', search, lines, pagination });
  }
}
