import type { EntityManager } from 'typeorm';
import { itemFee, priceOfItem } from '../domain/fee/tariff.js';
import { outcomeTitle } from '../domain/outcome/outcomes.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { calendarFrom, calendarThrough } from '../domain/time/work-calendar.js';
import { earlierRequests, requestsInMonth } from '../records/earlier-requests.js';
import { paths } from '../web/paths.js';
import { chineseDate } from '../web/words.js';

/** The same applicant this month, and earlier requests beside this one. */
export interface AlikeShown {
  readonly sentence: string;
  /** From here on a fee by item may be asked. */
  readonly feeDue: boolean;
  readonly earlier: readonly {
    readonly href: string;
    readonly number: string;
    readonly applicant: string;
    readonly same: boolean;
    readonly likeness: number;
    readonly receivedOn: string;
    readonly content: string;
    readonly outcome: string;
  }[];
}

const LONGEST_SHOWN = 90;

/** Undefined while there is neither a name nor a request to compare, and for a day that no case can be of. */
export async function alikeShown(
  manager: EntityManager,
  officeId: string,
  typed: { name: string; idNumber?: string; content: string },
  on: LocalDate,
): Promise<AlikeShown | undefined> {
  const { name, content } = typed;
  if (name.trim() === '' && content.trim() === '') return undefined;
  if (on < calendarFrom || on > calendarThrough) return undefined;
  const before = name.trim() === '' ? 0 : await requestsInMonth(manager, officeId, typed, on);
  const price = priceOfItem(before + 1);
  const counted = `${Number(on.slice(5, 7))}月已收到该申请人 ${before} 件，本件是第 ${before + 1} 件`;
  const fee =
    price > 0
      ? `；按件计费的，本件 ${price} 元，本月合计 ${itemFee(before + 1)} 元（国办函〔2020〕109号）。`
      : '，按件计费的不收费。';
  const earlier = await earlierRequests(manager, officeId, typed, content, on);
  return {
    sentence: name.trim() === '' ? '' : counted + fee,
    feeDue: price > 0,
    earlier: earlier.map(({ application, sameApplicant, likeness }) => ({
      href: paths.case(application.id),
      number: application.number,
      applicant: application.applicantName,
      same: sameApplicant,
      likeness,
      receivedOn: chineseDate(application.receivedOn),
      content: shortened(application.content),
      outcome: application.outcome ? outcomeTitle(application.outcome) : '尚未答复',
    })),
  };
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > LONGEST_SHOWN
    ? `${characters.slice(0, LONGEST_SHOWN).join('')}…`
    : characters.join('');
}
