import type { FormState } from '../web/forms.js';
import { definePage, type PageContract } from '../web/page.js';
import type { DeadlineReading } from '../web/words.js';
import type { Subject } from './subjects.js';

/** A reminder in the inbox. */
export interface ShownReminder extends DeadlineReading, Subject {
  readonly id: string;
  readonly periodName: string;
  readonly loud: boolean;
  readonly at: Date;
  readonly read: boolean;
}

interface InboxPage extends PageContract {
  reminders: readonly ShownReminder[];
  unread: number;
}

interface SettingsPage extends PageContract {
  form: FormState;
  /** The whole address of the feed; undefined without one. */
  feed: { address: string; madeAt: Date } | undefined;
  /** 8 to 20. */
  mailFrom: number;
  mailUntil: number;
}

export const inboxPage = definePage<InboxPage>('reminders/inbox');
export const settingsPage = definePage<SettingsPage>('reminders/settings');
