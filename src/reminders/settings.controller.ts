import { Body, Controller, Get, Post } from '@nestjs/common';
import { caseRoles } from '../domain/office/role.js';
import { settings } from '../infrastructure/settings.js';
import { Text } from '../web/fields.js';
import { emptyForm, type FormState, readForm } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { FeedKeeping } from './feed-keeping.js';
import { settingsPage } from './pages.js';
import { mailHours } from './reminder-rules.js';

class MailForm {
  @Text({
    label: '电子邮箱',
    required: false,
    max: 200,
    pattern: /^$|^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/u,
    patternFault: '电子邮箱的格式不正确，请按 name@example.gov.cn 的样子填写',
  })
  email: string;
}

/** 提醒设置: mail and calendar feed, of one's own. */
@Controller(paths.reminderSettings)
@Allow(...caseRoles)
export class ReminderSettingsController {
  constructor(private readonly keeping: FeedKeeping) {}

  @Get()
  async show(@CurrentViewer() viewer: Viewer): Promise<Page> {
    const setting = await this.keeping.settingOf(viewer.accountId);
    return this.page(viewer, emptyForm({ email: setting?.email ?? '' }));
  }

  @Post('mail')
  async mail(@CurrentViewer() viewer: Viewer, @Body() body: unknown): Promise<Page | SeeOther> {
    const result = readForm(MailForm, body);
    if (!result.ok) return this.page(viewer, result.state, 422);
    await this.keeping.setEmail(viewer.accountId, result.form.email);
    return seeOther(
      paths.reminderSettings,
      result.form.email ? '已保存，今后的提醒同时发到这个邮箱。' : '已关闭邮件提醒。',
    );
  }

  @Post('feed')
  async makeFeed(@CurrentViewer() viewer: Viewer): Promise<SeeOther> {
    await this.keeping.makeFeed(viewer.accountId);
    return seeOther(paths.reminderSettings, '已生成订阅地址。以前的地址不再有效。');
  }

  @Post('feed/end')
  async endFeed(@CurrentViewer() viewer: Viewer): Promise<SeeOther> {
    await this.keeping.endFeed(viewer.accountId);
    return seeOther(paths.reminderSettings, '已停用订阅，原来的地址不再有效。');
  }

  private async page(viewer: Viewer, form: FormState, status = 200): Promise<Page> {
    const setting = await this.keeping.settingOf(viewer.accountId);
    const feed =
      setting?.feedToken && setting.feedMadeAt
        ? { address: `${settings().baseUrl}${paths.feed(setting.feedToken)}`, madeAt: setting.feedMadeAt }
        : undefined;
    return settingsPage(
      { title: '提醒设置', form, feed, mailFrom: mailHours.from, mailUntil: mailHours.until },
      status,
    );
  }
}
