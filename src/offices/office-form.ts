import { type OfficeStanding, officeStandings } from '../domain/remedy/organs.js';
import { type GuideFacts, guideFactsOf } from '../records/office/guide-facts.js';
import { officeKinds, type OfficeKind, type OfficeRecord } from '../records/office/office.js';
import { Email, Postcode } from '../web/contact-fields.js';
import { Choice, Text, WholeNumber } from '../web/fields.js';

/** Codes are typed on the command line: letters, digits and hyphens. */
export const OFFICE_CODE = /^[A-Z0-9][A-Z0-9-]{1,30}$/;

const standings = Object.keys(officeStandings) as OfficeStanding[];

/** What 救济告知 needs besides the columns; kept in the office's settings, '' where it is not set. */
interface RemedyFields {
  /** '' leaves it to kind and name. */
  readonly standing: OfficeStanding | '';
  readonly superior: string;
  readonly seat: string;
  readonly court: string;
  readonly internetFiling: string;
}

type OfficeColumns = Pick<
  OfficeRecord,
  | 'name'
  | 'shortName'
  | 'kind'
  | 'government'
  | 'address'
  | 'phone'
  | 'postcode'
  | 'disclosureBody'
  | 'letterMark'
>;

/** What an administrator may change of an office. */
export type OfficeFields = OfficeColumns & RemedyFields & GuideFacts;

class OfficeForm implements OfficeColumns {
  @Text({ label: '全称', max: 100 })
  name: string;

  @Text({ label: '简称', max: 30 })
  shortName: string;

  @Choice({ label: '类别', of: officeKinds })
  kind: OfficeKind;

  @Text({ label: '本级人民政府', max: 100 })
  government: string;

  @Text({ label: '政府信息公开工作机构', max: 100, required: false })
  disclosureBody: string;

  @Text({ label: '发文机关代字', max: 30, required: false })
  letterMark: string;

  @Text({ label: '地址', max: 200, required: false })
  address: string;

  @Text({
    label: '电话',
    max: 40,
    required: false,
    pattern: /^[\d\s()（）+-]*$/,
    patternFault: '电话只能用数字、括号和横线，如 023-53222222',
  })
  phone: string;

  @Postcode('邮政编码')
  postcode: string;

  @Choice({ label: '复议中的机关性质', of: standings, required: false })
  standing?: OfficeStanding;

  @Text({ label: '上一级主管部门', max: 100, required: false })
  superior: string;

  @Text({ label: '所在地人民政府', max: 100, required: false })
  seat: string;

  @Text({ label: '有管辖权的人民法院', max: 100, required: false })
  court: string;

  @Text({ label: '网上申请复议的渠道', max: 200, required: false })
  internetFiling: string;

  @Text({ label: '办公时间', max: 100, required: false })
  hours: string;

  @Email('受理申请的电子邮箱')
  email: string;

  @Text({
    label: '受理申请的传真',
    max: 40,
    required: false,
    pattern: /^[\d\s()（）+-]*$/,
    patternFault: '传真只能用数字、括号和横线，如 023-53222222',
  })
  fax: string;

  @Text({ label: '其他受理渠道的说明', max: 300, required: false })
  channels: string;
}

export class NewOfficeForm extends OfficeForm {
  @Text({
    label: '代码',
    max: 31,
    pattern: OFFICE_CODE,
    patternFault: '代码只能用大写字母、数字和横线，如 LP-ZFB',
  })
  code: string;

  /** Whether it is one of the viewer's offices is asked where it is saved. */
  @Text({ label: '上级机关' })
  parentId: string;
}

export class ChangedOfficeForm extends OfficeForm {
  @WholeNumber({ label: '版本' })
  version: number;
}

function columnsOf(from: OfficeColumns): OfficeColumns {
  const { name, shortName, kind, government, address, phone, postcode, disclosureBody, letterMark } = from;
  return { name, shortName, kind, government, address, phone, postcode, disclosureBody, letterMark };
}

/** Only the fields that may be changed, of a form. */
export function officeFields(form: OfficeForm): OfficeFields {
  const { standing = '', superior, seat, court, internetFiling, hours, email, fax, channels } = form;
  return { ...columnsOf(form), standing, superior, seat, court, internetFiling, hours, email, fax, channels };
}

/** The same fields as an office now has them. */
export function fieldsOfOffice(office: OfficeRecord): OfficeFields {
  const { settings } = office;
  const text = (name: keyof RemedyFields): string => {
    const value = settings[name];
    return typeof value === 'string' ? value : '';
  };
  const standing = standings.find((one) => one === settings['standing']) ?? '';
  return {
    ...columnsOf(office),
    standing,
    superior: text('superior'),
    seat: text('seat'),
    court: text('court'),
    internetFiling: text('internetFiling'),
    ...guideFactsOf(office),
  };
}

/** The fields as the table holds them; what is empty has no entry in the settings. */
export function officeRow(
  fields: OfficeFields,
  settings: OfficeRecord['settings'] = {},
): OfficeColumns & Pick<OfficeRecord, 'settings'> {
  const { standing, superior, seat, court, internetFiling, hours, email, fax, channels, ...columns } = fields;
  const told = { standing, superior, seat, court, internetFiling, hours, email, fax, channels };
  const set = Object.entries({ ...settings, ...told }).filter(([, value]) => value !== '');
  return { ...columns, settings: Object.fromEntries(set) };
}
