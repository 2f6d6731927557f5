import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { LocalDate } from '../domain/time/local-date.js';
import { type BinderPart, bind } from '../infrastructure/binding/binder.js';
import { log } from '../infrastructure/log.js';
import { storeFile } from '../infrastructure/storage.js';
import { now, today } from '../infrastructure/today.js';
import { EvidenceBundle } from '../records/paper/evidence-bundle.js';
import type { Viewer } from '../web/viewer.js';
import { digestReport, directoryReport, directoryRows, directoryTitle, paginated } from './bundle-frame.js';
import { type PreparedPaper, preparePaper, printedPages } from './bundle-papers.js';
import { directoryWord } from './directory-word.js';
import { directoryOf } from './evidence-lines.js';
import type { ProceedingFile } from './proceeding-file.js';

/** No sign of life for so long: the process that made it is gone. */
const DEAD_AFTER_MS = 120_000;

/** Whether somebody is still making it. */
export const isBeingMade = ({ status, beatAt }: EvidenceBundle): boolean =>
  status === 'making' && now().getTime() - beatAt.getTime() < DEAD_AFTER_MS;

/** 证据材料 in one click: made in the background, its progress in its row. */
@Injectable()
export class Bundling implements OnModuleDestroy {
  private readonly running = new Set<Promise<void>>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Begins a bundle, or answers the one that is being made already. */
  async begin(viewer: Viewer, file: ProceedingFile): Promise<EvidenceBundle> {
    const under = file.bundles.find(isBeingMade);
    if (under) return under;
    const { applicationId, officeId, number } = file.proceeding;
    const at = now();
    const bundle: EvidenceBundle = {
      id: randomUUID(),
      applicationId,
      officeId,
      number,
      status: 'making',
      done: 0,
      total: directoryOf(file).filter(({ included }) => included).length,
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
    const making = this.make(bundle, file, today()).finally(() => this.running.delete(making));
    this.running.add(making);
    return bundle;
  }

  /** What is being made is finished before the database goes. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.running);
  }

  private async make({ id, number }: EvidenceBundle, file: ProceedingFile, on: LocalDate): Promise<void> {
    const update = (change: Partial<EvidenceBundle>): Promise<unknown> =>
      this.dataSource.manager.update(EvidenceBundle, { id }, { ...change, beatAt: now() });
    try {
      const papers: PreparedPaper[] = [];
      for (const line of directoryOf(file).filter(({ included }) => included)) {
        papers.push(await preparePaper(file, line, on));
        await update({ done: papers.length });
      }
      await update(await bundleOf(file, papers, on));
    } catch (fault) {
      log().error({ err: fault, bundle: id }, 'a bundle was not made');
      await update({ status: 'failed', fault: '制作时出现故障，请重新生成。' }).catch((second: unknown) => {
        log().error({ err: second, bundle: id, number }, 'a bundle was left as it was');
      });
    }
  }
}

/** Binds the papers behind their directory and before their digests, and keeps both files. */
async function bundleOf(
  file: ProceedingFile,
  papers: readonly PreparedPaper[],
  on: LocalDate,
): Promise<Partial<EvidenceBundle>> {
  const { bundled, front } = await directoryFitting(file, papers, on);
  const digests = await printedPages(digestReport(file, bundled, on));
  const title = directoryTitle(file);
  const parts: BinderPart[] = [
    { bookmark: title, mark: '', pages: front },
    ...papers.map(({ line, pages, enclosed }, i): BinderPart => {
      const mark = `证据${i + 1}`;
      return {
        bookmark: `${mark}　${line.name}`,
        mark,
        pages,
        ...(enclosed ? { original: { ...enclosed, name: `${mark}-${enclosed.name}` } } : {}),
      };
    }),
    { bookmark: '校验清单', mark: '', pages: digests.pages },
  ];
  const bound = await bind(`${file.proceeding.number} 证据材料`, on, parts);
  const word = await directoryWord(
    title,
    `${file.proceeding.number}　提交人：${file.case.office.name}`,
    directoryRows(papers, bundled),
  );
  const pdf = await storeFile(bound.pdf);
  const docx = await storeFile(word);
  return { status: 'ready', pages: bound.pages, pdfHash: pdf.hash, docxHash: docx.hash, papers: bundled };
}

/** The directory names pages that begin behind it: it is set again until its own length is the one reckoned with. */
async function directoryFitting(file: ProceedingFile, papers: readonly PreparedPaper[], on: LocalDate) {
  let length = 1;
  for (;;) {
    const bundled = paginated(papers, length);
    const { pages } = await printedPages(directoryReport(file, directoryRows(papers, bundled), on));
    // Longer numbers may only lengthen it, so this ends.
    if (pages.getPageCount() <= length) return { bundled, front: pages };
    length = pages.getPageCount();
  }
}
