import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { officeById, officeTree } from '../records/office/offices.js';
import { emptyForm, readForm, refuse, type FormState } from '../web/forms.js';
import { officeOptions } from '../web/options.js';
import { seeOther, type Page, type SeeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, maySee, type Viewer } from '../web/viewer.js';
import { ChangedOfficeForm, NewOfficeForm, officeFields } from './office-form.js';
import { OfficeKeeping } from './office-keeping.js';
import { OfficeShowing, kindOptions, standingOptions } from './office-showing.js';
import { newOfficePage, officeList } from './pages.js';

@Controller(paths.offices)
@Allow('admin')
export class OfficesController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly keeping: OfficeKeeping,
    private readonly showing: OfficeShowing,
  ) {}

  @Get()
  async list(@CurrentViewer() viewer: Viewer): Promise<Page> {
    return officeList({ title: '机关', offices: await officeTree(this.dataSource.manager, viewer.officeId) });
  }

  @Get('new')
  async blank(@CurrentViewer() viewer: Viewer, @Query('parent') parent?: unknown): Promise<Page> {
    const parentId = typeof parent === 'string' && maySee(viewer, parent) ? parent : viewer.officeId;
    const above = await officeById(this.dataSource.manager, parentId);
    return this.newPage(viewer, emptyForm({ parentId, government: above?.government ?? '' }));
  }

  @Post()
  async add(@CurrentViewer() viewer: Viewer, @Body() body: unknown): Promise<Page | SeeOther> {
    const result = readForm(NewOfficeForm, body);
    if (!result.ok) return this.newPage(viewer, result.state, 422);
    const { code, parentId } = result.form;
    const answer = await this.keeping.add(viewer, officeFields(result.form), { code, parentId });
    if ('errors' in answer) return this.newPage(viewer, refuse(result.state, answer.errors), 422);
    return seeOther(paths.offices, `已新增${answer.name}。`);
  }

  @Get(':id')
  async show(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    const { manager } = this.dataSource;
    return this.showing.page(manager, await this.showing.visible(manager, viewer, id));
  }

  @Post(':id')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { manager } = this.dataSource;
    const office = await this.showing.visible(manager, viewer, id);
    const result = readForm(ChangedOfficeForm, body);
    if (!result.ok) return this.showing.page(manager, office, { form: result.state, status: 422 });
    const answer = await this.keeping.change(viewer, id, officeFields(result.form), result.form.version);
    if ('errors' in answer) {
      const form = refuse(result.state, answer.errors);
      return this.showing.page(manager, office, { form, status: 422 });
    }
    return seeOther(paths.office(id), '已保存。');
  }

  private async newPage(viewer: Viewer, form: FormState, status = 200): Promise<Page> {
    const tree = await officeTree(this.dataSource.manager, viewer.officeId);
    const parentOptions = officeOptions(tree, 'id', 'name');
    return newOfficePage({ title: '新增机关', form, kindOptions, standingOptions, parentOptions }, status);
  }
}
