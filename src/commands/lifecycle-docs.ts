import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../infrastructure/project-root.js';
import { lawDocuments } from './law-documents/documents.js';

/** Writes docs/ from the machines and tables of the law; with `--check` only says which of them are stale. */
const check = process.argv.includes('--check');

const readOrNothing = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

for (const [name, written] of Object.entries(lawDocuments)) {
  const path = join(projectRoot, 'docs', name);
  const text = written();
  if (readOrNothing(path) === text) continue;
  if (check) {
    process.stderr.write(`docs/${name} 与程序不符，请运行 npm run docs 重新生成。\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, text);
    process.stdout.write(`已写 docs/${name}\n`);
  }
}
