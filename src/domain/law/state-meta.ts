import type { Citation } from './citation.js';

/** What each state of a machine is called on screen, and where it stands in the law. */
export interface StateMeta {
  readonly name: string;
  readonly article: Citation;
}
