import type { RecordedAct } from '../domain/acts/acts.js';
import type { LetterFacts } from '../domain/letter/facts.js';
import { letterOf, replyKindOf } from '../domain/letter/register.js';
import { courseOfService, wayInBrief } from '../domain/letter/service-words.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';

/** The reply that a later letter goes back to, and how it was served. */
export function repliedFacts(acts: readonly RecordedAct[], calendar: WorkCalendar): LetterFacts {
  const reply = acts.filter((act) => act.type === 'reply.issued').at(-1);
  if (!reply) return {};
  const { title } = letterOf(replyKindOf(reply));
  const served = acts.slice(acts.indexOf(reply)).findLast((act) => act.type === 'reply.served');
  return {
    earlierOn: reply.on,
    ...(reply.number ? { earlierNumber: reply.number, servedLetter: `《${title}》（${reply.number}）` } : {}),
    ...(served ? { serviceWay: wayInBrief(served), serviceCourse: courseOfService(served, calendar) } : {}),
  };
}
