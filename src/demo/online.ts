import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { now } from '../infrastructure/today.js';
import type { Filled } from '../portal/apply-forms.js';
import { groupedQueryCode, newQueryCode } from '../portal/query-code.js';
import type { Payload } from '../records/application/application-fields.js';
import { ApplicationRecord } from '../records/application/application.js';
import { SubmissionRecord } from '../records/application/submission.js';
import { codeFingerprint } from '../records/application/submissions.js';

/** The same in every demonstration. It opens one invented case. */
const DEMO_CODE = '34679ACDEFGHJKMNPQRTVWXY';
/** The case that it opens waits for its applicant's correction. */
const FOLLOWED = '邹建国';

const filled = (applicantName: string, content: string): Filled => ({
  applicantKind: 'naturalPerson',
  applicantName,
  jointApplicants: '',
  contactName: '',
  agentName: '',
  agentPhone: '',
  idDocument: 'other',
  idNumber: 'YANSHI-0001',
  phone: '10000000099',
  address: '重庆市梁平区某某镇某某村1组1号',
  postcode: '405200',
  email: '',
  content,
  wantedForm: 'paper',
  supplyWay: 'post',
});

/**
 * One application that has come through the portal and waits for confirmation, and one that was confirmed and can be
 * followed. Answers the code of the latter, as it is printed.
 */
export async function addOnlineSubmissions(manager: EntityManager, officeId: string): Promise<string> {
  const arrived = (applicant: string, content: string) => ({
    id: randomUUID(),
    officeId,
    channel: 'internet' as const,
    payload: JSON.stringify({ filled: filled(applicant, content), papers: [] } satisfies Payload),
    fileHashes: [],
    arrivedAt: now(),
  });
  const followed = await manager.findOneByOrFail(ApplicationRecord, { officeId, applicantName: FOLLOWED });
  await manager.insert(SubmissionRecord, [
    {
      ...arrived('江晚晴', '2025年城区学校学位分布和划片方案'),
      codeFingerprint: codeFingerprint(newQueryCode()),
      state: 'pending',
    },
    {
      ...arrived(FOLLOWED, followed.content),
      arrivedAt: new Date(`${followed.receivedOn}T09:00:00+08:00`),
      codeFingerprint: codeFingerprint(DEMO_CODE),
      state: 'confirmed',
      applicationId: followed.id,
      settledAt: followed.createdAt,
      settledByName: '李登记',
      settledNote: '电话确认',
    },
  ]);
  return groupedQueryCode(DEMO_CODE);
}
