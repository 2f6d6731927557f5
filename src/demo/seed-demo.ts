import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { hashPassword } from '../accounts/passwords.js';
import type { Role } from '../domain/office/role.js';
import { now } from '../infrastructure/today.js';
import { AccountRecord } from '../records/account.js';
import { addOffice, type NewOffice } from '../records/offices.js';

/** The same for everyone in the demonstration; printed at the first start. */
const DEMO_PASSWORD = 'liangping-2026';

const GOVERNMENT = '梁平区人民政府';

const district: NewOffice = {
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

const below: readonly NewOffice[] = [
  { code: 'LP-SFJ', name: '梁平区司法局', shortName: '区司法局', letterMark: '梁司公开' },
  { code: 'LP-GHZY', name: '梁平区规划和自然资源局', shortName: '区规资局', letterMark: '梁规资公开' },
  { code: 'LP-NYNC', name: '梁平区农业农村委员会', shortName: '区农业农村委', letterMark: '梁农公开' },
  { code: 'LP-SG', name: '双桂街道办事处', shortName: '双桂街道', letterMark: '双桂公开' },
  {
    code: 'LP-YL',
    name: '云龙镇人民政府',
    shortName: '云龙镇',
    government: '云龙镇人民政府',
    letterMark: '云龙公开',
  },
];

/** Invented people, one for each role. */
const people: readonly { loginName: string; name: string; roles: Role[]; office?: string }[] = [
  { loginName: 'dengji', name: '李登记', roles: ['clerk'] },
  { loginName: 'chengban', name: '陈承办', roles: ['handler'] },
  { loginName: 'fuze', name: '方负责', roles: ['head'] },
  { loginName: 'fazhi', name: '赵法制', roles: ['legal'] },
  { loginName: 'lingdao', name: '周领导', roles: ['leader'] },
  { loginName: 'guanli', name: '吴管理', roles: ['admin'] },
];

/** Fills an empty database with a demonstration district. Answers the first sign-ins. */
export async function seedDemo(
  dataSource: DataSource,
): Promise<{ loginName: string; password: string; who: string }[]> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await dataSource.transaction(async (manager) => {
    const top = await addOffice(manager, district);
    for (const office of below) await addOffice(manager, { ...office, parentId: top.id });
    for (const { loginName, name, roles } of people) {
      await manager.save(
        manager.create(AccountRecord, {
          id: randomUUID(),
          loginName,
          name,
          officeId: top.id,
          roles,
          passwordHash,
          createdAt: now(),
          lastSignedInAt: null,
        }),
      );
    }
  });
  return people.map(({ loginName, name }) => ({ loginName, password: DEMO_PASSWORD, who: name }));
}
