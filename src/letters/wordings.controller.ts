import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  type PipeTransform,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type LetterKind, isLetterKind } from '../domain/letter/register.js';
import { chinese } from '../domain/time/local-date.js';
import { printLetter } from '../infrastructure/printing/letter-printer.js';
import { wordingVersions } from '../records/paper/letter-wordings.js';
import type { OfficeRecord } from '../records/office/office.js';
import { lookAt } from '../web/download.js';
import { type FormState, readForm, refuse } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { writtenIn } from './letter-replies.js';
import { reasonOf } from './letter-refusals.js';
import { letterTypefaces } from './typefaces.js';
import { WordingEndForm, WordingForm } from './wording-form.js';
import { WordingKeeping } from './wording-keeping.js';
import { sampleRefused } from './wording-pages.js';
import { sampleLetter } from './wording-sample.js';
import { type Chosen, WordingShowing, kindName } from './wording-showing.js';
import { writtenWording } from './wordings.js';

const LONGEST = 20_000;

class KnownKind implements PipeTransform<string, LetterKind> {
  transform(kind: string): LetterKind {
    if (!isLetterKind(kind)) throw new ProblemException('not-found');
    return kind;
  }
}

/** The kind of letter that the address names. */
const Kind = (): ParameterDecorator => Param('kind', new KnownKind());

/** 文书措辞: looked at, tried on invented facts, and kept in versions by the administrators of the office or of one above it. */
@Controller()
@Allow('admin')
export class WordingsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly keeping: WordingKeeping,
    private readonly showing: WordingShowing,
  ) {}

  @Get(paths.wordings)
  async list(@CurrentViewer() viewer: Viewer, @Query('office') code?: unknown): Promise<Page> {
    return this.showing.list(await this.showing.choose(viewer, code));
  }

  @Get(paths.wording(':kind'))
  async show(
    @CurrentViewer() viewer: Viewer,
    @Kind() kind: LetterKind,
    @Query('office') code?: unknown,
  ): Promise<Page> {
    return this.showing.page(kind, await this.showing.choose(viewer, code));
  }

  /** The page that the typed wording makes of invented facts, or the sentence that says why it makes none. */
  @Post(paths.wordingSample(':kind'))
  async sample(
    @CurrentViewer() viewer: Viewer,
    @Kind() kind: LetterKind,
    @Body() body: unknown,
  ): Promise<Page | StreamableFile> {
    const { text = '' } = writtenIn(body, ['text'], LONGEST);
    const { office } = await this.chosenIn(viewer, body);
    return samplePage(kind, text, office);
  }

  @Post(paths.wording(':kind'))
  async keep(
    @CurrentViewer() viewer: Viewer,
    @Kind() kind: LetterKind,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const chosen = await this.chosenIn(viewer, body);
    const result = readForm(WordingForm, body);
    const again = (form: FormState): Promise<Page> => this.showing.page(kind, chosen, { form });
    if (!result.ok) return again(result.state);
    const { text, effectiveFrom, note, last } = result.form;
    const fault = faultOf(kind, text, chosen.office);
    if (fault) return again(refuse(result.state, { text: fault }));
    const wording = { kind, text, effectiveFrom, note };
    const added = await this.keeping.add(viewer, chosen.office.id, wording, last);
    if (!added) return again(await this.onNewest(result.state, kind, chosen, 'text'));
    return seeOther(
      withQuery(paths.wording(kind), { office: chosen.shown.code }),
      `《${kindName(kind)}》的新措辞自${chinese(effectiveFrom)}起使用；在此之前成文的文书不变。`,
    );
  }

  @Post(paths.wordingEnd(':kind'))
  async end(
    @CurrentViewer() viewer: Viewer,
    @Kind() kind: LetterKind,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const chosen = await this.chosenIn(viewer, body);
    const result = readForm(WordingEndForm, body);
    const again = (end: FormState): Promise<Page> => this.showing.page(kind, chosen, { end });
    if (!result.ok) return again(result.state);
    const { endsOn, last } = result.form;
    const wording = { kind, text: null, effectiveFrom: endsOn, note: '恢复沿用' };
    const added = await this.keeping.add(viewer, chosen.office.id, wording, last);
    if (!added) return again(await this.onNewest(result.state, kind, chosen, 'endsOn'));
    return seeOther(
      withQuery(paths.wording(kind), { office: chosen.shown.code }),
      `自${chinese(endsOn)}起不再使用本机关的措辞。`,
    );
  }

  @Get(paths.wordingVersion(':id'))
  async version(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    return this.showing.versionPage(await this.showing.version(viewer, id));
  }

  @Get(paths.wordingVersionSample(':id'))
  async versionSample(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Page | StreamableFile> {
    const { row, chosen } = await this.showing.version(viewer, id);
    if (row.text === null) throw new ProblemException('not-found');
    return samplePage(row.kind, row.text, chosen.office);
  }

  private chosenIn(viewer: Viewer, body: unknown): Promise<Chosen> {
    return this.showing.choose(viewer, writtenIn(body, ['office']).office);
  }

  /** What was typed, ready to be sent behind the version that somebody else has added. */
  private async onNewest(
    state: FormState,
    kind: LetterKind,
    { office }: Chosen,
    field: string,
  ): Promise<FormState> {
    const [newest] = await wordingVersions(this.dataSource.manager, office.id, kind);
    const says = `${newest?.byName ?? '别人'}刚刚保存了第 ${newest?.version ?? 0} 版。请在下面的“各版本”中查看，再决定是否保存。`;
    const form = refuse(state, { [field]: says });
    return { ...form, values: { ...form.values, last: String(newest?.version ?? 0) } };
  }
}

/** Why no letter could be written in this wording; undefined when one could. */
function faultOf(kind: LetterKind, text: string, office: OfficeRecord): string | undefined {
  try {
    letterTypefaces().assertCovered(sampleLetter(writtenWording(kind, text, null), office));
    return undefined;
  } catch (fault) {
    const reason = reasonOf(fault);
    if (reason === undefined) throw fault;
    return reason;
  }
}

async function samplePage(
  kind: LetterKind,
  text: string,
  office: OfficeRecord,
): Promise<Page | StreamableFile> {
  const reason = faultOf(kind, text, office);
  if (reason) return sampleRefused({ title: '不能预览', reason }, 422);
  const document = sampleLetter(writtenWording(kind, text, null), office);
  return lookAt(`${kindName(kind)}样张`, await printLetter(document, letterTypefaces()));
}
