import { expect } from 'chai';
import { definitionOf } from '../../../src/domain/acts/acts.js';
import { printCitation } from '../../../src/domain/law/citation.js';
import { PaperCase, act, ledger, received } from '../../support/paper-case.js';

describe('findings', () => {
  it('says in Chinese what is wrong and what to do, with an article that can be printed and a field of the form', () => {
    const file = received('2026-03-02');
    const offers = [
      act('reply.issued', '2026-03-01'),
      act('reply.issued', '2026-03-09', { outcome: 'notHeld' }),
      act('reconsideration.accepted', '2026-04-10'),
      act('redo.ordered', '2026-04-10'),
      act('fee.noticed', '2026-03-03', { yuan: 1 }),
      act('correction.required', '2026-03-03', { until: '2026-03-01' }),
      act('reply.served', '2026-03-10'),
      act('opinion.received', '2026-03-10'),
    ];
    for (const offered of offers) {
      const tried = file.try(offered);
      if (!('refusals' in tried)) throw new Error(`${offered.type} was taken`);
      expect(tried.refusals.length).to.be.at.least(1);
      for (const { says, mend, article, field } of tried.refusals) {
        expect(says, offered.type).to.match(/\p{Script=Han}[^]*。$/u);
        expect(mend, offered.type).to.match(/\p{Script=Han}[^]*。$/u);
        if (article) expect(printCitation(article)).to.match(/\p{Script=Han}/u);
        if (field && field !== 'on') expect(Object.keys(definitionOf(offered.type).fields)).to.include(field);
      }
    }
  });

  it('holds no text against a ledger, which has none', () => {
    const file = new PaperCase();
    for (const [type, on, facts] of [
      ['application.received', '2023-03-02', {}],
      ['application.registered', '2023-03-02', {}],
      ['reply.issued', '2023-03-20', { outcome: 'deliberative' }],
      ['reply.served', '2023-03-20', { how: 'unrecorded' }],
    ] as const)
      file.takes({ ...act(type, on, { onTheSpot: 'no', ...facts }), source: 'ledger' }, { by: ledger });
    expect(file.standing.state).to.equal('replied.served|none');
  });

  it('grants what a ledger is granted to nobody else', () => {
    const smuggled = {
      ...act('reply.issued', '2026-03-20', { outcome: 'deliberative', onTheSpot: 'no' }),
      source: 'ledger' as const,
    };
    const tried = received('2026-03-02').try(smuggled);
    expect('refusals' in tried && tried.refusals[0]?.code).to.equal('notSigned');
  });
});
