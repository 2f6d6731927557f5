import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { JointApplicant } from '../../domain/application/joint-applicants.js';
import { fingerprint } from '../../infrastructure/sealing.js';
import { now } from '../../infrastructure/today.js';
import { ApplicationRecord } from './application.js';
import { ParticularsSeen } from './particulars-seen.js';

/** The personal columns of an application and what people call them. */
export const particularNames = {
  idNumber: '证件号码',
  phone: '联系电话',
  address: '通信地址',
  postcode: '邮政编码',
  email: '电子邮箱',
  contactName: '联系人',
  agentName: '代理人',
  agentPhone: '代理人电话',
} as const;
export type Particular = keyof typeof particularNames;
export type Particulars = Readonly<Record<Particular, string | null>>;
const particularIds = Object.keys(particularNames) as Particular[];

/** One spelling for search: 全角 to 半角, no blanks or dashes, capital letters. */
export const normalNumber = (text: string): string =>
  text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** What equal numbers are found by. */
export const numberFingerprint = (text: string | null | undefined): string | null =>
  text ? fingerprint(normalNumber(text)) : null;

/** So many digits of a telephone number are enough to find it by. */
const TAIL_DIGITS = 4;

/** What telephone numbers with equal last digits are found by; null for a number shorter than a telephone's. */
export function phoneTailFingerprint(phone: string | null | undefined): string | null {
  const digits = phone ? normalNumber(phone).replace(/\D/g, '') : '';
  return digits.length > TAIL_DIGITS ? tailFingerprint(digits.slice(-TAIL_DIGITS)) : null;
}

/** Of just so many digits as a tail has; null for any other text. */
export const tailFingerprint = (text: string): string | null =>
  text.length === TAIL_DIGITS && /^\d+$/.test(text) ? fingerprint(`尾号${text}`) : null;

/** So much of a fingerprint tells pairs apart well enough and says nothing of them. */
const PAIR_DIGITS = 16;

/**
 * What a sealed name is found by: the fingerprint of every two characters that stand side by side. A fragment is in
 * the name when all its pairs are; none for a single character.
 */
export function pairFingerprints(text: string | null | undefined): string[] {
  const characters = [...(text ?? '').normalize('NFKC').toLowerCase()];
  const pairs = new Set(characters.slice(1).map((one, i) => `${characters[i] ?? ''}${one}`));
  return [...pairs].map((pair) => fingerprint(`相邻${pair}`).slice(0, PAIR_DIGITS));
}

/** Reads the personal columns, unmasked. Whoever shows them writes {@link noteAccess} in the same request. */
export async function particularsOf(manager: EntityManager, applicationId: string): Promise<Particulars> {
  const row = await manager
    .createQueryBuilder(ApplicationRecord, 'application')
    .select(['application.id', ...particularIds.map((id) => `application.${id}`)])
    .where({ id: applicationId })
    .getOneOrFail();
  return Object.fromEntries(particularIds.map((id) => [id, row[id]])) as Particulars;
}

/** 共同申请人 of a case with their documents and telephones. */
export async function jointApplicantsOf(
  manager: EntityManager,
  applicationId: string,
): Promise<JointApplicant[]> {
  const { jointParticulars } = await manager
    .createQueryBuilder(ApplicationRecord, 'application')
    .select(['application.id', 'application.jointParticulars'])
    .where({ id: applicationId })
    .getOneOrFail();
  return jointParticulars ? (JSON.parse(jointParticulars) as JointApplicant[]) : [];
}

/** Writes down who saw personal data unmasked, and which. */
export async function noteAccess(
  manager: EntityManager,
  application: Pick<ApplicationRecord, 'id' | 'officeId'>,
  by: { accountId: string; name: string },
  seen: readonly Particular[],
  ofJoint = false,
): Promise<void> {
  await manager.insert(ParticularsSeen, {
    id: randomUUID(),
    officeId: application.officeId,
    applicationId: application.id,
    accountId: by.accountId,
    accountName: by.name,
    what: [...seen.map((id) => particularNames[id]), ...(ofJoint ? ['共同申请人的证件和电话'] : [])].join(
      '、',
    ),
    at: now(),
  });
}

/** A particular as screens show it: enough to tell two apart, too little to use. */
export function masked(id: Particular, value: string | null): string {
  if (!value) return '';
  const characters = [...value];
  const shown = (head: number, tail: number): string =>
    characters.length <= head + tail
      ? `${characters.slice(0, 1).join('')}${'*'.repeat(Math.max(1, characters.length - 1))}`
      : [
          ...characters.slice(0, head),
          ...characters.slice(head, characters.length - tail).map(() => '*'),
          ...characters.slice(characters.length - tail),
        ].join('');
  switch (id) {
    case 'idNumber':
      return shown(4, 2);
    case 'phone':
    case 'agentPhone':
      return shown(3, 4);
    case 'address':
      // Half of it at most: a short one would else stand there whole.
      return shown(Math.min(6, Math.ceil(characters.length / 2)), 0);
    case 'email':
      return value.replace(/^(.).*(@.*)$/u, '$1***$2');
    case 'contactName':
    case 'agentName':
      return shown(1, 0);
    case 'postcode':
      return value;
  }
}
