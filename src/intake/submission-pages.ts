import type { LocalDate } from '../domain/time/local-date.js';
import type { AdministrationLineTold } from '../records/office/administration.js';
import type { Paper } from '../records/application/application-fields.js';
import type { ContactAttempt } from '../records/application/contact-attempt.js';
import type { SubmissionRecord } from '../records/application/submission.js';
import type { Answers } from '../web/application-answers.js';
import type { FormState } from '../web/forms.js';
import { type PageContract, definePage } from '../web/page.js';
import type { DeadlineReading } from '../web/words.js';
import type { SubmissionLine, papersSentLately } from './submission-list.js';

interface ListPage extends PageContract {
  readonly waiting: readonly SubmissionLine[];
  readonly settled: readonly SubmissionLine[];
  readonly papers: Awaited<ReturnType<typeof papersSentLately>>;
}

interface SubmissionPage extends PageContract {
  readonly submission: SubmissionRecord;
  readonly state: string;
  readonly answers: readonly Answers[];
  readonly papers: readonly Paper[];
  readonly hidden: boolean;
  readonly deadline?: DeadlineReading | undefined;
  readonly confirmation: FormState;
  readonly refusal: FormState;
  readonly attempt: FormState;
  readonly attempts: readonly ContactAttempt[];
  /** 双方确认之日: what the channel calls the day. */
  readonly day: string;
  readonly says: string;
  readonly arrived: string;
  readonly channel: string;
  /** Empty where nobody acts for the applicant. */
  readonly agentPapers: readonly { value: string; label: string }[];
  readonly refusalKinds: readonly { value: string; label: string }[];
  readonly arrivedOn: LocalDate;
  readonly today: LocalDate;
  readonly seen: readonly AdministrationLineTold[];
}

export const listPage = definePage<ListPage>('intake/submissions');
export const submissionPage = definePage<SubmissionPage>('intake/submission');
