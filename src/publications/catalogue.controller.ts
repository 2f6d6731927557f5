import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { publicationDueOn } from '../domain/clock/publication.js';
import { today } from '../infrastructure/today.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { currentEntries } from '../records/publication/catalogue.js';
import { type FormState, emptyForm, readForm, refuse } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { pageRequest, paginate } from '../web/pagination.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer, mayActIn } from '../web/viewer.js';
import { ChangedForm, EntryForm, PublishedForm } from './catalogue-forms.js';
import { CatalogueKeeping } from './catalogue-keeping.js';
import { cataloguePage, entryLine, entryPage, mayKeep, newEntryPage } from './catalogue-pages.js';

const states = { '': '全部', waiting: '待公开', published: '已公开' } as const;
const PAGE_SIZE = 20;
const LONGEST_FRAGMENT = 100;
const QUICKER = '刚刚已经有人改过这一条，请看最新的状态。';

/** 公开目录: what is to be published within its time, and what can be read where (条例第二十六条). */
@Controller()
@Allow('clerk', 'handler', 'head')
export class CatalogueController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly keeping: CatalogueKeeping,
  ) {}

  @Get(paths.catalogue)
  @Allow('clerk', 'handler', 'head', 'legal', 'leader')
  async list(
    @CurrentViewer() viewer: Viewer,
    @Query('q') fragment?: unknown,
    @Query('state') given?: unknown,
    @Query('page') page?: unknown,
  ): Promise<Page> {
    const { manager } = this.dataSource;
    const q = typeof fragment === 'string' ? fragment.trim().slice(0, LONGEST_FRAGMENT) : '';
    const state = given === 'waiting' || given === 'published' ? given : undefined;
    const asked = pageRequest(page, PAGE_SIZE);
    const [entries, total] = await currentEntries(manager, viewer.officeId, { q, state })
      .skip((asked.page - 1) * asked.size)
      .take(asked.size)
      .getManyAndCount();
    const calendar = await loadCalendar(manager);
    const pagination = paginate(asked, total, (to) => withQuery(paths.catalogue, { q, state, page: to }));
    return cataloguePage({
      title: '公开目录',
      q,
      state: state ?? '',
      tabs: Object.entries(states).map(([id, label]) => ({
        href: withQuery(paths.catalogue, { q, state: id }),
        label,
        current: id === (state ?? ''),
      })),
      lines: entries.map((entry) => entryLine(entry, calendar)),
      pagination,
      mayKeep: mayKeep(viewer),
      publicHref: paths.publicCatalogue(viewer.officeCode),
    });
  }

  @Get(paths.newCatalogueEntry)
  blank(): Page {
    return newEntryPage({ title: '登入公开目录', form: emptyForm({ basisOn: today() }), today: today() });
  }

  @Post(paths.catalogue)
  async add(@CurrentViewer() viewer: Viewer, @Body() posted: unknown): Promise<Page | SeeOther> {
    const result = readForm(EntryForm, posted);
    if (!result.ok) {
      return newEntryPage({ title: '登入公开目录', form: result.state, today: today() }, 422);
    }
    const { title, number, basisOn, publishedOn = null, address } = result.form;
    const entry = { title, number, basisOn, publishedOn, address: publishedOn ? address : null };
    await this.keeping.add(viewer, { ...entry, basis: 'made' });
    return seeOther(paths.catalogue, `已登入公开目录：${title}。`);
  }

  @Get(paths.catalogueEntry(':id'))
  @Allow('clerk', 'handler', 'head', 'legal', 'leader')
  async show(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    return this.page(viewer, id, emptyForm({ publishedOn: today(), changedOn: today() }));
  }

  @Post(paths.catalogueEntryPublished(':id'))
  async published(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() posted: unknown,
  ): Promise<Page | SeeOther> {
    const result = readForm(PublishedForm, posted);
    if (!result.ok) return this.page(viewer, id, result.state, 422);
    const { basisOn } = await this.keeping.entry(viewer, id);
    if (result.form.publishedOn < basisOn) {
      const says = '公开之日不会早于制作或变更之日，请核对';
      return this.page(viewer, id, refuse(result.state, { publishedOn: says }), 422);
    }
    const done = await this.keeping.published(viewer, id, result.form);
    return done
      ? seeOther(paths.catalogue, '已记为公开。')
      : seeOther(paths.catalogueEntry(id), QUICKER, 'warning');
  }

  @Post(paths.catalogueEntryChanged(':id'))
  async changed(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() posted: unknown,
  ): Promise<Page | SeeOther> {
    const result = readForm(ChangedForm, posted);
    if (!result.ok) return this.page(viewer, id, result.state, 422);
    const entry = await this.keeping.entry(viewer, id);
    const { changedOn, number } = result.form;
    if (changedOn < entry.basisOn) {
      const says = '变更之日不会早于原来的制作或变更之日，请核对';
      return this.page(viewer, id, refuse(result.state, { changedOn: says }), 422);
    }
    const changed = { title: entry.title, number: number || entry.number, basisOn: changedOn };
    const added = await this.keeping.add(viewer, { ...changed, basis: 'changed', supersedes: id });
    if (!added) return seeOther(paths.catalogueEntry(id), QUICKER, 'warning');
    const dueOn = publicationDueOn(await loadCalendar(this.dataSource.manager), changedOn);
    return seeOther(paths.catalogueEntry(added), `已记下变更，应在 ${dueOn} 前公开变更后的内容。`);
  }

  private async page(viewer: Viewer, id: string, form: FormState, status = 200): Promise<Page> {
    const entry = await this.keeping.entry(viewer, id);
    const calendar = await loadCalendar(this.dataSource.manager);
    const { before, later } = await this.keeping.course(entry);
    return entryPage(
      {
        title: entry.title,
        line: entryLine(entry, calendar),
        before: before.map((one) => entryLine(one, calendar)),
        later: later ? paths.catalogueEntry(later.id) : '',
        mayKeep: mayKeep(viewer) && mayActIn(viewer, entry.officeId) && !later,
        form,
        today: today(),
      },
      status,
    );
  }
}
