import { expect } from 'chai';
import { actSays } from '../../src/remedies/appeal-words.js';
import { saidOutside } from '../../src/remedies/deliberation.js';
import { received } from '../support/paper-case.js';

describe('the record as evidence', () => {
  it('hands over each line, and of what was deliberated inside no word (decision 0039)', () => {
    const refusal = {
      outcome: 'deliberative',
      reasons: '属于磋商信函，公开会妨碍磋商。',
      way: 'clear/information',
    };
    const file = received('2026-03-02')
      .does('reply.drafted', '2026-03-04', { outcome: 'deliberative', reasons: '初稿的理由。' })
      .does('reply.reviewed', '2026-03-05', { passed: 'no', comment: '这样答复会败诉。' })
      .does('reply.drafted', '2026-03-06', { outcome: 'deliberative', reasons: refusal.reasons })
      .does('reply.reviewed', '2026-03-06', { passed: 'yes', comment: '改得还行。' })
      .does('reply.signed', '2026-03-09', { note: '有风险，照发。' })
      .does('reply.issued', '2026-03-09', { outcome: 'deliberative', reasons: refusal.reasons });
    const comment = file.log.find((act) => act.type === 'reply.reviewed');
    if (!comment) expect.fail();
    const { seq, recordedAt: _recordedAt, by: _by, ...facts } = comment;
    const replacement = JSON.stringify({ ...facts, comment: '理由要写足。' });
    file.does('act.corrected', '2026-03-10', { corrects: seq, replacement, why: '录错' });
    const lines = file.log.map((act) => saidOutside(act, file.log));
    expect(lines).to.have.length(file.log.length);
    const said = lines.map((line) => line.said.map(({ text }) => text).join('')).join('');
    for (const inside of ['初稿', '败诉', '还行', '照发', '写足', '退回修改', '同意'])
      expect(said, inside).to.not.include(inside);
    expect(said).to.include('磋商信函').and.include('录错').and.include('不予公开-属于四类过程性信息');
    const leftOut = file.log.filter((_, i) => lines[i]?.leftOut).map(({ type }) => type);
    expect(leftOut).to.deep.equal([
      'reply.drafted',
      'reply.reviewed',
      'reply.drafted',
      'reply.reviewed',
      'reply.signed',
      'act.corrected',
    ]);
    // The whole record still holds every word.
    expect(file.log.map((act) => actSays(act, file.log)).join(''))
      .to.include('照发')
      .and.include('写足');
  });

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
