import { Controller, Get } from '@nestjs/common';
import type { Page } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { Address, type ProceedingAddress } from './address.js';
import { proceedingPage } from './pages.js';
import { ProceedingFiles } from './proceeding-file.js';
import { proceedingView } from './proceeding-view.js';

/** The page of one 复议 or 诉讼. */
@Controller()
@Allow('clerk', 'handler', 'head', 'legal', 'leader')
export class ProceedingController {
  constructor(private readonly files: ProceedingFiles) {}

  @Get(paths.proceeding(':id', ':number'))
  async show(@CurrentViewer() viewer: Viewer, @Address() { id, number }: ProceedingAddress): Promise<Page> {
    return proceedingPage(proceedingView(await this.files.open(viewer, id, number), viewer));
  }
}
