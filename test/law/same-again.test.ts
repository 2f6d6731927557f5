import { expect } from 'chai';
import { type PaperCase, received } from '../support/paper-case.js';

const refusal = { outcome: 'deliberative', reasons: '属于磋商信函，公开会影响磋商。' };
const other = { outcome: 'deliberative', reasons: '经重新查明，该函系讨论记录，另有两处属于过程稿。' };
const given = { outcome: 'granted', provided: '该函全文。' };

const replied = (facts: object): PaperCase =>
  received('2026-01-05')
    .replies('2026-01-06', { ...facts })
    .does('reply.served', '2026-01-06');

/** Reviewed and quashed, with an order to reply again. */
const quashed = (file: PaperCase, day: string, id: string, facts: object = {}, result = 'revoked') =>
  file
    .does('reconsideration.accepted', day, { id })
    .does('reconsideration.decided', day, { id, result })
    .does('redo.ordered', day, { id, ...facts });

const flaws = (file: PaperCase, day: string, facts: object): string[] =>
  file.replies(day, { ...facts }).flaws;

describe('行政复议法第六十四条第二款、行政诉讼法第七十一条: the same again', () => {
  const once = (facts: object = {}, result?: string): PaperCase =>
    quashed(replied(refusal), '2026-02-02', '复议1', facts, result);

  for (const [title, facts] of [
    ['word for word', refusal],
    ['with other spaces and marks', { ...refusal, reasons: '属于 磋商信函；公开会影响磋商！' }],
    ['under another paragraph of the same refusal', { ...refusal, outcome: 'internalAffairs' }],
    [
      'beside something else that is now given',
      {
        outcome: 'partial',
        reasons: '逐项答复。',
        withheld: '磋商信函。',
        matters: [
          { what: '该函', ...refusal },
          { what: '目录', outcome: 'granted', provided: '目录一份。' },
        ],
      },
    ],
  ] as const) {
    it(`is found ${title}`, () => {
      expect(flaws(once(), '2026-02-04', facts)).to.include('sameAgain');
    });
  }

  it('is not found where result, facts or reasons have changed (法释〔2018〕1号第九十条第一款)', () => {
    expect(flaws(once(), '2026-02-04', other)).to.not.include('sameAgain');
    expect(flaws(once(), '2026-02-04', given)).to.not.include('sameAgain');
    const search = { outcome: 'notHeld', reasons: '本机关没有该信息。', searched: '检索档案室目录，没有。' };
    const again = { ...search, searched: '另检索业务系统和各科室存档，没有发现。' };
    const file = quashed(replied(search), '2026-02-02', '复议1');
    expect(flaws(file, '2026-02-04', again)).to.not.include('sameAgain');
  });

  it('is free where procedure alone was at fault, and where a part of it stands', () => {
    expect(flaws(once({ ground: 'procedure' }), '2026-02-04', refusal)).to.not.include('sameAgain');
    expect(flaws(once({}, 'revokedInPart'), '2026-02-04', refusal)).to.not.include('sameAgain');
  });

  it('what was quashed first stays quashed after a second order, of whatever ground', () => {
    for (const ground of ['substance', 'procedure']) {
      const file = once().replies('2026-02-04', other).does('reply.served', '2026-02-04');
      quashed(file, '2026-03-02', '复议2', { ground });
      expect(flaws(file, '2026-03-04', refusal), ground).to.include('sameAgain');
    }
    const second = (ground: string): PaperCase => {
      const file = once().replies('2026-02-04', other).does('reply.served', '2026-02-04');
      return quashed(file, '2026-03-02', '复议2', { ground });
    };
    expect(flaws(second('substance'), '2026-03-04', other)).to.include('sameAgain');
    expect(flaws(second('procedure'), '2026-03-04', other)).to.not.include('sameAgain');
  });

  it('cites the article of whoever quashed it', () => {
    const article = (file: PaperCase) =>
      file.replies('2026-06-04', refusal).last?.irregularities.find(({ code }) => code === 'sameAgain')
        ?.article;
    expect(article(once())).to.deep.equal({ statute: 'reconsideration', article: 64, paragraph: 2 });
    const sued = replied({ outcome: 'notHeld', reasons: refusal.reasons, searched: '检索档案室。' })
      .does('suit.served', '2026-02-02')
      .does('suit.judged', '2026-05-06', { result: 'revoked' })
      .does('suit.finallyJudged', '2026-06-01', { result: 'revoked' })
      .does('redo.ordered', '2026-06-02', { id: '诉讼1', workdays: 15 });
    const same = { outcome: 'notHeld', reasons: refusal.reasons, searched: '检索档案室。' };
    expect(
      sued.replies('2026-06-04', same).last?.irregularities.find(({ code }) => code === 'sameAgain')?.article,
    ).to.deep.equal({ statute: 'litigation', article: 71 });
  });

  it('quashes nothing over silence: a reply given meanwhile may be given again', () => {
    const file = received('2026-01-05')
      .does('reconsideration.accepted', '2026-02-10', { over: 'silence' })
      .replies('2026-02-11', refusal)
      .does('reply.served', '2026-02-11')
      .does('reconsideration.decided', '2026-03-10', { result: 'orderedToPerform' })
      .does('redo.ordered', '2026-03-10');
    expect(flaws(file, '2026-03-11', refusal)).to.not.include('sameAgain');
  });
});
