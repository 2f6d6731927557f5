import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson } from '../../src/records/application/chain.js';

describe('canonical JSON', () => {
  it('does not mind the order of keys, nor what is undefined', () => {
    expect(canonicalJson({ b: [1, { d: '乙', c: undefined }], a: null })).to.equal(
      '{"a":null,"b":[1,{"d":"乙"}]}',
    );
  });

  it('says the same of what a database gives back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const back: unknown = JSON.parse(JSON.stringify(value));
        expect(canonicalJson(back)).to.equal(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).to.deep.equal(back);
      }),
    );
  });
});
