import type { EntityManager } from 'typeorm';
import { printCitation } from '../domain/law/citation.js';
import { type LocalDate, daysBetween } from '../domain/time/local-date.js';
import { type OfficeDuty, officeDuties } from '../records/office-duties.js';
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
  if (!holds(viewer, 'clerk', 'head', 'legal', 'leader')) return [];
  const duties = await officeDuties(manager, viewer.visibleOfficeIds, on);
  return duties
    .filter(({ kind }) => kind === 'annualReport' || holds(viewer, 'head', 'legal'))
    .map((duty) => ({
      what: duty.what,
      href: hrefOf(duty, viewer),
      article: printCitation(duty.article),
      deadline: { dueOn: duty.dueOn, remaining: daysBetween(on, duty.dueOn), unit: 'days' },
    }));
}

const hrefOf = ({ kind, year, coverage }: OfficeDuty, { officeCode }: Viewer): string =>
  kind === 'selfCheck'
    ? withQuery(paths.selfChecks, { year })
    : withQuery(paths.annualReport, { year, office: coverage === 'own' ? officeCode : undefined });
