import { agentPapers, applicantKinds, recipients } from '../domain/application/applicant.js';
import { identityDocuments } from '../domain/application/provision.js';
import { type Particular, masked, particularNames } from '../records/application/particulars.js';
import {
  type ApplicantKnown,
  type ApplicantPart,
  type MendedParts,
  applicantPartNames,
} from '../records/application/particulars-corrections.js';
import { jointInWords } from '../web/application-answers.js';
import type { FactInWords } from '../web/facts-in-words.js';
import type { RecordLine } from './record-lines.js';

type Told = (id: Particular, text: string) => string;

/** The lines of the record with what each 更正申请人信息 has changed; hidden behind asterisks unless unmasked. */
export function withMendings(
  lines: readonly RecordLine[],
  mendings: ReadonlyMap<number, MendedParts>,
  unmasked: boolean,
): RecordLine[] {
  const told: Told = (id, text) => (unmasked ? text : masked(id, text));
  return lines.map((line) => {
    const mended = mendings.get(line.seq);
    if (!mended) return line;
    const why = line.facts.filter(({ label }) => label === '更正理由');
    return { ...line, facts: [...why, ...mendedInWords(mended, told)] };
  });
}

/** 联系电话：138****0000 → 139****0000 */
function mendedInWords({ before, after }: MendedParts, told: Told): FactInWords[] {
  return (Object.keys(applicantPartNames) as ApplicantPart[])
    .filter((part) => part in after)
    .map((part) => ({
      label: applicantPartNames[part],
      text: `${inWords(part, before, told) || '（空）'} → ${inWords(part, after, told) || '（空）'}`,
    }));
}

function inWords(part: ApplicantPart, known: Partial<ApplicantKnown>, told: Told): string {
  const { applicantKind, idDocument, serviceTo } = known;
  switch (part) {
    case 'applicantKind':
      return applicantKind ? applicantKinds[applicantKind] : '';
    case 'applicantName':
      return known.applicantName ?? '';
    case 'idDocument':
      return idDocument ? identityDocuments[idDocument] : '';
    case 'serviceTo':
      return serviceTo ? recipients[serviceTo] : '';
    case 'agentPapers':
      return (known.agentPapers ?? []).map((id) => agentPapers[id]).join('、');
    case 'joint':
      return (known.joint ?? []).map((one) => jointInWords(one, told)).join('；');
    default: {
      const value = known[part];
      return value && part in particularNames ? told(part, value) : '';
    }
  }
}
