import type { Act, ActOf } from '../acts/acts.js';
import { concludes } from '../acts/conclusions.js';
import { type Consultee, consultees } from '../acts/handling-acts.js';
import { cite } from '../law/citation.js';
import { statutes } from '../law/statutes.js';
import { workdaysAfter } from '../time/counting.js';
import { type LocalDate, addDays, maxDate, minDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { type Limit, type LimitId, requiredLimit } from './limits.js';
import { type Ended, statutoryPeriod } from './making.js';
import type { Exclusion, Period } from './period.js';

/** Which boundary days of a consultation are excluded (law.md §13: (发出, 收到意见] unless the office decides otherwise). */
export interface ClockPolicy {
  readonly excludesSendingDay: boolean;
}
export const defaultPolicy: ClockPolicy = { excludesSendingDay: false };

/** One consultation (征求意见), put together from its acts. */
export interface Consultation {
  readonly id: string;
  readonly sought: ActOf<'opinion.sought'>;
  readonly deliveredOn?: LocalDate;
  readonly received?: ActOf<'opinion.received'>;
  /** The day the consultee's time runs out; reckoned from the sending while the delivery is not known. */
  readonly lapsesOn: LocalDate;
  readonly lapsed: boolean;
  /** The office went on without the answer: it replied, or the application came to an end. */
  readonly droppedOn?: LocalDate;
}

/** Applications received under the 2007 regulation had no such limit; the present one is applied to them too (本系统口径). */
const decidingDay = (on: LocalDate): LocalDate => maxDate(on, statutes.disclosure.from);

/** By which limit each kind of consultee is to answer. */
export const limitOfConsultee: Readonly<Record<Consultee, LimitId>> = {
  thirdParty: 'thirdParty.opinion',
  coProducer: 'agency.opinion',
  successor: 'otherAgency.opinion',
  agency: 'otherAgency.opinion',
};

/** In how many working days the consultee is to answer. */
export const opinionLimit = ({ consultee, on }: ActOf<'opinion.sought'>): Limit =>
  requiredLimit(limitOfConsultee[consultee], decidingDay(on));

/** All consultations of an application, in the order in which they were sent. */
export function consultationsOf(calendar: WorkCalendar, acts: readonly Act[]): Consultation[] {
  return acts.flatMap((sought, at) => {
    if (sought.type !== 'opinion.sought') return [];
    const { id } = sought;
    const delivered = acts.find((a) => a.type === 'opinion.delivered' && a.id === id);
    const received = acts.find(
      (a): a is ActOf<'opinion.received'> => a.type === 'opinion.received' && a.id === id,
    );
    const lapsed = acts.find((a) => a.type === 'opinion.lapsed' && a.id === id);
    const deliveredOn = sought.deliveredOn ?? delivered?.on;
    const { amount } = opinionLimit(sought);
    const lapsesOn = lapsed?.on ?? workdaysAfter(calendar, deliveredOn ?? sought.on, amount);
    const over = acts.slice(at).find((a) => concludes(a) || a.type === 'redo.ordered');
    const answered = received ?? lapsed;
    const dropped = over && (!answered || over.on < answered.on) ? { droppedOn: over.on } : {};
    return [{ id, sought, deliveredOn, received, lapsesOn, lapsed: lapsed !== undefined, ...dropped }];
  });
}

const consulteeName = ({ sought }: Consultation): string => sought.name ?? consultees[sought.consultee];

/**
 * The days that a consultation keeps out of the reply period (条例第三十三条第三款): after the sending, up to and
 * including the day of the answer, but no longer than the consultee had by law or the office has waited for it.
 */
export function exclusionOf(consultation: Consultation, policy: ClockPolicy): Exclusion {
  const { id, sought, received, lapsed, lapsesOn, droppedOn } = consultation;
  const until = received ? minDate(received.on, lapsesOn) : lapsesOn;
  return {
    matter: id,
    after: policy.excludesSendingDay ? addDays(sought.on, -1) : sought.on,
    through: minDate(until, droppedOn ?? until),
    why: `征求${consulteeName(consultation)}意见`,
    article: cite('disclosure', 33, 3),
    ...(received || lapsed || droppedOn ? {} : { projected: true }),
  };
}

/** The consultee's own 15 working days, from the day the paper reached it. */
export function consulteePeriod(calendar: WorkCalendar, consultation: Consultation): Period | undefined {
  const { id, sought, deliveredOn } = consultation;
  if (!deliveredOn) return undefined;
  return statutoryPeriod(calendar, {
    id: `opinion:${id}`,
    matter: id,
    limit: limitOfConsultee[sought.consultee],
    of: 'consultee',
    startedOn: deliveredOn,
    deciding: decidingDay(sought.on),
    because: `${consulteeName(consultation)}收到征求意见书之日起`,
    lapse: 'opinion.lapsed',
    ended: endOf(consultation),
  });
}

function endOf({ received, lapsed, lapsesOn, droppedOn }: Consultation): Ended | undefined {
  if (droppedOn) return { on: droppedOn, how: 'spared' };
  if (received) return { on: received.on };
  return lapsed ? { on: lapsesOn, how: 'lapsed' } : undefined;
}
