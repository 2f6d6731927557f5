import { Body, Controller, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import type { LocalDate } from '../domain/time/local-date.js';
import { openTypefaces } from '../infrastructure/printing/fonts.js';
import { printLetter } from '../infrastructure/printing/letter-printer.js';
import { letterWord } from '../infrastructure/printing/letter-word.js';
import { settings } from '../infrastructure/settings.js';
import { dayOf, today } from '../infrastructure/today.js';
import type { ProceedingPaper } from '../records/proceeding/proceeding-paper.js';
import { type FormState, emptyForm } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { Address, type ProceedingAddress } from './address.js';
import { draftPage } from './draft-pages.js';
import { type DraftKind, draftDocument, draftTitle, draftedFrom, isDraftKind } from './drafting.js';
import type { Posted } from './inputs.js';
import { openPlaces } from './open-places.js';
import { PaperKeeping } from './paper-keeping.js';
import { type ProceedingFile, ProceedingFiles, latestPaper } from './proceeding-file.js';
import { isFileFormat, sentAs } from './sent-file.js';

const LONGEST = 60_000;

/** 答复书、答辩状、上诉状、书面意见、授权委托书、法定代表人身份证明: drafted from the record, edited, finished. */
@Controller()
@Allow('handler', 'head', 'legal', 'leader')
export class DraftsController {
  constructor(
    private readonly files: ProceedingFiles,
    private readonly keeping: PaperKeeping,
  ) {}

  /** `version` shows an older one; `fresh` drafts anew from the record over what was saved. */
  @Get(paths.filing(':id', ':number', ':kind'))
  async show(
    @CurrentViewer() viewer: Viewer,
    @Address() { id, number, kind }: ProceedingAddress,
    @Query('version') version?: unknown,
    @Query('fresh') fresh?: unknown,
  ): Promise<Page> {
    const file = await this.files.open(viewer, id, number);
    const known = kindOf(file, kind);
    const older = file.papers.find((one) => one.kind === known && String(one.version) === version);
    const text = fresh ? draftedFrom(file, known, today()) : (older?.body ?? textOf(file, known).text);
    return page(file, known, emptyForm({ text }), { fresh: fresh !== undefined, older: older?.version });
  }

  @Post(paths.filing(':id', ':number', ':kind'))
  @Allow('legal')
  async save(
    @CurrentViewer() viewer: Viewer,
    @Address() { id, number, kind }: ProceedingAddress,
    @Body() posted: Posted,
  ): Promise<Page | SeeOther> {
    const file = await this.files.take(viewer, id, number);
    const known = kindOf(file, kind);
    const text =
      typeof posted['text'] === 'string'
        ? posted['text'].replaceAll('\r\n', '\n').replaceAll('\u0000', '')
        : '';
    const afresh = posted['do'] === 'fresh';
    const anew = `${paths.filing(id, number, kind)}?fresh=1`;
    // What nobody has typed need not be kept.
    if (afresh && [textOf(file, known).text.trim(), ''].includes(text.trim())) return seeOther(anew);
    const final = posted['do'] === 'final';
    const fault = faultOf(text, final);
    if (fault) return page(file, known, { values: { text }, errors: { text: fault } }, { status: 422 });
    const saved = await this.keeping.save(
      viewer,
      file,
      { kind: known, body: text, final },
      Number(posted['version']),
    );
    if (!saved) {
      const told = '这份文书刚被他人保存，您的改动没有保存。请对照最新一版，核对下面您填写的内容后再次保存。';
      return page(
        await this.files.take(viewer, id, number),
        known,
        { values: { text }, errors: { form: told } },
        { status: 409 },
      );
    }
    if (afresh) return seeOther(anew, '您刚才的文字已存为一版；下面由案卷重新生成，保存后成为新的一版。');
    const title = draftTitle(file.proceeding.kind, known);
    return seeOther(paths.filing(id, number, kind), final ? `${title}已定稿。` : `${title}的草稿已保存。`);
  }

  @Get(paths.filingFile(':id', ':number', ':kind', ':format'))
  async fetch(
    @CurrentViewer() viewer: Viewer,
    @Address() { id, number, kind, format }: ProceedingAddress,
  ): Promise<StreamableFile> {
    const file = await this.files.open(viewer, id, number);
    const known = kindOf(file, kind);
    if (!isFileFormat(format)) throw new ProblemException('not-found');
    const document = draftDocument(file, known, textOf(file, known));
    const name = `${number} ${document.title}`;
    return sentAs(
      format,
      name,
      await (format === 'docx'
        ? letterWord(document)
        : printLetter(document, openTypefaces(settings().fonts))),
    );
  }
}

function kindOf({ proceeding }: ProceedingFile, kind: string): DraftKind {
  if (!isDraftKind(proceeding.kind, kind)) throw new ProblemException('not-found');
  return kind;
}

/** The latest version; before the first, what the record gives. */
function textOf(file: ProceedingFile, kind: DraftKind): { text: string; on: LocalDate; final: boolean } {
  const last = latestPaper(file, kind);
  if (!last) return { text: draftedFrom(file, kind, today()), on: today(), final: false };
  return { text: last.body, on: dayOf(last.savedAt), final: last.final };
}

function faultOf(text: string, final: boolean): string | undefined {
  if (text.trim() === '') return '文书没有内容。请填写，或重新由案卷生成。';
  if (text.length > LONGEST) return `文书最多 ${LONGEST} 字，现有 ${text.length} 字，请删减。`;
  const open = final ? openPlaces(text) : [];
  return open.length > 0 ? `还有待填的内容：${open.join('、')}。请填写后再定稿，或先保存草稿。` : undefined;
}

const versionLine = ({ version, savedAt, byName, final }: ProceedingPaper, here: string) => ({
  href: `${here}?version=${version}`,
  label: `第 ${version} 版${final ? '（定稿）' : ''}`,
  at: savedAt,
  by: byName,
});

/** What is shown besides the latest version. */
interface Shown {
  readonly status?: number;
  readonly fresh?: boolean;
  readonly older?: number | undefined;
}

function standingOf(latest: ProceedingPaper | undefined, { fresh, older }: Shown): string {
  if (!latest) return '由案卷生成，尚未保存';
  if (fresh) return '由案卷重新生成，尚未保存';
  if (older && older !== latest.version) return `第 ${older} 版，保存后成为新的一版`;
  return latest.final ? '已定稿' : '草稿';
}

function page(file: ProceedingFile, kind: DraftKind, form: FormState, shown: Shown = {}): Page {
  const { applicationId, number } = file.proceeding;
  const here = paths.filing(applicationId, number, kind);
  const versions = file.papers.filter((one) => one.kind === kind);
  const text = form.values['text'];
  return draftPage(
    {
      title: draftTitle(file.proceeding.kind, kind),
      number,
      back: paths.proceeding(applicationId, number),
      action: here,
      standing: standingOf(versions[0], shown),
      pdf: paths.filingFile(applicationId, number, kind, 'pdf'),
      docx: paths.filingFile(applicationId, number, kind, 'docx'),
      mayWrite: file.mayWrite,
      version: versions[0]?.version ?? 0,
      form,
      open: openPlaces(typeof text === 'string' ? text : ''),
      versions: versions.map((one) => versionLine(one, here)),
    },
    shown.status,
  );
}
