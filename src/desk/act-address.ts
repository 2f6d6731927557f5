import { type ActType, definitionOf } from '../domain/acts/acts.js';
import type { CaseFacts } from '../domain/application/case-facts.js';
import type { OutcomeId } from '../domain/outcome/outcomes.js';
import { paths, withQuery } from '../web/paths.js';

/** Where an act is begun, and what the button that leads there says. */
export interface ActAddress {
  readonly name: string;
  readonly href: string;
}

type Signature = Pick<CaseFacts, 'signed' | 'drafted'>;

const otherOffice: OutcomeId = 'notResponsible';

/**
 * A reply goes out on the page of its letter, so that nothing is recorded before the letter is known to be printable;
 * without a signature it can only be given on the spot. That another office is responsible is a reply too: it is
 * drafted and signed first. Everything else has its form.
 */
export function actAddress(id: string, type: ActType, { signed, drafted }: Signature): ActAddress {
  const { name } = definitionOf(type);
  if (type === 'reply.issued') {
    return signed ? { name, href: paths.replyLetter(id) } : { name: '当场答复', href: paths.act(id, type) };
  }
  if (type === 'transfer.noticed') {
    const ready = signed && drafted === otherOffice;
    return { name, href: ready ? paths.replyLetter(id) : draftOf(id, otherOffice) };
  }
  return { name, href: paths.act(id, type) };
}

const draftOf = (id: string, outcome: OutcomeId): string =>
  withQuery(paths.act(id, 'reply.drafted'), { outcome });
