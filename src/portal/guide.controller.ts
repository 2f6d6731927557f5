import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { printLimit, requiredLimit } from '../domain/clock/limits.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import { publishedEntries } from '../records/publication/catalogue.js';
import { type GuideFacts, guideFactsOf } from '../records/office/guide-facts.js';
import type { OfficeRecord } from '../records/office/office.js';
import type { OfficeInTree } from '../records/office/offices.js';
import { type Page, type PageContract, definePage } from '../web/page.js';
import { type Pagination, pageRequest, paginate } from '../web/pagination.js';
import { paths, withQuery } from '../web/paths.js';
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

interface CataloguePage extends PageContract {
  readonly office: OfficeRecord;
  readonly q: string;
  readonly lines: readonly {
    readonly title: string;
    readonly number: string;
    readonly publishedOn: LocalDate | null;
    readonly address: string;
    /** The address where it is one on the internet. */
    readonly link: string;
  }[];
  readonly pagination: Pagination;
}

const PAGE_SIZE = 20;
const LONGEST_FRAGMENT = 100;

const cataloguePage = definePage<CataloguePage>('portal/catalogue');
const entrancePage = definePage<EntrancePage>('portal/entrance');
const guidePage = definePage<GuidePage>('portal/guide');

/** 公开指南: where and how to apply, and what the law says about how long it takes. */
@Controller()
@Public()
@UseInterceptors(PrivatePages)
export class GuideController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly offices: PortalOffices,
  ) {}

  @Get(paths.portal)
  async entrance(): Promise<Page> {
    return entrancePage({ title: '申请公开政府信息', offices: await this.offices.all() });
  }

  /** 公开目录: what can be read without asking for it. */
  @Get(paths.publicCatalogue(':code'))
  async catalogue(
    @Param('code') code: string,
    @Query('q') fragment?: unknown,
    @Query('page') page?: unknown,
  ): Promise<Page> {
    const office = await this.offices.byCode(code);
    const q = typeof fragment === 'string' ? fragment.trim().slice(0, LONGEST_FRAGMENT) : '';
    const asked = pageRequest(page, PAGE_SIZE);
    const [entries, total] = await publishedEntries(this.dataSource.manager, office.id, q)
      .skip((asked.page - 1) * asked.size)
      .take(asked.size)
      .getManyAndCount();
    return cataloguePage({
      title: `${office.name}公开目录`,
      office,
      q,
      lines: entries.map(({ title, number, publishedOn, address }) => ({
        ...{ title, number, publishedOn, address: address ?? '' },
        link: /^https?:\/\//.test(address ?? '') ? (address ?? '') : '',
      })),
      pagination: paginate(asked, total, (to) => withQuery(paths.publicCatalogue(code), { q, page: to })),
    });
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
