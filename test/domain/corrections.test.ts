import { expect } from 'chai';
import type { Act } from '../../src/domain/acts/acts.js';
import { flawsOf } from '../../src/domain/application/history.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { type PaperCase, calendar, received } from '../support/paper-case.js';

/** The act as the correction form sends it, with the changes given. */
const mended = (file: PaperCase, seq: number, changes: object): string => {
  const { seq: _seq, recordedAt: _at, by: _by, ...kept } = file.log[seq - 1] as Act & Record<string, unknown>;
  return JSON.stringify({ ...kept, ...changes });
};
const mends = (file: PaperCase, seq: number, changes: object): PaperCase =>
  file.does('act.corrected', '2026-05-06', { corrects: seq, replacement: mended(file, seq, changes) });
const refusedMend = (file: PaperCase, seq: number, changes: object) =>
  file.refusals('act.corrected', '2026-05-06', { corrects: seq, replacement: mended(file, seq, changes) });
const strikes = (file: PaperCase, corrects: number) =>
  file.refusals('act.corrected', '2026-05-06', { corrects });

const replied = (): PaperCase =>
  received('2026-03-02').does('reply.issued', '2026-03-31').does('reply.served', '2026-03-31');

describe('corrections of the record', () => {
  it('move the clock, and keep what was said first', () => {
    const file = mends(replied(), 1, { on: '2026-03-01' });
    expect(file.acts.at(0)?.on).to.equal('2026-03-01');
    expect(file.log.at(0)?.on).to.equal('2026-03-02');
    expect(file.replyDueOn).to.equal('2026-03-27');
  });

  it('show anew the irregularities of the mended record, and take away those that it no longer has', () => {
    const inTime = () => received('2026-03-03').replies('2026-03-31').does('reply.served', '2026-03-31');
    expect(inTime().flaws).to.deep.equal([]);
    expect(mends(inTime(), 1, { on: '2026-03-02' }).flaws).to.deep.equal(['replyLate']);
    const late = mends(inTime(), 6, { on: '2026-04-01' });
    expect(late.flaws).to.deep.equal(['replyLate']);
    const judging = { today: localDate('2026-11-23'), calendar, policy: { excludesSendingDay: false } };
    const standing = (file: PaperCase) =>
      flawsOf(file.acts, judging).map(({ seq, finding }) => [seq, finding.code]);
    expect(standing(late)).to.deep.equal([[6, 'replyLate']]);
    mends(late, 6, { on: '2026-03-31' });
    expect(standing(late)).to.deep.equal([]);
  });

  it('cannot take away the beginning', () => {
    expect(strikes(replied(), 1)[0]?.code).to.equal('beginningStays');
    expect(strikes(received('2026-03-02'), 1)[0]?.code).to.equal('beginningStays');
    expect(refusedMend(replied(), 1, { type: 'application.registered' })[0]?.code).to.equal('beginningStays');
  });

  it('cannot take away what later acts stand on', () => {
    const [refusal] = strikes(replied(), 3);
    expect(refusal?.code).to.equal('breaksHistory');
    expect(refusal?.says).to.equal('这样更正后，2026年3月31日的“送达答复”就没有依据了。');
    expect(strikes(replied(), 4)).to.deep.equal([]);
  });

  it('cannot name a day that no calendar has', () => {
    for (const on of ['0001-01-01', '2009-12-31', '9999-12-31'])
      for (const seq of [1, 3])
        expect(refusedMend(replied(), seq, { on })[0], on).to.include({
          code: 'outsideCalendar',
          field: 'replacement',
        });
  });

  it('cannot put days into an impossible order', () => {
    expect(refusedMend(replied(), 4, { on: '2026-03-30' })[0]).to.include({
      code: 'outOfOrder',
      field: 'replacement',
    });
    expect(refusedMend(replied(), 1, { on: '2026-04-01' })[0]).to.include({
      code: 'breaksHistory',
      field: 'corrects',
    });
    expect(refusedMend(replied(), 4, { on: '2026-11-24' })[0]?.code).to.equal('future');
    expect(refusedMend(replied(), 3, { outcome: 'deliberative', reasons: '' })[0]?.code).to.equal(
      'factMissing',
    );
  });

  it('cannot do what only time does, nor stand for another correction', () => {
    const waiting = received('2026-03-02').does('correction.required', '2026-03-03', { until: '2026-06-30' });
    waiting.does('correction.received', '2026-03-10');
    expect(refusedMend(waiting, 4, { type: 'correction.lapsed' })[0]?.code).to.equal('timeAlone');
    expect(refusedMend(waiting, 4, { type: 'act.corrected', corrects: 1, why: '。' })[0]?.code).to.equal(
      'badReplacement',
    );
    expect(refusedMend(waiting, 4, { on: '2026-13-40' })[0]?.code).to.equal('badReplacement');
    expect(
      waiting.refusals('act.corrected', '2026-05-06', { corrects: 4, replacement: '{' })[0]?.code,
    ).to.equal('badReplacement');
    expect(waiting.refusals('act.corrected', '2026-05-06', { corrects: 99 })[0]?.code).to.equal('noSuchAct');
  });

  it('put right a lapse that fired because a paper was recorded late', () => {
    const file = received('2026-03-02')
      .does('correction.required', '2026-03-03', { until: '2026-03-20' })
      .lapse('2026-03-23');
    expect(file.standing.state).to.equal('replied.discontinued|none');
    mends(file, 4, { type: 'correction.received', on: '2026-03-19' });
    expect(file.standing.state).to.equal('handling.examining|none');
    expect(file.replyDueOn).to.equal('2026-04-17');
  });

  it('put right a correction: the last word stands, and a struck act can come back', () => {
    const file = mends(replied(), 4, { on: '2026-04-01' });
    file.does('act.corrected', '2026-05-07', { corrects: 4 });
    expect(file.standing.state).to.equal('replied.issued|none');
    mends(file, 4, { on: '2026-04-02' });
    expect(file.acts.at(-1)).to.include({ type: 'reply.served', on: '2026-04-02', seq: 4 });
    expect(strikes(file, 5)[0]?.code).to.equal('noSuchAct');
  });
});
