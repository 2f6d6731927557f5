import type { OfficeRecord } from '../records/office/office.js';
import type { OfficeInTree } from '../records/office/offices.js';
import type { AdministrationLineTold } from '../records/office/administration.js';
import type { FormState } from '../web/forms.js';
import type { Option } from '../web/options.js';
import { definePage, type PageContract } from '../web/page.js';

interface OfficeList extends PageContract {
  offices: OfficeInTree[];
}

interface NewOfficePage extends PageContract {
  form: FormState;
  kindOptions: readonly Option[];
  standingOptions: readonly Option[];
  parentOptions: readonly Option[];
}

interface OfficePage extends PageContract {
  office: OfficeRecord;
  form: FormState;
  /** The form of the seal's picture, and where the picture is; '' without one. */
  seal: FormState;
  sealPicture: string;
  kindOptions: readonly Option[];
  standingOptions: readonly Option[];
  lines: readonly AdministrationLineTold[];
}

export const officeList = definePage<OfficeList>('offices/list');
export const newOfficePage = definePage<NewOfficePage>('offices/new');
export const officePage = definePage<OfficePage>('offices/office');
