import { recount } from '../casework/recount.js';
import { runCommand } from './command.js';
import { toldSometimes } from './progress.js';

/** recount: replays every log as it was known day by day and compares all that statistics are read from. */
runCommand({
  usage: `用法：npm run --silent recount [-- --mend] [--json]
  按案卷逐日重放，核对统计用的各版本和全部合计；--mend 同时改正不符之处。`,
  options: { mend: { type: 'boolean' } },
  fits: ({ words }) => words.length === 0,
  async run({ options }, dataSource) {
    const mend = options['mend'] === true;
    const { applications, versions, sums } = await recount(dataSource, {
      mend,
      onProgress: toldSometimes((done) => `已重算申请 ${done} 件……`),
    });
    const differs = versions.length + sums.length > 0;
    const lines = [
      ...versions.map((number) => `  ${number}：统计所记的情况与案卷逐日重放不符。`),
      ...sums.map(
        ({ flow, key, place, stored, due }) =>
          `  合计 ${flow}（${key.join('、')}）${place}：存的是 ${stored}，应为 ${due}。`,
      ),
    ];
    const found = `共重算申请 ${applications} 件`;
    return {
      json: { applications, consistent: !differs, versions, sums, mended: mend && differs },
      text: differs
        ? [`${found}，发现不符${mend ? '，已改正' : '，加 --mend 可以改正'}：`, ...lines].join('\n')
        : `${found}，各日情况和全部合计都相符。`,
      failed: differs && !mend,
    };
  },
});
