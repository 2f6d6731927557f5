import type { Finding } from '../law/finding.js';

/** What the office may plead: the other side was late, too early, passed over reconsideration, or goes two ways at once. */
const codes: readonly string[] = [
  'reconsiderationPassedOver',
  'windowMissed',
  'windowDoubtful',
  'capPassed',
  'silenceTooEarly',
  'twoWaysAtOnce',
];

/** Findings about the other side are a defence (抗辩), not a fault of the office (程序瑕疵). */
export const isDefence = ({ code }: Pick<Finding, 'code'>): boolean => codes.includes(code);

/** One that a paper may plead as it stands; a doubtful one wants a day that is not on record. */
export const isProven = ({ code }: Pick<Finding, 'code'>): boolean => code !== 'windowDoubtful';
