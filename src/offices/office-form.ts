import { officeKinds, type OfficeKind, type OfficeRecord } from '../records/office.js';
import { Choice, Text, WholeNumber } from '../web/fields.js';

/** Codes are typed on the command line: letters, digits and hyphens. */
export const OFFICE_CODE = /^[A-Z0-9][A-Z0-9-]{1,30}$/;

/** What an administrator may change of an office. */
export type OfficeFields = Pick<
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

class OfficeForm implements OfficeFields {
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

  @Text({
    label: '邮政编码',
    max: 6,
    required: false,
    pattern: /^(\d{6})?$/,
    patternFault: '邮政编码应当是 6 位数字',
  })
  postcode: string;
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

/** Only the fields that may be changed, of a form or of an office. */
export function officeFields(from: OfficeFields): OfficeFields {
  const { name, shortName, kind, government, address, phone, postcode, disclosureBody, letterMark } = from;
  return { name, shortName, kind, government, address, phone, postcode, disclosureBody, letterMark };
}
