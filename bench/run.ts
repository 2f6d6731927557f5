import './own-folder.js';
import { parseArgs } from 'node:util';
import type { Figure } from './measuring.js';
import type { Ground } from './ground.js';

/** Sections by the name that is typed; each loads what it measures. */
const sections: Readonly<Record<string, (ground: Ground) => Promise<Figure[]>>> = {
  clock: async () => (await import('./sections/clock.js')).clockFigures(),
  lifecycle: async () => (await import('./sections/lifecycle.js')).lifecycleFigures(),
  ledger: async (ground) => (await import('./sections/ledger.js')).ledgerFigures(ground),
  door: async (ground) => (await import('./sections/door.js')).doorFigures(ground),
  letters: async () => (await import('./sections/letters.js')).letterFigures(),
  bundle: async () => (await import('./sections/bundle.js')).bundleFigures(),
  desk: async (ground) => (await import('./sections/lists.js')).listFigures(ground),
  statistics: async (ground) => (await import('./sections/statistics.js')).statisticsFigures(ground),
};

const USAGE = `用法：npm run bench -- [${Object.keys(sections).join(' ')}] [--cases 10000] [--json]
  每个数字都与同一次运行中的基准并列；不写名称就全部测量。
  --cases 100000,1000000 依次在两种件数下测量，并列出增长倍数。`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: 'string', default: '10000' }, json: { type: 'boolean', default: false } },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(sections);
const sizes = values.cases.split(',').map(Number);

if (
  wanted.some((name) => !Object.hasOwn(sections, name)) ||
  sizes.some((cases) => !Number.isInteger(cases) || cases < 1)
) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
} else {
  await import('reflect-metadata');
  const { Ground } = await import('./ground.js');
  const { figuresText, growthText } = await import('./printing.js');
  const measured: { cases: number; figures: Figure[] }[] = [];
  for (const cases of sizes) {
    const ground = new Ground(cases);
    const figures: Figure[] = [];
    try {
      for (const name of wanted) figures.push(...((await sections[name]?.(ground)) ?? []));
    } finally {
      await ground.close();
    }
    measured.push({ cases, figures });
    if (!values.json) process.stdout.write(`${cases} 件\n${figuresText(figures)}\n\n`);
  }
  const [first, ...others] = measured;
  if (values.json) process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
  else for (const other of others) if (first) process.stdout.write(`${growthText(first, other)}\n`);
}
