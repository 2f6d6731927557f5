import { channels } from '../domain/acts/intake-acts.js';
import { supplyWays, wantedForms } from '../domain/application/provision.js';
import { receiptRules } from '../domain/application/receipt.js';
import { printCitation } from '../domain/law/citation.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { applicantLists } from '../web/applicant-fields.js';
import type { FormState } from '../web/forms.js';
import { type Option, optionsOf } from '../web/options.js';
import { type PageContract, defineFragment, definePage } from '../web/page.js';
import type { DeadlineReading } from '../web/words.js';
import type { AlikeShown } from '../web/alike.js';
import type { ReceiptDates } from './receipt-dates.js';

/** The lists of the form, and the rule of each channel. */
export const intakeLists = {
  channels: optionsOf(channels),
  rules: Object.entries(receiptRules).map(([channel, { day, says, proof, article }]) => ({
    channel,
    day,
    says,
    proof,
    article: printCitation(article),
  })),
  ...applicantLists,
  forms: optionsOf(wantedForms),
  ways: optionsOf(supplyWays),
};

interface IntakePage extends PageContract {
  readonly form: FormState;
  readonly lists: typeof intakeLists;
  readonly handlers: readonly Option[];
  readonly today: LocalDate;
  readonly dates?: ReceiptDates | undefined;
  readonly alike?: AlikeShown | undefined;
  /** A draft was found: when it was kept. */
  readonly keptAt?: Date | undefined;
}

interface CheckPage extends PageContract {
  readonly mark: string;
  readonly dates: ReceiptDates;
  readonly sections: readonly {
    title: string;
    anchor: string;
    items: readonly { term: string; text: string }[];
  }[];
  readonly content: string;
  /** What can be asked for by 补正. */
  readonly lacks: readonly string[];
  readonly alike: AlikeShown;
}

interface RegisteredPage extends PageContract {
  readonly id: string;
  readonly number: string;
  readonly applicant: string;
  readonly receivedOn: LocalDate;
  readonly periods: readonly { name: string; deadline: DeadlineReading }[];
  readonly receipt: string;
  readonly handler: string;
}

export const intakePage = definePage<IntakePage>('intake/intake');
export const checkPage = definePage<CheckPage>('intake/check');
export const registeredPage = definePage<RegisteredPage>('intake/registered');
export const datesFragment = defineFragment<{ dates?: ReceiptDates | undefined }>('pages/intake/dates');
export const alikeFragment = defineFragment<{ alike?: AlikeShown | undefined }>('components/alike');
export const keptFragment = defineFragment<{ keptAt: Date }>('pages/intake/kept');
