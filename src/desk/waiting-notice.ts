import type { EntityManager } from 'typeorm';
import { confirmationDueOn } from '../domain/application/receipt.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { dayOf } from '../infrastructure/today.js';
import { pendingArrivals } from '../records/application/submissions.js';
import { paths } from '../web/paths.js';
import type { Viewer } from '../web/viewer.js';

/** What waits to be confirmed with its applicant, as a notice above 待办. */
export interface WaitingNotice {
  readonly kind: 'info' | 'late';
  readonly text: string;
  readonly link: { readonly href: string; readonly label: string };
}

/** For those who register; undefined when nothing waits. More than a working day of waiting is an alarm (本系统口径). */
export async function waitingNotice(
  manager: EntityManager,
  { officeId, pendingSubmissions: count }: Viewer,
  calendar: WorkCalendar,
  on: LocalDate,
): Promise<WaitingNotice | undefined> {
  if (count === 0) return undefined;
  const arrivals = await pendingArrivals(manager, officeId);
  const late = arrivals.filter((arrivedAt) => confirmationDueOn(calendar, dayOf(arrivedAt)) < on).length;
  const told = late > 0 ? `，其中 ${late} 件到达已超过一个工作日` : '';
  return {
    kind: late > 0 ? 'late' : 'info',
    text: `有 ${count} 件来件等待与申请人确认${told}。确认之前期限不起算，请尽快联系。`,
    link: { href: paths.submissions, label: '去确认' },
  };
}
