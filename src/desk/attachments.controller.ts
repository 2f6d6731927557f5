import { Body, Controller, Get, Param, ParseUUIDPipe, Post, type StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AttachmentRecord, type AttachmentPurpose, attachmentPurposes } from '../records/paper/attachment.js';
import { kindOfFile } from '../infrastructure/file-kind.js';
import { readStored } from '../infrastructure/storage.js';
import { asUploaded } from '../web/download.js';
import { emptyForm, refuse } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { type Upload, UploadsAsSent, nameOfUpload } from '../web/uploads.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { keepAttachment } from './attachment-keeping.js';
import { CaseDesk } from './case-desk.js';
import { casePage, casePageOf } from './case-page.js';

/** The papers of a case. */
@Controller()
@Allow('clerk', 'handler', 'head', 'legal', 'leader')
export class AttachmentsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly desk: CaseDesk,
  ) {}

  @Post(paths.attachments(':id'))
  @Allow('clerk', 'handler', 'legal')
  async add(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() posted: { purpose?: unknown },
    @UploadsAsSent('files') files: Upload[],
  ): Promise<Page | SeeOther> {
    const file = await this.desk.take(viewer, id);
    const purpose = purposeFrom(posted.purpose);
    const errors: Record<string, string> = {};
    if (files.length === 0) errors['files'] = '请选择要上传的文件。';
    const empty = files.find(({ size }) => size === 0);
    if (empty) errors['files'] = `${nameOfUpload(empty)} 是空的，里面没有内容，请换一个文件。`;
    if (!purpose) errors['purpose'] = '请选择材料类别。';
    const known = await Promise.all(
      files.map(async (upload) => ({ upload, mime: await kindOfFile(upload.path) })),
    );
    const strange = known.filter(({ mime }) => mime === undefined).map(({ upload }) => nameOfUpload(upload));
    if (!empty && strange.length > 0) {
      errors['files'] =
        `${strange.join('、')} 的内容不是 PDF、OFD、图片、Word、Excel、压缩包或文本，请转换后再上传。`;
    }
    if (Object.keys(errors).length > 0 || !purpose) {
      const upload = refuse(emptyForm({ purpose: purpose ?? '' }), errors);
      return casePage(casePageOf(file, { ...(await this.desk.beside(file, viewer)), upload }), 422);
    }
    for (const { upload, mime } of known) {
      await keepAttachment(this.dataSource.manager, file.application, {
        upload,
        mime: mime ?? '',
        purpose,
        by: viewer,
      });
    }
    return seeOther(paths.case(id), `已上传 ${files.length} 份材料。`);
  }

  @Get(paths.attachment(':id', ':attachmentId'))
  async download(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
  ): Promise<StreamableFile> {
    const { application } = await this.desk.read(viewer, id);
    const attachment = await this.dataSource.manager.findOneBy(AttachmentRecord, {
      id: attachmentId,
      applicationId: application.id,
    });
    if (!attachment) throw new ProblemException('not-found');
    return asUploaded(attachment, await readStored(attachment.fileHash));
  }
}

const purposeFrom = (text: unknown): AttachmentPurpose | undefined =>
  typeof text === 'string' && Object.hasOwn(attachmentPurposes, text)
    ? (text as AttachmentPurpose)
    : undefined;
