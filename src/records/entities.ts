import { AccountRecord } from './account.js';
import { AccountSession } from './account-session.js';
import { AdministrationLine } from './administration-line.js';
import { OfficesAndAccounts0000000000001 } from './migrations/0001-offices-and-accounts.js';
import { OfficeRecord } from './office.js';
import { SignInFailure } from './sign-in-failure.js';

/** Every table, for the data source. */
export const entities = [OfficeRecord, AccountRecord, AccountSession, SignInFailure, AdministrationLine];

/** Every migration in its order. Forward only; the name ends in thirteen digits, which TypeORM sorts by. */
export const migrations = [OfficesAndAccounts0000000000001];
