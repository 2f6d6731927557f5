import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type Done, Door } from '../casework/door.js';
import { Refused, VersionConflict } from '../casework/refusals.js';
import { type Act, type ActType, definitionOf } from '../domain/acts/acts.js';
import { emptyForm } from '../web/forms.js';
import { typedBefore } from '../web/kept-draft.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { isKeptReady } from '../records/paper/letter.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { firstValues, onlyChoices, typedValues } from './act-form.js';
import { inputsFragment, previewFragment } from './act-pages.js';
import { previewOfAct, tryOn } from './act-preview.js';
import {
  ActSheets,
  type Posted,
  type Sheet,
  begunValues,
  errorsFrom,
  handlerFrom,
  holding,
  nameIn,
  previewOfSheet,
  readSheet,
  sheetPage,
} from './act-sheet.js';
import { answerArranged } from './answer-guide.js';
import { hasConfirmed, reasonsAtFirst, reasonsToAsk } from './asked-once.js';
import { actingHere, actorOf } from '../web/acting.js';
import { PostedSheet } from './posted-sheet.js';
import { effectsBetween, recordLines } from './record-lines.js';
import { Suggesting } from './suggesting.js';
import { versionFrom } from './version-field.js';

/** What a link to a form suggests: the matter, the outcome, the case that it is like, the way of service. */
type Suggested = Readonly<Partial<Record<'matter' | 'outcome' | 'earlier' | 'how', unknown>>>;

/** Every act that a person can do with a case: one form, one way. */
@Controller()
@Allow('clerk', 'handler', 'head', 'legal', 'leader')
export class ActController {
  constructor(
    private readonly sheets: ActSheets,
    private readonly door: Door,
    private readonly suggesting: Suggesting,
  ) {}

  @Get(paths.act(':id', ':type'))
  async blank(
    @PostedSheet() sheet: Sheet,
    @Req() request: Request,
    @Query() { matter, outcome, earlier, how }: Suggested,
  ): Promise<Page> {
    const { type, viewer } = sheet;
    const typed = typedBefore(request);
    // What was typed brings the fields of the outcome that was chosen with it.
    if (typed) return sheetPage(sheet, emptyForm(typedValues(sheet.inputs, typed)));
    const about = typeof matter === 'string' ? matter : undefined;
    const values = {
      ...onlyChoices(sheet.inputs),
      ...firstValues(type, sheet.file, sheet.step, viewer, about),
    };
    if (type === 'reply.drafted' && typeof outcome === 'string') values['outcome'] = outcome;
    if (type === 'reply.served' && typeof how === 'string') values['how'] = how;
    const known = await this.suggesting.valuesFor(sheet, typeof earlier === 'string' ? earlier : undefined);
    const first = { ...values, ...known };
    const reasons = how === undefined || sheet.notNow ? [] : reasonsAtFirst(type);
    return sheetPage(holding(sheet, first), emptyForm(first), { reasons, askedFirst: true });
  }

  /** The inputs that the outcome chosen asks for, for the form to show while it is filled. */
  @Post(paths.actInputs(':id', ':type'))
  inputs(@PostedSheet() sheet: Sheet, @Body() posted: Posted): Page {
    const { file, type, inputs } = sheet;
    const { id } = file.application;
    const inputsAction = paths.actInputs(id, type);
    const catalogueAction = paths.answerCatalogue(id, type);
    const form = emptyForm(begunValues(sheet, posted));
    return inputsFragment({ inputs, form, inputsAction, catalogueAction });
  }

  /** What the form would lead to as it is filled now, for the form to show while it is filled. */
  @Post(paths.actPreview(':id', ':type'))
  preview(@PostedSheet() sheet: Sheet, @Body() posted: Posted): Page {
    return previewFragment({ preview: previewOfSheet(sheet, posted) });
  }

  /** Does the act; or shows first what it would lead to, where that was pressed or has to be asked. */
  @Post(paths.act(':id', ':type'))
  async act(@PostedSheet() sheet: Sheet, @Body() posted: Posted): Promise<Page | SeeOther> {
    const version = versionFrom(posted);
    const values = typedValues(sheet.inputs, posted);
    if (version !== sheet.file.version) return this.conflict(sheet, values, version);
    const arranged = answerArranged(sheet, posted);
    if (arranged) return arranged;
    if (posted['do'] === 'choose') return sheetPage(sheet, emptyForm(begunValues(sheet, posted)));
    if (posted['do'] === 'preview') return sheetPage(sheet, emptyForm(values));

    const read = readSheet(sheet, posted);
    if ('faults' in read) return sheetPage(sheet, { values, errors: { ...read.faults } }, {}, 422);
    const preview = previewOfAct(sheet.file, tryOn(sheet.file, read.act, actorOf(sheet.viewer)), {
      nameOf: nameIn(sheet),
    });
    const reasons = reasonsToAsk(sheet.type, preview);
    if (!preview.refusals && reasons.length > 0 && !hasConfirmed(posted, reasons)) {
      return sheetPage(sheet, emptyForm(values), { preview: previewOfSheet(sheet, posted), reasons });
    }
    return this.perform(sheet, read.act, posted, version);
  }

  private async perform(sheet: Sheet, act: Act, posted: Posted, version: number): Promise<Page | SeeOther> {
    const { viewer, file, inputs } = sheet;
    const { id } = file.application;
    const values = typedValues(inputs, posted);
    const handlerAccountId = handlerFrom(sheet, posted);
    try {
      const done = await this.door.perform(id, act, {
        ...actingHere(viewer),
        expectedVersion: version,
        ...(handlerAccountId ? { handlerAccountId } : {}),
      });
      return seeOther(nextPage(sheet, posted), messageOf(sheet, done));
    } catch (fault) {
      if (fault instanceof Refused) {
        return sheetPage(sheet, { values, errors: errorsFrom(fault.findings, inputs) }, {}, 422);
      }
      if (fault instanceof VersionConflict) return this.conflict(sheet, values, version);
      throw fault;
    }
  }

  /** Somebody was quicker: what he did, and the form with what was typed, ready to be sent on the new version. */
  private async conflict(sheet: Sheet, values: Record<string, string>, version: number): Promise<Page> {
    const { viewer, type } = sheet;
    const fresh = await this.sheets.open(viewer, sheet.file.application.id, type, values);
    const conflict = recordLines(fresh.file).filter(({ seq }) => seq > version);
    return sheetPage(fresh, emptyForm(values), { conflict }, 409);
  }
}

/** Acts after which the reply's own page is where the work goes on: 核稿、签发、制发. */
const leadToReply: readonly ActType[] = ['reply.drafted', 'reply.signed'];

/** Another of the kind, where that was pressed; the letter of a reply just drafted or signed; else the case. */
function nextPage({ type, file }: Sheet, posted: Posted): string {
  const { id } = file.application;
  if (posted['do'] === 'again') return paths.act(id, type);
  return leadToReply.includes(type) ? paths.replyLetter(id) : paths.case(id);
}

/** 已登记“延长答复期限”。答复期限 2026年4月2日 → 4月30日（+20 个工作日）。 */
function messageOf({ type, file }: Sheet, done: Done): string {
  const effects = effectsBetween(file.reading, done.reading, file.calendar);
  const drafts = done.drafts.filter((letter) => !isKeptReady(letter)).map(({ title }) => title);
  return (
    [`已登记“${definitionOf(type).name}”`, ...effects, `现在是“${done.standing.name}”`].join('；') +
    '。' +
    (drafts.length > 0 ? `已拟出《${drafts.join('》《')}》草稿，请核对后制发。` : '')
  );
}
