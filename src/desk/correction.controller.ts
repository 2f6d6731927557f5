import { Body, Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { CaseFile } from '../casework/case-file.js';
import { Door } from '../casework/door.js';
import { Refused, VersionConflict } from '../casework/refusals.js';
import {
  type Act,
  type RecordedAct,
  definitionOf,
  isActOfRecord,
  isActOfTime,
  readAct,
} from '../domain/acts/acts.js';
import { type FormState, emptyForm } from '../web/forms.js';
import { typedBefore } from '../web/kept-draft.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { inputsOfRecorded, typedValues, valuesOf } from './act-form.js';
import type { Input } from './input.js';
import { type CorrectionPage, correctionPage } from './act-pages.js';
import { previewOfAct, tryOn } from './act-preview.js';
import { type Posted, errorsFrom, nameIn } from './act-sheet.js';
import { answerFrom, saysAnswer } from './answer-form.js';
import { CaseDesk } from './case-desk.js';
import { actingHere, actorOf } from '../web/acting.js';
import { recordLines } from './record-lines.js';
import { versionFrom } from './version-field.js';

/** The two fields of every correction; named so that no fact of an act bears their names. */
const MODE = 'correctionMode';
const WHY = 'correctionWhy';
const recordFields = new Set(['type', 'seq', 'recordedAt', 'by']);

interface Subject {
  readonly file: CaseFile;
  /** The act as it stands now, earlier corrections applied. */
  readonly act: RecordedAct;
  readonly inputs: readonly Input[];
}

/** 更正记录: an act of the record is put right, or struck, by another act; both stay visible. */
@Controller()
@Allow('head')
export class CorrectionController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly door: Door,
  ) {}

  @Get(paths.actCorrection(':id', ':seq'))
  async blank(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('seq', ParseIntPipe) seq: number,
    @Req() request: Request,
  ): Promise<Page> {
    const subject = await this.subject(viewer, id, seq, typedBefore(request));
    const standing = valuesOf(subject.act, [...recordFields]);
    return this.page(subject, emptyForm({ ...standing, [MODE]: 'replace', [WHY]: '' }));
  }

  @Post(paths.actCorrection(':id', ':seq'))
  async correct(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('seq', ParseIntPipe) seq: number,
    @Body() posted: Posted,
  ): Promise<Page | SeeOther> {
    const version = versionFrom(posted);
    const subject = await this.subject(viewer, id, seq, posted);
    const { file, inputs } = subject;
    const values = {
      ...typedValues(inputs, posted),
      [MODE]: textOf(posted[MODE]),
      [WHY]: textOf(posted[WHY]),
    };
    if (version !== file.version) return this.conflict(subject, values, version);
    const read = readCorrection(subject, posted);
    if ('faults' in read) return this.page(subject, { values, errors: read.faults }, {}, 422);

    const people = await this.desk.people(file);
    const preview = previewOfAct(file, tryOn(file, read.act, actorOf(viewer)), {
      nameOf: nameIn({ people }),
    });
    if (!preview.refusals && posted['do'] !== 'confirmed') {
      return this.page(subject, emptyForm(values), { preview });
    }
    try {
      await this.door.perform(id, read.act, {
        ...actingHere(viewer),
        expectedVersion: version,
      });
      return seeOther(paths.case(id), `已更正第 ${seq} 条记录，更正前后的内容都保留在办理记录里。`);
    } catch (fault) {
      if (fault instanceof Refused) {
        return this.page(subject, { values, errors: errorsFrom(fault.findings, inputs) }, {}, 422);
      }
      if (fault instanceof VersionConflict) {
        return this.conflict(await this.subject(viewer, id, seq, posted), values, version);
      }
      throw fault;
    }
  }

  private async subject(viewer: Viewer, id: string, seq: number, posted?: Posted): Promise<Subject> {
    const file = await this.desk.take(viewer, id);
    const act = file.acts.find((one) => one.seq === seq) ?? file.recorded.find((one) => one.seq === seq);
    if (!act || isActOfRecord(act.type) || isActOfTime(act.type)) throw new ProblemException('not-found');
    return { file, act, inputs: inputsOfRecorded(act.type, posted ?? valuesOf(act, [...recordFields])) };
  }

  private conflict(subject: Subject, values: FormState['values'], version: number): Page {
    const conflict = recordLines(subject.file).filter(({ seq }) => seq > version);
    return this.page(subject, emptyForm(values), { conflict }, 409);
  }

  private page(
    { file, act, inputs }: Subject,
    form: FormState,
    more: Pick<CorrectionPage, 'preview' | 'conflict'> = {},
    status = 200,
  ): Page {
    const { id, number } = file.application;
    const line = recordLines(file).find(({ seq }) => seq === act.seq);
    if (!line) throw new ProblemException('not-found');
    const { name } = definitionOf(act.type);
    return correctionPage(
      {
        title: `更正“${name}”`,
        id,
        number,
        seq: act.seq,
        name,
        version: file.version,
        inputs,
        form,
        action: paths.actCorrection(id, act.seq),
        line,
        ...more,
      },
      status,
    );
  }
}

const textOf = (posted: unknown): string => (typeof posted === 'string' ? posted : '');

/** Reads the correcting act; the facts of the mended act are read as its own form would read them. */
function readCorrection(
  { file, act }: Subject,
  posted: Posted,
): { act: Act } | { faults: Record<string, string> } {
  const why = textOf(posted[WHY]).trim();
  const faults: Record<string, string> = why ? {} : { [WHY]: '请写明更正理由。' };
  const correction = { type: 'act.corrected', on: file.on, corrects: act.seq, why } as const;
  if (posted[MODE] === 'strike') return why ? { act: correction } : { faults };
  const read = readAct(act.type, saysAnswer(act.type) ? answerFrom(posted) : posted);
  if ('faults' in read) return { faults: { ...read.faults, ...faults } };
  if (!why) return { faults };
  return { act: { ...correction, replacement: JSON.stringify(read.act) } };
}
