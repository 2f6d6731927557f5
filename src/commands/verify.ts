import { verifyAll } from '../casework/verification.js';
import { runCommand } from './command.js';
import { toldSometimes } from './progress.js';

/** verify: replays every log, checks every chain and everything that is stored besides; names the first difference. */
runCommand({
  usage: '用法：npm run --silent verify [-- --json]',
  fits: ({ words }) => words.length === 0,
  async run(_given, dataSource) {
    const { applications, acts, differences } = await verifyAll(dataSource, {
      onProgress: toldSometimes((done) => `已核对申请 ${done} 件……`),
    });
    const counted = `共核对申请 ${applications} 件、记录 ${acts} 条`;
    const [first] = differences;
    const lines = differences.map(({ number, says }) => `  ${number}：${says}`);
    return {
      json: { applications, acts, consistent: !first, firstDifference: first ?? null, differences },
      text: first
        ? [`${counted}，发现不符 ${differences.length} 处：`, ...lines].join('\n')
        : `${counted}，全部相符。`,
      failed: first !== undefined,
    };
  },
});
