import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Page } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { CaseDesk } from './case-desk.js';
import { casePage, casePageOf } from './case-page.js';

@Controller()
export class CaseController {
  constructor(private readonly desk: CaseDesk) {}

  /** 办件. */
  @Get(paths.case(':id'))
  @Allow('clerk', 'handler', 'head', 'legal', 'leader')
  async show(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    const file = await this.desk.read(viewer, id);
    return casePage(casePageOf(file, await this.desk.beside(file, viewer)));
  }

  /** The same page with the applicant's particulars as they are; a POST, because it leaves a line behind. */
  @Post(paths.particulars(':id'))
  @Allow('clerk', 'handler', 'legal')
  async unmask(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    const file = await this.desk.take(viewer, id);
    const particulars = await this.desk.unmask(file, viewer);
    const beside = await this.desk.beside(file, viewer);
    return casePage(casePageOf(file, { ...beside, particulars, unmasked: true }));
  }
}
