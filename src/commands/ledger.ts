import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Door } from '../casework/door.js';
import { NumberTaken } from '../casework/refusals.js';
import { FileFault } from '../infrastructure/sheets/file-fault.js';
import { type ImportReport, refusedRows } from '../ledger/import-report.js';
import { importText } from '../ledger/import-text.js';
import { type ImportOrder, LedgerImport } from '../ledger/importing.js';
import { writeRefusedRows } from '../ledger/refused-rows.js';
import { machineTime } from '../infrastructure/today.js';
import { officeByCode } from '../records/office/offices.js';
import { CommandFault, type Given, type Printed, fileNamed, runCommand } from './command.js';
import { toldSometimes } from './progress.js';

/** ledger import FILE --office CODE: takes a ledger into the record, or with --dry-run says what would become of it. */
runCommand({
  usage: `用法：npm run --silent ledger -- import 文件 --office 机关代码 [--dry-run] [--skip-refused] [--json]
  文件可以是 CSV（UTF-8 或 GB18030）或 .xlsx，最大 20 MB、50000 行。
  有一行不能导入，就什么也不写入；加 --skip-refused 先导入其余各行，不能导入的行另存一份，更正后再导入。`,
  options: {
    office: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'skip-refused': { type: 'boolean' },
  },
  fits: ({ words, options }) =>
    words.length === 2 && words[0] === 'import' && typeof options['office'] === 'string',
  async run(given, dataSource) {
    try {
      return await importFile(given, dataSource);
    } catch (error) {
      if (error instanceof FileFault || error instanceof NumberTaken) throw new CommandFault(error.message);
      throw error;
    }
  },
});

async function importFile({ words, options }: Given, dataSource: DataSource): Promise<Printed> {
  const began = machineTime();
  const path = fileNamed(words[1] ?? '');
  const dryRun = options['dry-run'] === true;
  const skipRefused = options['skip-refused'] === true;
  const code = String(options['office']);
  const office = await officeByCode(dataSource.manager, code);
  if (!office) throw new CommandFault(`没有代码为 ${code} 的机关；用 offices list 查看已有的机关。`);

  const kept: string[] = [];
  const order: ImportOrder = {
    path,
    officeId: office.id,
    performer: { actor: { kind: 'ledger', name: '台账导入' } },
    skipRefused,
    onProgress: toldSometimes((rows) => `已读 ${rows} 行……`),
    // Before anything is final: what is left out must not be lost.
    beforeWritten: async (report) => {
      if (report.refused.length > 0) kept.push(await keepRefused(path, report));
    },
  };
  const imports = new LedgerImport(dataSource, new Door(dataSource));
  const report = dryRun ? await imports.check(order) : await imports.import(order);
  const failed = report.refused.length > 0 && !skipRefused;
  if (failed) process.stderr.write(`${reasonOf(report, dryRun)}\n`);
  return {
    json: {
      ...report,
      office: code,
      dryRun,
      refusedFile: kept[0] ?? null,
      seconds: secondsSince(began),
      peakMegabytes: peak(),
    },
    text: [
      importText(report, dryRun ? 'check' : 'import'),
      ...kept.map((into) => `不能导入的行已另存为 ${into}，更正后可以再导入。`),
      `用时 ${secondsSince(began)} 秒，最多占用内存 ${peak()} MB。`,
    ].join('\n'),
    failed,
  };
}

const reasonOf = (report: ImportReport, dryRun: boolean): string =>
  `有 ${refusedRows(report)} 行不能导入，${dryRun ? '请更正后再导入' : '没有写入任何内容，请更正后重新导入'}。`;

const secondsSince = (began: number): number => Math.round((machineTime() - began) / 100) / 10;

const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

/** Beside the file, under a name that is not taken: 台账-待更正.csv, 台账-待更正2.csv. */
async function keepRefused(path: string, report: ImportReport): Promise<string> {
  const stem = join(dirname(path), `${basename(path, extname(path))}-待更正`);
  let into = `${stem}.csv`;
  for (let n = 2; existsSync(into); n += 1) into = `${stem}${n}.csv`;
  await writeRefusedRows(path, report, into).catch(() => {
    throw new CommandFault(
      `不能导入的行无法另存到 ${into}，因此没有写入任何内容。请把文件放到可以写入的目录再导入。`,
    );
  });
  return into;
}
