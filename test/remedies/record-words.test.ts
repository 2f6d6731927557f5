import { expect } from 'chai';
import { actSays } from '../../src/remedies/appeal-words.js';
import { received } from '../support/paper-case.js';

describe('the record as evidence', () => {
  it('tells what a correction has changed, fact by fact, and never as it is stored', () => {
    const file = received('2026-03-02').does('period.extended', '2026-03-05', {
      workdays: 10,
      why: '内容较多',
    });
    const { seq, type, on, recordedAt: _recordedAt, by: _by, ...facts } = file.log.at(-1) ?? expect.fail();
    const replacement = JSON.stringify({ ...facts, type, on, workdays: 15 });
    file.does('act.corrected', '2026-03-06', { corrects: seq, replacement, why: '录错' });
    const said = file.log.map((act) => actSays(act, file.log));
    expect(said.at(-1)).to.include('10 → 15').and.include('录错');
    expect(said.join('')).to.not.include('{');
  });
});
