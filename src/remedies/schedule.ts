import { Injectable } from '@nestjs/common';
import type { ReadPeriod } from '../domain/clock/period.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { deadlineOf } from '../web/deadline-reading.js';
import { paths } from '../web/paths.js';
import type { Viewer } from '../web/viewer.js';
import { Board, type BoardLine } from './board.js';
import { Outlook } from './outlook.js';
import type { ScheduledRow } from './pages.js';

/** 日程: what falls on which day, of hearings, of what the office owes, and of what it awaits. */
@Injectable()
export class Schedule {
  constructor(
    private readonly board: Board,
    private readonly outlook: Outlook,
  ) {}

  /** Everything that is to come and everything owed that is past, day by day. */
  async rows(viewer: Viewer): Promise<readonly (ScheduledRow & { readonly day: LocalDate })[]> {
    const lines = await this.board.open(viewer);
    const hearings = await this.outlook.hearings(viewer);
    return [
      ...lines.flatMap(ofLine),
      ...hearings.map(({ day, at, what, where, href, number, office }) => ({
        day,
        kind: 'hearing' as const,
        what: [what, at, where].filter(Boolean).join('，'),
        href,
        number,
        office,
      })),
    ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : places[a.kind] - places[b.kind]));
  }
}

/** On one day hearings come first: they have an hour. */
const places: Readonly<Record<ScheduledRow['kind'], number>> = { hearing: 0, owed: 1, awaited: 2 };

function ofLine(line: BoardLine): (ScheduledRow & { day: LocalDate })[] {
  const { owed, awaited, mayAppeal } = line;
  const own = mayAppeal && awaited?.of === 'applicant';
  return [
    ...(owed ? [rowOf(line, owed, 'owed')] : []),
    ...(awaited && !owed ? [rowOf(line, awaited, own ? 'owed' : 'awaited')] : []),
  ];
}

function rowOf(
  { application, proceeding, office, missing, mayAppeal }: BoardLine,
  period: ReadPeriod,
  kind: 'owed' | 'awaited',
): ScheduledRow & { day: LocalDate } {
  const lacking = kind === 'owed' && !mayAppeal && missing.length > 0 ? `，还缺${missing.join('、')}` : '';
  return {
    day: period.dueOn,
    kind,
    what: `${period.name}届满${lacking}`,
    href: paths.proceeding(application.id, proceeding.number),
    number: proceeding.number,
    office,
    deadline: deadlineOf(period),
  };
}
