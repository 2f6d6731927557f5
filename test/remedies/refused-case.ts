import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';

const on = localDate;
/** The number of its reconsideration. */
export const REVIEW = '测府复〔2026〕8号';
/** The number of the suit after it. */
export const SUIT = '（2026）测行初3号';

/** A refusal with everything that a history can hold: correction, third party, extension. */
const history: readonly [Act, ...Act[]] = [
  { type: 'application.received', on: on('2026-03-02'), channel: 'registeredMail' },
  { type: 'application.registered', on: on('2026-03-02') },
  { type: 'correction.required', on: on('2026-03-05'), items: '请写明年度。', until: on('2026-03-20') },
  { type: 'correction.received', on: on('2026-03-10') },
  { type: 'opinion.sought', on: on('2026-03-12'), id: '1', consultee: 'thirdParty', name: '测试建设公司' },
  { type: 'opinion.received', on: on('2026-03-20'), id: '1', view: 'objects' },
  { type: 'period.extended', on: on('2026-04-01'), workdays: 10, why: '需核实' },
  {
    type: 'reply.drafted',
    on: on('2026-04-20'),
    outcome: 'thirdPartyRights',
    reasons: '涉及第三方商业秘密，第三方不同意公开。',
  },
  { type: 'reply.signed', on: on('2026-04-20') },
  {
    type: 'reply.issued',
    on: on('2026-04-21'),
    outcome: 'thirdPartyRights',
    reasons: '涉及第三方商业秘密，第三方不同意公开。',
    number: '测政公开〔2026〕12号',
  },
  { type: 'reply.served', on: on('2026-04-21'), how: 'counter', receivedBy: '申请人本人' },
];

const reviewed: readonly Act[] = [
  {
    type: 'reconsideration.accepted',
    on: on('2026-06-01'),
    id: REVIEW,
    organ: '测试区人民政府',
    procedure: 'simplified',
  },
  { type: 'reconsideration.copyReceived', on: on('2026-06-03'), id: REVIEW, procedure: 'simplified' },
];
const sued: readonly Act[] = [
  { type: 'reconsideration.answered', on: on('2026-06-05'), id: REVIEW },
  { type: 'reconsideration.decided', on: on('2026-06-29'), id: REVIEW, result: 'upheld' },
  {
    type: 'suit.served',
    on: on('2026-07-10'),
    id: SUIT,
    route: 'afterReconsideration',
    court: '测试区人民法院',
    capacity: 'coDefendant',
  },
];

/** A case that was refused, reviewed and sued over. */
export const refusedCase: readonly [Act, ...Act[]] = [...history, ...reviewed, ...sued];
