import { randomUUID } from 'node:crypto';
import { Door } from '../../src/casework/door.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { addDays, localDate } from '../../src/domain/time/local-date.js';
import { roles } from '../../src/domain/office/role.js';
import { storeFile } from '../../src/infrastructure/storage.js';
import { now, today } from '../../src/infrastructure/today.js';
import { AttachmentRecord } from '../../src/records/paper/attachment.js';
import { CatalogueEntry } from '../../src/records/publication/catalogue-entry.js';
import { EvidenceBundle } from '../../src/records/paper/evidence-bundle.js';
import { LedgerImportRecord } from '../../src/records/application/ledger-import.js';
import { LetterRecord } from '../../src/records/paper/letter.js';
import { LetterWording } from '../../src/records/paper/letter-wording.js';
import type { OfficeRecord } from '../../src/records/office/office.js';
import { PublicationRecord } from '../../src/records/publication/publication.js';
import { ReminderRecord } from '../../src/records/reminder/reminder.js';
import { SavedView } from '../../src/records/person/saved-view.js';
import { SelfCheckFile, SelfCheckRecord } from '../../src/records/report/self-check.js';
import { sampleLetter } from '../../src/letters/wording-sample.js';
import { wordingText, writtenWording } from '../../src/letters/wordings.js';
import { apply, onlySubmission } from './applicant.js';
import { addPerson, type Program } from './program.js';

/** The reconsideration of the case that an office is furnished with. */
export const REVIEW = '测府复〔2026〕9号';

/** One of everything that an office keeps, each by its id. */
export interface Furnished {
  readonly office: OfficeRecord;
  readonly caseId: string;
  readonly letterId: string;
  readonly attachmentId: string;
  readonly submissionId: string;
  readonly bundleId: string;
  readonly selfCheckId: string;
  readonly importId: string;
  readonly viewId: string;
  readonly publicationId: string;
  readonly catalogueEntryId: string;
  readonly reminderId: string;
  readonly wordingId: string;
  readonly accountId: string;
}

/** What stands in the papers of the office and may appear on no page of another. */
export const SECRET_NAME = '上官婉清';
export const SECRET_CONTENT = '青石巷十七号危房改造补偿清单';

/** Puts one of everything into an office, so that it can be tried who gets at it. */
export async function furnish(program: Program, office: OfficeRecord): Promise<Furnished> {
  const { manager } = program.dataSource;
  const { id: officeId } = office;
  const code = office.code;
  const person = await addPerson(program.dataSource, {
    loginName: randomUUID().slice(0, 8),
    roles: ['clerk'],
    officeCode: code,
  });
  const account = { accountId: person.id, accountName: person.name };
  const by = { actor: { kind: 'person', name: '王经办', roles } as const, officeIds: [officeId] };
  const on = (daysAgo: number) => addDays(today(), -daysAgo);
  const acts: [Act, ...Act[]] = [
    { type: 'application.received', on: on(30), channel: 'counter' },
    { type: 'application.registered', on: on(30) },
    { type: 'reply.drafted', on: on(20), outcome: 'granted', provided: '复印件一份' },
    { type: 'reply.signed', on: on(20) },
    { type: 'reply.issued', on: on(20), outcome: 'granted', provided: '复印件一份' },
    { type: 'reply.served', on: on(20), how: 'counter', receivedBy: '申请人本人' },
    { type: 'reconsideration.accepted', on: on(5), id: REVIEW },
    { type: 'reconsideration.copyReceived', on: on(4), id: REVIEW, procedure: 'ordinary' },
  ];
  const opening = {
    officeId,
    applicantKind: 'naturalPerson',
    applicantName: SECRET_NAME,
    content: SECRET_CONTENT,
    idNumber: '11010519491231002X',
    idDocument: 'residentCard',
    phone: '13800000000',
  } as const;
  const { application } = await program.application.get(Door, { strict: false }).open(opening, acts, by);
  const { id: caseId } = application;
  const wording = writtenWording('registrationReceipt', wordingText('registrationReceipt'), null);
  const blocks = sampleLetter(wording, office);
  const { hash, bytes } = await storeFile(Buffer.from(SECRET_CONTENT));
  const keys = { applicationId: caseId, officeId };
  const ids = {
    attachmentId: randomUUID(),
    letterId: randomUUID(),
    bundleId: randomUUID(),
    selfCheckId: randomUUID(),
    importId: randomUUID(),
    viewId: randomUUID(),
    publicationId: randomUUID(),
    catalogueEntryId: randomUUID(),
    reminderId: randomUUID(),
    wordingId: randomUUID(),
  };
  await manager.insert(AttachmentRecord, {
    ...{ id: ids.attachmentId, ...keys, purpose: 'other', fileHash: hash, name: '清单.txt', bytes },
    ...{ mime: 'text/plain; charset=utf-8', uploadedAt: now(), uploadedByName: person.name },
    uploadedByAccountId: person.id,
  });
  await manager.insert(LetterRecord, {
    ...{ id: ids.letterId, ...keys, kind: 'registrationReceipt', actSeq: 2, status: 'issued', number: null },
    ...{ title: '登记回执', blocks, facts: {}, templateVersion: '1', wordingId: null },
    ...{ draftedAt: now(), issuedOn: on(30), pdfHash: hash, sm3: hash },
  });
  await manager.insert(EvidenceBundle, {
    ...{ id: ids.bundleId, ...keys, number: REVIEW, status: 'ready', done: 1, total: 1 },
    ...{ requestedAt: now(), requestedByName: person.name, beatAt: now(), fault: null, pages: 1 },
    ...{ pdfHash: hash, docxHash: hash, papers: [] },
  });
  await manager.insert(SelfCheckRecord, {
    ...{ id: ids.selfCheckId, officeId, year: 2026, quarter: 3, from: localDate('2026-07-01') },
    ...{ through: localDate('2026-09-30'), rule: 'random', seed: 'a', population: 1, drawnAt: now() },
    ...{ drawnByName: person.name, drawnByAccountId: person.id, submittedAt: null, submittedByName: null },
    ...{ receivedAt: null, receivedByName: null, version: 1 },
  });
  await manager.insert(SelfCheckFile, {
    ...{ selfCheckId: ids.selfCheckId, applicationId: caseId, place: 1, found: [], result: null },
    ...{ reviewedAt: null, reviewedByName: null },
  });
  await manager.insert(LedgerImportRecord, {
    ...{ id: ids.importId, officeId, ...account, fileName: '台账.csv', state: 'checked', rowsDone: 0 },
    ...{ report: null, fault: null, sentAt: now(), heardAt: now() },
  });
  await manager.insert(SavedView, {
    ...{ id: ids.viewId, accountId: person.id, name: '常看', query: 'stage=replied', savedAt: now() },
  });
  await manager.insert(PublicationRecord, {
    ...{ id: ids.publicationId, ...keys, title: SECRET_CONTENT, reason: '两人申请', state: 'suggested' },
    ...{ suggestedOn: today(), suggestedByName: person.name, decidedOn: null, decidedByName: null },
    ...{ decision: null, dueOn: null, publishedOn: null, address: null },
  });
  await manager.insert(CatalogueEntry, {
    ...{ id: ids.catalogueEntryId, officeId, title: SECRET_CONTENT, number: '', basis: 'made' },
    ...{ basisOn: today(), publishedOn: null, address: null, supersedes: null, publicationId: null },
    ...{ addedAt: now(), addedByName: person.name },
  });
  await manager.insert(ReminderRecord, {
    ...{ id: ids.reminderId, ...keys, submissionId: null, period: 'reply', periodName: '答复期限' },
    ...{ dueOn: today(), provisional: false, distance: 0, loud: false, accountId: person.id },
    ...{ createdAt: now(), readAt: null, settledAt: null, mail: 'none' },
  });
  await manager.insert(LetterWording, {
    ...{ id: ids.wordingId, officeId, kind: 'reply.granted', version: 1, effectiveFrom: today() },
    ...{ text: wordingText('reply.granted'), note: '', recordedAt: now(), byAccountId: person.id },
    byName: person.name,
  });
  await apply(program.visitor(), { applicantName: SECRET_NAME, content: SECRET_CONTENT }, code);
  const { id: submissionId } = await onlySubmission(program);
  return { office, caseId, submissionId, accountId: person.id, ...ids };
}
