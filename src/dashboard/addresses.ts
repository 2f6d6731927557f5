import type { AppealColumn } from '../domain/remedy/results.js';
import type { ApplicationList } from '../records/counting/listed-applications.js';
import { paths, withQuery } from '../web/paths.js';
import type { Asked } from './asked.js';

/** The two kinds of proceeding that the rates speak of. */
export type RateKind = 'reconsideration' | 'litigation';

/** What narrows a list of proceedings; `concluded` are all but the pending. */
export interface ProceedingQuery {
  readonly group?: RateKind | 'direct' | 'afterReconsideration';
  readonly column?: AppealColumn | 'concluded';
  readonly month?: string;
  readonly result?: string;
  readonly organ?: string;
  readonly row?: string;
  /** 败因 that the legal staff have named. */
  readonly reason?: string;
  /** One office of those that the board speaks of. */
  readonly office?: string;
}

/** What narrows a list of applications. */
export interface ApplicationQuery {
  readonly what: ApplicationList;
  /** Account; a dash where nobody has been assigned. */
  readonly handler?: string;
  readonly sign?: string;
  /** A band of 办理时长. */
  readonly days?: string;
  readonly office?: string;
}

export type BoardAddress = Asked['query'];

/** The proceedings behind a number of the board. An organ that is not recorded is asked for by a dash. */
export const proceedingsAt = (board: BoardAddress, wanted: ProceedingQuery): string =>
  withQuery(paths.countedProceedings, { ...board, ...wanted });

/** The applications behind a number of the board. */
export const applicationsAt = (board: BoardAddress, wanted: ApplicationQuery): string =>
  withQuery(paths.countedApplications, { ...board, ...given(wanted) });

/** Without what was left out, so that it does not stand in for the office of the board. */
const given = (query: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );

/** A chart of the board as a picture. */
export const chartAt = (
  board: BoardAddress,
  chart: 'dial' | 'months' | 'years' | 'taken',
  kind?: RateKind,
): string => withQuery(`${paths.charts}/${chart}${kind ? `-${kind}` : ''}.svg`, board);
