import { Injectable } from '@nestjs/common';
import { Door } from '../casework/door.js';
import type { OpenCase } from '../casework/open-cases.js';
import { ApplicationNotFound, Refused, VersionConflict } from '../casework/refusals.js';
import type { Act, ActType } from '../domain/acts/acts.js';
import type { Finding } from '../domain/law/finding.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { log } from '../infrastructure/log.js';
import { actingHere } from '../web/acting.js';
import type { Viewer } from '../web/viewer.js';
import { effectsBetween } from './record-lines.js';

/** Acts that are done with many cases at once. */
export const bulkActs = ['application.assigned', 'period.extended'] as const satisfies readonly ActType[];
export type BulkAct = (typeof bulkActs)[number];

/** A case that was ticked, and the version that was seen when it was. */
export interface Ticked {
  readonly id: string;
  readonly version: number;
}

/** What became of one of them. */
export interface BulkResult {
  readonly id: string;
  readonly done: boolean;
  /** What moved, or why it was not done. */
  readonly says: string;
}

/** Taken back: it would bring 程序瑕疵 into the record, which is done one by one with open eyes. */
class Flawed extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super('An act done in bulk would bring irregularities into the record.');
  }
}

/** Does one act with many cases, each for itself: one that is refused leaves the others done. */
@Injectable()
export class Bulk {
  constructor(private readonly door: Door) {}

  /** In the order of the ticked. `before` tells what moves; `handlerAccountId` goes with 分办. */
  async perform(
    ticked: readonly Ticked[],
    act: Act,
    viewer: Viewer,
    { before, calendar, handlerAccountId }: BulkGround,
  ): Promise<BulkResult[]> {
    const results: BulkResult[] = [];
    const by = {
      ...actingHere(viewer),
      ...(handlerAccountId ? { handlerAccountId } : {}),
    };
    for (const { id, version } of ticked) {
      try {
        const done = await this.door.together(async (door) => {
          const answer = await door.perform(id, act, { ...by, expectedVersion: version });
          if (answer.irregularities.length > 0) throw new Flawed(answer.irregularities);
          return answer;
        });
        const effects = effectsBetween(before.get(id)?.reading, done.reading, calendar);
        results.push({ id, done: true, says: effects.join('；') });
      } catch (fault) {
        results.push({ id, done: false, says: reasonOf(fault, id) });
      }
    }
    return results;
  }
}

/** What the cases were before, and by which calendar days are told. */
export interface BulkGround {
  readonly before: ReadonlyMap<string, OpenCase>;
  readonly calendar: WorkCalendar;
  readonly handlerAccountId?: string | undefined;
}

function reasonOf(fault: unknown, applicationId: string): string {
  if (fault instanceof Flawed) {
    const flaws = fault.findings.map(({ says }) => says).join('');
    return `会记下程序瑕疵：${flaws}确需办理的，请到办件页单独办理。`;
  }
  if (fault instanceof VersionConflict) return '您选中以后本件已有变动，没有办理。请看过后再办。';
  if (fault instanceof Refused || fault instanceof ApplicationNotFound) return fault.message;
  // One case that fails must not hide what has been done with the others.
  log().error({ err: fault, applicationId }, 'an act in bulk failed');
  return '系统出现故障，这一件没有办理，请稍后再试。';
}
