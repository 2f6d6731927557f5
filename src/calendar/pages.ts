import type { AdministrationLineTold } from '../records/office/administration.js';
import type { NoticeProposal } from '../records/calendar/notice-proposal.js';
import type { DueDateMove } from '../records/calendar/due-date-move.js';
import { definePage, type PageContract } from '../web/page.js';
import type { FormState } from '../web/forms.js';
import type { Pagination } from '../web/pagination.js';
import type { ShownArrangement } from './arrangements.js';
import type { NoticeRow } from './notice-rows.js';

/** A year in the list. */
export interface ShownYear {
  readonly year: number;
  /** Notices for it; none: 暂定. */
  readonly notices: number;
  readonly daysOff: number;
  readonly makeUpDays: number;
  /** Working days in the year, by the calendar as it stands. */
  readonly workdays: number;
}

interface CalendarPage extends PageContract {
  years: readonly ShownYear[];
  waiting: readonly NoticeProposal[];
  /** The viewer may load and confirm. */
  mayArrange: boolean;
}

/** A notice in force. */
export interface ShownNotice {
  readonly source: string;
  readonly arrangements: readonly ShownArrangement[];
  /** Only of a notice that was loaded here. */
  readonly loaded?: { readonly id: string; readonly at: Date; readonly by: string };
}

interface YearPage extends PageContract {
  year: number;
  notices: readonly ShownNotice[];
  /** What holds without a notice, by statute. */
  statutory: readonly ShownArrangement[];
}

/** How a notice is entered. */
export const ways = { paste: '粘贴通知', file: '导入文件', form: '逐日填写' } as const;
export type Way = keyof typeof ways;

interface NewNoticePage extends PageContract {
  way: Way;
  form: FormState;
  rows: readonly NoticeRow[];
  yearOptions: readonly { value: string; label: string }[];
  /** What is wrong with the notice as a whole. */
  faults: readonly string[];
}

/** One moved day in a list. */
export interface ShownMove extends Pick<DueDateMove, 'applicationId' | 'kind' | 'name' | 'from' | 'to'> {
  readonly number: string;
}

interface ProposalPage extends PageContract {
  proposal: NoticeProposal;
  arrangements: readonly ShownArrangement[];
  /** Days of the notice that have gone by. */
  gone: number;
  /** Absent once it is settled. */
  outlook?: {
    open: number;
    moved: number;
    movedDays: number;
    firm: number;
    fingerprint: string;
    moves: readonly ShownMove[];
    pagination: Pagination;
  };
  /** Why the viewer cannot confirm it; undefined when they can. */
  refused?: string | undefined;
  mayArrange: boolean;
  faults: readonly string[];
  lines: readonly AdministrationLineTold[];
}

interface MovesPage extends PageContract {
  source: string;
  moves: readonly ShownMove[];
  pagination: Pagination;
}

export const calendarPage = definePage<CalendarPage>('calendar/years');
export const yearPage = definePage<YearPage>('calendar/year');
export const newNoticePage = definePage<NewNoticePage>('calendar/new');
export const proposalPage = definePage<ProposalPage>('calendar/proposal');
export const movesPage = definePage<MovesPage>('calendar/moves');
