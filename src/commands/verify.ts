import { verifyFiles } from '../casework/file-verification.js';
import { verifyAll } from '../casework/verification.js';
import { runCommand } from './command.js';
import { toldSometimes } from './progress.js';

/** As many differences are named; there may be as many again. */
const MOST = 100;

/** verify: replays every log, checks every chain, everything stored besides and every file; names the first difference. */
runCommand({
  usage: `用法：npm run --silent verify [-- --without-files] [--json]
  重放全部案卷，再逐个读出附件、已制发的文书和证据材料，与存入时的指纹核对；
  --without-files 只核对案卷，不读文件。`,
  options: { 'without-files': { type: 'boolean' } },
  fits: ({ words }) => words.length === 0,
  async run({ options }, dataSource) {
    const cases = await verifyAll(dataSource, {
      most: MOST,
      onProgress: toldSometimes((done) => `已核对申请 ${done} 件……`),
    });
    const store =
      options['without-files'] === true
        ? undefined
        : await verifyFiles(dataSource, {
            most: MOST,
            onProgress: toldSometimes((done) => `已核对文件 ${done} 个……`),
          });
    const { applications, acts } = cases;
    const differences = [...cases.differences, ...(store?.differences ?? [])];
    const [first] = differences;
    const files = store ? `、文件 ${store.files} 个` : '';
    const counted = `共核对申请 ${applications} 件、记录 ${acts} 条${files}`;
    const lines = differences.map(({ number, says }) => `  ${number}：${says}`);
    return {
      json: {
        applications,
        acts,
        files: store?.files ?? null,
        consistent: !first,
        firstDifference: first ?? null,
        differences,
      },
      text: first
        ? [`${counted}，发现不符 ${differences.length} 处：`, ...lines].join('\n')
        : `${counted}，全部相符。`,
      failed: first !== undefined,
    };
  },
});
