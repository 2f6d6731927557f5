import { resultsOf } from '../domain/acts/answers.js';
import { type ActOf, type RecordedAct, definitionOf } from '../domain/acts/acts.js';
import { type Consultee, consultees, views } from '../domain/acts/handling-acts.js';
import { channels } from '../domain/acts/intake-acts.js';
import { receiptRules } from '../domain/application/receipt.js';
import { type Citation, cite } from '../domain/law/citation.js';
import { chineseNumeral } from '../domain/law/numerals.js';
import { citationsOf, letterOf, replyKindOf } from '../domain/letter/register.js';
import { wayInBrief } from '../domain/letter/service-words.js';
import { resultInWords } from '../domain/outcome/in-words.js';
import type { OutcomeId } from '../domain/outcome/outcomes.js';
import { type LocalDate, chinese } from '../domain/time/local-date.js';
import { joined } from './appeal-words.js';

/** One step of the case as a paper tells it: its day, a sentence, the places it rests on. */
export interface ToldStep {
  readonly on: LocalDate;
  readonly says: string;
  readonly places: readonly Citation[];
}

/**
 * What was done with the application until a day, step by step in the order of the days, each with its article.
 * `who` is what the paper calls him who asked for the information.
 */
export function toldHistory(
  acts: readonly RecordedAct[],
  number: string,
  until: LocalDate,
  who = '申请人',
): ToldStep[] {
  return acts
    .filter(({ on }) => on <= until)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.seq - b.seq))
    .flatMap((act) => {
      const says = sentenceOf(act, number, acts)?.replaceAll('申请人', who);
      return says ? [{ on: act.on, says, places: placesOf(act) }] : [];
    });
}

/** 2026年9月8日，……（《条例》第三十一条第（二）项）。 */
export const printStep = ({ on, says, places }: ToldStep): string =>
  `${chinese(on)}，${says}${places.length > 0 ? `（${joined(places)}）` : ''}。`;

function placesOf(act: RecordedAct): readonly Citation[] {
  switch (act.type) {
    case 'application.received':
      return [receiptRules[act.channel].article];
    case 'opinion.sought':
      return [...writtenUnder[act.consultee], definitionOf(act.type).article];
    case 'reply.issued':
      return placesOfResults(resultsOf(act));
    case 'transfer.noticed':
      return citationsOf('notResponsible');
    // No article gives the office these: it is not their ground that the law tells what follows from them.
    case 'reply.supplemented':
    case 'application.withdrawn':
    case 'redo.ordered':
      return [];
    default:
      return [definitionOf(act.type).article];
  }
}

/** 条例第三十二条、第三十四条: the duty or the power to ask in writing, before what it means for the period. */
const writtenUnder: Readonly<Record<Consultee, readonly Citation[]>> = {
  thirdParty: [cite('disclosure', 32)],
  coProducer: [cite('disclosure', 34)],
  successor: [cite('reorganisationReply')],
  agency: [],
};

/** The places of several results, each once. */
const placesOfResults = (results: readonly OutcomeId[]): Citation[] => [
  ...new Map(results.flatMap(citationsOf).map((place) => [JSON.stringify(place), place])).values(),
];

function sentenceOf(act: RecordedAct, number: string, acts: readonly RecordedAct[]): string | undefined {
  switch (act.type) {
    case 'application.received':
      return `本机关收到申请人的政府信息公开申请（登记编号${number}），提交方式为${channels[act.channel]}，该日为${receiptRules[act.channel].day}`;
    case 'correction.required': {
      const first = acts.find(({ type }) => type === 'correction.required') === act;
      return `本机关${first ? '一次性' : '再次'}告知申请人补正，补正期限至${chinese(act.until)}`;
    }
    case 'correction.received':
      return '本机关收到申请人的补正材料';
    case 'correction.lapsed':
      return '补正期限届满，申请人未补正';
    case 'reasons.asked':
      return `本机关要求申请人说明理由，期限至${chinese(act.until)}`;
    case 'reasons.given':
      return '本机关收到申请人说明的理由';
    case 'reply.deferred':
      return `本机关确定并告知延迟答复的合理期限，至${chinese(act.until)}`;
    case 'opinion.sought':
      return `本机关书面征求${consulteeOf(act)}的意见`;
    case 'opinion.received': {
      const whom = consultedIn(acts, act.id);
      return act.view && act.view !== 'none'
        ? `本机关收到${whom}${views[act.view]}的意见`
        : `本机关收到${whom}的意见，未表明是否同意公开`;
    }
    case 'opinion.overruled':
      return `${consultedIn(acts, act.id)}收到本机关决定公开的书面告知`;
    case 'opinion.lapsed':
      return `征求意见期限届满，${consultedIn(acts, act.id)}未提出意见`;
    case 'fee.noticed':
      return `本机关通知申请人缴纳信息处理费${act.yuan}元`;
    case 'fee.paid':
      return '申请人缴纳信息处理费';
    case 'fee.lapsed':
      return '缴费期限届满，申请人未缴费';
    case 'period.extended':
      return `经政府信息公开工作机构负责人同意，本机关告知申请人延长答复期限${act.workdays}个工作日`;
    case 'reply.issued':
      return issued(act);
    case 'transfer.noticed':
      return `本机关告知申请人该信息由${act.directTo}负责公开${numbered(act.number)}`;
    case 'reply.served':
      return `${servedBy(act)}${act.signedOn ? `，申请人于${chinese(act.signedOn)}签收` : ''}`;
    case 'reply.supplemented':
      return `本机关补充或者更正答复${numbered(act.number)}`;
    case 'application.withdrawn':
      return '申请人撤回申请';
    case 'redo.ordered':
      return '本机关收到责令重新答复的决定或者裁判';
    default:
      return undefined;
  }
}

const consulteeOf = ({ name, consultee }: ActOf<'opinion.sought'>): string => name ?? consultees[consultee];

function consultedIn(acts: readonly RecordedAct[], id: string): string {
  const sought = acts.find((act) => act.type === 'opinion.sought' && act.id === id);
  return sought?.type === 'opinion.sought' ? consulteeOf(sought) : '对方';
}

const servedBy = (act: ActOf<'reply.served'>): string =>
  act.how === 'unrecorded'
    ? '上述答复送达申请人（台账没有记载方式）'
    : `上述答复以${wayInBrief(act).replace(/送达$/u, '')}方式送达申请人`;

const issued = (act: ActOf<'reply.issued'>): string =>
  `本机关作出《${letterOf(replyKindOf(act)).title}》${numbered(act.number)}，${resultSaid(act)}`;

/** The result; of several matters that of each, for the whole has one in table three alone. */
function resultSaid({ outcome, matters }: ActOf<'reply.issued'>): string {
  if (!matters) return `结果为${resultInWords(outcome)}`;
  const each = matters.map((one, i) => `第${chineseNumeral(i + 1)}项${resultInWords(one.outcome)}`);
  return `分项答复，结果为${each.join('，')}`;
}

const numbered = (number: string | undefined): string => (number ? `（${number}）` : '');
