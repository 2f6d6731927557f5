import { applicantKinds } from '../domain/application/applicant.js';
import { identityDocuments, supplyWays, wantedForms } from '../domain/application/provision.js';
import type { Paper } from '../records/application/application-fields.js';
import type { OfficeRecord } from '../records/office/office.js';
import type { FormState } from '../web/forms.js';
import { type PageContract, definePage } from '../web/page.js';
import type { Answers } from '../web/application-answers.js';
import { optionsOf } from '../web/options.js';
import { papersHint } from './papers.js';

/** What the steps choose from. */
export const stepLists = {
  kinds: optionsOf(applicantKinds),
  documents: optionsOf(identityDocuments),
  forms: optionsOf(wantedForms),
  ways: optionsOf(supplyWays),
  papersHint,
};

interface StepContract extends PageContract {
  readonly office: OfficeRecord;
  /** Place of the step, from 0, and how many there are. */
  readonly at: number;
  readonly steps: number;
  readonly form: FormState;
  /** The draft, sealed: for when the session ends before the form is sent. */
  readonly kept: string;
}

interface ApplyStepPage extends StepContract {
  readonly step: string;
  readonly papers: readonly Paper[];
  readonly lists: typeof stepLists;
  /** Something has been filled in already. */
  readonly begun: boolean;
}

interface ApplyCheckPage extends StepContract {
  readonly sections: readonly Answers[];
}

export const applyStepPage = definePage<ApplyStepPage>('portal/apply-step');
export const applyCheckPage = definePage<ApplyCheckPage>('portal/apply-check');
