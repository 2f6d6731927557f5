import type { HolidayNotice } from './holiday-notice.js';

export type { HolidayNotice, NoticedDay } from './holiday-notice.js';

/** Every notice of the 国务院办公厅 for 2010–2026, in the order of their issue. */
export const officialNotices: readonly HolidayNotice[] = [];
