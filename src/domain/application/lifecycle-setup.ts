import { assign, setup } from 'xstate';
import type { Act } from '../acts/acts.js';
import {
  type CaseFacts,
  consultationTakes,
  factsAfter,
  hasAny,
  hasOpen,
  proceedingTakes,
  redoFounded,
} from './case-facts.js';
import type { LifecycleMeta } from './stages.js';

const mayIssue = ({ signed, drafted }: CaseFacts, event: Act): boolean =>
  event.type === 'reply.issued' &&
  (event.source === 'ledger' || event.onTheSpot === true || (signed && event.outcome === drafted));

const nothingPending = (facts: CaseFacts): boolean =>
  !hasOpen(facts, 'suit') && !hasOpen(facts, 'reconsideration');

/** What the lifecycle is made with: its facts, its acts, and what it asks of them. */
export const lifecycleSetup = setup({
  types: { context: {} as CaseFacts, events: {} as Act, meta: {} as LifecycleMeta },
  actions: { note: assign(({ context, event }) => factsAfter(context, event)) },
  guards: {
    consultationTakes: ({ context, event }) => consultationTakes(context, event),
    proceedingTakes: ({ context, event }) => proceedingTakes(context, event),
    redoFounded: ({ context, event }) => redoFounded(context, event),
    reviewPassed: ({ event }) => event.type === 'reply.reviewed' && event.passed === 'yes',
    // Signed first (签发), unless given on the spot (条例第三十三条第一款) or read from a ledger that has no signatures.
    mayIssue: ({ context, event }) => mayIssue(context, event),
    // 不再处理: the letter says what has ended the case, and nothing else.
    mayIssueEnding: ({ context, event }) =>
      event.type === 'reply.issued' && event.outcome === context.outcome && mayIssue(context, event),
    feeOnItsWay: ({ context }) => !context.feeDelivered,
    hasDraft: ({ context }) => context.drafted !== null,
    suitOpen: ({ context }) => hasOpen(context, 'suit'),
    reconsiderationOpen: ({ context }) => !hasOpen(context, 'suit') && hasOpen(context, 'reconsideration'),
    suitOver: ({ context }) => hasAny(context, 'suit') && nothingPending(context),
    nothingPending: ({ context }) => nothingPending(context),
  },
});
