import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { administrationLinesOf } from '../records/administration.js';
import { OfficeRecord, officeKindNames, officeKinds } from '../records/office.js';
import { officeById, officeTree } from '../records/offices.js';
import { emptyForm, readForm, refuse, type FormState } from '../web/forms.js';
import { seeOther, type Page, type SeeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, maySee, type Viewer } from '../web/viewer.js';
import { ChangedOfficeForm, NewOfficeForm, officeFields } from './office-form.js';
import { OfficeKeeping } from './office-keeping.js';
import { newOfficePage, officeList, officePage, type Option } from './pages.js';

const kindOptions: readonly Option[] = officeKinds.map((kind) => ({
  value: kind,
  label: officeKindNames[kind],
}));

@Controller(paths.offices)
@Allow('admin')
export class OfficesController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly keeping: OfficeKeeping,
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
    const answer = await this.keeping.add(viewer, { ...officeFields(result.form), code, parentId });
    if ('errors' in answer) return this.newPage(viewer, refuse(result.state, answer.errors), 422);
    return seeOther(paths.offices, `已新增${answer.name}。`);
  }

  @Get(':id')
  async show(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    const office = await this.visibleOffice(viewer, id);
    return this.officePage(office, emptyForm({ ...officeFields(office), version: String(office.version) }));
  }

  @Post(':id')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const office = await this.visibleOffice(viewer, id);
    const result = readForm(ChangedOfficeForm, body);
    if (!result.ok) return this.officePage(office, result.state, 422);
    const answer = await this.keeping.change(viewer, id, officeFields(result.form), result.form.version);
    if ('errors' in answer) return this.officePage(office, refuse(result.state, answer.errors), 422);
    return seeOther(paths.office(id), '已保存。');
  }

  private async visibleOffice(viewer: Viewer, id: string): Promise<OfficeRecord> {
    const office = maySee(viewer, id) ? await officeById(this.dataSource.manager, id) : null;
    if (!office) throw new ProblemException('not-found');
    return office;
  }

  private async newPage(viewer: Viewer, form: FormState, status = 200): Promise<Page> {
    const tree = await officeTree(this.dataSource.manager, viewer.officeId);
    const parentOptions = tree.map(({ office, depth }) => ({
      value: office.id,
      label: `${'　'.repeat(depth)}${office.name}`,
    }));
    return newOfficePage({ title: '新增机关', form, kindOptions, parentOptions }, status);
  }

  private async officePage(office: OfficeRecord, form: FormState, status = 200): Promise<Page> {
    const lines = await administrationLinesOf(this.dataSource.manager, office.id);
    return officePage(
      {
        title: office.name,
        office,
        form,
        kindOptions,
        lines: lines.map((line) => ({ at: line.recordedAt, by: line.byName, text: line.text })),
      },
      status,
    );
  }
}
