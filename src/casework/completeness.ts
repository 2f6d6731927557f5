import { type Held, type Lack, lacksOf } from '../domain/application/completeness.js';
import { readJointApplicants } from '../domain/application/joint-applicants.js';
import { replyStateOf } from '../domain/application/reply-state.js';
import type { ApplicationFields } from '../records/application/application-fields.js';
import type { Particulars } from '../records/application/particulars.js';
import type { CaseFile } from './case-file.js';

/** What the form of an application lacks of 条例第二十九条第二款. */
export function lacksOfFields(fields: ApplicationFields): Lack[] {
  const read = readJointApplicants(fields.jointApplicants ?? '');
  const joint = 'joint' in read ? read.joint : [];
  const held: Held = {
    identified: [
      { name: fields.applicantName, shown: fields.idNumber !== '' },
      ...joint.map(({ name, idNumber }) => ({ name, shown: idNumber !== undefined })),
    ],
    reachable: [fields.phone, fields.address, fields.email].some((way) => way !== ''),
    supplyNamed: fields.supplyWay !== undefined || fields.wantedForm !== undefined,
    ...(fields.agentName ? { agentPapers: fields.agentPapers ?? [] } : {}),
  };
  return lacksOf(held);
}

/**
 * What a case lacks that may still be asked for: correction is asked once (条例第三十条), of a case in examination, and
 * not of one that was read from a ledger, which holds no particulars. A reply ordered anew answers the application that
 * was answered before: its form is no longer in question.
 */
export function lacksOfCase({ application, standing, acts }: CaseFile, particulars: Particulars): Lack[] {
  const reply = replyStateOf(standing.state);
  if (reply !== 'registered' && reply !== 'handling.examining') return [];
  if (standing.facts.redo) return [];
  if (acts.some(({ type, source }) => type === 'correction.required' || source === 'ledger')) return [];
  const { applicantName, idNumberFingerprint, jointNames, jointFingerprints } = application;
  return lacksOf({
    identified: [
      { name: applicantName, shown: idNumberFingerprint !== null },
      ...jointNames.map((name, i) => ({ name, shown: Boolean(jointFingerprints[i]) })),
    ],
    reachable: [particulars.phone, particulars.address, particulars.email].some(Boolean),
    supplyNamed: application.supplyWay !== null || application.wantedForm !== null,
    ...(particulars.agentName ? { agentPapers: application.agentPapers } : {}),
  });
}
