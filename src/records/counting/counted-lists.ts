import type { EntityManager } from 'typeorm';
import { type LocalDate, firstDayOf } from '../../domain/time/local-date.js';
import { today } from '../../infrastructure/today.js';
import type { TalliedYear } from './tallies.js';

/** What lists behind counts are asked for: the same as the counts. */
export type ListedYear = Required<TalliedYear>;

/** The end of one stretch of a list, where the next begins: by the day that orders it, then by keys. */
export interface ListPlace {
  readonly day: LocalDate;
  readonly applicationId: string;
  readonly number: string;
}

/** A stretch of a list: at most `size` rows after a place, or from the beginning. */
export interface Stretch {
  readonly after?: ListPlace | undefined;
  readonly size: number;
  /**
   * So many rows the list still has from there on, where it has been counted: no more are looked for, since looking for
   * one that there is not would read a whole history.
   */
  readonly left?: number;
}

/** What a stretch gives, and whether any rows follow it. */
export interface Listed<T> {
  readonly rows: readonly T[];
  readonly more: boolean;
}

/** The parameters of a statement. In its text `$first` and `$until` stand for the days of the year asked for. */
export class Statement {
  private readonly parameters: unknown[] = [];

  constructor(private readonly asked: Pick<ListedYear, 'year' | 'until'>) {}

  /** Gives the place of a parameter: $3. */
  put(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  run<T>(manager: EntityManager, text: string): Promise<T[]> {
    const { year, until } = this.asked;
    // Put in where they are used: the database refuses a parameter that is nowhere.
    const places = { first: '', until: '' };
    const bound = text.replaceAll(/\$(first|until)\b/g, (_, name: keyof typeof places) => {
      places[name] ||= `${this.put(name === 'until' ? until : firstDayOf(year))}::date`;
      return places[name];
    });
    return manager.query(bound, this.parameters);
  }
}

/**
 * Whether a list speaks of what holds now. Then nothing has been concluded since, and indexes of what is open now give
 * it; of a past day it is found among what was received or opened before, the latest first.
 */
export const isOfToday = ({ axis, until }: ListedYear): boolean => axis === 'law' && until >= today();

/** The versions that count: those that hold, or those that held at the end of the day. */
export const inForce = ({ axis }: Pick<ListedYear, 'axis'>): string =>
  axis === 'law'
    ? 'version."knownUntil" IS NULL'
    : 'version."knownFrom" <= $until AND (version."knownUntil" IS NULL OR version."knownUntil" > $until)';

/** A part of a list: it is asked for by itself, since it has an index of its own. No version stands in two parts. */
export interface ListedPart {
  readonly where: string;
  /** The column of the day that orders it, or a day as SQL has it. */
  readonly day: string;
}

/** What stands in a list of versions, each with its application and its office. */
export interface VersionList {
  readonly from: 'application_versions' | 'proceeding_versions';
  /** What is selected besides what every list gives: {@link ListedCase}. */
  readonly columns: string;
  readonly join?: string;
  /** All of these hold. */
  readonly conditions: readonly string[];
  readonly parts: readonly ListedPart[];
  readonly descending: boolean;
  /** `number` where an application may stand in the list more than once. */
  readonly key?: 'number';
}

/** What every list says of a case. */
export interface ListedCase {
  /** The day that orders the list. */
  readonly day: LocalDate;
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly content: string;
  /** 简称. */
  readonly office: string;
}

/**
 * A stretch of a list. Office by office: an index gives the days of one office in their order, those of several it does
 * not. `statement` holds the parameters of the conditions and parts.
 */
export async function stretchOf<T extends ListedCase>(
  manager: EntityManager,
  statement: Statement,
  { from, columns, join = '', conditions, parts, descending, key }: VersionList,
  officeIds: readonly string[],
  stretch: Stretch,
): Promise<Listed<T>> {
  const { after, size, left = Infinity } = stretch;
  const limit = statement.put(Math.min(size + 1, left));
  const keys = ['"applicationId"', ...(key ? [`"${key}"`] : [])].map((column) => `version.${column}`);
  const inOrder = (day: string): string =>
    [day, ...keys].map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`).join(', ');
  const place = after && [
    `${statement.put(after.day)}::date`,
    `${statement.put(after.applicationId)}::uuid`,
    ...(key ? [`${statement.put(after[key])}::text`] : []),
  ];
  // Keys run with the day, so that one index gives both.
  const further = (day: string): string[] =>
    place ? [`(${[day, ...keys].join(', ')}) ${descending ? '<' : '>'} (${place.join(', ')})`] : [];
  const stretches = parts.map(
    ({ where, day }) =>
      `(SELECT version.*, ${day} AS day FROM ${from} AS version
         WHERE ${['version."officeId" = chosen.id', ...conditions, where, ...further(day)].join(' AND ')}
         ORDER BY ${inOrder(day)} LIMIT ${limit})`,
  );
  const rows = await statement.run<T>(
    manager,
    `SELECT version.day, version."applicationId", application."number" AS "applicationNumber", application."content",
            office."shortName" AS office, ${columns}
     FROM (
       SELECT version.* FROM unnest(${statement.put([...officeIds])}::uuid[]) AS chosen (id) CROSS JOIN LATERAL (
         ${stretches.join(' UNION ALL ')}
       ) AS version
       ORDER BY ${inOrder('version.day')} LIMIT ${limit}
     ) AS version
     JOIN applications AS application ON application."id" = version."applicationId"
     JOIN offices AS office ON office."id" = version."officeId"
     ${join}
     ORDER BY ${inOrder('version.day')}`,
  );
  // Where it is not known how many are left, one more than is shown tells whether any follow.
  return { rows: rows.slice(0, size), more: rows.length > size };
}
