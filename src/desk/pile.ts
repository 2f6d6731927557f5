import { Injectable } from '@nestjs/common';
import { type Done, Door } from '../casework/door.js';
import { today } from '../infrastructure/today.js';
import { nextUnassigned } from '../records/application/applications.js';
import { actingHere } from '../web/acting.js';
import type { Viewer } from '../web/viewer.js';

/** The applications of an office that nobody handles yet. */
@Injectable()
export class Pile {
  constructor(private readonly door: Door) {}

  /**
   * 领取: assigns to the person the one that falls due first, whose row no other has locked; two who press at the same
   * moment get two. Undefined when there is none left. Throws Refused.
   */
  takeNext(viewer: Viewer): Promise<Done | undefined> {
    return this.door.together(async (door, manager) => {
      const id = await nextUnassigned(manager, viewer.officeId);
      if (id === undefined) return undefined;
      const { accountId, name } = viewer;
      return door.perform(
        id,
        { type: 'application.assigned', on: today(), handler: name },
        { ...actingHere(viewer), handlerAccountId: accountId },
      );
    });
  }
}
