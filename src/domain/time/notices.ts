import type { HolidayNotice } from './holiday-notice.js';
import { notices2010To2018 } from './notices-2010-2018.js';
import { notices2019To2026 } from './notices-2019-2026.js';

export type { HolidayNotice, NoticedDay } from './holiday-notice.js';

/** Every notice of the 国务院办公厅 for 2010–2026, in the order of their issue. */
export const officialNotices: readonly HolidayNotice[] = [...notices2010To2018, ...notices2019To2026];
