import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { letterKinds } from '../../src/domain/letter/register.js';
import type { LetterDocument } from '../../src/infrastructure/printing/blocks.js';
import { printLetter } from '../../src/infrastructure/printing/letter-printer.js';
import { plainText } from '../../src/letters/letter-text.js';
import { canDraw, measureInk } from '../proofs/ink.js';
import { holds, inWords } from '../proofs/measure.js';
import { hardLetters, specimenOf } from '../proofs/specimens.js';

const has = (tool: string, ask: string): boolean => spawnSync(tool, [ask]).error === undefined;

/** The signs of a text without spaces and page numbers, in order of their code points. */
const signs = (text: string): string =>
  [...text.replaceAll(/—\s*\d+\s*—/gu, '').replaceAll(/[\s｜]/gu, '')].sort().join('');

describe('letters in the eyes of other programs', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'letters-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const written = async (name: string, letter: LetterDocument): Promise<string> => {
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, await printLetter(letter));
    return file;
  };

  describe('qpdf --check and pdftotext', () => {
    before(function () {
      // Without the tools nothing is shown: install qpdf and poppler-utils.
      if (!has('qpdf', '--version') || !has('pdftotext', '-v')) this.skip();
    });

    for (const kind of letterKinds)
      it(`have nothing to say against ${kind}, and read all its words`, async () => {
        const letter = specimenOf(kind);
        const file = await written(kind, letter);
        const checked = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
        expect(checked.stderr).to.equal('');
        expect(checked.stdout).to.include('No syntax or stream encoding errors found');
        const read = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
        expect(read.stderr).to.equal('');
        expect(signs(read.stdout)).to.equal(signs(plainText(letter)));
      });
  });

  describe('the ink of mark and red lines, as pdftoppm draws it', () => {
    before(function () {
      if (!canDraw()) this.skip();
    });

    const letters: Record<string, LetterDocument> = hardLetters();
    for (const name of ['reply.granted', 'long-office', 'longest-office'])
      it(`lies where GB/T 9704-2012 10.1 wants it: ${name}`, async () => {
        const measures = measureInk(await written(name, letters[name] ?? specimenOf('reply.granted')));
        expect(measures).to.have.length(5);
        expect(measures.filter((measure) => !holds(measure)).map(inWords)).to.deep.equal([]);
      });
  });
});
