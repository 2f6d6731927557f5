import type { RecordedAct } from '../domain/acts/acts.js';
import type { LetterFacts } from '../domain/letter/facts.js';
import { letterOf, replyKind, replyKindOf } from '../domain/letter/register.js';
import { courseOfService, wayInBrief } from '../domain/letter/service-words.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';

/** The reply that a later letter goes back to, and how it was served. */
export function repliedFacts(acts: readonly RecordedAct[], calendar: WorkCalendar): LetterFacts {
  // That another office is responsible is told in a notice, and the notice is the reply (条例第三十六条第五项).
  const reply = acts.findLast((act) => act.type === 'reply.issued' || act.type === 'transfer.noticed');
  if (!reply) return {};
  const { title } = letterOf(
    reply.type === 'transfer.noticed' ? replyKind('notResponsible') : replyKindOf(reply),
  );
  const served = acts.slice(acts.indexOf(reply)).findLast((act) => act.type === 'reply.served');
  return {
    earlierOn: reply.on,
    ...(reply.number ? { earlierNumber: reply.number, servedLetter: `《${title}》（${reply.number}）` } : {}),
    ...(served ? { serviceWay: wayInBrief(served), serviceCourse: courseOfService(served, calendar) } : {}),
  };
}
