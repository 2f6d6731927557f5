import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { EntityManager } from 'typeorm';
import { prepareFirstStart } from '../first-start.js';
import { CannotStart } from '../infrastructure/cannot-start.js';
import { openDatabase } from '../infrastructure/database.js';
import { entities, migrations } from '../records/entities.js';
import { writeAdministrationLine } from '../records/administration.js';
import { addOffice, officeByCode, officeTree } from '../records/offices.js';
import { OFFICE_CODE } from '../offices/office-form.js';

/** A fault of the caller; the message is Chinese and says what to do. */
class CommandFault extends Error {}

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

interface Command {
  words: readonly string[];
  parent?: string | undefined;
  json: boolean;
}

/** offices list | offices add CODE NAME [--parent CODE]: the tree of offices from the command line. */
async function run(args: readonly string[]): Promise<void> {
  const command = read(args);
  const database = await openDatabase(entities, migrations);
  try {
    await prepareFirstStart(database.dataSource);
    const [verb] = command.words;
    const lines =
      verb === 'add'
        ? [await database.dataSource.transaction((manager) => add(manager, command))]
        : await list(database.dataSource.manager);
    print(lines, command);
  } finally {
    await database.close();
  }
}

function read(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, parent: { type: 'string' } },
    });
    const [verb] = positionals;
    const complete =
      (verb === 'list' && positionals.length === 1) || (verb === 'add' && positionals.length === 3);
    if (complete) return { words: positionals, parent: values.parent, json: values.json ?? false };
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new CommandFault(`命令不完整或有误。\n${USAGE}`);
}

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

async function add(manager: EntityManager, { words, parent }: Command): Promise<OfficeLine> {
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

function print(lines: readonly OfficeLine[], { json, words }: Command): void {
  const added = words[0] === 'add';
  const text = json
    ? JSON.stringify(added ? { office: lines[0] } : { offices: lines }, null, 2)
    : lines.map(({ code, name, parentCode }) => [code, name, parentCode ?? '—'].join('\t')).join('\n');
  process.stdout.write(`${added && !json ? '已新增：' : ''}${text}\n`);
}

run(process.argv.slice(2)).catch((fault: unknown) => {
  const expected = fault instanceof CommandFault || fault instanceof CannotStart;
  process.stderr.write(expected ? `${fault.message}\n` : `没有完成：${String(fault)}\n`);
  process.exitCode = 1;
});
