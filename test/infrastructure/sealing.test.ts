import { expect } from 'chai';
import fc from 'fast-check';
import { CannotOpen, fingerprint, open, seal, sealed } from '../../src/infrastructure/sealing.js';
import { sm3 } from '../../src/infrastructure/sm3.js';

describe('sealing', () => {
  it('gives back what was sealed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(open(seal(text))).to.equal(text);
      }),
    );
  });

  it('shows neither the text nor that two texts are equal', () => {
    expect(seal('13800000000')).to.not.include('138');
    expect(seal('13800000000')).to.not.equal(seal('13800000000'));
  });

  it('refuses text that was altered, or sealed with a key it does not hold', () => {
    const whole = seal('重庆市梁平区');
    const altered = whole.replace(
      /(.)(.{8})$/,
      (_, one: string, rest: string) => (one === 'A' ? 'B' : 'A') + rest,
    );
    expect(() => open(altered)).to.throw(CannotOpen, '改动');
    expect(() => open(whole.replace(/\.[0-9a-f]{8}\./, '.00000000.'))).to.throw(
      CannotOpen,
      'FIELD_KEYS_OLDER',
    );
    expect(() => open('重庆市梁平区')).to.throw(CannotOpen, '格式');
  });

  it('finds equal texts by their fingerprints', () => {
    expect(fingerprint('500228199001010011')).to.equal(fingerprint('500228199001010011'));
    expect(fingerprint('500228199001010011')).to.not.equal(fingerprint('500228199001010012'));
    expect(fingerprint('a'))
      .to.match(/^[0-9a-f]{64}$/)
      .and.not.equal(sm3('a'));
  });

  it('leaves an empty column empty', () => {
    expect(sealed.to(null)).to.equal(null);
    expect(sealed.from(null)).to.equal(null);
  });
});

describe('sm3', () => {
  it('agrees with the example of GB/T 32905-2016', () => {
    expect(sm3('abc')).to.equal('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });
});
