import type { OpenCase } from '../casework/open-cases.js';
import { deadlineOf } from '../web/deadline-reading.js';
import type { FormState } from '../web/forms.js';
import { type PageContract, definePage } from '../web/page.js';
import { paths } from '../web/paths.js';
import type { DeadlineReading } from '../web/words.js';
import type { BulkAct } from './bulk.js';
import type { Input } from './input.js';

/** One of the ticked cases. */
interface BulkLine {
  readonly href: string;
  readonly number: string;
  readonly applicant: string;
  readonly deadline?: DeadlineReading & { readonly what: string };
}

interface BulkPage extends PageContract {
  readonly act: BulkAct;
  /** What the form carries on, as it was ticked. */
  readonly ticked: readonly string[];
  readonly lines: readonly BulkLine[];
  readonly inputs: readonly Input[];
  readonly form: FormState;
}

interface BulkResultPage extends PageContract {
  readonly done: number;
  readonly lines: readonly (BulkLine & { readonly done: boolean; readonly says: string })[];
}

export const bulkPage = definePage<BulkPage>('desk/bulk');
export const bulkResultPage = definePage<BulkResultPage>('desk/bulk-result');

/** A case that has meanwhile left the desk is told by its address alone. */
export function bulkLine(id: string, open: OpenCase | undefined): BulkLine {
  if (!open) return { href: paths.case(id), number: '已不在办', applicant: '' };
  const { application, reading } = open;
  const { nextDuty } = reading;
  return {
    href: paths.case(id),
    number: application.number,
    applicant: application.applicantName,
    ...(nextDuty ? { deadline: { ...deadlineOf(nextDuty), what: nextDuty.name } } : {}),
  };
}
