import { Body, Controller, Get, Post } from '@nestjs/common';
import { printCitation } from '../domain/law/citation.js';
import { type NoteKind, isNoteKind, noteDefinition } from '../domain/remedy/proceeding-notes.js';
import { today } from '../infrastructure/today.js';
import type { NoteEntry } from '../records/proceeding/proceeding-notes.js';
import { factsInWords } from '../web/facts-in-words.js';
import { emptyForm, type FormState } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { Address, type ProceedingAddress } from './address.js';
import { type Posted, inputsOf, readFacts, typedIn } from './inputs.js';
import { NoteKeeping } from './note-keeping.js';
import { notePage } from './pages.js';
import { type ProceedingFile, ProceedingFiles } from './proceeding-file.js';

/** 收到和提交的文书、开庭、出庭、联系人、代理人、费用、败因: one form for all of them. */
@Controller()
@Allow('legal')
export class NotesController {
  constructor(
    private readonly files: ProceedingFiles,
    private readonly keeping: NoteKeeping,
  ) {}

  @Get(paths.proceedingNote(':id', ':number', ':kind'))
  async blank(
    @CurrentViewer() viewer: Viewer,
    @Address() { id, number, kind }: ProceedingAddress,
  ): Promise<Page> {
    const file = await this.files.take(viewer, id, number);
    return page(file, kindIn(kind), emptyForm({ on: today() }));
  }

  @Post(paths.proceedingNote(':id', ':number', ':kind'))
  async add(
    @CurrentViewer() viewer: Viewer,
    @Address() { id, number, kind }: ProceedingAddress,
    @Body() posted: Posted,
  ): Promise<Page | SeeOther> {
    const file = await this.files.take(viewer, id, number);
    const known = kindIn(kind);
    const read = readFacts(noteDefinition(known).fields, posted);
    if ('errors' in read) return page(file, known, refused(known, posted, read.errors), undefined, 422);
    await this.keeping.add(viewer, file, known, read.facts);
    return seeOther(paths.proceeding(id, number), `已登记${noteDefinition(known).name}。`);
  }

  @Get(paths.proceedingEntry(':id', ':number', ':kind', ':entry'))
  async show(
    @CurrentViewer() viewer: Viewer,
    @Address() { id, number, entry }: ProceedingAddress,
  ): Promise<Page> {
    const file = await this.files.take(viewer, id, number);
    const known = entryIn(file, entry);
    const values = Object.fromEntries(
      Object.entries(known.facts).map(([name, value]) => [name, String(value)]),
    );
    return page(file, known.kind, emptyForm(values), known);
  }

  @Post(paths.proceedingEntry(':id', ':number', ':kind', ':entry'))
  async change(
    @CurrentViewer() viewer: Viewer,
    @Address() { id, number, entry }: ProceedingAddress,
    @Body() posted: Posted,
  ): Promise<Page | SeeOther> {
    const file = await this.files.take(viewer, id, number);
    const known = entryIn(file, entry);
    const { name, fields } = noteDefinition(known.kind);
    if (posted['do'] === 'strike') {
      await this.keeping.strike(viewer, file, known);
      return seeOther(paths.proceeding(id, number), `已划去这条${name}，变动记录仍保留。`);
    }
    const read = readFacts(fields, posted);
    if ('errors' in read) return page(file, known.kind, refused(known.kind, posted, read.errors), known, 422);
    await this.keeping.change(viewer, file, known, read.facts);
    return seeOther(paths.proceeding(id, number), `已更改${name}，原来的内容仍保留在变动记录里。`);
  }
}

function kindIn(kind: string): NoteKind {
  if (!isNoteKind(kind)) throw new ProblemException('not-found');
  return kind;
}

function entryIn({ notes }: ProceedingFile, entry: string): NoteEntry {
  const known = notes.find((one) => one.entry === entry);
  if (!known) throw new ProblemException('not-found');
  return known;
}

const refused = (kind: NoteKind, posted: Posted, errors: Record<string, string>): FormState => ({
  values: typedIn(Object.keys(noteDefinition(kind).fields), posted),
  errors,
});

function page(file: ProceedingFile, kind: NoteKind, form: FormState, known?: NoteEntry, status = 200): Page {
  const { applicationId, number, kind: proceeding } = file.proceeding;
  const { name, articles, fields } = noteDefinition(kind);
  const article = articles?.[proceeding];
  return notePage(
    {
      title: known ? `更改${name}` : `登记${name}`,
      action: known
        ? paths.proceedingEntry(applicationId, number, kind, known.entry)
        : paths.proceedingNote(applicationId, number, kind),
      back: paths.proceeding(applicationId, number),
      form,
      inputs: inputsOf(fields),
      known: known !== undefined,
      about: article ? `${number}，${printCitation(article)}` : number,
      history: (known?.history ?? []).map(({ recordedAt, byName, facts }) => ({
        at: recordedAt,
        by: byName,
        text: factsInWords(fields, facts)
          .map(({ label, text }) => `${label}：${text}`)
          .join('；'),
      })),
    },
    status,
  );
}
