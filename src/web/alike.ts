import type { EntityManager } from 'typeorm';
import { itemFee, priceOfItem } from '../domain/fee/tariff.js';
import { namesInShort } from '../domain/application/joint-applicants.js';
import { outcomeTitle } from '../domain/outcome/outcomes.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { calendarFrom, calendarThrough } from '../domain/time/work-calendar.js';
import {
  type EarlierRequest,
  type KnownBy,
  earlierRequests,
  requestsInMonth,
} from '../records/paper/earlier-requests.js';
import { paths, withQuery } from './paths.js';
import { chineseDate, shortened } from './words.js';

/** The same applicant this month, and earlier requests beside this one. */
export interface AlikeShown {
  readonly sentence: string;
  /** Where it can be suggested to publish what several have asked for (条例第四十四条); '' where nobody else has. */
  readonly publish: string;
  /** From here on a fee by item may be asked. */
  readonly feeDue: boolean;
  readonly earlier: readonly {
    readonly href: string;
    readonly number: string;
    readonly applicant: string;
    readonly same: boolean;
    /** 内容相近 62%; 内容不相近 where only the applicant is the same. */
    readonly likeness: string;
    readonly receivedOn: string;
    readonly content: string;
    readonly outcome: string;
    /** Of the same applicant, near and replied to: where 不予重复处理 is drafted from it; '' elsewhere. */
    readonly repeat: string;
  }[];
}

/** What is compared: who asks, for what, on which day; the case itself where it is registered already. */
export interface Compared {
  readonly applicant: KnownBy;
  readonly content: string;
  readonly on: LocalDate;
  readonly id?: string;
  /** Whether its reply may be drafted by whoever looks. */
  readonly mayDraft?: boolean;
}

const LONGEST_SHOWN = 90;

/** Undefined while there is neither a name nor a request to compare, and for a day that no case can be of. */
export async function alikeShown(
  manager: EntityManager,
  officeId: string,
  { applicant, content, on, id, mayDraft = false }: Compared,
): Promise<AlikeShown | undefined> {
  const { name } = applicant;
  if (name === '' && content.trim() === '') return undefined;
  if (on < calendarFrom || on > calendarThrough) return undefined;
  const inMonth = name === '' ? 0 : await requestsInMonth(manager, officeId, applicant, on);
  // A case that is registered is among those of its month.
  const place = id ? inMonth : inMonth + 1;
  const price = priceOfItem(place);
  const earlier = await earlierRequests(manager, officeId, applicant, content, { on, except: id ?? null });
  return {
    sentence: name === '' ? '' : counted(on, place, id !== undefined) + feeSaid(price, place),
    publish: mayDraft && id && earlier.some(sameWish) ? paths.publicationOf(id) : '',
    feeDue: price > 0,
    earlier: earlier.map((one) => shown(one, mayDraft ? id : undefined)),
  };
}

/** From this likeness on, in percent, two requests are near: where the database's own measure begins to say so. */
const NEAR = 30;
/** From this likeness on, in percent, two people want the same (本系统口径). */
const SAME_WISH = 60;
const sameWish = ({ sameApplicant, likeness }: EarlierRequest): boolean =>
  !sameApplicant && likeness >= SAME_WISH;

function counted(on: LocalDate, place: number, registered: boolean): string {
  const month = `${Number(on.slice(5, 7))}月`;
  return registered
    ? `${month}共收到该申请人 ${place} 件（含本件）`
    : `${month}已收到该申请人 ${place - 1} 件，本件是第 ${place} 件`;
}

const feeSaid = (price: number, place: number): string =>
  price > 0
    ? `；按件计费的，第 ${place} 件 ${price} 元，本月合计 ${itemFee(place)} 元（国办函〔2020〕109号）。`
    : '，按件计费的不收费。';

function shown(
  { application, sameApplicant, likeness, replyNumber }: EarlierRequest,
  draftFor: string | undefined,
): AlikeShown['earlier'][number] {
  const { id, number, applicantName, jointNames, receivedOn, content, outcome, repliedOn } = application;
  const reply = repliedOn ? `，${chineseDate(repliedOn)}答复${replyNumber ? `（${replyNumber}）` : ''}` : '';
  return {
    href: paths.case(id),
    number,
    applicant: namesInShort(applicantName, jointNames),
    same: sameApplicant,
    likeness: likeness >= NEAR ? `内容相近 ${likeness}%` : '内容不相近',
    receivedOn: chineseDate(receivedOn),
    content: shortened(content, LONGEST_SHOWN),
    outcome: (outcome ? outcomeTitle(outcome) : '尚未答复') + reply,
    repeat:
      draftFor && sameApplicant && likeness >= NEAR && repliedOn
        ? withQuery(paths.act(draftFor, 'reply.drafted'), { outcome: 'repeated', earlier: id })
        : '',
  };
}
