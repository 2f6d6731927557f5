import { Injectable } from '@nestjs/common';
import { CaseFiles } from '../casework/case-file.js';
import { Door } from '../casework/door.js';
import { definitionOf } from '../domain/acts/acts.js';
import { now, today } from '../infrastructure/today.js';
import { insertAll } from '../records/inserting.js';
import { LetterRecord } from '../records/paper/letter.js';
import { draftedLetter, recallLetters } from '../records/paper/letters.js';
import { type Issuer, lockedLetter } from './letter-keeping.js';
import { LetterNotFound, LetterServed } from './letter-refusals.js';

/** 撤回未送达的文书: the number stays in its series as 作废, and what replaces the letter gets one of its own. */
@Injectable()
export class LetterRecalling {
  constructor(private readonly door: Door) {}

  /**
   * Recalls an issued letter. A reply falls with its act, which is struck in the same transaction, so that the case
   * stands again before the issue; of other letters a new draft is begun. Throws LetterNotFound, {@link LetterServed},
   * Refused (recalling is the head's).
   */
  recall(letterId: string, issuer: Issuer, why: string): Promise<LetterRecord> {
    return this.door.together(async (door, manager) => {
      const letter = await lockedLetter(manager, letterId, issuer.officeIds);
      if (letter.status !== 'issued') throw new LetterNotFound('只有已经制发、尚未送达的文书可以撤回。');
      const { acts } = await new CaseFiles({ manager }).open(letter.applicationId, issuer.officeIds);
      const act = acts.find(({ seq }) => seq === letter.actSeq);
      if (act && 'number' in definitionOf(act.type).fields) {
        if (acts.some(({ type, seq }) => type === 'reply.served' && seq > act.seq)) throw new LetterServed();
        const struck = { type: 'act.corrected', on: today(), corrects: act.seq, why } as const;
        await door.perform(letter.applicationId, struck, {
          actor: issuer.actor,
          accountId: issuer.accountId ?? null,
          officeIds: issuer.officeIds,
        });
      } else {
        const { kind } = issuer.actor;
        const recalledBy = kind === 'person' ? issuer.actor.name : kind;
        await recallLetters(manager, [letter.id], { recalledOn: today(), recallReason: why, recalledBy });
        const { applicationId, officeId, kind: letterKind, actSeq } = letter;
        const facts = act ? { on: act.on } : { on: today() };
        const again = { applicationId, officeId, kind: letterKind, actSeq, facts, draftedAt: now() };
        await insertAll(manager, LetterRecord, [draftedLetter(again)]);
      }
      return manager.findOneByOrFail(LetterRecord, { id: letterId });
    });
  }
}
