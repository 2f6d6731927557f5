import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { factOf } from '../../src/domain/letter/facts.js';
import { letterKinds, letterOf, lettersAfter, lettersOnDemand } from '../../src/domain/letter/register.js';
import { sampleFacts } from '../../src/domain/letter/samples.js';
import { outcomeIds, outcomes } from '../../src/domain/outcome/outcomes.js';
import { localDate } from '../../src/domain/time/local-date.js';
import type { Block } from '../../src/infrastructure/printing/blocks.js';
import { printLetter } from '../../src/infrastructure/printing/letter-printer.js';
import { projectRoot } from '../../src/infrastructure/project-root.js';
import { MissingFacts, composeLetter, plainText } from '../../src/letters/letter-text.js';
import { wordingOf } from '../../src/letters/wordings.js';
import { readPdf } from '../support/pdf-text.js';

const approved = join(projectRoot, 'test', 'letters', 'approved');

describe('the register of letters', () => {
  it('has one reply for each outcome, under the title of the outcome, and one for several matters', () => {
    for (const id of outcomeIds) expect(letterOf(`reply.${id}`).title).to.equal(outcomes[id].letter);
    const replies = letterKinds.filter((kind) => kind.startsWith('reply.'));
    expect(replies).to.have.members([...outcomeIds.map((id) => `reply.${id}`), 'reply.several']);
  });

  it('calls for one reply at the issue of a reply, by its outcome', () => {
    const on = localDate('2026-03-06');
    for (const outcome of outcomeIds)
      expect(lettersAfter({ type: 'reply.issued', on, outcome })).to.deep.equal([`reply.${outcome}`]);
    const matters = [
      { what: '预算', outcome: 'granted', provided: '一份' },
      { what: '台账', outcome: 'granted', provided: '一份' },
    ] as const;
    expect(lettersAfter({ type: 'reply.issued', on, outcome: 'granted', matters })).to.deep.equal([
      'reply.several',
    ]);
    const told = lettersAfter({ type: 'opinion.sought', on, id: '1', consultee: 'thirdParty' });
    expect(told).to.deep.equal(['thirdPartyOpinionRequest', 'consultationNotice']);
    const notice = lettersAfter({ type: 'transfer.noticed', on, directTo: '某局', reasons: '由其制作' });
    expect(notice).to.deep.equal(['reply.notResponsible']);
  });

  it('leaves to be drafted when wanted what no act calls for', () => {
    expect(lettersOnDemand).to.deep.equal(['disclosureNotice', 'rectificationReply', 'serviceReceipt']);
  });
});

describe('each kind of letter from sample facts', () => {
  it('has an approved text, and no approved text is without its kind', () => {
    const files = readdirSync(approved).sort();
    expect(files).to.deep.equal(letterKinds.map((kind) => `${kind}.txt`).sort());
  });

  for (const kind of letterKinds) {
    describe(`${kind} 《${letterOf(kind).title}》`, () => {
      const facts = sampleFacts(kind);

      // After a wanted change: npm run letters:proof, read out/letters/<kind>.txt, copy it to test/letters/approved.
      it('reads as approved', () => {
        const text = plainText(composeLetter(kind, facts, wordingOf(kind)));
        expect(text).to.equal(readFileSync(join(approved, `${kind}.txt`), 'utf8'));
      });

      it('names any one required fact that is missing, and is not drawn up', () => {
        const { required, series } = letterOf(kind);
        for (const name of series ? (['number', ...required] as const) : required) {
          const without = { ...facts, [name]: undefined };
          expect(() => composeLetter(kind, without, wordingOf(kind)), name)
            .to.throw(MissingFacts, `“${factOf(name).label}”`)
            .that.has.deep.property('missing', [name]);
          const blank = { ...facts, [name]: ' ' };
          expect(() => composeLetter(kind, blank, wordingOf(kind)), name).to.throw(MissingFacts);
        }
      });

      it('prints what it says', async () => {
        const letter = composeLetter(kind, facts, wordingOf(kind));
        const { prose, title, language, tags, bookmarks } = await readPdf(await printLetter(letter));
        expect({ title, language, first: bookmarks[0] }).to.deep.equal({
          title: letterOf(kind).title,
          language: 'zh-CN',
          first: letterOf(kind).title,
        });
        expect(tags).to.include.members(['Document', 'H1', 'P']);
        expect(tags.includes('Table')).to.equal([...letter.blocks, ...(letter.slip ?? [])].some(isTable));
        expect(signs(prose.replaceAll(/—\s*\d+\s*—/gu, ''))).to.equal(signs(plainText(letter)));
      });
    });
  }
});

const isTable = ({ kind }: Block): boolean => kind === 'table';

/** The signs of a text without their order: cells of a table stand beside each other on paper. */
function signs(text: string): string {
  return [...text.replaceAll(/[\s｜]/gu, '')].sort().join('');
}
