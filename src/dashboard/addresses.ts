import type { ReplyTiming } from '../domain/statistics/reply-timing.js';
import { paths, withQuery } from '../web/paths.js';
import type { Asked } from './asked.js';

/** The two kinds of proceeding that the rates speak of. */
export type RateKind = 'reconsideration' | 'litigation';

/** What narrows a list of proceedings; `concluded` are all but the pending. */
export interface ListQuery {
  readonly group?: RateKind | 'direct' | 'afterReconsideration';
  readonly column?: 'upheld' | 'corrected' | 'other' | 'pending' | 'concluded';
  readonly month?: string;
  readonly result?: string;
  readonly organ?: string;
  readonly row?: string;
  /** One office of those that the board speaks of. */
  readonly office?: string;
}

type BoardAddress = Asked['query'];

/** The proceedings behind a number of the board. An organ that is not recorded is asked for by a dash. */
export const proceedingsAt = (board: BoardAddress, wanted: ListQuery): string =>
  withQuery(paths.countedProceedings, { ...board, ...wanted });

/** The applications behind a number of reply timings. */
export const repliesAt = (board: BoardAddress, timing: ReplyTiming, office?: string): string =>
  withQuery(paths.countedReplies, { ...board, ...(office ? { office } : {}), timing });

/** A chart of the board as a picture. */
export const chartAt = (board: BoardAddress, chart: 'dial' | 'months' | 'years', kind: RateKind): string =>
  withQuery(`${paths.charts}/${chart}-${kind}.svg`, board);
