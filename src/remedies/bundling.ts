import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { DISK_FULL, isDiskFull } from '../infrastructure/disk-full.js';
import { log } from '../infrastructure/log.js';
import { SideThread, ThreadLost } from '../infrastructure/threads/side-thread.js';
import { now, today } from '../infrastructure/today.js';
import { EvidenceBundle } from '../records/paper/evidence-bundle.js';
import type { Viewer } from '../web/viewer.js';
import type { MadeBundle } from './bundle-making.js';
import { type BundleOrder, bundleOrder } from './bundle-order.js';
import type { ProceedingFile } from './proceeding-file.js';

/** No sign of life for so long: the process that made it is gone. */
const DEAD_AFTER_MS = 120_000;
/** A sign of life so often, also while it waits for another or works at one long paper. */
const BEAT_MS = 20_000;

/** Whether somebody is still making it. */
export const isBeingMade = ({ status, beatAt }: EvidenceBundle): boolean =>
  status === 'making' && now().getTime() - beatAt.getTime() < DEAD_AFTER_MS;

/**
 * 证据材料 in one click: made in the background and on a thread of its own, so that pages are answered meanwhile; its
 * progress in its row. One at a time: two would only take the processor from each other, and from the pages.
 */
@Injectable()
export class Bundling implements OnModuleDestroy {
  private readonly running = new Set<Promise<void>>();
  private readonly thread = new SideThread<BundleOrder, MadeBundle>(
    new URL('./bundle-thread.js', import.meta.url),
    { mostMs: 15 * 60_000, mostMegabytes: 2048 },
  );

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Begins a bundle, or answers the one that is being made already. */
  async begin(viewer: Viewer, file: ProceedingFile): Promise<EvidenceBundle> {
    const under = file.bundles.find(isBeingMade);
    if (under) return under;
    const { applicationId, officeId, number } = file.proceeding;
    const order = bundleOrder(file, today());
    const at = now();
    const bundle: EvidenceBundle = {
      id: randomUUID(),
      applicationId,
      officeId,
      number,
      status: 'making',
      done: 0,
      total: order.papers.length,
      requestedAt: at,
      requestedByName: viewer.name,
      beatAt: at,
      fault: null,
      pages: null,
      pdfHash: null,
      docxHash: null,
      papers: null,
    };
    await this.dataSource.manager.insert(EvidenceBundle, bundle);
    const making = this.make(bundle, order).finally(() => this.running.delete(making));
    this.running.add(making);
    return bundle;
  }

  /** What is being made is finished before the database goes. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.running);
    await this.thread.end();
  }

  private async make({ id, number }: EvidenceBundle, order: BundleOrder): Promise<void> {
    const update = (change: Partial<EvidenceBundle>): Promise<unknown> =>
      this.dataSource.manager.update(EvidenceBundle, { id }, { ...change, beatAt: now() });
    /** A sign of life that is not written down is made up for by the next. */
    let told: Promise<unknown> = Promise.resolve();
    const tell = (change: Partial<EvidenceBundle>): void => {
      told = told.then(() => update(change)).catch(() => undefined);
    };
    const beating = setInterval(() => tell({}), BEAT_MS);
    try {
      const made = await this.thread.do(order, (done) => tell({ done }));
      await told;
      await update({ status: 'ready', ...made });
    } catch (fault) {
      log().error({ err: fault, bundle: id }, 'a bundle was not made');
      await told;
      await update({ status: 'failed', fault: faultOf(fault) }).catch((second: unknown) => {
        log().error({ err: second, bundle: id, number }, 'a bundle was left as it was');
      });
    } finally {
      clearInterval(beating);
    }
  }
}

function faultOf(fault: unknown): string {
  if (isDiskFull(fault)) return `${DISK_FULL}，再重新生成。`;
  return fault instanceof ThreadLost
    ? '材料太大或者太复杂，没有做成。请在证据目录里先去掉最大的几份（原件另行提交），再生成一次。'
    : '制作时出现故障，请重新生成。';
}
