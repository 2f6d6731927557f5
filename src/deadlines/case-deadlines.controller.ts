import { Controller, Get, Param, ParseUUIDPipe, Query, type StreamableFile } from '@nestjs/common';
import { type CaseFile, CaseFiles } from '../casework/case-file.js';
import { namesInShort } from '../domain/application/joint-applicants.js';
import type { ReadPeriod } from '../domain/clock/period.js';
import { printReport } from '../infrastructure/printing/report-printer.js';
import { lookAt } from '../web/download.js';
import { type Page, type PageContract, definePage } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { annexOf } from './annex.js';
import { type DayMark, type MonthGrid, dayMarks, lookNames, monthGrids, specialDays } from './day-marks.js';
import { type PeriodAccount, type PeriodLine, periodAccount, periodLine } from './period-account.js';
import { type Trial, trialFields, trialsOf } from './what-if.js';

interface DeadlinesPage extends PageContract {
  readonly id: string;
  readonly number: string;
  readonly applicant: string;
  readonly account?: PeriodAccount;
  readonly months: readonly MonthGrid[];
  readonly key: readonly { look: DayMark['look']; word: string; says: string }[];
  readonly special: readonly string[];
  readonly lines: readonly PeriodLine[];
  readonly annexHref: string;
}

interface WhatIfPage extends PageContract {
  readonly id: string;
  readonly number: string;
  readonly fields: ReturnType<typeof trialFields>;
  readonly trials: readonly Trial[];
}

const deadlinesPage = definePage<DeadlinesPage>('deadlines/case');
const whatIfPage = definePage<WhatIfPage>('deadlines/what-if');

/** 期限账本: every period of a case, and each day of any of them. */
@Controller()
@Allow('clerk', 'handler', 'head', 'legal', 'leader')
export class CaseDeadlinesController {
  constructor(private readonly files: CaseFiles) {}

  @Get(paths.caseDeadlines(':id'))
  async all(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    const file = await this.open(viewer, id);
    const { nextDuty, reply, periods } = file.reading;
    return page(file, nextDuty ?? reply ?? periods[0]);
  }

  @Get(paths.caseDeadline(':id', ':periodId'))
  async one(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('periodId') periodId: string,
  ): Promise<Page> {
    const file = await this.open(viewer, id);
    return page(file, periodOf(file, periodId));
  }

  @Get(paths.deadlineAnnex(':id', ':periodId'))
  async annex(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('periodId') periodId: string,
  ): Promise<StreamableFile> {
    const file = await this.open(viewer, id);
    const report = annexOf(file, periodOf(file, periodId));
    return lookAt(`${file.application.number} ${report.title}`, await printReport(report));
  }

  /** Trials of acts that are not done; nothing is stored, the whole trial is in the address. */
  @Get(paths.whatIf(':id'))
  async whatIf(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() asked: Readonly<Record<string, unknown>>,
  ): Promise<Page> {
    const file = await this.open(viewer, id);
    return whatIfPage({
      title: '如果这样办会怎样',
      id,
      number: file.application.number,
      fields: trialFields(asked, file.on),
      trials: trialsOf(file, asked),
    });
  }

  private open(viewer: Viewer, id: string): Promise<CaseFile> {
    return this.files.open(id, viewer.visibleOfficeIds);
  }
}

function periodOf({ reading }: CaseFile, periodId: string): ReadPeriod {
  const period = reading.periods.find(({ id }) => id === periodId);
  if (!period)
    throw new ProblemException('not-found', {
      detail: '本件没有这个期限，可能已随更正改变，请回到期限账本查看。',
    });
  return period;
}

function page(file: CaseFile, period: ReadPeriod | undefined): Page {
  const { application, calendar, reading, on } = file;
  const marks = period ? dayMarks(period, calendar) : [];
  const looks = new Set(marks.map(({ look }) => look));
  return deadlinesPage({
    title: '期限账本',
    id: application.id,
    number: application.number,
    applicant: namesInShort(application.applicantName, application.jointNames),
    ...(period ? { account: periodAccount(file, period) } : {}),
    months: monthGrids(marks, on),
    key: (Object.keys(lookNames) as DayMark['look'][])
      .filter((look) => looks.has(look))
      .map((look) => ({ look, ...lookNames[look] })),
    special: period ? specialDays(period, calendar) : [],
    lines: reading.periods.map((one) => periodLine(application.id, one)),
    annexHref: period ? paths.deadlineAnnex(application.id, period.id) : '',
  });
}
