import type { AgentPaper, ApplicantKind, Recipient } from '../../domain/application/applicant.js';
import type { IdentityDocument, SupplyWay, WantedForm } from '../../domain/application/provision.js';
import type { SubmissionRecord } from './submission.js';

/** Who applies, as a form gives it: '' or nothing where nothing was filled in. */
export interface ApplicantFields {
  readonly applicantKind: ApplicantKind;
  readonly applicantName: string;
  /** Those who apply with him, one to a line: `readJointApplicants` reads it. */
  readonly jointApplicants?: string;
  readonly contactName: string;
  readonly agentName: string;
  readonly agentPhone: string;
  readonly agentPapers?: readonly AgentPaper[];
  readonly serviceTo?: Recipient | undefined;
  readonly idDocument?: IdentityDocument | undefined;
  readonly idNumber: string;
  readonly phone: string;
  readonly address: string;
  readonly postcode: string;
  readonly email: string;
}

/** What an applicant has written, as a form gives it. */
export interface ApplicationFields extends ApplicantFields {
  readonly content: string;
  readonly wantedForm?: WantedForm | undefined;
  readonly supplyWay?: SupplyWay | undefined;
}

/** A file that was sent, in the store. */
export interface Paper {
  readonly hash: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
}

/** What a submission holds, sealed as JSON. */
export interface Payload {
  readonly filled: ApplicationFields;
  /** Identity papers. */
  readonly papers: readonly Paper[];
  /** Who had it before it came to the office. */
  readonly firstTo?: string;
}

/** The payload as this program has written it. */
export const payloadOf = ({ payload }: Pick<SubmissionRecord, 'payload'>): Payload =>
  JSON.parse(payload) as Payload;
