import type { DataSource } from 'typeorm';
import { recount } from '../../src/casework/recount.js';

/**
 * Makes the cases of a database such as were recorded day by day, each act on its own day or on that of the act before,
 * where they were all recorded today. The chains of acts do not hold then; such a database is for lists and counts.
 */
export async function recordDaily(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query('ALTER TABLE acts DISABLE TRIGGER "acts_are_kept"');
    await manager.query(
      `UPDATE acts SET "recordedAt" = (done.day + time '10:00') AT TIME ZONE 'Asia/Shanghai'
       FROM (
         SELECT "applicationId", seq, max("on") OVER (PARTITION BY "applicationId" ORDER BY seq) AS day FROM acts
       ) AS done
       WHERE done."applicationId" = acts."applicationId" AND done.seq = acts.seq`,
    );
    await manager.query('ALTER TABLE acts ENABLE TRIGGER "acts_are_kept"');
  });
  await recount(dataSource, { mend: true });
}
