import { expect } from 'chai';
import { sampleFacts } from '../../src/domain/letter/samples.js';
import { letterKinds } from '../../src/domain/letter/register.js';
import { letterWord } from '../../src/infrastructure/printing/letter-word.js';
import { composeLetter, plainText } from '../../src/letters/letter-text.js';
import { wordingOf } from '../../src/letters/wordings.js';
import { paragraphsOfWord } from '../support/word-text.js';

/** Words alone: numbers of lists and the rules of tables are set differently. */
const plain = (text: string): string => text.replaceAll(/[\s｜；:：.．]/gu, '');

describe('the Word copy of a letter', () => {
  for (const kind of letterKinds) {
    it(`says what the letter says: ${kind}`, async () => {
      const letter = composeLetter(kind, sampleFacts(kind), wordingOf(kind));
      const file = await letterWord(letter);
      expect(plain(paragraphsOfWord(file).join(''))).to.equal(plain(plainText(letter)));
    });
  }
});
