import type { EntityManager } from 'typeorm';
import type { AgentPaper, ApplicantKind, Recipient } from '../../domain/application/applicant.js';
import type { JointApplicant } from '../../domain/application/joint-applicants.js';
import type { IdentityDocument } from '../../domain/application/provision.js';
import { fingerprint } from '../../infrastructure/sealing.js';
import type { ApplicationRecord } from './application.js';
import { canonicalJson } from './chain.js';
import { ParticularsCorrection } from './particulars-correction.js';
import {
  type Particulars,
  jointApplicantsOf,
  normalNumber,
  particularNames,
  particularsOf,
} from './particulars.js';

/** Everything that is known of who applies. */
export interface ApplicantKnown extends Particulars {
  readonly applicantKind: ApplicantKind;
  readonly applicantName: string;
  readonly idDocument: IdentityDocument | null;
  readonly agentPapers: readonly AgentPaper[];
  readonly serviceTo: Recipient | null;
  readonly joint: readonly JointApplicant[];
}
export type ApplicantPart = keyof ApplicantKnown;

/** What people call each part, in the order in which they are shown. */
export const applicantPartNames: Readonly<Record<ApplicantPart, string>> = {
  applicantKind: '申请人类别',
  applicantName: '姓名或名称',
  idDocument: '证件种类',
  ...particularNames,
  joint: '共同申请人',
  agentPapers: '代理材料',
  serviceTo: '文书送达',
};
const parts = Object.keys(applicantPartNames) as ApplicantPart[];

/** The parts that a correction has changed, before and after it. */
export interface MendedParts {
  readonly before: Partial<ApplicantKnown>;
  readonly after: Partial<ApplicantKnown>;
}

/** Who applies, unmasked. Whoever shows it writes `noteAccess` in the same request. */
export async function applicantKnown(
  manager: EntityManager,
  application: ApplicationRecord,
): Promise<ApplicantKnown> {
  const { id, applicantKind, applicantName, idDocument, agentPapers, serviceTo } = application;
  return {
    ...(await particularsOf(manager, id)),
    ...{ applicantKind, applicantName, idDocument, agentPapers, serviceTo },
    joint: await jointApplicantsOf(manager, id),
  };
}

/** What differs; nothing where all is the same. Numbers that differ in blanks alone are the same. */
export function mendedParts(before: ApplicantKnown, after: ApplicantKnown): MendedParts {
  const differing = parts.filter((part) => spelling(part, before[part]) !== spelling(part, after[part]));
  const pick = (known: ApplicantKnown): Partial<ApplicantKnown> =>
    Object.fromEntries(differing.map((part) => [part, known[part]]));
  return { before: pick(before), after: pick(after) };
}

const spelling = (part: ApplicantPart, value: ApplicantKnown[ApplicantPart]): string =>
  part === 'idNumber' && typeof value === 'string' ? normalNumber(value) : canonicalJson(value);

/** 姓名或名称、联系电话 — what was mended, without saying to what. */
export const mendedNames = ({ after }: MendedParts): string =>
  parts
    .filter((part) => part in after)
    .map((part) => applicantPartNames[part])
    .join('、');

export const mendedText = (mended: MendedParts): string => canonicalJson(mended);

/** What the act carries of the sealed text: equal for equal texts, and telling nothing of them. */
export const mendedDigest = (text: string): string => fingerprint(`更正${text}`);

/** What each 更正申请人信息 of a case has changed, by the place of its act. */
export async function mendingsOf(
  manager: EntityManager,
  applicationId: string,
): Promise<ReadonlyMap<number, MendedParts>> {
  const kept = await manager.find(ParticularsCorrection, {
    where: { applicationId },
    order: { actSeq: 'ASC' },
  });
  return new Map(kept.map(({ actSeq, contents }) => [actSeq, JSON.parse(contents) as MendedParts]));
}
