import type { Act, ActType } from '../acts/acts.js';
import type { Citation } from '../law/citation.js';
import type { OutcomeId } from '../outcome/outcomes.js';
import type { Turned } from '../remedy/routes.js';
import type { FactName } from './facts.js';

/** Who the letter is written to. `file`: a form that stays in the file. */
export type Addressee = 'applicant' | 'consultee' | 'thirdParty' | 'file';

/** A kind of letter: what calls for it, its title, its article and what it must say. */
export interface LetterDefinition {
  readonly title: string;
  /** The act that calls for it; none for letters that are drafted when wanted. */
  readonly trigger?: ActType;
  /** Which acts of that type, where not all. */
  readonly when?: (act: Act) => boolean;
  /** None where table three has a row but the regulation no article. */
  readonly article?: Citation;
  /** Name of the series that its number (文号) is taken from; none for slips that carry no number. */
  readonly series?: string;
  readonly to: Addressee;
  /** The letter cannot be previewed or issued without these. */
  readonly required: readonly FactName[];
  /** Its wording may name these too. */
  readonly optional: readonly FactName[];
  /** A reply: the one outcome that it tells. */
  readonly outcome?: OutcomeId;
  /** Another decision that one may turn against: as against a reply of that outcome, or as against the last reply. */
  readonly remediesAs?: OutcomeId | 'lastReply';
  /** What is turned against and what is received, where the letter is no reply: 本决定, 本告知书. */
  readonly turnedAgainst?: Turned;
  /** Places that it rests on besides its own. */
  readonly restsOn?: readonly Citation[];
}
