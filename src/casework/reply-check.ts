import { pendingDraft } from '../domain/application/pending-draft.js';
import { goesByInternet } from '../domain/application/provision.js';
import { checkReply } from '../domain/letter/check/check.js';
import type { CheckFinding } from '../domain/letter/check/finding.js';
import { answeringOffice } from '../records/answering-office.js';
import type { CaseFile } from './case-file.js';

/** 答复体检 of the reply that is drafted in a case, as of the day it is read on; nothing where none is drafted. */
export function checkOf(file: CaseFile): CheckFinding[] {
  const { acts, application, office, attachments, letters, calendar, policy, on } = file;
  const draft = pendingDraft(acts);
  if (!draft) return [];
  return checkReply({
    draft,
    acts,
    today: on,
    calendar,
    policy,
    enclosed: attachments.filter(({ purpose }) => purpose === 'provided').map(({ name }) => name),
    letters: letters.map(({ kind, status }) => ({ kind, issued: status === 'issued' })),
    government: office.government,
    onInternet: goesByInternet(application),
    internetFilingNamed: answeringOffice(office).internetFiling !== undefined,
  });
}
