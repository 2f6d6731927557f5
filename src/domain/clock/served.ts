import type { ActOf } from '../acts/acts.js';
import type { LocalDate } from '../time/local-date.js';
import { daysAfter } from '../time/rollover.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { decidingForService, requiredLimit } from './limits.js';

/**
 * The day on which the applicant counts as having the reply: his remedies run from it. 邮寄: posted is replied
 * (国办公开办函〔2016〕235号), but he knows of it when he signs. 公告: when the period of the announcement is over
 * (民事诉讼法第九十五条，参照；本系统口径).
 */
export function receivedReplyOn(calendar: WorkCalendar, served: ActOf<'reply.served'>): LocalDate {
  if (served.how !== 'announcement') return served.signedOn ?? served.on;
  return announcedUntil(calendar, served.on);
}

/** The last day of the announcement. */
export const announcedUntil = (calendar: WorkCalendar, on: LocalDate): LocalDate =>
  daysAfter(calendar, on, requiredLimit('service.announcement', decidingForService(on)).amount);
