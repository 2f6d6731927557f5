import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { sampleFacts } from '../../src/domain/letter/samples.js';
import { letterKinds } from '../../src/domain/letter/register.js';
import type { LetterDocument } from '../../src/infrastructure/printing/blocks.js';
import { letterWord } from '../../src/infrastructure/printing/letter-word.js';
import { composeLetter, plainText } from '../../src/letters/letter-text.js';
import { wordingOf } from '../../src/letters/wordings.js';
import { canDraw, measureInk } from '../proofs/ink.js';
import { type Measure, holds, inWords } from '../proofs/measure.js';
import { measureLetter } from '../proofs/measuring.js';
import { hardLetters, lengthened, specimenOf } from '../proofs/specimens.js';
import { letterOf } from '../support/letters.js';
import { readPdf } from '../support/pdf-text.js';
import { paragraphsOfWord, partOfWord } from '../support/word-text.js';

/** Words alone: numbers of lists and the rules of tables are set differently. */
const plain = (text: string): string => text.replaceAll(/[\s｜；:：.．]/gu, '');

const headersOf = (file: Buffer): string[] =>
  ['header1', 'header2', 'header3'].map((part) => paragraphsOfWord(file, part).join(''));

describe('the Word copy of a letter', () => {
  for (const kind of letterKinds) {
    it(`says what the letter says: ${kind}`, async () => {
      const letter = composeLetter(kind, sampleFacts(kind), wordingOf(kind));
      const file = await letterWord(letter);
      expect(headersOf(file).filter((words) => words === letter.issuer)).to.have.length(1);
      const words = plain(`${letter.issuer}${paragraphsOfWord(file).join('')}`);
      expect(words).to.equal(plain(plainText(letter)));
    });
  }

  it('says what goes along, where copies go, and that it is a draft', async () => {
    const file = await letterWord(
      letterOf({ attachments: ['方案', '图纸'], copyTo: ['区司法局'], draftMark: '草稿，尚未制发' }),
    );
    const words = paragraphsOfWord(file);
    for (const line of ['附件：1. 方案', '2. 图纸', '抄送：区司法局。']) expect(words).to.include(line);
    for (const words of headersOf(file)) expect(words).to.include('草稿，尚未制发');
  });

  it('is an A4 page with the margins of 版心, another first page, and odd and even pages apart', async () => {
    const file = await letterWord(letterOf());
    const xml = partOfWord(file, 'document');
    expect(xml).to.include('w:w="11906" w:h="16838"').and.include('<w:titlePg');
    // 37, 28, 26 and 35 mm in twentieths of a point.
    for (const margin of ['w:top="2098"', 'w:left="1587"', 'w:right="1474"', 'w:bottom="1984"'])
      expect(xml).to.include(margin);
    expect(partOfWord(file, 'settings')).to.include('<w:evenAndOddHeaders');
  });

  it('keeps 文件格式 apart: the mark in the text, the number in the middle', async () => {
    const file = await letterWord(letterOf({ form: 'wenjian' }));
    expect(
      paragraphsOfWord(file)
        .filter((words) => words !== '')
        .slice(0, 3),
    ).to.deep.equal(['梁平区人民政府办公室', '梁政公开〔2026〕12号', '政府信息公开申请答复书']);
  });

  describe('as LibreOffice sets it', function () {
    this.timeout(240_000);
    const letters: Record<string, LetterDocument> = {
      'reply.partial': lengthened(specimenOf('reply.partial')),
      thirdParty: specimenOf('thirdPartyOpinionRequest'),
      'attachments-and-copies': hardLetters()['attachments-and-copies'] ?? letterOf(),
    };
    let folder: string;

    before(async function () {
      // Without LibreOffice and pdftoppm nothing is shown.
      if (spawnSync('soffice', ['--version']).error || !canDraw()) this.skip();
      folder = mkdtempSync(join(tmpdir(), 'word-'));
      const files = Object.keys(letters).map((name) => join(folder, `${name}.docx`));
      for (const [name, letter] of Object.entries(letters))
        writeFileSync(join(folder, `${name}.docx`), await letterWord(letter));
      spawnSync('soffice', [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...files,
      ]);
    });
    after(() => {
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    /** What does not hang on which fonts the machine has, nor on how LibreOffice draws a double line. */
    const CERTAIN =
      /纸宽|纸高|标题居中|每面行数（最宽行距）|一字线至版心下边缘|署名以成文日期为准居中|与署名同页的正文/u;

    for (const name of Object.keys(letters))
      it(`stands where the standard wants it: ${name}`, async () => {
        const file = join(folder, `${name}.pdf`);
        const read = await readPdf(readFileSync(file));
        const measured = measureLetter(read).filter(({ what }) => CERTAIN.test(what));
        const ink = measureInk(file).filter(({ what }) => what.includes('红色双线墨迹'));
        expect(measured).to.have.length.greaterThan(7);
        expect(ink).to.have.length(3);
        const wrong = [...measured, ...ink].filter((measure: Measure) => !holds(measure));
        expect(wrong.map(inWords)).to.deep.equal([]);
        // LibreOffice once dropped the rows of a table whose head stood alone at the foot of a page.
        const cells = (letters[name]?.blocks ?? []).flatMap((block) =>
          block.kind === 'table' ? block.rows : [],
        );
        for (const [first] of cells)
          expect(read.prose).to.include((typeof first === 'string' ? first : first?.text)?.slice(0, 8));
        expect(read.prose).to.include(letters[name]?.issuer);
      });
  });
});
