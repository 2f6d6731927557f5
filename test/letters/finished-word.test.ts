import { expect } from 'chai';
import { type FactName, factOf } from '../../src/domain/letter/facts.js';
import { letterKinds, letterOf } from '../../src/domain/letter/register.js';
import { sampleFacts } from '../../src/domain/letter/samples.js';
import { letterWord } from '../../src/infrastructure/printing/letter-word.js';
import { piecesIn } from '../../src/letters/finished-pieces.js';
import { absentFacts, readFinished } from '../../src/letters/finished-word.js';
import { composeLetter, plainText } from '../../src/letters/letter-text.js';
import { setByPrinter } from '../../src/letters/wording-soundness.js';
import { wordingOf } from '../../src/letters/wordings.js';

const otherThan = (name: FactName): string => (factOf(name).form === 'day' ? '1999-09-09' : '别的内容');

describe('a letter that comes back from Word', () => {
  for (const kind of letterKinds) {
    it(`says the same, and each fact that it must hold is looked for: ${kind}`, async () => {
      const facts = sampleFacts(kind);
      const letter = composeLetter(kind, facts, wordingOf(kind));
      const blocks = readFinished(piecesIn(await letterWord(letter)), letter);
      expect(plainText({ ...letter, blocks })).to.equal(plainText(letter));
      expect(blocks.map((block) => block.kind)).to.deep.equal(letter.blocks.map((block) => block.kind));
      const whole = [...blocks, ...(letter.slip ?? [])];
      expect(absentFacts(kind, facts, whole)).to.deep.equal([]);
      for (const name of letterOf(kind).required.filter((one) => !setByPrinter.includes(one)))
        expect(absentFacts(kind, { ...facts, [name]: otherThan(name) }, whole)).to.deep.equal([name]);
    });
  }
});
