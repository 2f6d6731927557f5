import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { answerClockFile } from '../../../src/commands/clock-file.js';
import { officialNotices } from '../../../src/domain/time/notices.js';
import { WorkCalendar } from '../../../src/domain/time/work-calendar.js';
import { projectRoot } from '../../../src/infrastructure/project-root.js';

interface Oracle {
  scenarios: { id: string; expect: { correctionNoticeDueOn: string; replyDueOn: string } }[];
  periods: { id: string; period: string; from: string; expect: { dueOn: string } }[];
}

describe('the clock against histories worked out independently', () => {
  const text = readFileSync(join(projectRoot, 'test/fixtures/clock-scenarios.json'), 'utf8');
  const oracle = JSON.parse(text) as Oracle;
  const answers = answerClockFile(text, WorkCalendar.from(officialNotices));

  it('holds all 160 histories and 90 periods', () => {
    expect([answers.scenarios.length, answers.periods.length]).to.deep.equal([160, 90]);
  });

  it('gives the due days of every history', () => {
    const expected = oracle.scenarios.map(({ id, expect: e }) => ({ id, ...e }));
    expect(answers.scenarios).to.deep.equal(expected);
  });

  it('gives the due day of every period', () => {
    const expected = oracle.periods.map(({ id, expect: e }) => ({ id, ...e }));
    expect(answers.periods).to.deep.equal(expected);
  });
});
