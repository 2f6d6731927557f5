import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { printLimit, requiredLimit } from '../domain/clock/limits.js';
import { today } from '../infrastructure/today.js';
import { type GuideFacts, guideFactsOf } from '../records/guide-facts.js';
import type { OfficeRecord } from '../records/office.js';
import type { OfficeInTree } from '../records/offices.js';
import { type Page, type PageContract, definePage } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Public } from '../web/permission.js';
import { PortalOffices } from './portal-offices.js';
import { PrivatePages } from './private-pages.js';

interface EntrancePage extends PageContract {
  readonly offices: readonly OfficeInTree[];
}

interface GuidePage extends PageContract {
  readonly office: OfficeRecord;
  readonly told: GuideFacts;
  /** 20个工作日（《条例》第三十三条第二款） */
  readonly periods: Readonly<
    Record<'reply' | 'extension' | 'correction' | 'thirdParty' | 'appeal' | 'suit', string>
  >;
}

const entrancePage = definePage<EntrancePage>('portal/entrance');
const guidePage = definePage<GuidePage>('portal/guide');

/** 公开指南: where and how to apply, and what the law says about how long it takes. */
@Controller()
@Public()
@UseInterceptors(PrivatePages)
export class GuideController {
  constructor(private readonly offices: PortalOffices) {}

  @Get(paths.portal)
  async entrance(): Promise<Page> {
    return entrancePage({ title: '申请公开政府信息', offices: await this.offices.all() });
  }

  @Get(paths.guide(':code'))
  async guide(@Param('code') code: string): Promise<Page> {
    const office = await this.offices.byCode(code);
    const said = (id: Parameters<typeof requiredLimit>[0]): string => printLimit(requiredLimit(id, today()));
    return guidePage({
      title: `向${office.name}申请公开政府信息`,
      office,
      told: guideFactsOf(office),
      periods: {
        reply: said('reply'),
        extension: said('reply.extension'),
        correction: said('correction.notice'),
        thirdParty: said('thirdParty.opinion'),
        appeal: said('reconsideration.application'),
        suit: said('litigation.direct'),
      },
    });
  }
}
