import { actTypes } from '../../src/domain/acts/acts.js';
import { effectiveActs } from '../../src/domain/acts/effective.js';
import { isRefusal } from '../../src/domain/application/perform.js';
import { replay } from '../../src/domain/application/standing.js';
import type { History } from './histories.js';

const CHINESE = /^[^a-zA-Z]*\p{Script=Han}[^]*[。]$/u;

/**
 * What must hold of every history: its log replays to where it stands, a closed case has no wake left, each
 * irregularity and each refusal is named by a code and a Chinese sentence. Empty when all does.
 */
export function faultsOf({ file, steps }: History): string[] {
  const faults: string[] = [];
  const { standing, misplaced } = replay(effectiveActs(file.log));
  if (misplaced) faults.push(`replay stops at ${misplaced.type}`);
  if (standing.state !== file.standing.state || standing.stage !== file.standing.stage) {
    faults.push(`replays to ${standing.state}, stands at ${file.standing.state}`);
  }
  if (JSON.stringify(standing.facts) !== JSON.stringify(file.standing.facts)) {
    faults.push('replays to other facts');
  }
  if (file.standing.stage === 'closed' && file.wakes.length > 0) {
    faults.push(`closed with the wake ${file.wakes[0]?.act ?? ''}`);
  }
  for (const { tried, result } of steps) {
    const findings = isRefusal(result) ? result.refusals : result.irregularities;
    if (isRefusal(result) && findings.length === 0) faults.push(`${tried.type} is refused without a reason`);
    for (const { code, says } of findings) {
      if (!code || !CHINESE.test(says)) faults.push(`${tried.type}: ${code} says “${says}”`);
    }
  }
  return faults;
}

/** Types of act that none of the histories has come to. */
export const unseenTypes = (seen: ReadonlySet<string>): string[] =>
  actTypes.filter((type) => !seen.has(type));
