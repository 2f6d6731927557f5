import type { EntityManager } from 'typeorm';
import type { Act } from '../domain/acts/acts.js';
import { pendingDraft } from '../domain/application/pending-draft.js';
import { goesByInternet } from '../domain/application/provision.js';
import { checkReply } from '../domain/letter/check/check.js';
import type { CheckFinding, Papers } from '../domain/letter/check/finding.js';
import { answeringOffice } from '../records/office/answering-office.js';
import type { ApplicationRecord } from '../records/application/application.js';
import { AttachmentRecord } from '../records/paper/attachment.js';
import { LetterRecord } from '../records/paper/letter.js';
import { OfficeRecord } from '../records/office/office.js';
import type { CaseFile } from './case-file.js';
import type { Opening } from './opening.js';

/** What papers are read off: a case file, or the rows of a case that is taken in hand. */
interface Held {
  readonly application: Pick<ApplicationRecord, 'supplyWay' | 'channel'>;
  readonly office: OfficeRecord;
  readonly attachments: readonly Pick<AttachmentRecord, 'purpose' | 'name'>[];
  readonly letters: readonly Pick<LetterRecord, 'kind' | 'status'>[];
}

/** What 答复体检 asks of a file besides its acts. */
export const papersIn = ({ application, office, attachments, letters }: Held): Papers => ({
  enclosed: attachments.filter(({ purpose }) => purpose === 'provided').map(({ name }) => name),
  letters: letters.map(({ kind, status }) => ({ kind, issued: status === 'issued' })),
  government: office.government,
  onInternet: goesByInternet(application),
  internetFilingNamed: answeringOffice(office).internetFiling !== undefined,
});

/** The same of a case whose row is in hand. */
export async function papersOf(
  manager: EntityManager,
  application: Pick<ApplicationRecord, 'id' | 'officeId' | 'supplyWay' | 'channel'>,
): Promise<Papers> {
  const { id: applicationId, officeId } = application;
  return papersIn({
    application,
    office: await manager.findOneByOrFail(OfficeRecord, { id: officeId }),
    attachments: await manager.find(AttachmentRecord, {
      select: { id: true, purpose: true, name: true },
      where: { applicationId },
    }),
    letters: await manager.find(LetterRecord, {
      select: { id: true, kind: true, status: true },
      where: { applicationId },
    }),
  });
}

/** The same of a case that is opened and answered at once: nothing is filed with it yet. */
export async function papersOfOpening(
  manager: EntityManager,
  { officeId, supplyWay = null }: Pick<Opening, 'officeId' | 'supplyWay'>,
  acts: readonly Act[],
): Promise<Papers> {
  const received = acts.find((act) => act.type === 'application.received');
  const office = await manager.findOneByOrFail(OfficeRecord, { id: officeId });
  const application = { supplyWay, channel: received?.channel ?? 'counter' };
  return papersIn({ application, office, attachments: [], letters: [] });
}

/** 答复体检 of the reply that is drafted in a case, as of the day it is read on; nothing where none is drafted. */
export function checkOf(file: CaseFile): CheckFinding[] {
  const { acts, calendar, policy, on: today } = file;
  const draft = pendingDraft(acts);
  return draft ? checkReply({ draft, acts, today, calendar, policy, ...papersIn(file) }) : [];
}

/** The same of the reply that went out last, as it stood on the day of issue; for reviews of finished files. */
export function checkOfIssued(file: CaseFile): CheckFinding[] {
  const { calendar, policy } = file;
  const at = file.acts.findLastIndex(({ type }) => type === 'reply.issued');
  const issued = file.acts[at];
  if (issued?.type !== 'reply.issued') return [];
  const draft = { ...issued, type: 'reply.drafted' } as const;
  const acts = file.acts.slice(0, at);
  return checkReply({ draft, acts, today: issued.on, calendar, policy, ...papersIn(file) });
}
