import type { Finding } from '../law/finding.js';

/** What the office may plead: the other side was late, too early, passed over reconsideration, goes two ways at once or one way twice, or sues the wrong one. */
const codes: readonly string[] = [
  'reconsiderationPassedOver',
  'windowMissed',
  'windowDoubtful',
  'capPassed',
  'silenceTooEarly',
  'twoWaysAtOnce',
  'reconsideredBefore',
  'wrongDefendant',
  'defendantDoubtful',
];

const doubtful: readonly string[] = ['windowDoubtful', 'defendantDoubtful'];

/** Findings about the other side are a defence (抗辩), not a fault of the office (程序瑕疵). */
export const isDefence = ({ code }: Pick<Finding, 'code'>): boolean => codes.includes(code);

/** One that a paper may plead as it stands; a doubtful one wants a day or a ground that is not on record. */
export const isProven = ({ code }: Pick<Finding, 'code'>): boolean => !doubtful.includes(code);
