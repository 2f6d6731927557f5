import { namesOfAll } from '../domain/application/joint-applicants.js';
import type { ActOf, RecordedAct } from '../domain/acts/acts.js';
import { searchOf } from '../domain/acts/answers.js';
import type { Channel } from '../domain/acts/intake-acts.js';
import { goesByInternet } from '../domain/application/provision.js';
import { receiptRules } from '../domain/application/receipt.js';
import { strictestIn } from '../domain/acts/conclusions.js';
import { periodsOf } from '../domain/clock/clock.js';
import type { ClockPolicy } from '../domain/clock/consultations.js';
import { requiredLimit, unitNames, type LimitId } from '../domain/clock/limits.js';
import { type Period, replyPeriodIn } from '../domain/clock/period.js';
import { tariffInWords } from '../domain/fee/tariff.js';
import { printCitationInFull } from '../domain/law/citation.js';
import type { FactName, LetterFacts } from '../domain/letter/facts.js';
import { matterLines } from '../domain/letter/matter-lines.js';
import { withheldRows } from '../domain/letter/withheld.js';
import { type LetterKind, placesOf, letterOf, printPlaces } from '../domain/letter/register.js';
import { remedyParagraph, remedyRoutes } from '../domain/remedy/routes.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { answeringOffice } from '../records/office/answering-office.js';
import type { ApplicationRecord } from '../records/application/application.js';
import type { OfficeRecord } from '../records/office/office.js';
import { consultationFacts } from './consultation-facts.js';
import { addressOf, contentWithoutNames, linesOf } from './letter-parties.js';
import { repliedFacts } from './reply-facts.js';
import {
  type History,
  correctionHistory,
  feeLapse,
  withdrawal,
  historySentences,
  reasonsHistory,
  thirdPartyView,
} from './case-history.js';

/** Everything that a letter's facts are read from. */
export interface LetterSource {
  readonly application: Pick<
    ApplicationRecord,
    'number' | 'applicantName' | 'jointNames' | 'applicantKind' | 'content' | 'supplyWay' | 'channel'
  >;
  readonly office: Pick<
    OfficeRecord,
    'name' | 'kind' | 'government' | 'address' | 'phone' | 'disclosureBody' | 'settings'
  >;
  /** Acts as they stand, up to the one that calls for the letter. */
  readonly acts: readonly RecordedAct[];
  /** The act that calls for the letter; none for letters drafted when wanted. */
  readonly act?: RecordedAct;
  /** 成文日期. */
  readonly on: LocalDate;
  readonly calendar: WorkCalendar;
  readonly policy: ClockPolicy;
}

/** Facts that tell a step of the case by themselves: 办理经过 leaves it out then. */
const tellsSteps: Readonly<Partial<Record<FactName, string>>> = {
  correctionHistory: 'correction.',
  correctionLapse: 'correction.',
  reasonsHistory: 'reasons.',
  feeLapse: 'fee.',
  withdrawal: 'application.withdrawn',
};

type Known = { -readonly [N in keyof LetterFacts]: LetterFacts[N] };

/** The facts of a letter, read off the case. What the case does not hold has no entry; nothing is made up. */
export function factsOfCase(kind: LetterKind, source: LetterSource): LetterFacts {
  const { application, office, acts, act, on } = source;
  const you = addressOf(application);
  const periods = periodsOf(acts, source.calendar, source.policy);
  const definition = letterOf(kind);
  const { required } = definition;
  const told = Object.entries(tellsSteps).filter(([name]) => required.includes(name as FactName));
  const history: History = {
    acts: acts.filter((a) => a !== act),
    periods,
    you,
    toldElsewhere: told.map(([, beginning]) => beginning),
  };
  return withoutBlanks({
    on,
    officeName: office.name,
    officeAddress: office.address,
    officePhone: office.phone,
    disclosureBody: office.disclosureBody,
    applicationNumber: application.number,
    applicant: namesOfAll(application.applicantName, application.jointNames),
    addressed: you,
    request: linesOf(application.content),
    consultedContent: contentWithoutNames(application),
    ...receiptFacts(source),
    ...dueFacts(periods),
    history: historySentences(history).join(''),
    thirdPartyView: thirdPartyView(history),
    correctionHistory: correctionHistory(history).asked,
    correctionLapse: correctionHistory(history).lapse,
    reasonsHistory: reasonsHistory(history),
    feeLapse: feeLapse(history),
    withdrawal: withdrawal(history),
    ...repliedFacts(acts, source.calendar),
    ...(act ? actFacts(act, source, periods) : {}),
    articles: printPlaces(placesOf(definition)),
    remedies: remediesOf(kind, source),
  });
}

/** 救济告知 of a letter, from its outcome alone; undefined where there is nothing to turn against. */
export function remediesOf(
  kind: LetterKind,
  source: Pick<LetterSource, 'office' | 'on' | 'application' | 'acts'>,
): string | undefined {
  const { office, on, application, acts } = source;
  const { outcome: own, remediesAs, turnedAgainst } = letterOf(kind);
  const outcome = own ?? (remediesAs === 'lastReply' ? strictestIn(acts) : remediesAs);
  if (!outcome || office.government.trim() === '') return undefined;
  const routes = remedyRoutes(outcome, on, answeringOffice(office), goesByInternet(application));
  return routes && remedyParagraph(routes, turnedAgainst);
}

const submittedBy: Readonly<Record<Channel, string>> = {
  counter: '当面提交',
  registeredMail: '以邮寄方式提交',
  ordinaryMail: '以平常信函提交',
  forwarded: '以邮寄方式提交（由其他机构或个人转来）',
  internet: '通过互联网提交',
  fax: '通过传真提交',
};

function receiptFacts({ acts }: LetterSource): Known {
  const received = acts.find((act) => act.type === 'application.received');
  if (!received) return {};
  const rule = receiptRules[received.channel];
  return {
    receivedOn: received.on,
    submitted: submittedBy[received.channel],
    receiptDay: rule.day,
    receiptArticle: printCitationInFull(rule.article),
    replyLimit: printed('reply', received.on),
  };
}

function printed(id: LimitId, on: LocalDate): string {
  const { amount, unit } = requiredLimit(id, on);
  return `${amount}${unitNames[unit]}`;
}

const replyDue = (periods: readonly Period[]): LocalDate | undefined => replyPeriodIn(periods)?.dueOn;

const dueFacts = (periods: readonly Period[]): Known => ({ replyDueOn: replyDue(periods) });

function actFacts(act: RecordedAct, source: LetterSource, periods: readonly Period[]): Known {
  switch (act.type) {
    case 'correction.required':
      return { correctionItems: linesOf(act.items), correctionUntil: act.until };
    case 'reasons.asked':
      return { reasonsFacts: linesOf(act.facts), reasonsUntil: act.until };
    case 'reply.deferred':
      return { deferredUntil: act.until, deferralReason: withoutStop(act.why) };
    case 'period.extended':
      return extensionFacts(act, source, periods);
    case 'opinion.sought':
      return consultationFacts(act);
    case 'fee.noticed':
      return {
        feeBasis: act.basis === 'item' ? '按件' : '按量',
        feeQuantity: `${act.quantity}${act.basis === 'item' ? '件' : '页'}`,
        feeStandard: tariffInWords(act.basis),
        feeAmount: `${act.yuan}元`,
        feeLimit: printed('fee.payment', act.on),
      };
    case 'reply.issued':
    case 'reply.drafted':
      return replyTexts(act, {
        acts: source.acts,
        periods,
        you: addressOf(source.application),
        toldElsewhere: [],
      });
    case 'transfer.noticed':
      return { directTo: act.directTo, reasons: linesOf(act.reasons) };
    case 'reply.supplemented':
      return { supplement: linesOf(act.why) };
    default:
      return {};
  }
}

function replyTexts(act: ActOf<'reply.issued'> | ActOf<'reply.drafted'>, history: History): Known {
  if (act.matters) {
    const shown = {
      thirdPartyView: thirdPartyView(history),
      correctionHistory: correctionHistory(history).asked,
      reasonsHistory: reasonsHistory(history),
    };
    return { matters: matterLines(act.matters, shown) };
  }
  const { reasons, provided, withheld, directTo, basis, earlier } = act;
  return {
    reasons: linesOf(reasons),
    provided: linesOf(provided),
    withheld: withheldRows(linesOf(withheld) ?? []),
    searched: linesOf(searchOf(act)),
    directTo: directTo && withoutStop(directTo),
    basis: basis && withoutStop(basis),
    earlier: earlier && withoutStop(earlier),
  };
}

function extensionFacts(
  act: RecordedAct & ActOf<'period.extended'>,
  { acts, calendar, policy }: LetterSource,
  periods: readonly Period[],
): Known {
  const before = periodsOf(
    acts.filter((a) => a !== act),
    calendar,
    policy,
  );
  return {
    extendedBy: String(act.workdays),
    originalDueOn: replyDue(before),
    extendedDueOn: replyDue(periods),
    extensionReason: act.why && withoutStop(act.why),
  };
}

/** The text without its last full stop: what follows in the wording closes the sentence. */
const withoutStop = (text: string): string => text.trim().replace(/[。；;.]+$/u, '');

function withoutBlanks(facts: Known): LetterFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value && value.length > 0));
}
