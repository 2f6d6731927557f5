import { expect } from 'chai';
import type { ActType } from '../../src/domain/acts/acts.js';
import { PaperCase } from '../support/paper-case.js';

type Step = readonly [type: ActType, on: string, facts?: Readonly<Record<string, unknown>>];

/** A lawful history that seldom happens, and the last days of its periods, each reckoned by hand from the statute. */
interface Unusual {
  readonly happened: string;
  readonly steps: readonly Step[];
  /** By the id of the period. */
  readonly days: Readonly<Record<string, string>>;
  readonly flaws?: readonly string[];
}

const received = (on: string): readonly Step[] => [
  ['application.received', on],
  ['application.registered', on],
];
const refusal = { outcome: 'deliberative', reasons: '属于磋商信函，公开会影响正常磋商。' };
const notHeld = { outcome: 'notHeld', reasons: '没有制作。', searched: '查了档案室，没有。' };
/** Replied on the spot and served, so that nothing but the remedies is looked at. */
const answered = (on: string, facts: object, servedOn = on): readonly Step[] => [
  ...received(on),
  ['reply.issued', on, { ...facts, onTheSpot: 'yes' }],
  ['reply.served', servedOn],
];
/** Drafted, signed, issued and served. */
const again = (on: string, facts: object): readonly Step[] => [
  ['reply.drafted', on, { ...facts }],
  ['reply.signed', on],
  ['reply.issued', on, { ...facts, onTheSpot: 'no' }],
  ['reply.served', on],
];

const consulted = (id: string, on: string, consultee: string, deliveredOn: string): Step => [
  'opinion.sought',
  on,
  { id, consultee, deliveredOn },
];

const histories: readonly Unusual[] = [
  {
    happened: 'a second correction was asked: the clock runs from the first',
    steps: [
      ...received('2026-03-02'),
      ['correction.required', '2026-03-09', { until: '2026-03-20' }],
      ['correction.received', '2026-03-16'],
      ['correction.required', '2026-03-18', { until: '2026-03-30' }],
      ['correction.received', '2026-03-25'],
    ],
    days: { 'reply.2': '2026-04-14' },
    flaws: ['correctionLate', 'correctionTwice'],
  },
  {
    happened: 'a correction, two consultations that overlap, and an extension',
    steps: [
      ...received('2026-03-02'),
      ['correction.required', '2026-03-06', { until: '2026-03-20' }],
      ['correction.received', '2026-03-12'],
      consulted('1', '2026-03-16', 'thirdParty', '2026-03-18'),
      consulted('2', '2026-03-20', 'coProducer', '2026-03-23'),
      ['opinion.received', '2026-03-27', { id: '1', view: 'objects' }],
      ['opinion.received', '2026-04-01', { id: '2', view: 'agrees' }],
      ['period.extended', '2026-04-10', { workdays: 10 }],
    ],
    days: { 'reply.2': '2026-05-14', 'opinion:1': '2026-04-09', 'opinion:2': '2026-04-14' },
  },
  {
    happened: 'a fee noticed and paid while others are asked, then an extension on the last day',
    steps: [
      ...received('2026-03-02'),
      consulted('1', '2026-03-04', 'agency', '2026-03-04'),
      ['fee.noticed', '2026-03-20', { basis: 'page', quantity: 72, yuan: 420, deliveredOn: '2026-03-20' }],
      ['fee.paid', '2026-04-01'],
      ['opinion.received', '2026-04-08', { id: '1' }],
      ['period.extended', '2026-04-30', { workdays: 20 }],
    ],
    days: { reply: '2026-04-21', 'fee:3': '2026-04-20', 'reply.2': '2026-06-01' },
  },
  {
    happened: 'the reply was quashed and given anew, twice',
    steps: [
      ...received('2026-01-05'),
      ...again('2026-01-20', refusal),
      ['reconsideration.accepted', '2026-02-02', { id: '复1' }],
      ['reconsideration.decided', '2026-03-20', { id: '复1', result: 'revoked' }],
      ['redo.ordered', '2026-03-20', { id: '复1' }],
      ...again('2026-04-02', { outcome: 'internalAffairs', reasons: '属于人事管理信息。' }),
      ['reconsideration.accepted', '2026-05-06', { id: '复2' }],
      ['reconsideration.decided', '2026-06-22', { id: '复2', result: 'revoked' }],
      ['redo.ordered', '2026-06-22', { id: '复2', workdays: 10 }],
      ...again('2026-07-06', { outcome: 'granted', provided: '一份三页。' }),
    ],
    // 20 working days of the regulation, then the ten that were set; the remedies are those of the last reply.
    days: {
      'reply.2': '2026-04-20',
      'reply.3': '2026-07-06',
      'window:reconsideration': '2026-09-04',
      'window:suit': '2027-01-06',
    },
  },
  {
    happened: 'a suit after a reconsideration that was asked for too late',
    steps: [
      ...answered('2026-03-10', notHeld),
      ['reconsideration.accepted', '2026-06-01', { id: '复1', appliedOn: '2026-05-20' }],
      ['reconsideration.decided', '2026-06-05', { id: '复1', result: 'applicationRejected' }],
      ['suit.served', '2026-09-20', { id: '诉1', docketedOn: '2026-09-09' }],
    ],
    days: {
      'window:reconsideration': '2026-05-09',
      'window:suit': '2026-09-10',
      'answer:诉1': '2026-10-08',
      'trial:诉1': '2027-03-09',
    },
    flaws: ['windowMissed'],
  },
  {
    happened: 'the reconsideration stood still and was prolonged',
    steps: [
      ...answered('2026-03-03', refusal),
      ['reconsideration.accepted', '2026-04-01', { id: '复1' }],
      ['reconsideration.copyReceived', '2026-04-08', { id: '复1' }],
      ['reconsideration.suspended', '2026-04-20', { id: '复1' }],
      ['reconsideration.resumed', '2026-05-11', { id: '复1' }],
      ['reconsideration.prolonged', '2026-05-20', { id: '复1' }],
    ],
    days: { 'answer:复1': '2026-04-22', 'decision:复1': '2026-07-21' },
  },
  {
    happened: 'the organ let its time pass, he sued, and the decision came late',
    steps: [
      ...answered('2026-03-03', refusal),
      ['reconsideration.accepted', '2026-04-01', { id: '复1' }],
      ['suit.served', '2026-06-10', { id: '诉1', route: 'afterReconsideration', docketedOn: '2026-06-05' }],
      ['reconsideration.decided', '2026-06-20', { id: '复1', result: 'upheld' }],
    ],
    days: {
      'decision:复1': '2026-06-01',
      'window:overdue:复1': '2026-06-16',
      'window:suit:复1': '2026-07-06',
      'answer:诉1': '2026-06-25',
    },
  },
  {
    happened: 'served by announcement: thirty days that end on a Sunday, sixty that end on a festival',
    steps: [
      ...answered('2026-03-02', refusal).slice(0, -1),
      ['reply.served', '2026-03-20', { how: 'announcement' }],
    ],
    days: { 'window:reconsideration': '2026-06-22' },
  },
  {
    happened: 'left at the door: the remedies run from that day, and end on a Sunday that is worked',
    steps: [...answered('2026-03-02', notHeld).slice(0, -1), ['reply.served', '2026-03-20', { how: 'left' }]],
    days: { 'window:reconsideration': '2026-05-19', 'window:suit': '2026-09-20' },
  },
  {
    happened: 'replied to before 2024 and applied for after: choice of ways, but the new procedure',
    steps: [
      ...received('2023-12-01'),
      ...again('2023-12-29', refusal),
      ['reconsideration.accepted', '2024-01-08', { id: '复1', appliedOn: '2024-01-05' }],
      ['reconsideration.copyReceived', '2024-01-12', { id: '复1', procedure: 'simplified' }],
    ],
    days: {
      'window:reconsideration': '2024-02-27',
      'window:suit': '2024-07-01',
      'answer:复1': '2024-01-19',
      'decision:复1': '2024-02-07',
    },
  },
  {
    happened: 'applied for before 2024: ten calendar days, as the law then was',
    steps: [
      ...received('2023-12-01'),
      ...again('2023-12-29', refusal),
      ['reconsideration.accepted', '2024-01-08', { id: '复1', appliedOn: '2023-12-30' }],
      ['reconsideration.copyReceived', '2024-01-12', { id: '复1' }],
    ],
    days: { 'answer:复1': '2024-01-22', 'decision:复1': '2024-03-08' },
  },
  {
    happened: 'a suit that was sent back and judged again',
    steps: [
      ...answered('2026-01-05', notHeld),
      ['suit.served', '2026-02-02', { id: '诉1', docketedOn: '2026-01-26' }],
      ['suit.answered', '2026-02-10', { id: '诉1' }],
      ['suit.judged', '2026-04-10', { id: '诉1' }],
      ['suit.appealCopyReceived', '2026-04-28', { id: '诉1' }],
      ['suit.appealAnswered', '2026-05-08', { id: '诉1' }],
      ['suit.remanded', '2026-06-15', { id: '诉1' }],
      ['suit.judged', '2026-09-10', { id: '诉1', result: 'revoked' }],
    ],
    days: {
      'answer:诉1': '2026-02-24',
      'trial:诉1': '2026-07-27',
      'appeal.1:诉1': '2026-04-27',
      'appealAnswer:诉1': '2026-05-13',
      'secondInstance:诉1': '2026-07-28',
      'appeal:诉1': '2026-09-28',
    },
  },
  {
    happened: 'everything around the spring festival: a simplified suit turned away by ruling',
    steps: [
      ...answered('2026-01-05', notHeld),
      [
        'suit.served',
        '2026-01-12',
        { id: '诉1', procedure: 'simplified', docketedOn: '2026-01-08', evidenceUntil: '2026-01-20' },
      ],
      ['suit.judged', '2026-02-06', { id: '诉1', result: 'suitRejected', form: 'ruling' }],
    ],
    days: { 'answer:诉1': '2026-01-20', 'trial:诉1': '2026-02-24', 'appeal:诉1': '2026-02-24' },
  },
];

describe('histories that seldom happen, reckoned by hand', () => {
  for (const { happened, steps, days, flaws = [] } of histories)
    it(happened, () => {
      const file = new PaperCase();
      const found: string[] = [];
      for (const [type, on, facts = {}] of steps) {
        file.does(type, on, facts);
        found.push(...file.flaws);
      }
      const known = Object.keys(days).map((id) => [id, file.period(id).dueOn]);
      expect(Object.fromEntries(known)).to.deep.equal(days);
      // Replies are given on the spot to be short; on which day the applicant came is not looked at.
      expect(found.filter((code) => code !== 'notOnTheSpot')).to.deep.equal(flaws);
    });
});
