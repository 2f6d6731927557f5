import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Flow } from '../../domain/statistics/movements.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { OfficeRecord } from '../office/office.js';

/**
 * The two calendars of a count. `law`: by the day that counts in law, as the record says today. `known`: by the day
 * from whose end it was both so and recorded, so that the sum up to a day is what was known then.
 */
export type Axis = 'law' | 'known';

/** Pre-summed movements: those of one key that fall on one day, in one month or in one year. */
@Entity('counts')
export class CountRecord {
  @ForeignKey(() => OfficeRecord, { name: 'counts_office_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'counts_pkey' })
  officeId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'counts_pkey' })
  axis: Axis;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'counts_pkey' })
  grain: 'year' | 'month' | 'day';

  /** On the axis: the day, or the first of the month or year. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'counts_pkey' })
  at: LocalDate;

  /** The year of the day that counts in law, by its first day; of `ended`, but for a year's sum, the month. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'counts_pkey' })
  month: LocalDate;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'counts_pkey' })
  flow: Flow;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'counts_pkey', array: true })
  key: string[];

  @Column({ type: 'int' })
  amount: number;
}

/**
 * Movements that are not in the sums yet. Transactions only add rows here, so that no two of them wait for one another;
 * whoever reads adds them to the sums, and a worker folds them in.
 */
@Entity('count_changes')
@Index('count_changes_office', ['officeId'])
export class CountChange {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'count_changes_pkey',
  })
  id: string;

  @ForeignKey(() => OfficeRecord, { name: 'count_changes_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @Column({ type: 'text' })
  flow: Flow;

  @Column({ type: 'text', array: true })
  key: string[];

  /** The day that counts in law. */
  @Column({ type: 'date' })
  on: LocalDate;

  /** The day on which it was recorded. */
  @Column({ type: 'date' })
  recordedOn: LocalDate;

  @Column({ type: 'int' })
  amount: number;
}
