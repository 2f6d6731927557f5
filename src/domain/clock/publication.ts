import { workdaysAfter } from '../time/counting.js';
import type { LocalDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { requiredLimit } from './limits.js';

/**
 * By when information that was taken up for publication is to be public: the twenty working days of 条例第二十六条,
 * counted from the decision, since 第四十四条 says no more than 及时 (本系统口径).
 */
export const publicationDueOn = (calendar: WorkCalendar, decidedOn: LocalDate): LocalDate =>
  workdaysAfter(calendar, decidedOn, requiredLimit('proactive.publication', decidedOn).amount);
