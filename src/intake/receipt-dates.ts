import type { ActOf } from '../domain/acts/acts.js';
import type { Channel } from '../domain/acts/intake-acts.js';
import type { Actor } from '../domain/application/authority.js';
import { type Circumstances, isRefusal, perform } from '../domain/application/perform.js';
import { receiptRules } from '../domain/application/receipt.js';
import { printCitation } from '../domain/law/citation.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { deadlineOf } from '../web/deadline-reading.js';
import type { DeadlineReading } from '../web/words.js';

/** What the day of receipt leads to, as the wizard shows it. */
export interface ReceiptDates {
  readonly receivedOn: LocalDate;
  readonly says: string;
  readonly article: string;
  readonly periods: readonly { name: string; article: string; deadline: DeadlineReading }[];
  /** 程序瑕疵 that the dates bring with them. */
  readonly flaws: readonly string[];
  /** Why it cannot be so. */
  readonly refusals: readonly string[];
}

/** The facts of 收到申请 that the channel's rule asks for; the others are left out. */
export interface ReceiptFacts {
  readonly channel: Channel;
  readonly on: LocalDate;
  readonly arrivedOn?: LocalDate | undefined;
  readonly proof?: string | undefined;
  readonly firstTo?: string | undefined;
  readonly contactTriedOn?: LocalDate | undefined;
}

export function receivedAct(facts: ReceiptFacts): ActOf<'application.received'> {
  const { channel, on, arrivedOn, proof, firstTo, contactTriedOn } = facts;
  const { arrivesFirst: asked, cameRound } = receiptRules[channel];
  return {
    type: 'application.received',
    on,
    channel,
    ...(asked && arrivedOn ? { arrivedOn } : {}),
    ...(asked && contactTriedOn ? { contactTriedOn } : {}),
    ...(cameRound && firstTo ? { firstTo } : {}),
    ...(proof ? { proof } : {}),
  };
}

/** 收到之日 and what falls due from it, as the domain itself reckons it on an empty log. */
export function receiptDates(facts: ReceiptFacts, actor: Actor, circumstances: Circumstances): ReceiptDates {
  const rule = receiptRules[facts.channel];
  const told = { receivedOn: facts.on, says: rule.says, article: printCitation(rule.article) };
  const answer = perform([], receivedAct(facts), actor, circumstances);
  if (isRefusal(answer)) {
    const refusals = answer.refusals.map(({ says, mend }) => says + mend);
    return { ...told, periods: [], flaws: [], refusals };
  }
  return {
    ...told,
    periods: answer.reading.periods
      // What others may still do is no period of the office: nobody here is late by it.
      .filter((period) => period.of === 'duty' || period.of === 'window')
      .map((period) => ({
        name: period.name,
        article: printCitation(period.article),
        deadline: deadlineOf(period),
      })),
    flaws: answer.irregularities.map(({ says, mend }) => says + mend),
    refusals: [],
  };
}
