import { expect } from 'chai';
import fc from 'fast-check';
import { type Act, actTypes } from '../../src/domain/acts/acts.js';
import { effectiveActs } from '../../src/domain/acts/effective.js';
import { flawsOf } from '../../src/domain/application/history.js';
import { isRefusal } from '../../src/domain/application/perform.js';
import { replay, takes } from '../../src/domain/application/standing.js';
import { summaryOf } from '../../src/domain/application/summary.js';
import { actOfWake, wakesOf } from '../../src/domain/application/wakes.js';
import { accountOfPeriod } from '../../src/domain/clock/account.js';
import { periodsOf, readClock } from '../../src/domain/clock/clock.js';
import { lengthOf } from '../../src/domain/clock/making.js';
import type { Period } from '../../src/domain/clock/period.js';
import { identitiesOf } from '../../src/domain/statistics/identities.js';
import { composeTableFour } from '../../src/domain/statistics/table-four.js';
import { type CountedCases, composeTableThree } from '../../src/domain/statistics/table-three.js';
import {
  type LocalDate,
  addDays,
  daysBetween,
  localDate,
  maxDate,
  yearOf,
} from '../../src/domain/time/local-date.js';
import { type History, histories } from '../support/histories.js';
import { faultsOf } from '../support/history-faults.js';
import { act, calendar } from '../support/paper-case.js';

const CHINESE = /^[^a-zA-Z]*\p{Script=Han}[^]*[。]$/u;

describe('random histories through the door', function () {
  this.timeout(120_000);
  let sample: readonly History[];

  before(() => {
    sample = fc.sample(histories, { numRuns: 120, seed: 20_261_123 });
  });

  const everyPeriod = (check: (period: Period, history: History) => void): void => {
    for (const history of sample)
      for (const period of periodsOf(history.file.acts, calendar)) check(period, history);
  };

  it('come to nearly every kind of act', () => {
    const performed = new Set(sample.flatMap(({ file }) => file.log.map(({ type }) => type)));
    expect(actTypes.filter((type) => !performed.has(type)).length).to.be.at.most(3);
  });

  it('come to their end, most of them', () => {
    const closed = sample.filter(({ file }) => file.standing.stage === 'closed');
    expect(closed.length).to.be.above(sample.length / 2);
  });

  it('refuse with a sentence and a mend, both in Chinese', () => {
    const refused = sample.flatMap(({ steps }) =>
      steps.flatMap(({ result }) => (isRefusal(result) ? result.refusals : [])),
    );
    expect(refused.length).to.be.above(100);
    for (const { says, mend } of refused) {
      expect(says).to.match(CHINESE);
      expect(mend).to.match(CHINESE);
    }
  });

  it('replay to where they stand', () => {
    for (const { file } of sample) {
      const { standing, misplaced } = replay(effectiveActs(file.log));
      expect(misplaced).to.equal(undefined);
      expect([standing.state, standing.stage, standing.name]).to.deep.equal([
        file.standing.state,
        file.standing.stage,
        file.standing.name,
      ]);
      expect(standing.facts).to.deep.equal(file.standing.facts);
    }
  });

  it('hold in all that the soak proves of many more', () => {
    expect(sample.flatMap(faultsOf)).to.deep.equal([]);
  });

  it('survive being kept as JSON', () => {
    for (const { file } of sample) {
      const { facts } = file.standing;
      expect(JSON.parse(JSON.stringify(facts))).to.deep.equal(facts);
    }
  });

  it('have no due day on a rest day', () => {
    everyPeriod(({ id, dueOn }) => expect(calendar.isWorkday(dueOn), `${id} ${dueOn}`).to.equal(true));
  });

  it('name each period once', () => {
    for (const { file } of sample) {
      const ids = periodsOf(file.acts, calendar).map(({ id }) => id);
      expect(new Set(ids).size, ids.join(' ')).to.equal(ids.length);
    }
  });

  it('account for each period day by day: as many counted days as it is long, the last of them the due day', () => {
    everyPeriod((period) => {
      const account = accountOfPeriod(period, calendar);
      const counted = account.filter(({ mark }) => mark === 'counted');
      expect(account.at(0)?.on).to.equal(period.startedOn);
      const rolled = account.filter(({ mark }) => mark === 'rolled').length;
      if (period.terms.length === 0) return;
      expect(counted.at(-1)?.on).to.equal(addDays(period.dueOn, -rolled));
      if (period.unit === 'months') return;
      expect(counted.length, period.id).to.equal(lengthOf(period));
      expect(counted.at(-1)?.n).to.equal(lengthOf(period));
      if (period.unit === 'workdays') expect(rolled).to.equal(0);
    });
  });

  it('exclude no more days than their consultations have one by one', () => {
    everyPeriod((period) => {
      const excluded = accountOfPeriod(period, calendar).filter(({ mark }) => mark === 'excluded').length;
      const daysOf = (after: LocalDate, through: LocalDate): number =>
        period.unit === 'workdays' ? calendar.workdaysIn(after, through) : daysBetween(after, through);
      const sum = period.excluded.reduce(
        (n, e) => n + daysOf(maxDate(e.after, period.startedOn), e.through),
        0,
      );
      expect(excluded).to.be.at.most(sum);
    });
  });

  it('read at any past day as they were read then', () => {
    for (const { file, steps } of sample) {
      for (const { today, result } of steps) {
        if (isRefusal(result)) continue;
        const known = file.log.filter(({ seq }) => seq <= result.recorded.seq);
        expect(readClock(effectiveActs(known), calendar, today)).to.deep.equal(result.reading);
      }
    }
  });

  it('never get a shorter reply period by one more consultation', () => {
    const reply = (acts: readonly Act[]): LocalDate | undefined =>
      periodsOf(acts, calendar).findLast(({ limit, of }) => limit === 'reply' && of === 'duty')?.dueOn;
    for (const { file } of sample) {
      const [first, ...rest] = file.acts;
      if (!first) throw new Error('an empty history');
      for (const [after, days] of [
        [0, 3],
        [4, 9],
        [12, 30],
      ] as const) {
        const sent = addDays(first.on, after);
        const more = [
          act('opinion.sought', sent, { id: 'another', consultee: 'agency' }),
          act('opinion.received', addDays(sent, days), { id: 'another' }),
        ];
        const [before, with1] = [reply(file.acts), reply([first, ...more, ...rest])];
        expect(with1 && before && with1 >= before, `${String(before)} → ${String(with1)}`).to.equal(true);
      }
    }
  });

  it('have wakes that the lifecycle takes, each once, and none when closed', () => {
    for (const { steps } of sample) {
      for (const { result } of steps) {
        if (isRefusal(result)) continue;
        const { wakes, standing, reading } = result;
        if (standing.stage === 'closed') expect(wakes).to.deep.equal([]);
        for (const wake of wakes) expect(takes(standing, actOfWake(wake))).to.equal(true);
        const names = wakes.map(({ act: name, matter }) => `${name} ${matter}`);
        expect(new Set(names).size, names.join()).to.equal(names.length);
        expect(wakesOf(standing, effectiveActs(result.log), reading.periods)).to.deep.equal(wakes);
      }
    }
  });

  it('let every wake fire once its day is over', () => {
    for (const { file, today } of sample) {
      const far = addDays(today, 900);
      file.lapse(far);
      expect(file.wakes.filter(({ on }) => on < far)).to.deep.equal([]);
    }
  });

  it('are possible histories still after every correction', () => {
    for (const { steps } of sample) {
      for (const { today, result } of steps) {
        if (isRefusal(result) || result.recorded.type !== 'act.corrected') continue;
        const judging = { today, calendar, policy: { excludesSendingDay: false } };
        const flaws = flawsOf(effectiveActs(result.log), judging);
        expect(flaws.filter(({ finding }) => finding.severity === 'impossible')).to.deep.equal([]);
      }
    }
  });

  it('balance in the annual tables of every year', () => {
    const summaries = sample.map(({ file }) => summaryOf(file.acts, file.standing.facts));
    const years = [...new Set(summaries.map(({ receivedOn }) => yearOf(receivedOn)))].sort();
    let lastYear: ReturnType<typeof composeTableThree> | undefined;
    for (let year = years[0] ?? 2014; year <= 2027; year += 1) {
      const first = localDate(`${year}-01-01`);
      const counts = summaries.flatMap(({ receivedOn, concludedOn, row }): CountedCases[] => {
        if (yearOf(receivedOn) > year || (concludedOn && concludedOn < first)) return [];
        const came = yearOf(receivedOn) === year ? ('received' as const) : ('carriedIn' as const);
        const went = concludedOn && row && yearOf(concludedOn) === year ? row : ('carriedOut' as const);
        return [came, went].map((place) => ({ row: place, applicant: 'naturalPerson', count: 1 }));
      });
      const four = composeTableFour(
        summaries.flatMap(({ proceedings }) =>
          proceedings.map(({ kind, route = 'direct', column = 'pending' as const }) => ({
            group: kind === 'suit' ? route : ('reconsideration' as const),
            column,
            count: 1,
          })),
        ),
      );
      const three = composeTableThree(counts);
      const broken = identitiesOf(three, four, lastYear).filter(({ holds }) => !holds);
      expect(broken, String(year)).to.deep.equal([]);
      lastYear = three;
    }
  });
});
