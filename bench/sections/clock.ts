import { readClock } from '../../src/domain/clock/clock.js';
import { type DayInterval, workdaysAfter } from '../../src/domain/time/counting.js';
import { type LocalDate, addDays, localDate } from '../../src/domain/time/local-date.js';
import { PaperCase, calendar } from '../../test/support/paper-case.js';
import { type Figure, compare } from '../measuring.js';

const START = localDate('2024-01-02');
const TIMES = 2000;

/** The same day found by walking from day to day and looking into every interval. */
function walked(start: LocalDate, n: number, excluded: readonly DayInterval[]): LocalDate {
  let day = start;
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    const here = day;
    const out = excluded.some(({ after, through }) => after < here && here <= through);
    if (calendar.isWorkday(day) && !out) left -= 1;
  }
  return day;
}

const intervals = (k: number): DayInterval[] =>
  Array.from({ length: k }, (_, i) => {
    const after = addDays(START, 3 + i * 9);
    return { after, through: addDays(after, 6) };
  });

const again = (task: () => unknown) => () => {
  for (let i = 0; i < TIMES; i += 1) task();
};

/** The due day, and the whole reading of a case that has been through everything. */
export async function clockFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const k of [0, 3, 30]) {
    const excluded = intervals(k);
    if (workdaysAfter(calendar, START, 20, excluded) !== walked(START, 20, excluded)) {
      throw new Error('The walk and the count differ.');
    }
    figures.push(
      await compare({
        section: '期限',
        what: `20 个工作日，扣除 ${k} 段（${TIMES} 次）`,
        ours: again(() => workdaysAfter(calendar, START, 20, excluded)),
        against: '逐日数',
        baseline: again(() => walked(START, 20, excluded)),
        runs: 15,
      }),
    );
  }
  const { acts } = fullCase();
  const on = localDate('2026-11-23');
  const { periods } = readClock(acts, calendar, on);
  figures.push(
    await compare({
      section: '期限',
      what: `一件 ${acts.length} 条记录、${periods.length} 个期限的整案读数（100 次）`,
      ours: () => {
        for (let i = 0; i < 100; i += 1) readClock(acts, calendar, on);
      },
      against: '逐日数同样这些期限',
      baseline: () => {
        for (let i = 0; i < 100; i += 1) {
          for (const { startedOn, dueOn, excluded } of periods) {
            walked(startedOn, Math.max(1, calendar.workdaysIn(startedOn, dueOn)), excluded);
          }
        }
      },
      runs: 15,
    }),
  );
  return figures;
}

/** 补正、两次征求意见、延期、答复、复议、应诉. */
export const fullCase = (): PaperCase =>
  new PaperCase()
    .does('application.received', '2024-01-02')
    .does('application.registered', '2024-01-02')
    .does('application.assigned', '2024-01-02')
    .does('correction.required', '2024-01-05', { until: '2024-01-19' })
    .does('correction.received', '2024-01-12')
    .does('opinion.sought', '2024-01-15', { deliveredOn: '2024-01-15' })
    .does('opinion.sought', '2024-01-17', { id: '2', consultee: 'agency', deliveredOn: '2024-01-17' })
    .does('opinion.received', '2024-01-22')
    .does('opinion.received', '2024-01-24', { id: '2' })
    .does('period.extended', '2024-01-31', { workdays: 20 })
    .does('reply.issued', '2024-02-20')
    .does('reply.served', '2024-02-21')
    .does('reconsideration.accepted', '2024-03-11')
    .does('reconsideration.copyReceived', '2024-03-13')
    .does('reconsideration.answered', '2024-03-20')
    .does('reconsideration.decided', '2024-04-30', { result: 'upheld' })
    .does('suit.served', '2024-05-10', { route: 'afterReconsideration' })
    .does('suit.answered', '2024-05-17');
