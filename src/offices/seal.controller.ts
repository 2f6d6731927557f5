import { Controller, Get, Param, ParseUUIDPipe, Post, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { readStored } from '../infrastructure/storage.js';
import { sealPictureOf } from '../records/office/office-seal.js';
import { emptyForm } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { type Upload, Uploads } from '../web/uploads.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { OfficeShowing } from './office-showing.js';
import { SealKeeping } from './seal-keeping.js';

/** 印章图片 of an office: kept, shown, taken down by the administrators above it. */
@Controller()
@Allow('admin')
export class SealController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly keeping: SealKeeping,
    private readonly showing: OfficeShowing,
  ) {}

  @Get(paths.officeSeal(':id'))
  async picture(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const hash = sealPictureOf(await this.showing.visible(this.dataSource.manager, viewer, id));
    if (!hash) throw new ProblemException('not-found');
    return new StreamableFile(await readStored(hash), { type: 'image/png' });
  }

  @Post(paths.officeSeal(':id'))
  async keep(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Uploads('seal') files: Upload[],
  ): Promise<Page | SeeOther> {
    const office = await this.showing.visible(this.dataSource.manager, viewer, id);
    const [file] = files;
    const fault = file ? await this.keeping.keep(viewer, id, file) : '请选择印章图片。';
    if (!fault) return seeOther(paths.office(id), '已保存印章图片，此后制发的文书印上它。');
    return this.showing.page(this.dataSource.manager, office, {
      seal: { ...emptyForm(), errors: { seal: fault } },
      status: 422,
    });
  }

  @Post(paths.officeSealEnd(':id'))
  async remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<SeeOther> {
    await this.showing.visible(this.dataSource.manager, viewer, id);
    await this.keeping.remove(viewer, id);
    return seeOther(paths.office(id), '已撤下印章图片；已经制发的文书不变。');
  }
}
