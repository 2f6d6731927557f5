import { randomUUID } from 'node:crypto';
import { type CaseInHand, inHand, performOn } from '../casework/case-in-hand.js';
import type { Opened } from '../casework/opening.js';
import { Refused } from '../casework/refusals.js';
import type { Act, ActOf } from '../domain/acts/acts.js';
import type { ApplicantKind } from '../domain/application/applicant.js';
import type { Circumstances } from '../domain/application/perform.js';
import { actOfWake } from '../domain/application/wakes.js';
import { roles } from '../domain/office/role.js';
import type { OutcomeId } from '../domain/outcome/outcomes.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { Chance } from './chance.js';
import { companyName, personName, requestText } from './plausible-words.js';
import { posted, replyOf } from './story.js';

/** How often applicants of each kind apply, and what comes of it: near to what district offices publish. */
const applicants: Readonly<Record<ApplicantKind, number>> = {
  naturalPerson: 88,
  business: 8,
  research: 1,
  publicWelfare: 1,
  legalService: 1,
  otherOrganisation: 1,
};
const outcomes: Partial<Record<OutcomeId, number>> = {
  granted: 42,
  partial: 8,
  notHeld: 22,
  alreadyPublic: 8,
  petition: 5,
  internalAffairs: 3,
  deliberative: 3,
  repeated: 3,
  thirdPartyRights: 2,
  excessive: 2,
  enforcementFile: 2,
};
const decisions: Partial<Record<ActOf<'reconsideration.decided'>['result'], number>> = {
  upheld: 55,
  requestRejected: 15,
  revoked: 6,
  declaredUnlawful: 3,
  applicationRejected: 8,
  terminated: 13,
};
const judgments: Partial<Record<ActOf<'suit.judged'>['result'], number>> = {
  claimsRejected: 70,
  revoked: 5,
  declaredUnlawful: 3,
  withdrawn: 22,
};

const performer = { actor: { kind: 'person', name: '随机生成', roles } } as const;

/** How many calendar years back the first of the cases were received. */
const YEARS_BACK = 4;

/**
 * An invented case such as offices have them, led as far as today by people and by time; not stored.
 * Every act goes through the door: what is refused by chance ends the story there.
 */
export function plausibleCase(chance: Chance, officeId: string, circumstances: Circumstances): Opened {
  const kind = chance.weighted(applicants);
  const held = inHand(randomUUID(), officeId);
  const story = new Story(held, chance, circumstances);
  story.tell();
  const outsider = kind === 'naturalPerson' ? personName(chance) : companyName(chance);
  return {
    held,
    opening: {
      officeId,
      applicantKind: kind,
      applicantName: outsider,
      content: requestText(chance),
      phone: `139${String(chance.between(0, 99_999_999)).padStart(8, '0')}`,
      wantedForm: 'paper',
      supplyWay: 'post',
    },
  };
}

/** The story was told as far as it goes. */
class End extends Error {}

class Story {
  /** The working day that the story has come to, by its place in the calendar. */
  private at: number;

  constructor(
    private readonly held: CaseInHand,
    private readonly chance: Chance,
    private readonly circumstances: Circumstances,
  ) {
    const { calendar, today } = circumstances;
    this.at = calendar.workdayIndex(today) - chance.between(0, YEARS_BACK * 248);
  }

  tell(): void {
    this.act((on) => ({ type: 'application.received', on, channel: 'counter' }));
    try {
      this.handle();
      this.appeal();
      // Long enough for the remedies to lapse, which closes most.
      this.rest(150);
      if (this.held.last?.standing.stage !== 'closed') this.close();
    } catch (fault) {
      if (!(fault instanceof End || fault instanceof Refused)) throw fault;
    }
  }

  private handle(): void {
    const { chance } = this;
    this.rest(chance.between(0, 2));
    this.act((on) => ({ type: 'application.registered', on }));
    this.act((on) => ({ type: 'application.assigned', on, handler: '政府信息公开科' }));
    if (chance.percent(10)) {
      this.rest(chance.between(1, 4));
      const until = this.dayAfter(10);
      this.act((on) => ({
        type: 'correction.required',
        on,
        items: '请写明所需文件的名称或文号。',
        until,
      }));
      this.rest(chance.between(2, 12));
      this.act((on) => ({ type: 'correction.received', on }));
    }
    if (chance.percent(4)) {
      this.rest(chance.between(1, 5));
      this.act((on) => ({ type: 'application.withdrawn', on, proof: '撤回申请书' }));
      this.close();
    }
    if (chance.percent(15)) {
      this.rest(chance.between(1, 5));
      this.act((on) => ({ type: 'opinion.sought', on, id: '1', consultee: 'thirdParty', deliveredOn: on }));
      this.rest(chance.between(2, 14));
      this.act((on) => ({ type: 'opinion.received', on, id: '1' }));
    }
    this.rest(chance.between(2, 14));
    if (chance.percent(10)) {
      this.act((on) => ({ type: 'period.extended', on, workdays: 20, why: '涉及多个部门，需要核实。' }));
      this.rest(chance.between(5, 15));
    }
    // Few are late.
    if (chance.percent(2)) this.rest(20);
    this.reply(chance.weighted(outcomes));
  }

  private reply(outcome: OutcomeId): void {
    const facts = replyOf(outcome);
    this.act((on) => ({ type: 'reply.drafted', on, ...facts }));
    this.act((on) => ({ type: 'reply.reviewed', on, passed: 'yes' }));
    this.act((on) => ({ type: 'reply.signed', on }));
    this.act((on) => ({ type: 'reply.issued', on, ...facts }));
    this.rest(this.chance.between(0, 1));
    this.act(posted);
  }

  private appeal(): void {
    const { chance } = this;
    if (!chance.percent(8)) return;
    this.rest(chance.between(5, 35));
    const id = `某府复〔${this.day.slice(0, 4)}〕${chance.between(1, 99_999)}号`;
    this.act((on) => ({
      type: 'reconsideration.accepted',
      on,
      id,
      organ: '某某区人民政府',
      over: 'reply',
      procedure: 'ordinary',
    }));
    this.rest(2);
    this.act((on) => ({ type: 'reconsideration.copyReceived', on, id, procedure: 'ordinary' }));
    this.rest(chance.between(3, 6));
    this.act((on) => ({ type: 'reconsideration.answered', on, id }));
    this.rest(chance.between(15, 35));
    const result = chance.weighted(decisions);
    this.act((on) => ({ type: 'reconsideration.decided', on, id, result }));
    if (result === 'revoked') this.redo(id);
    else if (chance.percent(25)) this.suit();
  }

  private redo(id: string): void {
    this.act((on) => ({ type: 'redo.ordered', on, id, workdays: 15, ground: 'substance' }));
    this.rest(this.chance.between(3, 12));
    this.reply('granted');
  }

  private suit(): void {
    const { chance } = this;
    this.rest(chance.between(3, 9));
    const id = `（${this.day.slice(0, 4)}）某行初${chance.between(1, 99_999)}号`;
    this.act((on) => ({
      type: 'suit.served',
      on,
      id,
      route: 'afterReconsideration',
      court: '某某区人民法院',
    }));
    this.rest(chance.between(3, 9));
    this.act((on) => ({ type: 'suit.answered', on, id }));
    this.rest(chance.between(30, 90));
    const result = chance.weighted(judgments);
    this.act((on) => ({
      type: 'suit.judged',
      on,
      id,
      result,
      form: result === 'withdrawn' ? 'ruling' : 'judgment',
    }));
  }

  private close(): never {
    this.rest(2);
    this.act((on) => ({ type: 'application.closed', on }));
    throw new End();
  }

  private get day(): LocalDate {
    return this.circumstances.calendar.nthWorkday(this.at);
  }

  private dayAfter(workdays: number): LocalDate {
    return this.circumstances.calendar.nthWorkday(this.at + workdays);
  }

  /** Lets working days pass, and does what time does in them. Ends the story where it comes to today. */
  private rest(workdays: number): void {
    const { today, calendar } = this.circumstances;
    this.at = Math.min(this.at + workdays, calendar.workdayIndex(today) + 1);
    const on = this.day > today ? today : this.day;
    for (let due = this.due(on); due; due = this.due(on)) {
      performOn(this.held, actOfWake(due), { actor: { kind: 'time' } }, { ...this.circumstances, today: on });
    }
    if (this.day > today) throw new End();
  }

  private due(on: LocalDate) {
    return [...(this.held.last?.wakes ?? [])]
      .sort((a, b) => (a.on < b.on ? -1 : 1))
      .find((wake) => wake.on < on);
  }

  private act(actOn: (on: LocalDate) => Act): void {
    performOn(this.held, actOn(this.day), performer, this.circumstances);
  }
}
