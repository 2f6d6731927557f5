import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { fingerprint } from '../infrastructure/sealing.js';
import { now } from '../infrastructure/today.js';
import type { AccountRecord } from '../records/person/account.js';
import { accountById } from '../records/person/accounts.js';
import { ReminderSetting } from '../records/reminder/reminder-setting.js';

const TOKEN_BYTES = 32;

/** Keeps how a person is reminded: the mail address, and the secret address of the feed. */
@Injectable()
export class FeedKeeping {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  settingOf(accountId: string): Promise<ReminderSetting | null> {
    return this.dataSource.manager.findOneBy(ReminderSetting, { accountId });
  }

  /** An empty address ends the mails. */
  async setEmail(accountId: string, email: string): Promise<void> {
    await this.change(accountId, { email: email || null });
  }

  /** Makes a feed, or gives it a new address: the old one no longer works. */
  async makeFeed(accountId: string): Promise<void> {
    const feedToken = randomBytes(TOKEN_BYTES).toString('base64url');
    await this.change(accountId, { feedToken, feedFingerprint: fingerprint(feedToken), feedMadeAt: now() });
  }

  async endFeed(accountId: string): Promise<void> {
    await this.change(accountId, { feedToken: null, feedFingerprint: null, feedMadeAt: null });
  }

  /** The active account behind a feed's address; null for any other text. */
  async accountOf(token: string): Promise<AccountRecord | null> {
    const { manager } = this.dataSource;
    const setting = await manager.findOneBy(ReminderSetting, { feedFingerprint: fingerprint(token) });
    const account = setting ? await accountById(manager, setting.accountId) : null;
    return account?.active && !account.mustChangePassword ? account : null;
  }

  private async change(accountId: string, changes: Partial<ReminderSetting>): Promise<void> {
    await this.dataSource.manager.upsert(ReminderSetting, { accountId, ...changes }, ['accountId']);
  }
}
