import type { EntityManager } from 'typeorm';
import { fingerprint } from '../infrastructure/sealing.js';
import { now } from '../infrastructure/today.js';
import { normalLoginName } from '../records/person/accounts.js';

/** How many failures in a row are free; from then on each wait is double the last. */
interface Patience {
  free: number;
}

/** A whole bureau may sit behind one address, so an address is given more patience than a name. */
const patience = { name: { free: 5 }, address: { free: 50 } } as const satisfies Record<string, Patience>;

const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 900;
/** After this long without a failure the count begins anew. */
const FORGET_SECONDS = 3600;

const key = {
  name: (loginName: string) => fingerprint(`sign-in name ${normalLoginName(loginName)}`),
  address: (address: string) => fingerprint(`sign-in address ${address}`),
};

/**
 * Counts an attempt as failed before the password is looked at, so that many at once gain nothing.
 * False while the wait of the name or of the address is not over: then nothing is counted.
 */
export async function mayAttempt(
  manager: EntityManager,
  loginName: string,
  address: string,
): Promise<boolean> {
  if (!(await countFailure(manager, key.address(address), patience.address))) return false;
  if (await countFailure(manager, key.name(loginName), patience.name)) return true;
  await takeBack(manager, key.address(address));
  return false;
}

/** The attempt succeeded: the name starts clean, the address gets this one attempt back. */
export async function attemptSucceeded(
  manager: EntityManager,
  loginName: string,
  address: string,
): Promise<void> {
  await manager.query('DELETE FROM sign_in_failures WHERE fingerprint = $1', [key.name(loginName)]);
  await takeBack(manager, key.address(address));
}

async function countFailure(manager: EntityManager, id: string, { free }: Patience): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO sign_in_failures AS known (fingerprint, failures, "lastFailedAt") VALUES ($1, 1, $2)
     ON CONFLICT (fingerprint) DO UPDATE SET
       failures = CASE WHEN known."lastFailedAt" < $2::timestamptz - make_interval(secs => $6) THEN 1
                       ELSE known.failures + 1 END,
       "lastFailedAt" = $2
     WHERE known.failures < $3
        OR known."lastFailedAt" + make_interval(secs => least($5, $4 * power(2, least(known.failures - $3, 20))))
           <= $2::timestamptz
     RETURNING failures`,
    [id, now(), free, FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS, FORGET_SECONDS],
  );
  return rows.length > 0;
}

async function takeBack(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    'UPDATE sign_in_failures SET failures = greatest(failures - 1, 0) WHERE fingerprint = $1',
    [id],
  );
}
