import type { Act } from '../../src/domain/acts/acts.js';
import { defaultPolicy } from '../../src/domain/clock/consultations.js';
import type { LetterKind } from '../../src/domain/letter/register.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { officialNotices } from '../../src/domain/time/notices.js';
import { WorkCalendar } from '../../src/domain/time/work-calendar.js';
import { type LetterSource, factsOfCase } from '../../src/letters/letter-facts.js';
import { composeLetter, plainText } from '../../src/letters/letter-text.js';
import { wordingOf } from '../../src/letters/wordings.js';

const calendar = WorkCalendar.from(officialNotices);

/** Received by registered mail on 2 March 2026. */
export const received: Act = {
  type: 'application.received',
  on: localDate('2026-03-02'),
  channel: 'registeredMail',
};

/** The case with these acts, the last of which calls for the letter. */
export function sourceOf(acts: readonly Act[], own: Partial<LetterSource> = {}): LetterSource {
  const recorded = acts.map((act, i) => ({
    ...act,
    seq: i + 1,
    recordedAt: '2026-01-01T00:00:00Z',
    by: '王经办',
  }));
  const act = recorded.at(-1);
  return {
    application: {
      number: '2026-00001',
      jointNames: [],
      applicantName: '张三',
      applicantKind: 'naturalPerson',
      content: '第一项\n第二项',
      supplyWay: 'post',
      channel: 'registeredMail',
    },
    office: {
      name: '某某区人民政府办公室',
      kind: 'district-government-office',
      government: '某某区人民政府',
      address: '某某路1号',
      phone: '010-1',
      disclosureBody: '',
      settings: {},
    },
    acts: recorded,
    ...(act ? { act } : {}),
    on: act?.on ?? localDate('2026-03-02'),
    calendar,
    policy: defaultPolicy,
    ...own,
  };
}

/** The letter as its paper says it, before it is issued. */
export const textOf = (kind: LetterKind, source: LetterSource): string =>
  plainText(composeLetter(kind, factsOfCase(kind, source), wordingOf(kind), 'preview'));
