import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { yearOf } from '../domain/time/local-date.js';
import { caseRoles } from '../domain/office/role.js';
import { today } from '../infrastructure/today.js';
import { Text } from '../web/fields.js';
import { readForm } from '../web/forms.js';
import { type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { endView, saveView } from './saved-views.js';

class ViewForm {
  @Text({ label: '视图名称', max: 20 })
  name: string;

  @Text({ label: '筛选条件', required: false, max: 2000 })
  query: string;
}

/** 我的视图: filtered ledgers under names of one's own. */
@Controller(paths.savedViews)
@Allow(...caseRoles)
export class SavedViewsController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Post()
  async save(@CurrentViewer() viewer: Viewer, @Body() body: { query?: unknown }): Promise<SeeOther> {
    const query = typeof body.query === 'string' ? body.query : '';
    const back = query ? `${paths.ledger}?${query}` : paths.ledger;
    const result = readForm(ViewForm, body);
    if (!result.ok) return seeOther(back, Object.values(result.state.errors).join(''), 'warning');
    const { manager } = this.dataSource;
    const refused = await saveView(manager, viewer.accountId, result.form, yearOf(today()));
    return refused
      ? seeOther(back, refused, 'warning')
      : seeOther(back, `已保存视图“${result.form.name}”，在台账上方一点就到。`);
  }

  @Post(':id/end')
  async end(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<SeeOther> {
    await endView(this.dataSource.manager, viewer.accountId, id);
    return seeOther(paths.ledger, '已删除视图。');
  }
}
