import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { letterKinds } from '../../src/domain/letter/register.js';
import type { LetterDocument } from '../../src/infrastructure/printing/blocks.js';
import { printLetter } from '../../src/infrastructure/printing/letter-printer.js';
import { letterWord } from '../../src/infrastructure/printing/letter-word.js';
import { projectRoot } from '../../src/infrastructure/project-root.js';
import { plainText } from '../../src/letters/letter-text.js';
import { letterTypefaces } from '../../src/letters/typefaces.js';
import { readPdf } from '../support/pdf-text.js';
import { type Measure, deviation, holds, inWords } from './measure.js';
import { measureInk } from './ink.js';
import { measureLetter } from './measuring.js';
import { hardLetters, specimenOf } from './specimens.js';

const folder = join(projectRoot, 'out', 'letters');
const PICTURE_DPI = '90';

/** Proofs of every kind of letter and of what is hard to set: PDF, Word, text, measures, and pictures with pdftoppm. */
async function proofs(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const letters = [
    ...letterKinds.map((kind): [string, LetterDocument] => [kind, specimenOf(kind)]),
    ...Object.entries(hardLetters()),
  ];
  const measures: Measure[] = [];
  const report: string[] = [];
  for (const [name, letter] of letters) {
    const { pages, found, drawn } = await proof(name, letter);
    measures.push(...found);
    report.push(`${name}　${letter.title}`, ...found.map(inWords), '');
    process.stdout.write(`${lineOf(name, pages, found)}${drawn ? '' : '，没有图片'}\n`);
  }
  writeFileSync(join(folder, 'measures.txt'), report.join('\n'));
  if (spawnSync('pdftoppm', ['-v']).error) {
    process.stdout.write(
      '没有装 pdftoppm（poppler-utils），只出 PDF、Word 和文字，没有图片，也没有量墨迹。\n',
    );
  }
  const wrong = measures.filter((measure) => !holds(measure));
  process.stdout.write(
    `${letters.length} 份，${measures.length} 处量取，${wrong.length} 处不符；逐处见 ${join(folder, 'measures.txt')}\n`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}

async function proof(
  name: string,
  letter: LetterDocument,
): Promise<{ pages: number; found: Measure[]; drawn: boolean }> {
  const file = join(folder, name);
  const bytes = await printLetter(letter, letterTypefaces());
  writeFileSync(`${file}.pdf`, bytes);
  writeFileSync(`${file}.txt`, plainText(letter));
  writeFileSync(`${file}.docx`, await letterWord(letter));
  const drawn = spawnSync('pdftoppm', ['-r', PICTURE_DPI, '-png', `${file}.pdf`, file]).status === 0;
  const read = await readPdf(bytes);
  const ink = drawn ? measureInk(`${file}.pdf`) : [];
  return { pages: read.pages.length, found: [...measureLetter(read), ...ink], drawn };
}

function lineOf(name: string, pages: number, found: readonly Measure[]): string {
  const wrong = found.filter((measure) => !holds(measure));
  const most = Math.max(...found.map(deviation)).toFixed(2);
  const told = wrong.length > 0 ? `，${wrong.map(inWords).join('；')}` : '';
  return `${name}　${pages}页，量${found.length}处，${wrong.length}处不符，偏差最大${most}毫米${told}`;
}

proofs().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
