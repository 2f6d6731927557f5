import { expect } from 'chai';
import { PDFDocument } from 'pdf-lib';
import { letterKinds, letterOf } from '../../src/domain/letter/register.js';
import { printLetter } from '../../src/infrastructure/printing/letter-printer.js';
import { type Measure, holds, inWords } from '../proofs/measure.js';
import { measureLetter } from '../proofs/measuring.js';
import { hardLetters, lengthened, specimenOf } from '../proofs/specimens.js';
import { bodyLines } from '../proofs/text-area.js';
import { readPdf } from '../support/pdf-text.js';

const MM = 72 / 25.4;

const faultsOf = (measures: readonly Measure[]): string[] =>
  measures.filter((measure) => !holds(measure)).map(inWords);

async function measuresOf(letter: Parameters<typeof printLetter>[0]): Promise<Measure[]> {
  return measureLetter(await readPdf(await printLetter(letter)));
}

describe('letters measured on the produced page (GB/T 9704-2012, ±1 mm)', () => {
  for (const kind of letterKinds) {
    it(`${kind} 《${letterOf(kind).title}》, as it is and with full pages`, async () => {
      const letter = specimenOf(kind);
      const measures = await measuresOf(letter);
      expect(measures.length).to.be.greaterThan(25);
      expect(faultsOf(measures)).to.deep.equal([]);
      const longer = await readPdf(await printLetter(lengthened(letter)));
      expect(faultsOf(measureLetter(longer))).to.deep.equal([]);
      expect(Math.max(...longer.pages.map((page, i) => bodyLines(page, i).length))).to.equal(22);
    });
  }

  for (const [name, letter] of Object.entries(hardLetters()))
    it(`what is hard to set: ${name}`, async () => {
      expect(faultsOf(await measuresOf(letter))).to.deep.equal([]);
    });

  it('measures seal, page number, 文号 and title wherever a letter has them', async () => {
    const found = (await measuresOf(lengthened(specimenOf('reply.partial')))).map(({ what }) => what);
    expect(found).to.include.members([
      '发文机关标志上边缘至上页边',
      '红色双线长',
      '下方双线至下页边',
      '文号至版心右边缘',
      '标题与上一要素相距二行',
      '版心上边缘（天头）',
      '每面行数（最宽行距）',
      '通栏一行的字数',
      '一字线至版心下边缘',
      '页码空一字',
      '成文日期右空四字',
      '印章顶端距正文一行之内',
    ]);
  });

  describe('finds what is wrong on a page', () => {
    const spoilt = async (spoil: (page: ReturnType<PDFDocument['getPage']>) => void): Promise<string> => {
      const file = await PDFDocument.load(await printLetter(lengthened(specimenOf('reply.partial'))));
      file.getPages().forEach(spoil);
      return faultsOf(measureLetter(await readPdf(await file.save()))).join('\n');
    };

    it('moved two millimetres to the right', async () => {
      const faults = await spoilt((page) => page.translateContent(2 * MM, 0));
      for (const what of ['红色双线居中', '文号至版心右边缘', '标题居中', '页码空一字', '成文日期右空四字'])
        expect(faults).to.include(what);
    });

    it('moved two millimetres down', async () => {
      const faults = await spoilt((page) => page.translateContent(0, -2 * MM));
      for (const what of ['上边缘至上页边', '下方双线至下页边', '版心上边缘', '一字线至版心下边缘'])
        expect(faults).to.include(what);
    });

    it('drawn two hundredths larger', async () => {
      const faults = await spoilt((page) => page.scaleContent(1.02, 1.02));
      for (const what of ['红色双线长', '每面行数']) expect(faults).to.include(what);
    });

    it('on other paper', async () => {
      expect(await spoilt((page) => page.setSize(612, 792)))
        .to.include('纸宽')
        .and.include('纸高');
    });
  });
});
