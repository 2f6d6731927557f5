import { Controller, Post } from '@nestjs/common';
import { type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { chineseDate } from '../web/words.js';
import { Pile } from './pile.js';

@Controller()
export class PileController {
  constructor(private readonly pile: Pile) {}

  /** 领取下一件: leads to the case that was taken. */
  @Post(paths.takeNext)
  @Allow('handler')
  async takeNext(@CurrentViewer() viewer: Viewer): Promise<SeeOther> {
    const taken = await this.pile.takeNext(viewer);
    if (!taken) return seeOther(paths.desk, '没有待领取的申请：本机关在办的都已分办。', 'info');
    const { application, reading } = taken;
    const due = reading.nextDuty ? `，${reading.nextDuty.name}到${chineseDate(reading.nextDuty.dueOn)}` : '';
    return seeOther(paths.case(application.id), `已领取 ${application.number}${due}。由您承办。`);
  }
}
