import { expect } from 'chai';
import { checkReply } from '../../src/domain/letter/check/check.js';
import {
  answered,
  checked as reply,
  internal,
  part,
  search,
  secret,
  sought,
} from '../support/checked-reply.js';
import { replyFaults } from '../support/reply-faults.js';

describe('答复体检', () => {
  for (const [title, code, severity, faulty, mended] of replyFaults) {
    it(`finds ${title}, and nothing once it is mended`, () => {
      const found = checkReply(faulty).find((one) => one.code === code);
      expect(found?.severity).to.equal(severity);
      expect(found?.says).to.match(/[^。]。$/u);
      expect(found?.mend).to.match(/。$/u);
      expect(checkReply(mended).map((one) => one.code)).not.to.include(code);
    });
  }

  it('finds nothing in a reply that is whole', () => {
    for (const whole of [
      reply(),
      reply(internal),
      reply(secret, answered('objects')),
      reply(part),
      reply(search),
    ])
      expect(checkReply(whole), whole.draft.outcome).to.deep.equal([]);
  });

  it('puts what must be mended first', () => {
    const found = checkReply(reply({ ...secret, reasons: '属于商业秘密。' }, [sought]));
    const order = found.map((one) => one.severity);
    expect(order).to.deep.equal([...order].sort((a, b) => b.localeCompare(a)));
  });
});
