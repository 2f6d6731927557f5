import { type EntityManager, MoreThan, Not } from 'typeorm';
import { type Derived, derivedFrom, ImpossibleLog } from '../casework/derivation.js';
import { definitionOf } from '../domain/acts/acts.js';
import { effectiveActs } from '../domain/acts/effective.js';
import type { Stage } from '../domain/application/stages.js';
import { replay } from '../domain/application/standing.js';
import { type Wake, wakesOf } from '../domain/application/wakes.js';
import { readClock, type Reading } from '../domain/clock/clock.js';
import { type ClockPolicy, defaultPolicy } from '../domain/clock/consultations.js';
import type { Period } from '../domain/clock/period.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { log } from '../infrastructure/log.js';
import { sm3 } from '../infrastructure/sm3.js';
import type { ActRecord } from '../records/application/act.js';
import { ApplicationRecord } from '../records/application/application.js';
import { canonicalJson } from '../records/application/chain.js';
import { logsOf, recordedAct } from '../records/application/logs.js';
import { clockPoliciesOf } from '../records/office/office-policy.js';

/** A day that moves: the end of a running period, or what time does when one is over. */
export interface MovedDay {
  readonly kind: 'period' | 'wake';
  readonly subject: string;
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What another calendar means for one open case. */
export interface CaseImpact {
  readonly applicationId: string;
  readonly officeId: string;
  readonly number: string;
  /** Of the log that was read. */
  readonly version: number;
  readonly moved: readonly MovedDay[];
  /** A running period was 暂定 and is so no longer. */
  readonly firm: boolean;
  /** What has to be stored; undefined when what is stored stays right. */
  readonly derived?: Derived;
}

type OpenCase = Pick<ApplicationRecord, 'id' | 'officeId' | 'number' | 'version'>;
type Known = ReadonlyMap<string, CaseImpact>;

const BATCH = 200;

/**
 * Reckons every open case with both calendars, some hundred logs at a time. A case in `known` that has had no act
 * since is not reckoned again. In the order of the applications' ids.
 */
export async function impactsOn(
  manager: EntityManager,
  before: WorkCalendar,
  after: WorkCalendar,
  known: Known = new Map(),
): Promise<CaseImpact[]> {
  const impacts: CaseImpact[] = [];
  let batch = await openCasesAfter(manager, undefined);
  while (batch.length > 0) {
    const unknown = batch.filter(({ id, version }) => known.get(id)?.version !== version);
    const logs = await logsOf(
      manager,
      unknown.map(({ id }) => id),
    );
    const policies = await clockPoliciesOf(
      manager,
      unknown.map(({ officeId }) => officeId),
    );
    for (const one of batch) {
      const earlier = known.get(one.id);
      if (earlier?.version === one.version) {
        impacts.push(earlier);
        continue;
      }
      const policy = policies.get(one.officeId) ?? defaultPolicy;
      impacts.push(impactOn(one, logs.get(one.id) ?? [], { before, after, policy }));
    }
    batch = await openCasesAfter(manager, batch.at(-1)?.id);
  }
  return impacts;
}

/** Equal exactly when the same days move to the same days. */
export function fingerprintOf(impacts: readonly CaseImpact[]): string {
  return sm3(
    canonicalJson(
      impacts
        .filter(({ moved }) => moved.length > 0)
        .map(({ applicationId, moved }) => [
          applicationId,
          moved.map(({ kind, subject, from, to }) => [kind, subject, from, to]),
        ]),
    ),
  );
}

function openCasesAfter(manager: EntityManager, id: string | undefined): Promise<OpenCase[]> {
  return manager.find(ApplicationRecord, {
    select: { id: true, officeId: true, number: true, version: true },
    where: { stage: Not<Stage>('closed'), ...(id === undefined ? {} : { id: MoreThan(id) }) },
    order: { id: 'ASC' },
    take: BATCH,
  });
}

interface Calendars {
  readonly before: WorkCalendar;
  readonly after: WorkCalendar;
  readonly policy: ClockPolicy;
}

function impactOn(one: OpenCase, rows: readonly ActRecord[], calendars: Calendars): CaseImpact {
  const { id: applicationId, officeId, number, version } = one;
  const unchanged = { applicationId, officeId, number, version, moved: [], firm: false };
  try {
    return { ...unchanged, ...readBoth(rows, calendars) };
  } catch (error) {
    // A broken log must not keep the notice from all other cases; `verify` names it.
    log().error({ err: error, applicationId }, 'a case could not be reckoned with the new calendar');
    return unchanged;
  }
}

function readBoth(
  rows: readonly ActRecord[],
  { before, after, policy }: Calendars,
): Pick<CaseImpact, 'moved' | 'firm' | 'derived'> {
  const acts = effectiveActs(rows.map(recordedAct));
  const { standing, misplaced } = replay(acts);
  const lastOn = acts.at(-1)?.on;
  if (misplaced || !lastOn) throw new ImpossibleLog('The log does not fit the lifecycle.');
  const [old, fresh] = [before, after].map((calendar) => {
    const reading = readClock(acts, calendar, lastOn, policy);
    const wakes = wakesOf(standing, acts, reading.periods);
    const derived = derivedFrom({ log: rows, acts, standing, reading, wakes, calendar, policy });
    return { reading, wakes, derived };
  });
  if (!old || !fresh) throw new Error('Two calendars give two readings.');
  const stays = canonicalJson(old.derived) === canonicalJson(fresh.derived);
  return {
    moved: [...movedPeriods(old.reading, fresh.reading), ...movedWakes(old.wakes, fresh.wakes)],
    firm: old.reading.periods.some(
      ({ provisional, ended }, i) => provisional && !ended && fresh.reading.periods[i]?.provisional === false,
    ),
    ...(stays ? {} : { derived: fresh.derived }),
  };
}

function movedPeriods(old: Reading, fresh: Reading): MovedDay[] {
  const to = new Map(fresh.periods.map((period) => [period.id, period.dueOn]));
  return old.periods.flatMap((period): MovedDay[] => {
    const dueOn = to.get(period.id);
    if (period.ended || dueOn === undefined || dueOn === period.dueOn) return [];
    return [{ kind: 'period', subject: period.id, name: nameOf(period), from: period.dueOn, to: dueOn }];
  });
}

function movedWakes(old: readonly Wake[], fresh: readonly Wake[]): MovedDay[] {
  const to = new Map(fresh.map(({ act, matter, on }) => [`${act}:${matter}`, on]));
  return old.flatMap(({ act, matter, on }): MovedDay[] => {
    const subject = `${act}:${matter}`;
    const later = to.get(subject);
    if (later === undefined || later === on) return [];
    const name = ofMatter(definitionOf(act).name, matter);
    return [{ kind: 'wake', subject, name, from: on, to: later }];
  });
}

/** Periods of consultations and proceedings are told apart by the number that people gave them. */
function nameOf({ matter, name }: Period): string {
  return ofMatter(name, matter);
}

/** 答辩和举证期限（诉讼-1）; a 案号 that begins with a bracket of its own stands behind a comma. */
function ofMatter(name: string, matter: string | undefined): string {
  if (!matter) return name;
  return matter.startsWith('（') ? `${name}，${matter}` : `${name}（${matter}）`;
}
