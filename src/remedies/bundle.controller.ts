import { Controller, Get, Post, type StreamableFile } from '@nestjs/common';
import { readStored } from '../infrastructure/storage.js';
import type { EvidenceBundle } from '../records/paper/evidence-bundle.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { Address, type ProceedingAddress } from './address.js';
import { directoryTitle } from './bundle-order.js';
import { Bundling, isBeingMade } from './bundling.js';
import { type BundleProgress, bundlePage, bundleProgress } from './evidence-pages.js';
import { type ProceedingFile, ProceedingFiles } from './proceeding-file.js';
import { isFileFormat, sentAs } from './sent-file.js';

/** 证据材料: begun in one click, watched or left, fetched when it is ready. */
@Controller()
@Allow('handler', 'head', 'legal', 'leader')
export class BundleController {
  constructor(
    private readonly files: ProceedingFiles,
    private readonly bundling: Bundling,
  ) {}

  @Post(paths.bundles(':id', ':number'))
  @Allow('legal')
  async begin(
    @CurrentViewer() viewer: Viewer,
    @Address() { id, number }: ProceedingAddress,
  ): Promise<SeeOther> {
    const file = await this.files.take(viewer, id, number);
    const bundle = await this.bundling.begin(viewer, file);
    return seeOther(paths.bundle(id, number, bundle.id));
  }

  @Get(paths.bundle(':id', ':number', ':bundle'))
  async show(
    @CurrentViewer() viewer: Viewer,
    @Address() { id, number, bundle: bundleId }: ProceedingAddress,
  ): Promise<Page> {
    const file = await this.files.open(viewer, id, number);
    const bundle = bundleIn(file, bundleId);
    return bundlePage({
      title: '证据材料',
      number,
      back: paths.proceeding(id, number),
      evidence: paths.evidence(id, number),
      action: paths.bundles(id, number),
      mayWrite: file.mayWrite,
      requestedAt: bundle.requestedAt,
      requestedBy: bundle.requestedByName,
      progress: progressOf(bundle),
    });
  }

  @Get(paths.bundleProgress(':id', ':number', ':bundle'))
  async progress(
    @CurrentViewer() viewer: Viewer,
    @Address() { id, number, bundle: bundleId }: ProceedingAddress,
  ): Promise<Page> {
    return bundleProgress(progressOf(bundleIn(await this.files.open(viewer, id, number), bundleId)));
  }

  @Get(paths.bundleFile(':id', ':number', ':bundle', ':format'))
  async fetch(
    @CurrentViewer() viewer: Viewer,
    @Address() { id, number, bundle: bundleId, format }: ProceedingAddress,
  ): Promise<StreamableFile> {
    const file = await this.files.open(viewer, id, number);
    const { pdfHash, docxHash } = bundleIn(file, bundleId);
    const hash = format === 'pdf' ? pdfHash : docxHash;
    if (!isFileFormat(format) || !hash) throw new ProblemException('not-found');
    const name = format === 'pdf' ? `${number} 证据材料` : `${number} ${directoryTitle(file)}`;
    return sentAs(format, name, await readStored(hash));
  }
}

function bundleIn({ bundles }: ProceedingFile, id: string): EvidenceBundle {
  const bundle = bundles.find((one) => one.id === id);
  if (!bundle) throw new ProblemException('not-found');
  return bundle;
}

function progressOf(bundle: EvidenceBundle): BundleProgress {
  const { id, applicationId, number, done, total, pages, pdfHash, papers, fault } = bundle;
  const broken = bundle.status === 'making' && !isBeingMade(bundle);
  const status = broken ? 'failed' : bundle.status;
  const words = {
    making: makingWords(done, total),
    ready: `共 ${papers?.length ?? 0} 份、${pages ?? 0} 页`,
    failed: broken ? '制作中断，请重新生成。' : (fault ?? '没有做成，请重新生成。'),
  }[status];
  return {
    progressHref: paths.bundleProgress(applicationId, number, id),
    status,
    done,
    total,
    words,
    pdf: paths.bundleFile(applicationId, number, id, 'pdf'),
    docx: paths.bundleFile(applicationId, number, id, 'docx'),
    pages: pages ?? 0,
    hash: pdfHash ?? '',
    papers: papers ?? [],
  };
}

/** Before the first paper is done, another bundle may be in the making. */
function makingWords(done: number, total: number): string {
  if (done === 0) return `正在准备，共 ${total} 份`;
  return done < total ? `正在整理第 ${done + 1} 份，共 ${total} 份` : '正在合并、编页';
}
