import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleFacts } from '../domain/letter/samples.js';
import { letterKinds, letterOf } from '../domain/letter/register.js';
import { projectRoot } from '../infrastructure/project-root.js';
import { printLetter } from '../infrastructure/printing/letter-printer.js';
import { composeLetter, plainText } from '../letters/letter-text.js';
import { wordingOf } from '../letters/wordings.js';
import { letterTypefaces } from '../letters/typefaces.js';

/** Proofs of every kind of letter from sample facts: PDF and text, and pictures where pdftoppm is installed. */
async function proof(): Promise<void> {
  const folder = join(projectRoot, 'out', 'letters');
  mkdirSync(folder, { recursive: true });
  for (const kind of letterKinds) {
    const letter = composeLetter(kind, sampleFacts(kind), wordingOf(kind));
    const file = join(folder, kind);
    writeFileSync(`${file}.txt`, plainText(letter));
    writeFileSync(`${file}.pdf`, await printLetter(letter, letterTypefaces()));
    const drawn = spawnSync('pdftoppm', ['-r', '60', '-png', `${file}.pdf`, file]).status === 0;
    process.stdout.write(`${letterOf(kind).title}　${file}.pdf${drawn ? '（附图）' : ''}\n`);
  }
}

proof().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
