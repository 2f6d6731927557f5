import type { DataSource, EntityManager } from 'typeorm';
import { OFFICE_CODE } from '../offices/office-form.js';
import { writeAdministrationLine } from '../records/office/administration.js';
import { addOffice, officeByCode, officeTree } from '../records/office/offices.js';
import { CommandFault, type Given, type Printed, runCommand } from './command.js';

const USAGE = `用法：
  npm run --silent offices -- list [--json]
  npm run --silent offices -- add 代码 名称 [--parent 上级代码] [--json]`;

interface OfficeLine {
  code: string;
  name: string;
  shortName: string;
  kind: string;
  parentCode: string | null;
}

/** offices list | offices add CODE NAME [--parent CODE]: the tree of offices from the command line. */
async function run({ words, options }: Given, dataSource: DataSource): Promise<Printed> {
  if (words[0] === 'list') {
    const offices = await list(dataSource.manager);
    return { json: { offices }, text: offices.map(lineOf).join('\n') };
  }
  const { parent } = options;
  const office = await dataSource.transaction((manager) =>
    add(manager, words, typeof parent === 'string' ? parent : undefined),
  );
  return { json: { office }, text: `已新增：${lineOf(office)}` };
}

const lineOf = ({ code, name, parentCode }: OfficeLine): string => [code, name, parentCode ?? '—'].join('\t');

async function list(manager: EntityManager): Promise<OfficeLine[]> {
  const tree = await officeTree(manager);
  const codes = new Map(tree.map(({ office }) => [office.id, office.code]));
  return tree.map(({ office: { code, name, shortName, kind, parentId } }) => ({
    code,
    name,
    shortName,
    kind,
    parentCode: parentId ? (codes.get(parentId) ?? null) : null,
  }));
}

async function add(
  manager: EntityManager,
  words: readonly string[],
  parent: string | undefined,
): Promise<OfficeLine> {
  const [, code = '', name = ''] = words.map((word) => word.trim());
  if (!OFFICE_CODE.test(code)) {
    throw new CommandFault(`代码“${code}”不能用：只能用大写字母、数字和横线，至少两个字符，如 LP-ZFB。`);
  }
  if (!name) throw new CommandFault('请写明机关名称。');
  if (await officeByCode(manager, code)) {
    throw new CommandFault(`代码 ${code} 已有机关使用，请换一个；用 list 查看已有的机关。`);
  }
  const above = parent === undefined ? null : await officeByCode(manager, parent);
  if (parent !== undefined && !above) {
    throw new CommandFault(`没有代码为 ${parent} 的上级机关；用 list 查看已有的机关。`);
  }
  const office = await addOffice(manager, { code, name, parentId: above?.id ?? null });
  await writeAdministrationLine(manager, { accountId: null, name: '命令行' }, office.id, '新增机关');
  const { shortName, kind } = office;
  return { code, name, shortName, kind, parentCode: above?.code ?? null };
}

runCommand({
  usage: USAGE,
  options: { parent: { type: 'string' } },
  fits: ({ words }) =>
    (words[0] === 'list' && words.length === 1) || (words[0] === 'add' && words.length === 3),
  run,
});
