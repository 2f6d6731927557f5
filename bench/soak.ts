import './own-folder.js';

const wanted = process.argv[2] ?? '100000';
const seed = process.argv[3] ?? '20261123';

if (!/^[1-9]\d{0,8}$/.test(wanted) || !/^\d{1,9}$/.test(seed)) {
  process.stderr.write('用法：npm run soak -- [件数，默认 100000] [种子]\n');
  process.exitCode = 1;
} else {
  const { soak } = await import('./soaking.js');
  const { text, faults } = soak(Number(wanted), Number(seed), (done) =>
    process.stderr.write(`已走完 ${done} 件\n`),
  );
  process.stdout.write(`${text}\n`);
  if (faults > 0) process.exitCode = 1;
}
