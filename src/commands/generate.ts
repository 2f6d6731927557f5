import { randomInt } from 'node:crypto';
import { fillWithCases } from '../demo/filling.js';
import { district } from '../demo/offices.js';
import { machineTime } from '../infrastructure/today.js';
import { settings } from '../infrastructure/settings.js';
import { officeByCode } from '../records/office/offices.js';
import { CommandFault, runCommand } from './command.js';
import { toldSometimes } from './progress.js';

const MOST = 1_000_000;

const isCount = (text: string | undefined): boolean =>
  text !== undefined && /^[1-9]\d{0,6}$/.test(text) && Number(text) <= MOST;

/** generate N: fills an office with N invented cases, each through the door, to try how the program bears them. */
runCommand({
  usage: `用法：npm run --silent generate -- 件数 [--office 机关代码] [--seed 种子] [--json]
  虚构若干件申请及其办理经过，用于试用和测量；件数为 1 至 ${MOST}。正式环境不能使用。`,
  options: { office: { type: 'string' }, seed: { type: 'string' } },
  fits: ({ words, options }) =>
    words.length === 1 &&
    isCount(words[0]) &&
    (options['seed'] === undefined || /^\d{1,9}$/.test(String(options['seed']))),
  async run({ words, options }, dataSource) {
    if (settings().production) {
      throw new CommandFault('正式环境（NODE_ENV=production）不能写入虚构的申请。');
    }
    const code = typeof options['office'] === 'string' ? options['office'] : district.code;
    const office = await officeByCode(dataSource.manager, code);
    if (!office) throw new CommandFault(`没有代码为 ${code} 的机关；用 offices list 查看已有的机关。`);
    const began = machineTime();
    const seed = options['seed'] === undefined ? randomInt(1_000_000_000) : Number(options['seed']);
    const { cases, acts } = await fillWithCases(dataSource, {
      officeId: office.id,
      cases: Number(words[0]),
      seed,
      onProgress: toldSometimes((stored) => `已写入 ${stored} 件……`),
    });
    const seconds = Math.round((machineTime() - began) / 100) / 10;
    return {
      json: { office: code, cases, acts, seed, seconds },
      text: `${office.name}新增虚构申请 ${cases} 件、记录 ${acts} 条（种子 ${seed}），用时 ${seconds} 秒。`,
    };
  },
});
