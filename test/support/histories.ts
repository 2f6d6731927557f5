import fc from 'fast-check';
import { type Act, type ActType, actsOfRecord, isActOfTime } from '../../src/domain/acts/acts.js';
import type { Actor } from '../../src/domain/application/authority.js';
import { type Performed, type Refusal, isRefusal } from '../../src/domain/application/perform.js';
import { takes, typesOffered } from '../../src/domain/application/standing.js';
import { actOfWake } from '../../src/domain/application/wakes.js';
import { type LocalDate, addDays, localDate } from '../../src/domain/time/local-date.js';
import { Tape, factsOf } from './history-facts.js';
import { PaperCase, act, everyone, time } from './paper-case.js';

/** One step of a history: what was tried on which day, and what came of it. */
export interface Step {
  readonly today: LocalDate;
  readonly tried: Act;
  readonly result: Performed | Refusal;
}

/** A random, plausible life of an application; every act went through the door. */
export interface History {
  readonly file: PaperCase;
  readonly steps: readonly Step[];
  readonly today: LocalDate;
}

const gaps = [0, 0, 0, 1, 1, 2, 3, 5, 8, 13, 21, 45];
const lateness = [0, 0, 0, 0, 0, 0, 1, 2, 4];
const rare: readonly ActType[] = [
  'application.received',
  ...actsOfRecord,
  'application.closed',
  'application.withdrawn',
  'reply.supplemented',
];

/** What brings a case to its end, from wherever it stands; the first that is taken is done. */
const homeward: readonly ActType[] = [
  'reconsideration.copyReceived',
  'reconsideration.answered',
  'reconsideration.resumed',
  'reconsideration.decided',
  'suit.answered',
  'suit.finallyJudged',
  'application.registered',
  'correction.received',
  'reasons.given',
  'opinion.received',
  'reply.issued',
  'reply.signed',
  'reply.drafted',
  'reply.served',
];
const LONGEST_WAY_HOME = 40;
/** Between two rounds in which nothing could be done but wait. */
const WAITING_DAYS = 30;

class Walk {
  readonly file: PaperCase;
  readonly steps: Step[] = [];

  constructor(
    readonly tape: Tape,
    public today: LocalDate,
  ) {
    this.file = new PaperCase(today).does('application.received', today);
  }

  goesOn(days: number): void {
    this.today = addDays(this.today, days);
    const due = () => this.file.wakes.find(({ on }) => on < this.today);
    for (let wake = due(); wake; wake = due()) if (!this.tries(actOfWake(wake), time)) return;
  }

  /** Tries an act on the day; whether it was taken. */
  tries(tried: Act, by: Actor = everyone): boolean {
    const result = this.file.attempt(tried, { today: this.today, by });
    this.steps.push({ today: this.today, tried, result });
    return !isRefusal(result);
  }

  triesOf(type: ActType, on = this.today): boolean {
    return this.tries(this.offer(type, on));
  }

  /** One random step. */
  strays(): void {
    const { tape, file } = this;
    const chance = tape.next() % 24;
    if (chance < 2) this.triesOf(tape.pick(actsOfRecord));
    else if (chance === 2) this.triesOf('application.closed');
    else if (chance === 3) this.triesOf('application.withdrawn');
    else if (chance === 4) this.triesOf('reply.supplemented');
    else {
      const offered = typesOffered(file.standing).filter(
        (type) => !isActOfTime(type) && !rare.includes(type),
      );
      const replied = file.standing.facts.outcome !== undefined;
      const handling = replied ? [] : offered.filter((type) => !/^(reconsideration|suit)[.]/.test(type));
      if (!(chance < 18 && this.triesOneOf(handling))) this.triesOneOf(offered);
    }
  }

  /** Ends what is open, act by act, and lets time do the rest. */
  goesHome(): void {
    for (let n = 0; n < LONGEST_WAY_HOME && this.file.standing.stage !== 'closed'; n += 1) {
      this.goesOn(this.tape.pick([0, 1, 2]));
      // 不再处理: nothing more is owed but the closing.
      const ended = this.file.standing.state.startsWith('replied.discontinued');
      const way = ended ? ['application.closed' as const, ...homeward] : homeward;
      if (!way.some((type) => this.forwards(type))) this.goesOn(WAITING_DAYS);
    }
  }

  private forwards(type: ActType): boolean {
    const { standing } = this.file;
    if (!typesOffered(standing).includes(type)) return false;
    const offer = this.offer(type, this.today);
    return takes(standing, offer) && this.tries(offer);
  }

  private offer(type: ActType, on: LocalDate): Act {
    return act(type, on, factsOf(type, on, this.tape, this.file));
  }

  /** Tries one of these, by chance, that the lifecycle takes; whether there was one. */
  private triesOneOf(types: readonly ActType[]): boolean {
    const left = [...types];
    while (left.length > 0) {
      const [type] = left.splice(this.tape.next() % left.length, 1);
      if (type === undefined) return false;
      const offer = this.offer(type, addDays(this.today, -this.tape.pick(lateness)));
      if (!takes(this.file.standing, offer)) continue;
      this.tries(offer);
      return true;
    }
    return false;
  }
}

/**
 * Plays a history from a list of numbers: the same numbers give the same history. It strays for `length` steps; then
 * most are brought to their end, and some are left in mid-course.
 */
export function played(numbers: readonly number[], length = 24): History {
  const tape = new Tape(numbers);
  const first = tape.pick([
    '2014-03-03',
    '2019-05-10',
    '2019-06-03',
    '2023-09-04',
    '2024-12-09',
    '2025-09-22',
  ]);
  const walk = new Walk(tape, addDays(localDate(first), tape.next() % 90));
  for (let n = 0; n < length; n += 1) {
    walk.goesOn(tape.pick(gaps));
    walk.strays();
  }
  if (tape.next() % 8 > 0) walk.goesHome();
  return walk;
}

/** Histories of about two dozen steps and the way home, from 2014 on. */
export const histories: fc.Arbitrary<History> = fc
  .array(fc.nat({ max: 999_983 }), { minLength: 20, maxLength: 120 })
  .map((numbers) => played(numbers));
