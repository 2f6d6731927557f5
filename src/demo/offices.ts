import type { NewOffice } from '../records/office/offices.js';

const GOVERNMENT = '梁平区人民政府';

/** 主管部门: the office of the district government. */
export const district: NewOffice = {
  code: 'LP-ZFB',
  name: '梁平区人民政府办公室',
  shortName: '区政府办',
  kind: 'district-government-office',
  government: GOVERNMENT,
  disclosureBody: '梁平区人民政府办公室政府信息公开科',
  letterMark: '梁政公开',
  address: '梁平区双桂街道某某路1号',
  phone: '023-00000001',
  postcode: '405200',
};

const department = (
  code: string,
  name: string,
  shortName: string,
  mark: string,
  place: number,
): NewOffice => ({
  code,
  name,
  shortName,
  government: GOVERNMENT,
  disclosureBody: `${name}办公室`,
  letterMark: mark,
  address: `梁平区双桂街道某某路${place}号`,
  phone: `023-000000${place}`,
  postcode: '405200',
});

const town = (code: string, name: string, shortName: string, mark: string, place: number): NewOffice => ({
  ...department(code, name, shortName, mark, place),
  address: `梁平区${shortName}某某街${place}号`,
  postcode: `4052${place}`,
});

/** Departments and towns below it. Telephone numbers and house numbers are invented. */
export const below: readonly NewOffice[] = [
  department('LP-GHZY', '梁平区规划和自然资源局', '区规资局', '梁规资公开', 11),
  department('LP-NYNC', '梁平区农业农村委员会', '区农业农村委', '梁农公开', 12),
  department('LP-SFJ', '梁平区司法局', '区司法局', '梁司公开', 13),
  department('LP-ZJW', '梁平区住房和城乡建设委员会', '区住建委', '梁建公开', 14),
  department('LP-JYW', '梁平区教育委员会', '区教委', '梁教公开', 15),
  department('LP-RSJ', '梁平区人力资源和社会保障局', '区人力社保局', '梁人社公开', 16),
  town('LP-SGJD', '梁平区双桂街道办事处', '双桂街道', '双桂公开', 21),
  town('LP-YLZ', '梁平区云龙镇人民政府', '云龙镇', '云龙公开', 22),
  town('LP-PJZ', '梁平区屏锦镇人民政府', '屏锦镇', '屏锦公开', 23),
];
