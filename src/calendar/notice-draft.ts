import type { HolidayNotice } from '../domain/time/holiday-notice.js';

/** A notice as it was read, before anyone has confirmed it. */
export interface NoticeDraft extends HolidayNotice {
  /** Sentences that name days but arrange nothing (“鼓励在除夕（2月9日）休息”): for people to look at. */
  readonly leftOut: readonly string[];
}

/** A notice, or sentences that say why it cannot be one and what to do. */
export type NoticeReading = { readonly draft: NoticeDraft } | { readonly faults: readonly string[] };
