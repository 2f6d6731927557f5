import type { EntityManager } from 'typeorm';
import { requiredLimit } from '../domain/clock/limits.js';
import { publicationDueOn } from '../domain/clock/publication.js';
import { isSuggested } from '../domain/clock/yearly.js';
import { printCitation } from '../domain/law/citation.js';
import { type LocalDate, daysBetween } from '../domain/time/local-date.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { firstToPublish } from '../records/publication/catalogue.js';
import { type OfficeDuty, officeDuties } from '../records/report/office-duties.js';
import { workdaysUntil } from '../web/deadline-reading.js';
import { paths, withQuery } from '../web/paths.js';
import { type Viewer, holds } from '../web/viewer.js';
import type { DeadlineReading } from '../web/words.js';

/** A report that the office owes, as the desk shows it. */
export interface OfficeDutyLine {
  readonly what: string;
  readonly href: string;
  readonly article: string;
  readonly deadline: DeadlineReading;
}

/** The reports that the viewer's office owes; nothing for people who do not make them. */
export async function dutyLines(
  manager: EntityManager,
  viewer: Viewer,
  on: LocalDate,
): Promise<OfficeDutyLine[]> {
  const owed = holds(viewer, 'clerk', 'handler', 'head')
    ? await publicationLines(manager, viewer.officeId, on)
    : [];
  if (!holds(viewer, 'clerk', 'head', 'legal', 'leader')) return owed;
  const duties = await officeDuties(manager, viewer.visibleOfficeIds, on);
  const reports = duties
    .filter(({ kind }) => kind === 'annualReport' || holds(viewer, 'head', 'legal'))
    .map((duty) => ({
      what: duty.what,
      href: hrefOf(duty, viewer),
      article: printCitation(duty.article),
      deadline: {
        ...{ dueOn: duty.dueOn, remaining: daysBetween(on, duty.dueOn), unit: 'days' as const },
        suggested: isSuggested(duty),
      },
    }));
  return [...owed, ...reports];
}

/** What is to be published, as one line with the day of the first (条例第二十六条). */
async function publicationLines(
  manager: EntityManager,
  officeId: string,
  on: LocalDate,
): Promise<OfficeDutyLine[]> {
  const owed = await firstToPublish(manager, officeId);
  if (!owed) return [];
  const calendar = await loadCalendar(manager);
  const { count, first } = owed;
  const dueOn = publicationDueOn(calendar, first.basisOn);
  return [
    {
      what: `主动公开：${count} 条待公开，最先到期的是“${first.title}”`,
      href: withQuery(paths.catalogue, { state: 'waiting' }),
      article: printCitation(requiredLimit('proactive.publication', first.basisOn).article),
      deadline: workdaysUntil(calendar, dueOn, on),
    },
  ];
}

const hrefOf = ({ kind, year, coverage }: OfficeDuty, { officeCode }: Viewer): string =>
  kind === 'selfCheck'
    ? withQuery(paths.selfChecks, { year })
    : withQuery(paths.annualReport, { year, office: coverage === 'own' ? officeCode : undefined });
