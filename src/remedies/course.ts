import type { RecordedAct } from '../domain/acts/acts.js';
import type { ReadPeriod } from '../domain/clock/period.js';
import { printCitation } from '../domain/law/citation.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { deadlineOf } from '../web/deadline-reading.js';
import { paths } from '../web/paths.js';
import { chineseDate, deadlineWords } from '../web/words.js';
import type { ProceedingPageContract } from './pages.js';
import type { ProceedingFile } from './proceeding-file.js';

type Stage = ProceedingPageContract['stages'][number];

/** The steps of a proceeding, each done by one of these acts. */
const courses = {
  reconsideration: [
    { name: '受理', by: ['reconsideration.accepted'] },
    { name: '收到副本', by: ['reconsideration.copyReceived'] },
    { name: '答复举证', by: ['reconsideration.answered'] },
    { name: '复议决定', by: ['reconsideration.decided', 'reconsideration.ended'] },
  ],
  suit: [
    { name: '应诉通知', by: ['suit.served'] },
    { name: '答辩举证', by: ['suit.answered'] },
    { name: '一审', by: ['suit.judged'] },
    { name: '二审', by: ['suit.appealed', 'suit.appealCopyReceived'] },
    { name: '生效', by: ['suit.tookEffect', 'suit.finallyJudged'] },
  ],
} as const;

const appeals: readonly string[] = courses.suit[3].by;
/** What ends the second instance. */
const endsOfAppeal: readonly string[] = ['suit.remanded', ...courses.suit[4].by];

const dayOfFirst = (acts: readonly RecordedAct[], types: readonly string[]): LocalDate | undefined =>
  acts.findLast(({ type }) => types.includes(type))?.on;

/** Where the proceeding stands in its course; what was passed over is said so. */
export function stagesOf({ proceeding, acts, state }: ProceedingFile): Stage[] {
  const course = courses[proceeding.kind].map(({ name, by }) => ({ name, on: dayOfFirst(acts, by) }));
  const last = (types: readonly string[]): number => acts.findLastIndex(({ type }) => types.includes(type));
  const onAppeal = last(appeals) > last(endsOfAppeal);
  // Judged and open to appeal: it is not yet in effect.
  const mayBeAppealed = last(courses.suit[2].by) > last([...appeals, ...endsOfAppeal]);
  const current = proceeding.concludedOn
    ? -1
    : course.findIndex(({ name, on }) => (name === '二审' ? onAppeal || mayBeAppealed : !on));
  return course.map(({ name, on }, i): Stage => {
    if (i === current) return { name, state: 'current', note: state.name };
    if (on) return { name, state: 'done', note: chineseDate(on) };
    return { name, state: proceeding.concludedOn ? 'skipped' : 'ahead' };
  });
}

const endings = {
  met: '按期',
  late: '逾期',
  superseded: '重新起算',
  lapsed: '期满未用',
  spared: '无需再办',
} as const;

/** Every period of the proceeding: its due day, why, and how it stands or ended. */
export const periodsShown = ({ periods, proceeding }: ProceedingFile): PeriodShown[] =>
  periods.map((period) => periodShown(period, proceeding.applicationId));

/** The windows of the applicant that belong to the case, not to this proceeding. */
export const windowsShown = ({ windows, proceeding }: ProceedingFile): PeriodShown[] =>
  windows.map((period) => periodShown(period, proceeding.applicationId));

type PeriodShown = ProceedingPageContract['periods'][number];

function periodShown(period: ReadPeriod, applicationId: string): PeriodShown {
  return {
    name: period.name,
    href: paths.caseDeadline(applicationId, period.id),
    because: `${period.because}（${chineseDate(period.startedOn)}）`,
    dueOn: chineseDate(period.dueOn) + (period.provisional ? '（暂定）' : ''),
    words: standingOf(period),
    article: printCitation(period.article),
    late: period.of === 'duty' && (period.state === 'overdue' || period.state === 'late'),
    unsettled: period.unsettled ?? '',
  };
}

/** A way taken in time is used; a duty is done. */
const endingOf = ({ of }: ReadPeriod, how: keyof typeof endings): string =>
  of === 'applicant' && how === 'met' ? '已提起' : endings[how];

function standingOf(period: ReadPeriod): string {
  const { ended } = period;
  if (ended) return `${endingOf(period, ended.how)}（${chineseDate(ended.on)}）`;
  // A window that nobody used in time is over, not late.
  if (period.of === 'applicant' && period.state === 'overdue') return '期满未用';
  const { word, rest } = deadlineWords(deadlineOf(period));
  return rest ? `${word}，${rest}` : word;
}
