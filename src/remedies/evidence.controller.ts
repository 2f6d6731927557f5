import { Body, Controller, Get, Post } from '@nestjs/common';
import { today } from '../infrastructure/today.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { Address, type ProceedingAddress } from './address.js';
import { directoryTitle } from './bundle-order.js';
import { Bundling } from './bundling.js';
import { type DirectoryLine, type EvidenceLine, directoryOf, keyOf } from './evidence-lines.js';
import { evidencePage } from './evidence-pages.js';
import type { Posted } from './inputs.js';
import { PaperKeeping } from './paper-keeping.js';
import { type ProceedingFile, ProceedingFiles, latestPaper } from './proceeding-file.js';

const LONGEST = 2_000;

/** 证据目录: its lines, what they say, and their order. */
@Controller()
@Allow('handler', 'head', 'legal', 'leader')
export class EvidenceController {
  constructor(
    private readonly files: ProceedingFiles,
    private readonly keeping: PaperKeeping,
    private readonly bundling: Bundling,
  ) {}

  @Get(paths.evidence(':id', ':number'))
  async show(@CurrentViewer() viewer: Viewer, @Address() { id, number }: ProceedingAddress): Promise<Page> {
    const file = await this.files.open(viewer, id, number);
    return page(file, directoryOf(file));
  }

  @Post(paths.evidence(':id', ':number'))
  @Allow('legal')
  async save(
    @CurrentViewer() viewer: Viewer,
    @Address() { id, number }: ProceedingAddress,
    @Body() posted: Posted,
  ): Promise<Page | SeeOther> {
    const file = await this.files.take(viewer, id, number);
    const lines = linesPosted(directoryOf(file), posted);
    const nameless = lines.filter(({ name }) => name === '');
    const errors = Object.fromEntries(nameless.map(({ key }) => [`name-${key}`, '请填写证据名称。']));
    if (nameless.length > 0) return page(file, lines, errors, 422);
    const body = JSON.stringify(
      lines.map(({ of, id: ref, name, from, proves, included }): EvidenceLine => ({
        of,
        id: ref,
        name,
        from,
        proves,
        included,
      })),
    );
    const paper = { kind: 'directory' as const, body, final: true };
    const saved = await this.keeping.save(viewer, file, paper, Number(posted['version']));
    const fresh = await this.files.take(viewer, id, number);
    if (saved) {
      if (posted['do'] !== 'bundle') return seeOther(paths.evidence(id, number), '证据目录已保存。');
      const bundle = await this.bundling.begin(viewer, fresh);
      return seeOther(paths.bundle(id, number, bundle.id));
    }
    const told = '证据目录刚被他人保存，您的改动没有保存。请核对下面您填写的内容后再次保存。';
    return page(fresh, lines, { form: told }, 409);
  }
}

const text = (posted: Posted, name: string): string => {
  const value = posted[name];
  return typeof value === 'string' ? value.replaceAll('\u0000', '').trim().slice(0, LONGEST) : '';
};

/** The lines with what was typed, in the order of the numbers typed; equal numbers stay as they stood. */
function linesPosted(lines: readonly DirectoryLine[], posted: Posted): DirectoryLine[] {
  const typed = lines.map((line, i) => {
    const key = keyOf(line);
    if (posted[`name-${key}`] === undefined) return { line, place: i + 1 };
    const place = Number(text(posted, `place-${key}`).normalize('NFKC'));
    const read = {
      ...line,
      name: text(posted, `name-${key}`),
      from: text(posted, `from-${key}`),
      proves: text(posted, `proves-${key}`),
      included: posted[`included-${key}`] !== undefined,
    };
    return { line: read, place: Number.isFinite(place) && place > 0 ? place : i + 1 };
  });
  return typed.sort((a, b) => a.place - b.place).map(({ line }) => line);
}

function page(
  file: ProceedingFile,
  lines: readonly DirectoryLine[],
  errors: Record<string, string> = {},
  status = 200,
): Page {
  const { applicationId, number } = file.proceeding;
  const saved = latestPaper(file, 'directory');
  const made = file.bundles.find((bundle) => bundle.status === 'ready');
  return evidencePage(
    {
      title: directoryTitle(file),
      number,
      back: paths.proceeding(applicationId, number),
      caseHref: paths.case(applicationId),
      action: paths.evidence(applicationId, number),
      mayWrite: file.mayWrite,
      version: saved?.version ?? 0,
      ...(saved ? { saved: { at: saved.savedAt, by: saved.byName } } : {}),
      ...(made ? { bundle: paths.bundle(applicationId, number, made.id) } : {}),
      lines,
      form: { values: {}, errors },
      on: today(),
    },
    status,
  );
}
