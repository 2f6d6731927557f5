import { creditCodeFault, identityFault, residentNumberFault } from './identity.js';
import type { IdentityDocument } from './provision.js';

/** One of several who apply together, beside the first. Only the first counts in table three (本系统口径). */
export interface JointApplicant {
  readonly name: string;
  readonly idDocument?: IdentityDocument;
  readonly idNumber?: string;
  readonly phone?: string;
}

const MOST = 200;
const LONGEST_NAME = 100;
/** A word with so many digits is a number, not a part of a name. */
const FEWEST_DIGITS = 6;

const isNumber = (word: string): boolean => word.replace(/\D/g, '').length >= FEWEST_DIGITS;

/**
 * Reads a list of people, one to a line: name, number of a document, telephone, in any order after the name and with
 * whatever between them, as it comes out of a spreadsheet. Answers the people, or what is wrong with the first bad line.
 */
export function readJointApplicants(text: string): { joint: JointApplicant[] } | { fault: string } {
  const lines = text.split('\n').map((line) => line.normalize('NFKC').trim());
  const joint: JointApplicant[] = [];
  for (const [i, line] of lines.entries()) {
    if (line === '') continue;
    const read = readLine(line);
    if ('fault' in read) return { fault: `共同申请人第 ${i + 1} 行：${read.fault}` };
    joint.push(read);
  }
  return joint.length > MOST
    ? { fault: `共同申请人最多 ${MOST} 位，现有 ${joint.length} 位；人数更多的，请推选代表提出` }
    : { joint };
}

/** The same people as such a list names them: {@link readJointApplicants} reads it back. */
export const jointApplicantsText = (joint: readonly JointApplicant[]): string =>
  joint
    .map(({ name, idNumber = '', phone = '' }) => {
      // A name ends at the first number: a short one of a document stands behind the telephone.
      const numbers = isNumber(idNumber) ? [idNumber, phone] : [phone, idNumber];
      return [name, ...numbers].filter(Boolean).join(' ');
    })
    .join('\n');

/** What is wrong with such a list; undefined when it can be read. */
export function jointApplicantsFault(text: string): string | undefined {
  const read = readJointApplicants(text);
  return 'fault' in read ? read.fault : undefined;
}

function readLine(line: string): JointApplicant | { fault: string } {
  const words = line.split(/[\s,、;]+/).filter(Boolean);
  const first = words.findIndex(isNumber);
  const name = words.slice(0, first < 0 ? words.length : first).join(' ');
  if (name === '') return { fault: '没有姓名或名称，请写在最前面' };
  if ([...name].length > LONGEST_NAME) return { fault: `姓名或名称不能超过 ${LONGEST_NAME} 个字` };
  let person: JointApplicant = { name };
  for (const word of first < 0 ? [] : words.slice(first)) {
    const said = numberSaid(word);
    if ('fault' in said) return said;
    person = { ...person, ...said };
  }
  return person;
}

function numberSaid(word: string): Partial<JointApplicant> | { fault: string } {
  if ([...word].length === 18 && /^[0-9A-Za-z]+$/.test(word)) {
    if (residentNumberFault(word) === undefined) return { idDocument: 'residentCard', idNumber: word };
    if (creditCodeFault(word) === undefined) return { idDocument: 'creditCode', idNumber: word };
    const fault = identityFault(/^\d{17}/.test(word) ? 'residentCard' : 'creditCode', word);
    return { fault: fault ?? '证件号码无法识别，请核对' };
  }
  if (/^\+?[\d()-]{7,20}$/.test(word)) return { phone: word };
  return /^[0-9A-Za-z()-]{5,40}$/.test(word)
    ? { idDocument: 'other', idNumber: word }
    : { fault: `看不懂“${word}”，请按“姓名 证件号码 电话”的样子写` };
}

/** 张三、李四、王五 — as a letter addresses all of them. */
export const namesOfAll = (first: string, joint: readonly string[]): string => [first, ...joint].join('、');

/** 张三等 3 人 — as a list names them. */
export const namesInShort = (first: string, joint: readonly string[]): string =>
  joint.length === 0 ? first : `${first}等 ${joint.length + 1} 人`;
