import { workdaysAfter } from '../time/counting.js';
import type { LocalDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { requiredLimit } from './limits.js';

/**
 * By when information is to be public: twenty working days from the day on which it was made or changed (条例第二十六条).
 * What was taken up because several asked for it counts from the decision: 第四十四条 says no more than 及时 (本系统口径).
 */
export const publicationDueOn = (calendar: WorkCalendar, basisOn: LocalDate): LocalDate =>
  workdaysAfter(calendar, basisOn, requiredLimit('proactive.publication', basisOn).amount);
