import type { CaseFile } from '../casework/case-file.js';
import { unitNames } from '../domain/clock/limits.js';
import type { ReadPeriod } from '../domain/clock/period.js';
import { printCitation } from '../domain/law/citation.js';
import { workdaysCounted } from '../domain/time/counting.js';
import { addDays } from '../domain/time/local-date.js';
import { deadlineOf } from '../web/deadline-reading.js';
import { paths } from '../web/paths.js';
import { type DeadlineReading, chineseDate } from '../web/words.js';

/** A period in the list of a case. */
export interface PeriodLine {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly whose: string;
  readonly startedOn: string;
  readonly deadline: DeadlineReading;
  readonly running: boolean;
  readonly counted: string;
  readonly state: string;
  readonly article: string;
}

/** Why a period ends on its day: the sum and where each part comes from. */
export interface PeriodAccount extends PeriodLine {
  readonly because: string;
  readonly terms: readonly { amount: string; why: string; article: string }[];
  readonly exclusions: readonly {
    why: string;
    from: string;
    to: string;
    workdays: number;
    article: string;
    open: boolean;
  }[];
  /** Working days kept out, each once however many consultations hold it. */
  readonly excludedInAll: number;
  readonly sum: string;
  readonly pendingOn: string;
}

const whose: Readonly<Record<ReadPeriod['of'], string>> = {
  duty: '本机关',
  window: '本机关',
  applicant: '申请人',
  thirdParty: '第三方',
  consultee: '被征求意见方',
  organ: '复议机关',
  court: '法院',
};

const states: Readonly<Record<ReadPeriod['state'], string>> = {
  running: '正在计算',
  dueToday: '今天到期',
  overdue: '已超期',
  paused: '暂停，轮到申请人',
  met: '已按期办完',
  late: '已超期办完',
  superseded: '已终止，另行起算',
  lapsed: '已届满',
  spared: '不再计算',
};

export function periodLine(id: string, period: ReadPeriod): PeriodLine {
  const { unit, counted, state, ended } = period;
  // 告知补正 is a chance that may be left unused: when it has passed, nothing is late.
  const missed = period.of === 'window' && state === 'overdue';
  return {
    id: period.id,
    href: paths.caseDeadline(id, period.id),
    name: period.name,
    whose: whose[period.of],
    startedOn: chineseDate(period.startedOn),
    deadline: deadlineOf(period),
    running: !ended && state !== 'paused' && !missed,
    counted: `${counted} ${unit === 'workdays' ? '个工作日' : '日'}`,
    state: ended ? `${states[state]}（${chineseDate(ended.on)}）` : missed ? '已过，没有告知' : states[state],
    article: printCitation(period.article),
  };
}

export function periodAccount({ application, calendar }: CaseFile, period: ReadPeriod): PeriodAccount {
  const { unit, terms, excluded, startedOn, dueOn, because, pendingOn = '' } = period;
  const exclusions = excluded.map(({ after, through, why, article, projected }) => ({
    why,
    from: chineseDate(addDays(after, 1)),
    to: chineseDate(through),
    workdays: calendar.workdaysIn(after < startedOn ? startedOn : after, through < dueOn ? through : dueOn),
    article: printCitation(article),
    open: projected === true,
  }));
  const all = workdaysCounted(calendar, startedOn, dueOn);
  const excludedInAll = unit === 'workdays' ? all - workdaysCounted(calendar, startedOn, dueOn, excluded) : 0;
  const length = terms.reduce((sum, { amount }) => sum + amount, 0);
  const sum =
    terms.length === 0
      ? `定于${chineseDate(dueOn)}届满`
      : `${chineseDate(startedOn)}的次日起，第 ${length} ${unitNames[unit]}${excludedInAll > 0 ? `（扣除 ${excludedInAll} 个工作日）` : ''}是${chineseDate(dueOn)}`;
  return {
    ...periodLine(application.id, period),
    because,
    terms: terms.map(({ amount, why, article }) => ({
      amount: `${amount} ${unitNames[unit]}`,
      why,
      article: printCitation(article),
    })),
    exclusions,
    excludedInAll,
    sum,
    pendingOn,
  };
}
