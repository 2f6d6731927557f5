import { reconsiderationComesFirst } from '../clock/appeal-periods.js';
import { decidingForSuit, requiredLimit, unitNames } from '../clock/limits.js';
import { type Citation, cite } from '../law/citation.js';
import { reconsiderationStatuteOn } from '../law/statutes.js';
import { type OutcomeId, outcomes } from '../outcome/outcomes.js';
import type { LocalDate } from '../time/local-date.js';
import { type AnsweringOffice, reconsiderationOrgans } from './organs.js';

/** The way to a remedy, derived from outcome, date, office and service: nobody types it. */
export interface RemedyRoutes {
  /** 复议前置: reconsideration first, then suit. */
  readonly reconsiderationFirst: boolean;
  readonly organs: readonly string[];
  readonly reconsiderationWithin: string;
  readonly suitWithin: string;
  readonly suitAfterReconsiderationWithin: string;
  readonly court: string;
  /** Given when the reply was served on the internet: the channel must then be named. */
  readonly internetFiling?: string;
  readonly articles: readonly Citation[];
}

/** How one may turn against a reply of that kind, given on that day. `undefined` where there is nothing to turn against. */
export function remedyRoutes(
  outcome: OutcomeId,
  on: LocalDate,
  office: AnsweringOffice,
  servedOnInternet: boolean,
): RemedyRoutes | undefined {
  if (outcomes[outcome].remedy === 'none') return undefined;
  const first = reconsiderationComesFirst(outcome, on);
  const print = (id: Parameters<typeof requiredLimit>[0]): string => {
    const { amount, unit } = requiredLimit(id, id.startsWith('litigation.') ? decidingForSuit(on) : on);
    return `${amount}${unitNames[unit]}`;
  };
  const statute = reconsiderationStatuteOn(on);
  const present = statute === 'reconsideration';
  return {
    reconsiderationFirst: first,
    organs: reconsiderationOrgans(office, on),
    reconsiderationWithin: print('reconsideration.application'),
    suitWithin: print('litigation.direct'),
    suitAfterReconsiderationWithin: print('litigation.afterReconsideration'),
    court: office.court ?? '有管辖权的人民法院',
    ...(servedOnInternet && present
      ? { internetFiling: office.internetFiling ?? '复议机关公布的互联网渠道' }
      : {}),
    articles: [
      present ? cite('reconsideration', 20, 1) : cite('reconsideration2017', 9, 1),
      ...(first ? [cite('reconsideration', 23, 1, 4), cite('litigation', 45)] : [cite('litigation', 46, 1)]),
    ],
  };
}

/** What a letter calls that which one may turn against, and itself. */
export interface Turned {
  readonly decision: string;
  readonly letter: string;
}
const ofReply: Turned = { decision: '本答复', letter: '本答复' };

/** The remedies paragraph (救济告知) of a letter: 行政复议法第二十条第三款、第二十三条第二款 make telling it a duty. */
export function remedyParagraph(routes: RemedyRoutes, { decision, letter }: Turned = ofReply): string {
  const organs = routes.organs.join('或者');
  const filing = routes.internetFiling ? `，也可以通过${routes.internetFiling}提出` : '';
  const received = `自收到${letter}之日起`;
  return routes.reconsiderationFirst
    ? `如对${decision}不服，应当先${received}${routes.reconsiderationWithin}内向${organs}申请行政复议${filing}；` +
        `对行政复议决定仍不服的，可以自收到行政复议决定书之日起${routes.suitAfterReconsiderationWithin}内依法向${routes.court}提起行政诉讼。`
    : `如对${decision}不服，可以${received}${routes.reconsiderationWithin}内向${organs}申请行政复议${filing}，` +
        `或者${received}${routes.suitWithin}内依法向${routes.court}提起行政诉讼。`;
}
