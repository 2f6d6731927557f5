import type { Act } from '../acts/acts.js';
import {
  appellants,
  grievances,
  procedures,
  reconsiderationCapacities,
  suitCapacities,
  suitRoutes,
} from '../acts/appeal-acts.js';
import { openingActOf } from '../acts/proceeding-acts.js';
import { reconsiderationStatuteOn, statutes } from '../law/statutes.js';
import type { LocalDate } from '../time/local-date.js';
import { proceduresOf } from './procedure.js';

/** How a proceeding began, in the words of its first acts. Empty where the record is silent. */
export interface AppealOpening {
  readonly openedOn?: LocalDate;
  readonly organ: string;
  readonly appellant: string;
  readonly over: string;
  readonly overSilence: boolean;
  readonly capacity: string;
  readonly procedure: string;
  /** Of a suit. */
  readonly route: string;
  readonly appliedOn?: LocalDate;
  readonly docketedOn?: LocalDate;
  /** The version of 行政复议法 that holds, for a reconsideration. */
  readonly statute: string;
}

const empty = { organ: '', procedure: '', route: '', statute: '' } as const;

/** Reads off the acts how the proceeding of that number began. */
export function openingOf(acts: readonly Act[], number: string): AppealOpening {
  const act = openingActOf(acts, number);
  if (!act) return { ...empty, appellant: '', over: '', overSilence: false, capacity: '' };
  const told = {
    openedOn: act.on,
    appellant: appellants[act.appellant ?? 'applicant'],
    over: grievances[act.over ?? 'reply'],
    overSilence: act.over === 'silence',
    procedure: procedureWord(acts, number),
  };
  if (act.type === 'suit.served') {
    return {
      ...told,
      organ: act.court ?? '',
      capacity: suitCapacities[act.capacity ?? 'defendant'],
      route: suitRoutes[act.route],
      statute: '',
      ...(act.docketedOn ? { docketedOn: act.docketedOn } : {}),
    };
  }
  const statute = reconsiderationStatuteOn(act.appliedOn ?? act.on);
  return {
    ...told,
    organ: act.organ ?? '',
    capacity: reconsiderationCapacities[act.capacity ?? 'respondent'],
    route: '',
    statute: statutes[statute].title,
    ...(act.appliedOn ? { appliedOn: act.appliedOn } : {}),
  };
}

/** 普通程序（由简易程序转为） tells both. */
function procedureWord(acts: readonly Act[], number: string): string {
  const known = proceduresOf(acts, number);
  const now = known.at(-1);
  const before = known.at(-2);
  if (!now) return '';
  if (now === before) return procedures[now];
  // Nobody has said how it began, yet it was turned: from the other one.
  return before || turned(acts, number)
    ? `${procedures[now]}（由${procedures[now === 'ordinary' ? 'simplified' : 'ordinary']}转为）`
    : procedures[now];
}

const turned = (acts: readonly Act[], number: string): boolean =>
  acts.some(
    (a) => (a.type === 'reconsideration.converted' || a.type === 'suit.converted') && a.id === number,
  );
