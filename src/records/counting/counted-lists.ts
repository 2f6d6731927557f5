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
export function behind(
  statement: Statement,
  { after }: Stretch,
  order: { readonly day: string; readonly descending: boolean; readonly number?: string },
): { readonly where: string; readonly orderBy: string } {
  const direction = order.descending ? 'DESC' : 'ASC';
  const columns = [order.day, 'version."applicationId"', ...(order.number ? [order.number] : [])];
  const orderBy = columns.map((column) => `${column} ${direction}`).join(', ');
  if (!after) return { where: 'TRUE', orderBy };
  const keys: readonly unknown[] = [after.day, after.applicationId, ...(order.number ? [after.number] : [])];
  const places = keys.map(
    (key, i) => `${statement.put(key)}::${i === 0 ? 'date' : i === 1 ? 'uuid' : 'text'}`,
  );
  const sign = order.descending ? '<' : '>';
  return { where: `(${columns.join(', ')}) ${sign} (${places.join(', ')})`, orderBy };
}

/** Whether any of a list's rows follow, asked by taking one more than is shown. */
export function cut<T>(rows: readonly T[], size: number): { rows: readonly T[]; more: boolean } {
  return { rows: rows.slice(0, size), more: rows.length > size };
}

/** Runs a statement that {@link Statement} has put together. */
export const rowsOf = <T>(manager: EntityManager, text: string, { parameters }: Statement): Promise<T[]> =>
  manager.query(text, parameters);
