import { expect } from 'chai';
import { localDate } from '../../src/domain/time/local-date.js';
import { type LetterSource, factsOfCase } from '../../src/letters/letter-facts.js';
import { composeLetter } from '../../src/letters/letter-text.js';
import { RemediesMismatch, verifyRemedies } from '../../src/letters/remedies-check.js';
import { wordingOf } from '../../src/letters/wordings.js';
import { received, sourceOf, textOf } from '../support/letter-source.js';

const day = localDate;

describe('the remedies in a letter', () => {
  const reply = (on: string, outcome: 'deliberative' | 'granted'): LetterSource =>
    sourceOf([received, { type: 'reply.issued', on: day(on), outcome, reasons: '如下', provided: '一份' }]);

  it('name reconsideration first for a refusal, either way for a disclosure', () => {
    expect(textOf('reply.deliberative', reply('2026-03-27', 'deliberative'))).to.include(
      '应当先自收到本答复之日起60日内向某某区人民政府申请行政复议',
    );
    expect(textOf('reply.granted', reply('2026-03-27', 'granted'))).to.include(
      '或者自收到本答复之日起6个月内依法向有管辖权的人民法院提起行政诉讼',
    );
  });

  it('name the channel on the internet when the reply goes out there', () => {
    const source = reply('2026-03-27', 'granted');
    const application = { ...source.application, supplyWay: 'email' as const };
    expect(textOf('reply.granted', { ...source, application })).to.include('互联网渠道');
  });

  it('are left out where there is nothing to turn against', () => {
    const withdrawn = sourceOf([
      received,
      { type: 'application.withdrawn', on: day('2026-03-09'), proof: '撤回申请书' },
      { type: 'reply.issued', on: day('2026-03-27'), outcome: 'withdrawn' },
    ]);
    expect(textOf('reply.withdrawn', withdrawn)).not.to.include('不服');
  });

  it('are verified in the finished letter: exactly those of its outcome, once', () => {
    const letter = composeLetter(
      'reply.deliberative',
      factsOfCase('reply.deliberative', reply('2026-03-27', 'deliberative')),
      wordingOf('reply.deliberative'),
      'preview',
    );
    const right = factsOfCase('reply.deliberative', reply('2026-03-27', 'deliberative')).remedies as string;
    const other = factsOfCase('reply.granted', reply('2026-03-27', 'granted')).remedies as string;
    const saying = (...texts: string[]) => ({
      ...letter,
      blocks: texts.map((text) => ({ kind: 'paragraph' as const, text })),
    });
    verifyRemedies(letter, right);
    for (const wrong of [saying('正文'), saying(other), saying(right, other), saying(right, right)])
      expect(() => verifyRemedies(wrong, right)).to.throw(RemediesMismatch);
    expect(() => verifyRemedies(saying(right), undefined)).to.throw(RemediesMismatch);
    verifyRemedies(saying('正文'), undefined);
  });
});
