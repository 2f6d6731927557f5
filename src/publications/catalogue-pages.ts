import { publicationDueOn } from '../domain/clock/publication.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { today } from '../infrastructure/today.js';
import { type CatalogueEntry, publicationBases } from '../records/publication/catalogue-entry.js';
import { workdaysUntil } from '../web/deadline-reading.js';
import type { FormState } from '../web/forms.js';
import { type PageContract, definePage } from '../web/page.js';
import type { Pagination } from '../web/pagination.js';
import { paths } from '../web/paths.js';
import { type Viewer, holds } from '../web/viewer.js';
import { type DeadlineReading, chineseDate } from '../web/words.js';

/** A line of the catalogue as people of the office read it. */
export interface EntryLine {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly number: string;
  /** 2026年3月2日制作 */
  readonly basis: string;
  readonly dueOn: LocalDate;
  /** While it is to be published. */
  readonly deadline?: DeadlineReading;
  readonly publishedOn: LocalDate | null;
  readonly timeliness: string;
  readonly address: string;
  readonly addedBy: string;
}

export function entryLine(entry: CatalogueEntry, calendar: WorkCalendar): EntryLine {
  const { id, title, number, basis, basisOn, publishedOn, address, addedByName } = entry;
  const dueOn = publicationDueOn(calendar, basisOn);
  return {
    ...{ id, title, number, dueOn, publishedOn, address: address ?? '', addedBy: addedByName },
    href: paths.catalogueEntry(id),
    basis: `${chineseDate(basisOn)}${publicationBases[basis]}`,
    ...(publishedOn ? {} : { deadline: workdaysUntil(calendar, dueOn, today()) }),
    timeliness: timelinessOf(calendar, entry),
  };
}

/** 期限内公开, 迟 3 个工作日 — how a line that is public stands to its day; the period read off its basis. */
function timelinessOf(
  calendar: WorkCalendar,
  { basisOn, publishedOn }: Pick<CatalogueEntry, 'basisOn' | 'publishedOn'>,
): string {
  const dueOn = publicationDueOn(calendar, basisOn);
  if (publishedOn === null) return '';
  return publishedOn <= dueOn ? '期限内公开' : `迟 ${calendar.workdaysIn(dueOn, publishedOn)} 个工作日`;
}

export const mayKeep = (viewer: Viewer): boolean => holds(viewer, 'clerk', 'handler', 'head');

interface CataloguePage extends PageContract {
  readonly q: string;
  readonly state: string;
  readonly tabs: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  readonly lines: readonly EntryLine[];
  readonly pagination: Pagination;
  readonly mayKeep: boolean;
  readonly publicHref: string;
}

interface NewEntryPage extends PageContract {
  readonly form: FormState;
  readonly today: LocalDate;
}

interface EntryPage extends PageContract {
  readonly line: EntryLine;
  readonly before: readonly EntryLine[];
  /** Address of the line that has changed this one. */
  readonly later: string;
  readonly mayKeep: boolean;
  readonly form: FormState;
  readonly today: LocalDate;
}

export const cataloguePage = definePage<CataloguePage>('publications/catalogue');
export const newEntryPage = definePage<NewEntryPage>('publications/new-entry');
export const entryPage = definePage<EntryPage>('publications/entry');
