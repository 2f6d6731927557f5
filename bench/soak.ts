import './own-folder.js';

const wanted = process.argv[2] ?? '100000';
const seed = process.argv[3] ?? '20261123';

if (!/^[1-9]\d{0,8}$/.test(wanted) || !/^\d{1,9}$/.test(seed)) {
  process.stderr.write('用法：npm run soak -- [件数，默认 100000] [种子]\n');
  process.exitCode = 1;
} else {
  const { soak } = await import('./soaking.js');
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => asked.abort());
  const { text, faults, done } = await soak(Number(wanted), Number(seed), {
    stop: asked.signal,
    onProgress: (now) =>
      process.stderr.write(`已走完 ${now.done} 件，不符 ${now.faults} 处，内存 ${now.megabytes} MB\n`),
  });
  process.stdout.write(`${text}\n`);
  if (done < Number(wanted)) process.stdout.write(`中途停止：原定 ${wanted} 件，只走完 ${done} 件。\n`);
  if (faults > 0 || done < Number(wanted)) process.exitCode = 1;
}
