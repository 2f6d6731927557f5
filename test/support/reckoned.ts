import { expect } from 'chai';
import type { DataSource } from 'typeorm';
import { derive } from '../../src/casework/derivation.js';
import { defaultPolicy } from '../../src/domain/clock/consultations.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { loadCalendar } from '../../src/records/calendar/calendars.js';
import { logsOf } from '../../src/records/application/logs.js';
import { WakeRecord } from '../../src/records/application/wake.js';

/** Rows and wakes of every case say what its log and the calendar in force say. */
export async function expectStoredAsReckoned(dataSource: DataSource): Promise<void> {
  const calendar = await loadCalendar(dataSource.manager);
  const applications = await dataSource.manager.find(ApplicationRecord);
  const logs = await logsOf(
    dataSource.manager,
    applications.map(({ id }) => id),
  );
  const stored = await dataSource.manager.find(WakeRecord);
  for (const application of applications) {
    const { caches, wakes } = derive(logs.get(application.id) ?? [], calendar, defaultPolicy);
    expect(application).to.deep.include(caches);
    const own = stored.filter(({ applicationId }) => applicationId === application.id);
    expect(own.map(({ act, matter, on }) => ({ act, matter, on }))).to.have.deep.members([...wakes]);
  }
}

/** Whether a confirmation waits for the calendar that others hold. */
export async function calendarIsAwaited(dataSource: DataSource): Promise<boolean> {
  const rows: unknown[] = await dataSource.query(
    `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND NOT granted`,
  );
  return rows.length > 0;
}
