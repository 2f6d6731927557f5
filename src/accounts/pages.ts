import type { AccessLine } from '../records/application/access-lines.js';
import type { AccountRecord } from '../records/person/account.js';
import type { AdministrationLineTold } from '../records/office/administration.js';
import type { FormState } from '../web/forms.js';
import type { Option } from '../web/options.js';
import { definePage, type PageContract } from '../web/page.js';
import type { Pagination } from '../web/pagination.js';

interface AccountList extends PageContract {
  /** What was searched for; '' when nothing was. */
  search: string;
  accounts: AccountRecord[];
  pagination: Pagination;
}

interface PersonPage extends PageContract {
  form: FormState;
  officeOptions: readonly Option[];
  roleOptions: readonly Option[];
}

interface AccountPage extends PersonPage {
  account: AccountRecord;
  /** The viewer looks at the own account. */
  self: boolean;
  /** Shown once, after adding or resetting. */
  password: string | undefined;
  lines: readonly AdministrationLineTold[];
}

interface AccessRecordPage extends PageContract {
  /** What was searched for; '' when nothing was. */
  search: string;
  lines: readonly AccessLine[];
  pagination: Pagination;
}

export const accountList = definePage<AccountList>('accounts/list');
export const newAccountPage = definePage<PersonPage>('accounts/new');
export const accessRecordPage = definePage<AccessRecordPage>('accounts/access-record');
export const accountPage = definePage<AccountPage>('accounts/account');
