import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { correctionRequired, extended, received, registered, repliedOnTheSpot } from './cases.js';

const consulted = (on: string): Act => ({
  type: 'opinion.sought',
  on: localDate(on),
  id: '1',
  consultee: 'thirdParty',
  name: '某某公司',
  deliveredOn: localDate(on),
});
/** Histories whose periods lie on this side of the new year, beyond it, and on days that the notice changes. */
export const correcting: [Act, ...Act[]] = [
  received('2026-11-02'),
  registered('2026-11-02'),
  correctionRequired('2026-11-03', '2027-02-09'),
];
export const consulting: [Act, ...Act[]] = [
  received('2026-11-23'),
  registered('2026-11-23'),
  consulted('2026-11-23'),
  extended('2026-11-23', 20),
];
export const histories: readonly Act[][] = [
  correcting,
  consulting,
  [received('2026-11-02'), registered('2026-11-02'), ...repliedOnTheSpot('2026-11-04')],
  [received('2026-11-12'), registered('2026-11-12')],
  [received('2026-11-23'), registered('2026-11-23'), extended('2026-11-23', 20)],
];
