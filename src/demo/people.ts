import type { Role } from '../domain/office/role.js';

/** An invented person who signs in. */
export interface DemoPerson {
  readonly loginName: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Code of the office. */
  readonly office: string;
}

const inOffice = (office: string, rows: readonly [string, string, ...Role[]][]): DemoPerson[] =>
  rows.map(([loginName, name, ...roles]) => ({ loginName, name, roles, office }));

/** One for each role in the office of the district government, two administrators (放假安排 takes two); a smaller staff in two departments. */
export const demoPeople: readonly DemoPerson[] = [
  ...inOffice('LP-ZFB', [
    ['dengji', '李登记', 'clerk'],
    ['chengban', '陈承办', 'handler'],
    ['fuze', '方负责', 'head'],
    ['fazhi', '赵法制', 'legal'],
    ['lingdao', '周领导', 'leader'],
    ['guanli', '吴管理', 'admin'],
    ['guanli2', '邓管理', 'admin'],
  ]),
  ...inOffice('LP-GHZY', [
    ['gz-dengji', '冉登记', 'clerk'],
    ['gz-chengban', '谭承办', 'handler'],
    ['gz-fuze', '杜负责', 'head'],
    ['gz-fazhi', '向法制', 'legal'],
    ['gz-guanli', '何管理', 'admin'],
  ]),
  ...inOffice('LP-NYNC', [
    ['ny-jingban', '石经办', 'clerk', 'handler'],
    ['ny-fuze', '黎负责', 'head', 'legal'],
  ]),
];

/** Who of an office performs what needs that role. */
export function demoPerson(office: string, role: Role): DemoPerson {
  const person = demoPeople.find((one) => one.office === office && one.roles.includes(role));
  if (!person) throw new Error(`The demonstration has no ${role} in ${office}.`);
  return person;
}
