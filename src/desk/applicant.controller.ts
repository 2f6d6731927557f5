import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { applicantFrom } from '../casework/applicant-written.js';
import type { CaseFile } from '../casework/case-file.js';
import { Door } from '../casework/door.js';
import { Refused, VersionConflict } from '../casework/refusals.js';
import { applicantKinds } from '../domain/application/applicant.js';
import { jointApplicantsText } from '../domain/application/joint-applicants.js';
import { actingHere } from '../web/acting.js';
import { applicantLists } from '../web/applicant-fields.js';
import { type FormState, emptyForm, readForm, refuse } from '../web/forms.js';
import { type Page, type PageContract, type SeeOther, definePage, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { ApplicantMendingForm } from './applicant-form.js';
import type { Posted } from './act-sheet.js';
import { CaseDesk } from './case-desk.js';
import { type RecordLine, recordLines } from './record-lines.js';
import { versionFrom } from './version-field.js';

interface ApplicantPage extends PageContract {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly form: FormState;
  readonly lists: typeof applicantLists;
  readonly conflict?: readonly RecordLine[];
}

const applicantPage = definePage<ApplicantPage>('cases/applicant');

/** 更正申请人信息: who applies is written anew; the record keeps what was written before. */
@Controller()
@Allow('clerk', 'handler', 'head')
export class ApplicantController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly door: Door,
  ) {}

  /** The form holds the particulars as they are: whoever opens it is noted. */
  @Get(paths.applicantMending(':id'))
  async blank(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    const file = await this.desk.take(viewer, id);
    return page(file, emptyForm(await this.standing(file, viewer)));
  }

  @Post(paths.applicantMending(':id'))
  async mend(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() posted: Posted,
  ): Promise<Page | SeeOther> {
    const version = versionFrom(posted);
    const read = readForm(ApplicantMendingForm, posted);
    const file = await this.desk.take(viewer, id);
    if (!read.ok) return page(file, read.state, 422);
    if (version !== file.version) return conflict(file, read.state, version);
    const { applicantKind: before } = file.application;
    try {
      const mending = { applicant: applicantFrom(read.form), why: read.form.why };
      const { application } = await this.door.mendApplicant(id, mending, {
        ...actingHere(viewer),
        expectedVersion: version,
      });
      const { applicantKind } = application;
      const column =
        applicantKind === before ? '' : `年度报告表三改按“${applicantKinds[applicantKind]}”一栏计算。`;
      return seeOther(paths.case(id), `已更正申请人信息，更正前的内容保留在办理记录里。${column}`);
    } catch (fault) {
      if (fault instanceof Refused) {
        const says = fault.findings.map((finding) => finding.says + finding.mend).join('');
        return page(file, refuse(read.state, { form: says }), 422);
      }
      if (fault instanceof VersionConflict) {
        return conflict(await this.desk.take(viewer, id), read.state, version);
      }
      throw fault;
    }
  }

  private async standing(file: CaseFile, viewer: Viewer): Promise<FormState['values']> {
    const { applicantKind, applicantName, idDocument, agentPapers, serviceTo } = file.application;
    const particulars = await this.desk.unmask(file, viewer);
    return {
      ...Object.fromEntries(Object.entries(particulars).map(([name, value]) => [name, value ?? ''])),
      ...{
        applicantKind,
        applicantName,
        agentPapers,
        idDocument: idDocument ?? '',
        serviceTo: serviceTo ?? '',
      },
      jointApplicants: jointApplicantsText(await this.desk.joint(file)),
    };
  }
}

function page(
  file: CaseFile,
  form: FormState,
  status = 200,
  more: Pick<ApplicantPage, 'conflict'> = {},
): Page {
  const { id, number } = file.application;
  const contract = { id, number, version: file.version, form, lists: applicantLists, ...more };
  return applicantPage({ title: '更正申请人信息', ...contract }, status);
}

/** Somebody was quicker: what he did, and the form with what was typed. */
const conflict = (file: CaseFile, form: FormState, version: number): Page =>
  page(file, form, 409, { conflict: recordLines(file).filter(({ seq }) => seq > version) });
