import type { EntityManager } from 'typeorm';
import type { LocalDate } from '../../domain/time/local-date.js';
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
}

/** What a stretch gives, and whether any rows follow it. */
export interface Listed<T> {
  readonly rows: readonly T[];
  readonly more: boolean;
}

/** Parts of a statement with what stands in for its parameters. */
export class Statement {
  readonly parameters: unknown[] = [];

  /** Gives the place of a parameter: $3. */
  put(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }
}

/** The versions that count: those that hold, or those that held at the end of the day. */
export const inForce = ({ axis }: Pick<ListedYear, 'axis'>, until: string): string =>
  axis === 'law'
    ? 'version."knownUntil" IS NULL'
    : `version."knownFrom" <= ${until} AND (version."knownUntil" IS NULL OR version."knownUntil" > ${until})`;

/** Rows behind the place, in the order of the list. Keys run with the day, so that one index gives both. */
function behind(
  statement: Statement,
  { after }: Stretch,
  { day, descending, key }: Pick<VersionList, 'day' | 'descending' | 'key'>,
): { readonly where: string; readonly orderBy: string } {
  const direction = descending ? 'DESC' : 'ASC';
  const columns = [day, 'applicationId', ...(key ? [key] : [])].map((column) => `version."${column}"`);
  const orderBy = columns.map((column) => `${column} ${direction}`).join(', ');
  if (!after) return { where: 'TRUE', orderBy };
  const keys = [`${statement.put(after.day)}::date`, `${statement.put(after.applicationId)}::uuid`];
  if (key) keys.push(`${statement.put(after[key])}::text`);
  return { where: `(${columns.join(', ')}) ${descending ? '<' : '>'} (${keys.join(', ')})`, orderBy };
}

/** Runs a statement that {@link Statement} has put together. */
export const rowsOf = <T>(manager: EntityManager, text: string, { parameters }: Statement): Promise<T[]> =>
  manager.query(text, parameters);

/** What stands in a list of versions, each with its application and its office. */
export interface VersionList {
  readonly from: 'application_versions' | 'proceeding_versions';
  /** What is selected besides what every list gives: {@link ListedCase}. */
  readonly columns: string;
  readonly join?: string;
  /** All of these hold. */
  readonly conditions: readonly string[];
  /** And any of these, no two of them at once: each is asked for by itself, since each has an index of its own. */
  readonly places: readonly string[];
  /** The column of the day that orders the list. */
  readonly day: string;
  readonly descending: boolean;
  /** `number` where an application may stand in the list more than once. */
  readonly key?: 'number';
}

/** What every list says of a case. */
export interface ListedCase {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly content: string;
  /** 简称. */
  readonly office: string;
}

/**
 * A stretch of a list. Office by office: an index gives the days of one office in their order, those of several it does
 * not. `statement` holds the parameters of the conditions and places.
 */
export async function stretchOf<T extends ListedCase>(
  manager: EntityManager,
  statement: Statement,
  { from, columns, join = '', conditions, places, ...ordered }: VersionList,
  officeIds: readonly string[],
  stretch: Stretch,
): Promise<Listed<T>> {
  const order = behind(statement, stretch, ordered);
  const limit = statement.put(stretch.size + 1);
  const stretches = places.map(
    (place) =>
      `(SELECT * FROM ${from} AS version
         WHERE ${['version."officeId" = chosen.id', ...conditions, place, order.where].join(' AND ')}
         ORDER BY ${order.orderBy} LIMIT ${limit})`,
  );
  const rows = await rowsOf<T>(
    manager,
    `SELECT version."applicationId", application."number" AS "applicationNumber", application."content",
            office."shortName" AS office, ${columns}
     FROM (
       SELECT version.* FROM unnest(${statement.put([...officeIds])}::uuid[]) AS chosen (id) CROSS JOIN LATERAL (
         ${stretches.join(' UNION ALL ')}
       ) AS version
       ORDER BY ${order.orderBy} LIMIT ${limit}
     ) AS version
     JOIN applications AS application ON application."id" = version."applicationId"
     JOIN offices AS office ON office."id" = version."officeId"
     ${join}
     ORDER BY ${order.orderBy}`,
    statement,
  );
  // One more than is shown tells whether any follow.
  return { rows: rows.slice(0, stretch.size), more: rows.length > stretch.size };
}
