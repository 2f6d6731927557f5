import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CaseFiles } from '../casework/case-file.js';
import { leakSorts } from '../infrastructure/inspection/leak.js';
import { Text } from '../web/fields.js';
import { type FormState, emptyForm, readForm } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { type CheckedFile, Dispatch } from './dispatch.js';
import { mayWrite } from './letter-page.js';
import { type DispatchFile, dispatchPage } from './pages.js';

class ClearForm {
  @Text({ label: '可以发出的理由', max: 200 })
  why!: string;
}

/** 发出前检查: the files that go with a reply, what was found in each, and what is answered for. */
@Controller()
@Allow('clerk', 'handler', 'head', 'legal', 'leader')
export class DispatchController {
  constructor(
    private readonly dispatch: Dispatch,
    private readonly files: CaseFiles,
  ) {}

  @Get(paths.dispatch(':id'))
  show(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    return this.page(viewer, id);
  }

  @Post(paths.dispatchClearance(':id', ':attachmentId'))
  @Allow('clerk', 'handler', 'head')
  async clear(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const result = readForm(ClearForm, body);
    if (!result.ok) return this.page(viewer, id, { attachmentId, state: result.state });
    await this.dispatch.clear(viewer, id, attachmentId, result.form.why);
    return seeOther(paths.dispatch(id), '已确认可以发出，理由已记下。');
  }

  @Post(paths.dispatchWithholding(':id', ':attachmentId'))
  @Allow('clerk', 'handler', 'head')
  async withhold(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
  ): Promise<SeeOther> {
    await this.dispatch.withhold(viewer, id, attachmentId);
    return seeOther(paths.dispatch(id), '已移出附件，文件留在案卷里，不随答复发出。');
  }

  private async page(
    viewer: Viewer,
    id: string,
    refused?: { attachmentId: string; state: FormState },
  ): Promise<Page> {
    const checked = await this.dispatch.check(id, viewer.visibleOfficeIds);
    const file = await this.files.open(id, viewer.visibleOfficeIds);
    return dispatchPage(
      {
        title: '发出前检查',
        case: { number: file.application.number, href: paths.case(id), lettersHref: paths.caseLetters(id) },
        mayClear: mayWrite(viewer, file),
        files: checked.map((one) => fileShown(id, one, refused)),
      },
      refused ? 422 : 200,
    );
  }
}

function fileShown(
  id: string,
  { attachment, findings }: CheckedFile,
  refused: { attachmentId: string; state: FormState } | undefined,
): DispatchFile {
  return {
    name: attachment.name,
    href: paths.attachment(id, attachment.id),
    picture: attachment.mime.startsWith('image/'),
    open: findings.filter(({ clearedAt }) => !clearedAt).length,
    findings: findings.map(({ sort, place, detail, clearedAt, clearedByName, clearedWhy }) => ({
      name: leakSorts[sort].name,
      mend: leakSorts[sort].mend,
      place: [place, detail].filter(Boolean).join('：') || '整份文件',
      cleared: clearedAt ? { at: clearedAt, by: clearedByName ?? '', why: clearedWhy ?? '' } : undefined,
    })),
    form: refused?.attachmentId === attachment.id ? refused.state : emptyForm(),
    clear: paths.dispatchClearance(id, attachment.id),
    withhold: paths.dispatchWithholding(id, attachment.id),
  };
}
