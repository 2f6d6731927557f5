import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../domain/acts/acts.js';
import type { Circumstances, Performed } from '../domain/application/perform.js';
import { isGated } from '../domain/application/reply-gate.js';
import { actOfWake } from '../domain/application/wakes.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { now } from '../infrastructure/today.js';
import { ApplicationRecord } from '../records/application/application.js';
import { holdCalendar } from '../records/calendar/calendars.js';
import type { LetterRecord } from '../records/paper/letter.js';
import { WakeRecord } from '../records/application/wake.js';
import { type Mending, actOfMending, keepMended, mendedBy, refuseUnmended } from './applicant-mending.js';
import { type CaseInHand, type Performer, derivedOf, performOn, tryAct, wakesNow } from './case-in-hand.js';
import { refuseUnchecked } from './dispatch-guard.js';
import { keepKnown, keepNew, keepWakes } from './keeping.js';
import { numbered } from './numbering.js';
import { type Opened, type Opening, applicationRow, openInHand } from './opening.js';
import { type Preview, previewOf } from './preview.js';
import { papersOf, papersOfOpening } from './reply-check.js';
import {
  type Offices,
  circumstancesOf,
  findApplication,
  firstDue,
  numbersFor,
  refuseForeign,
  refuseOutdated,
  takeInHand,
} from './taking.js';

/** Who performs, where, and on which version of the case. */
export interface By extends Performer {
  /** Offices that the doer acts for; a case of any other is not found. Time acts for all. */
  readonly officeIds: Offices;
  /** The version that the form was filled from; left out, the act is performed on whatever stands. */
  readonly expectedVersion?: number;
  /** With 分办: the account that handles the case from now on. */
  readonly handlerAccountId?: string | null;
}

/** A case after its acts were stored. */
export interface Done extends Performed {
  readonly application: ApplicationRecord;
  /** For the next form. */
  readonly version: number;
  readonly drafts: readonly LetterRecord[];
}

/**
 * The door of every change of a case: in one transaction it locks the row, checks office and version, performs,
 * appends the acts and makes caches, proceedings, wakes and drafts equal to the log.
 * Throws Refused, VersionConflict, ApplicationNotFound, NumberTaken; then nothing was changed.
 */
@Injectable()
export class Door {
  constructor(@InjectDataSource() private readonly dataSource: Pick<DataSource, 'manager'>) {}

  /** Performs one act. */
  perform(applicationId: string, act: Act, by: By): Promise<Done> {
    return this.performAll(applicationId, [act], by);
  }

  /** Performs several acts of one case, all or none. Answers what the last one led to. */
  performAll(applicationId: string, acts: readonly [Act, ...Act[]], by: By): Promise<Done> {
    return this.dataSource.manager.transaction(async (manager) => {
      await holdCalendar(manager);
      const application = await findApplication(manager, applicationId, by.officeIds, 'locked');
      const held = await takeInHand(manager, application);
      refuseOutdated(held, by.expectedVersion);
      refuseUnmended(acts);
      await refuseUnchecked(manager, applicationId, acts, by);
      const plain = await circumstancesOf(manager, application.officeId);
      const circumstances = acts.some(isGated)
        ? { ...plain, papers: await papersOf(manager, application) }
        : plain;
      for (const act of acts)
        performOn(held, await numbered(manager, application.officeId, act), by, circumstances);
      const changes = by.handlerAccountId === undefined ? {} : { handlerAccountId: by.handlerAccountId };
      await keepKnown(manager, held, application, changes);
      return doneWith(Object.assign(application, derivedOf(held).caches, changes), held);
    });
  }

  /** 更正申请人信息: who applies is written anew; what stood there before is kept, sealed, under the act that tells of it. */
  mendApplicant(applicationId: string, mending: Mending, by: By): Promise<Done> {
    return this.dataSource.manager.transaction(async (manager) => {
      await holdCalendar(manager);
      const application = await findApplication(manager, applicationId, by.officeIds, 'locked');
      const held = await takeInHand(manager, application);
      refuseOutdated(held, by.expectedVersion);
      const circumstances = await circumstancesOf(manager, application.officeId);
      const mended = await mendedBy(manager, application, mending);
      performOn(held, actOfMending(mended, mending, circumstances.today), by, circumstances);
      await keepKnown(manager, held, application, mended.columns);
      await keepMended(manager, held, mended);
      return doneWith(await findApplication(manager, applicationId, by.officeIds, 'unlocked'), held);
    });
  }

  /** What the act would lead to, or why it is refused. Nothing is stored. */
  async preview(applicationId: string, act: Act, by: Pick<By, 'actor' | 'officeIds'>): Promise<Preview> {
    const { manager } = this.dataSource;
    const application = await findApplication(manager, applicationId, by.officeIds, 'unlocked');
    const held = await takeInHand(manager, application);
    const plain = await circumstancesOf(manager, application.officeId);
    const circumstances = isGated(act) ? { ...plain, papers: await papersOf(manager, application) } : plain;
    return previewOf(held, tryAct(held, act, by.actor, circumstances), circumstances);
  }

  /** Opens a case with its first acts (收到申请, then perhaps 登记 and more) and gives it its number. */
  open(opening: Opening, acts: readonly [Act, ...Act[]], by: By): Promise<Done> {
    return this.dataSource.manager.transaction(async (manager) => {
      await holdCalendar(manager);
      refuseForeign(by.officeIds, opening.officeId);
      const circumstances = {
        ...(await circumstancesOf(manager, opening.officeId)),
        ...(acts.some(isGated) ? { papers: await papersOfOpening(manager, opening, acts) } : {}),
      };
      const opened = openInHand(opening, acts, by, circumstances);
      const [row] = await this.keepOpened(manager, [opened]);
      return doneWith(row, opened.held);
    });
  }

  /**
   * Stores cases that {@link openInHand} has opened, all or none: for files of many rows. Some two hundred in one
   * call are quickest.
   */
  openAll(opened: readonly Opened[], by: Pick<By, 'officeIds'>): Promise<ApplicationRecord[]> {
    return this.dataSource.manager.transaction(async (manager) => {
      await holdCalendar(manager);
      for (const { opening } of opened) refuseForeign(by.officeIds, opening.officeId);
      return this.keepOpened(manager, opened);
    });
  }

  /**
   * Everything that the task does through the door it is given, and with the manager, is one transaction: all or none.
   * For files whose rows stand or fall together. The calendar is held from the first, so that what the task reckons
   * before it comes to the door is still right there.
   */
  together<T>(task: (door: Door, manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.manager.transaction(async (manager) => {
      await holdCalendar(manager);
      return task(new Door({ manager }), manager);
    });
  }

  /** The day, calendar and settings under which acts of that office are judged now. */
  circumstances(officeId: string): Promise<Circumstances> {
    return circumstancesOf(this.dataSource.manager, officeId);
  }

  /**
   * Performs what time has brought about in a case by the day given: every wake whose day is over, and those that
   * come of them. Answers how many. While another transaction has the case in hand, it is awaited or, `skipped`, left
   * alone; then `undefined` is answered.
   */
  lapse(
    applicationId: string,
    on: LocalDate,
    whileInHand: 'skipped' | 'awaited',
  ): Promise<number | undefined> {
    return this.dataSource.manager.transaction(async (manager) => {
      await holdCalendar(manager);
      const application = await manager.findOne(ApplicationRecord, {
        where: { id: applicationId },
        lock: {
          mode: 'pessimistic_write',
          ...(whileInHand === 'skipped' ? { onLocked: 'skip_locked' as const } : {}),
        },
      });
      if (!application) return undefined;
      const held = await takeInHand(manager, application);
      const circumstances = { ...(await circumstancesOf(manager, application.officeId)), today: on };
      const time: By = { actor: { kind: 'time' }, officeIds: 'all' };
      // The wakes are read under the lock: whoever moved them has let go of it.
      if (!firstDue(await manager.findBy(WakeRecord, { applicationId }), circumstances)) return 0;
      // The row says when to look, the log whether: a wake written before a rule changed is put right and not performed.
      const standing = wakesNow(held, circumstances);
      let due = firstDue(standing, circumstances);
      if (!due) await keepWakes(manager, held, standing);
      while (due) {
        const { wakes } = performOn(held, actOfWake(due), time, circumstances);
        due = firstDue(wakes, circumstances);
      }
      if (held.added.length > 0) await keepKnown(manager, held, application, {});
      return held.added.length;
    });
  }

  private async keepOpened(manager: EntityManager, opened: readonly Opened[]): Promise<ApplicationRecord[]> {
    const numbers = await numbersFor(manager, opened);
    const createdAt = now();
    const cases = opened.map((one, i) => ({
      row: applicationRow(one, numbers[i] ?? '', createdAt),
      held: one.held,
    }));
    await keepNew(manager, cases);
    return cases.map(({ row }) => row);
  }
}

function doneWith(application: ApplicationRecord | undefined, held: CaseInHand): Done {
  if (!application || !held.last) throw new Error('A case was kept without its row or without an act.');
  return { ...held.last, application, version: held.log.length, drafts: held.letters };
}
