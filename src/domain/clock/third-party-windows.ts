import type { Act, ActOf } from '../acts/acts.js';
import { firstOf, opensProceeding } from '../acts/proceeding-acts.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { decidingForSuit } from './limits.js';
import { type Ended, statutoryPeriod } from './making.js';
import type { Period } from './period.js';

type Told = ActOf<'opinion.overruled'>;

/** Both windows of the third party that was told under this number. */
export const thirdPartyWindowIds = (
  id: string,
): { readonly reconsideration: string; readonly suit: string } => ({
  reconsideration: `window:thirdParty:${id}`,
  suit: `window:thirdParty.suit:${id}`,
});

/**
 * What a third party may do that was told of a disclosure against its will (条例第三十二条): sixty days for
 * reconsideration (行政复议法第二十条第一款) or six months for suit (行政诉讼法第四十六条第一款), from the day on which it
 * has the notice. 复议前置 speaks of what is refused (行政复议法第二十三条第一款第四项), not of what is disclosed.
 */
export const thirdPartyWindows = (calendar: WorkCalendar, acts: readonly Act[]): Period[] =>
  acts
    .filter((act): act is Told => act.type === 'opinion.overruled')
    // Told again, it has known since the first time.
    .filter(({ id }, at, all) => all.findIndex((other) => other.id === id) === at)
    .flatMap((told) => windowsOf(calendar, acts, told));

function windowsOf(calendar: WorkCalendar, acts: readonly Act[], told: Told): Period[] {
  const { id, on } = told;
  const ids = thirdPartyWindowIds(id);
  const making = {
    matter: id,
    of: 'thirdParty',
    startedOn: on,
    because: '自第三方收到公开告知之日起',
    lapse: 'remedy.lapsed',
    ended: turned(acts, told),
  } as const;
  return [
    statutoryPeriod(calendar, {
      ...making,
      id: ids.reconsideration,
      name: '第三方申请复议的期限',
      limit: 'reconsideration.application',
    }),
    statutoryPeriod(calendar, {
      ...making,
      id: ids.suit,
      name: '第三方起诉的期限',
      limit: 'litigation.direct',
      deciding: decidingForSuit(on),
    }),
  ];
}

/** Which third party has come is not on record where there are several: the windows of all of them are then used up. */
function turned(acts: readonly Act[], { on }: Told): Ended | undefined {
  const opening = acts.filter(opensProceeding).find(
    (act) =>
      act.appellant === 'thirdParty' &&
      act.on >= on &&
      // 不予受理 leaves the ways as they were.
      firstOf(acts, 'reconsideration.decided', act.id)?.result !== 'notAccepted',
  );
  return opening && { on: opening.on, how: 'met' };
}
