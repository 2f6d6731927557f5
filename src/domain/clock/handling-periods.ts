import type { Act, ActOf, ActOfTime } from '../acts/acts.js';
import { cite } from '../law/citation.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { limitOn } from './limits.js';
import { type Ended, periodUntil, statutoryPeriod } from './making.js';
import type { Period } from './period.js';

/** The periods of handling other than the reply and the opinions: 补正告知, 补正, 说明理由, 缴费. */
export const handlingPeriods = (calendar: WorkCalendar, acts: readonly Act[]): Period[] =>
  acts.flatMap((act, place): Period[] => {
    const later = (): Act[] => acts.slice(place + 1);
    switch (act.type) {
      case 'application.received':
        return correctionNotice(calendar, act, later());
      case 'correction.required':
      case 'reasons.asked':
        return [awaited(calendar, act, place, later())];
      case 'fee.noticed':
        return payment(calendar, act, place, later());
      default:
        return [];
    }
  });

const first = (acts: readonly Act[], ...types: readonly Act['type'][]): Act | undefined =>
  acts.find(({ type }) => types.includes(type));

/** Withdrawn, or overtaken by an order to reply: what the applicant was asked for is no longer awaited. */
const overtaking: readonly Act['type'][] = ['application.withdrawn', 'redo.ordered'];

function endedBy(end: Act | undefined, lapsed: ActOfTime): Ended | undefined {
  if (!end) return undefined;
  if (end.type === lapsed) return { on: end.on, how: 'lapsed' };
  return overtaking.includes(end.type) ? { on: end.on, how: 'spared' } : { on: end.on };
}

/** 条例第三十条: within how long the office may ask for a correction. */
function correctionNotice(
  calendar: WorkCalendar,
  received: ActOf<'application.received'>,
  later: readonly Act[],
): Period[] {
  if (!limitOn('correction.notice', received.on)) return [];
  const noticed = first(later, 'correction.required');
  const spared = first(later, 'reply.issued', 'transfer.noticed', 'application.withdrawn');
  return [
    statutoryPeriod(calendar, {
      id: 'correction.notice',
      limit: 'correction.notice',
      of: 'window',
      startedOn: received.on,
      because: '自收到申请之日起',
      ended: noticed ? { on: noticed.on } : spared && { on: spared.on, how: 'spared' },
    }),
  ];
}

const asked = {
  'correction.required': {
    name: '补正期限',
    given: 'correction.received',
    lapse: 'correction.lapsed',
    article: cite('disclosure', 30),
  },
  'reasons.asked': {
    name: '说明理由的期限',
    given: 'reasons.given',
    lapse: 'reasons.lapsed',
    article: cite('disclosure', 35),
  },
} as const;

/** What the applicant was asked for, by the day that the notice names. */
function awaited(
  calendar: WorkCalendar,
  act: ActOf<'correction.required'> | ActOf<'reasons.asked'>,
  place: number,
  later: readonly Act[],
): Period {
  const { name, given, lapse, article } = asked[act.type];
  return periodUntil(calendar, {
    id: `${act.type}:${place}`,
    limit: 'correction.notice',
    of: 'applicant',
    startedOn: act.on,
    because: '告知书所定',
    until: act.until,
    name,
    article,
    lapse,
    ended: endedBy(first(later, given, lapse, ...overtaking), lapse),
  });
}

/** 国办函〔2020〕109号: from the day on which the applicant received the notice; it may be noted after the notice. */
function payment(
  calendar: WorkCalendar,
  noticed: ActOf<'fee.noticed'>,
  place: number,
  later: readonly Act[],
): Period[] {
  const told = first(later, 'fee.delivered', 'fee.noticed');
  const deliveredOn = noticed.deliveredOn ?? (told?.type === 'fee.delivered' ? told.on : undefined);
  const startedOn = deliveredOn ?? noticed.on;
  if (!limitOn('fee.payment', startedOn)) return [];
  return [
    statutoryPeriod(calendar, {
      id: `fee:${place}`,
      limit: 'fee.payment',
      of: 'applicant',
      startedOn,
      because: '自收到收费通知次日起',
      pendingOn: deliveredOn ? undefined : '申请人收到收费通知的日期尚未登记，暂按通知之日起算',
      // 视为放弃 needs proof that the notice was received (国办函〔2020〕109号第六条).
      lapse: deliveredOn ? 'fee.lapsed' : undefined,
      ended: endedBy(first(later, 'fee.paid', 'fee.lapsed', ...overtaking), 'fee.lapsed'),
    }),
  ];
}
