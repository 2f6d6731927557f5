import {
  type Act,
  type ActType,
  type RecordedAct,
  definitionOf,
  readAct,
} from '../../src/domain/acts/acts.js';
import { effectiveActs } from '../../src/domain/acts/effective.js';
import type { Actor } from '../../src/domain/application/authority.js';
import { type Performed, type Refusal, isRefusal, perform } from '../../src/domain/application/perform.js';
import { type Standing, beginning } from '../../src/domain/application/standing.js';
import { type Wake, actOfWake } from '../../src/domain/application/wakes.js';
import { accountOfPeriod } from '../../src/domain/clock/account.js';
import { type Reading, readClock } from '../../src/domain/clock/clock.js';
import { type ClockPolicy, defaultPolicy } from '../../src/domain/clock/consultations.js';
import type { ReadPeriod } from '../../src/domain/clock/period.js';
import type { Finding } from '../../src/domain/law/finding.js';
import { roles } from '../../src/domain/office/role.js';
import { type LocalDate, localDate } from '../../src/domain/time/local-date.js';
import { officialNotices } from '../../src/domain/time/notices.js';
import { WorkCalendar } from '../../src/domain/time/work-calendar.js';
import { serviceSaid } from './service.js';

/** The calendar by all official notices. */
export const calendar = WorkCalendar.from(officialNotices);

export const everyone: Actor = { kind: 'person', name: '王经办', roles };
export const ledger: Actor = { kind: 'ledger', name: '2023年台账' };
export const time: Actor = { kind: 'time' };

/** What a form would hold where a test does not care. */
const filled: { readonly [T in ActType]?: Readonly<Record<string, unknown>> } = {
  'application.received': { channel: 'counter' },
  'application.assigned': { handler: '法规科' },
  'application.withdrawn': { proof: '撤回申请书' },
  'act.corrected': { why: '记录有误' },
  'particulars.corrected': { why: '登记时录错', what: '联系电话' },
  'correction.required': { items: '请写明所需文件的名称或文号。' },
  'reasons.asked': { facts: '本月已提出三十件相同事项的申请。' },
  'reasons.given': { reasonable: 'yes' },
  'reply.deferred': { why: '数量巨大，需分批检索。' },
  'opinion.sought': { id: '1', consultee: 'thirdParty' },
  'opinion.delivered': { id: '1' },
  'opinion.received': { id: '1' },
  'opinion.lapsed': { id: '1' },
  'fee.noticed': { basis: 'page', quantity: 72, yuan: 420 },
  'reply.drafted': { outcome: 'granted', provided: '复印件一份' },
  'reply.reviewed': { passed: 'yes' },
  'reply.issued': { outcome: 'granted', provided: '复印件一份', onTheSpot: true },
  'reply.supplemented': { number: '补1', why: '附件漏印一页。' },
  'transfer.noticed': { directTo: '某某区水利局', reasons: '该信息由水利局制作。' },
  'reconsideration.accepted': { id: '复议1' },
  'reconsideration.copyReceived': { id: '复议1', procedure: 'ordinary' },
  'reconsideration.suspended': { why: '等待另案结果。' },
  'reconsideration.prolonged': { days: 30 },
  'reconsideration.decided': { id: '复议1', result: 'revoked' },
  'reconsideration.ended': { why: '申请人撤回。' },
  'suit.served': { id: '诉讼1', route: 'direct' },
  'suit.judged': { result: 'claimsRejected', form: 'judgment' },
  'suit.suspended': { why: '等待另案结果。' },
  'suit.appealed': { appellant: 'applicant' },
  'suit.appealCopyReceived': { appellant: 'applicant' },
  'suit.retrialApplied': { appellant: 'applicant' },
  'remedy.omitted': { what: 'both', how: '答复书没有救济告知。' },
  'suit.finallyJudged': { result: 'claimsRejected' },
  'redo.ordered': { id: '复议1' },
  'redo.notOrdered': { id: '复议1', says: '撤销某局 2026 年 6 月 1 日作出的答复。' },
};

/** An act as the form's reader gives it. Throws when the facts do not fit the form. */
export function act(type: ActType, on: string, facts: Readonly<Record<string, unknown>> = {}): Act {
  const matter =
    'id' in definitionOf(type).fields ? { id: type.startsWith('suit.') ? '诉讼1' : '复议1' } : {};
  const service = type === 'reply.served' ? saidOfService(facts['how']) : {};
  const read = readAct(type, { ...matter, ...filled[type], ...service, ...facts, on });
  if ('faults' in read) throw new Error(Object.values(read.faults).join(''));
  return read.act;
}

const saidOfService = (how: unknown): object =>
  typeof how === 'string' && Object.hasOwn(serviceSaid, how)
    ? serviceSaid[how as keyof typeof serviceSaid]
    : serviceSaid.counter;

interface Way {
  /** The day of recording; the day of the tests' present, unless said. */
  readonly today?: string;
  readonly by?: Actor;
}

/** A case without a database: acts go through the door, so that a test cannot build an impossible one. */
export class PaperCase {
  log: readonly RecordedAct[] = [];
  last?: Performed;

  constructor(
    readonly today = '2026-11-23',
    readonly policy: ClockPolicy = defaultPolicy,
  ) {}

  get acts(): readonly RecordedAct[] {
    return effectiveActs(this.log);
  }

  get standing(): Standing {
    return this.last?.standing ?? beginning;
  }

  get wakes(): readonly Wake[] {
    return this.last?.wakes ?? [];
  }

  try(offered: Act, { today = this.today, by = everyone }: Way = {}): Performed | Refusal {
    const tried = by.kind === 'ledger' ? { ...offered, source: 'ledger' as const } : offered;
    const day = localDate(today);
    const now = `${today}T01:00:00.${String(this.log.length % 1000).padStart(3, '0')}Z`;
    return perform(this.log, tried, by, { today: day, now, calendar, policy: this.policy });
  }

  /** Performs an act. Throws with the sentences of a refusal. */
  does(type: ActType, on: string, facts: Readonly<Record<string, unknown>> = {}, way: Way = {}): this {
    return this.takes(act(type, on, facts), way);
  }

  takes(offered: Act, way: Way = {}): this {
    const done = this.attempt(offered, way);
    if (isRefusal(done)) throw new Error(done.refusals.map(({ says, mend }) => says + mend).join(''));
    return this;
  }

  /** Performs an act where it is not refused. */
  attempt(offered: Act, way: Way = {}): Performed | Refusal {
    const done = this.try(offered, way);
    if (!isRefusal(done)) {
      this.log = done.log;
      this.last = done;
    }
    return done;
  }

  /** Drafts, signs and issues a reply on one day. */
  replies(on: string, facts: Readonly<Record<string, unknown>> = {}): this {
    const content = { ...facts, onTheSpot: 'no' };
    return this.does('reply.drafted', on, content).does('reply.signed', on).does('reply.issued', on, content);
  }

  /** What stands against an act that is refused; empty when it would be taken. */
  refusals(
    type: ActType,
    on: string,
    facts: Readonly<Record<string, unknown>> = {},
    way: Way = {},
  ): readonly Finding[] {
    const done = this.try(act(type, on, facts), way);
    return isRefusal(done) ? done.refusals : [];
  }

  /** Performs what time has brought about before the day. */
  lapse(day = this.today): this {
    for (;;) {
      const due = this.wakes.find(({ on }) => on < localDate(day));
      if (!due) return this;
      this.takes(actOfWake(due), { today: day, by: time });
    }
  }

  /** Codes of the irregularities that the last act brought. */
  get flaws(): string[] {
    return (this.last?.irregularities ?? []).map(({ code }) => code);
  }

  reading(on = this.today): Reading {
    return readClock(this.acts, calendar, localDate(on), this.policy);
  }

  /** A period by its id. Throws when there is none. */
  period(id: string, on = this.today): ReadPeriod {
    const { periods } = this.reading(on);
    const found = periods.find((period) => period.id === id);
    if (!found) throw new Error(`no ${id} among ${periods.map((p) => p.id).join(', ')}`);
    return found;
  }

  /** The last day of the reply period in force or last in force. */
  get replyDueOn(): LocalDate | undefined {
    return this.reading().reply?.dueOn;
  }
}

/** A case received at the counter and registered. */
export const received = (on: string, today?: string): PaperCase =>
  new PaperCase(today).does('application.received', on).does('application.registered', on);

/** The counted days of a period, and its last counted day. */
export function countedIn(period: ReadPeriod): { counted: number; last?: LocalDate } {
  const counted = accountOfPeriod(period, calendar).filter(({ mark }) => mark === 'counted');
  const last = counted.at(-1)?.on;
  return { counted: counted.length, ...(last ? { last } : {}) };
}
