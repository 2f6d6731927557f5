import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CaseFiles } from '../casework/case-file.js';
import { lacksOfFields } from '../casework/completeness.js';
import { Door } from '../casework/door.js';
import { Refused } from '../casework/refusals.js';
import { definitionOf } from '../domain/acts/acts.js';
import { type Channel, channels } from '../domain/acts/intake-acts.js';
import { readJointApplicants } from '../domain/application/joint-applicants.js';
import { parseLocalDate } from '../domain/time/local-date.js';
import { now, today } from '../infrastructure/today.js';
import { knownByNumber } from '../records/paper/earlier-requests.js';
import { type FormOwner, dropForm, keepForm, keptForm } from '../records/person/kept-forms.js';
import { type FormState, emptyForm, readForm, refuse } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { type AlikeShown, alikeShown } from '../web/alike.js';
import { deadlineOf } from '../web/deadline-reading.js';
import { answersOf } from './answers.js';
import { keepArrival, readArrival } from './arrivals.js';
import { IntakeForm } from './intake-form.js';
import {
  alikeFragment,
  checkPage,
  datesFragment,
  intakeLists,
  intakePage,
  keptFragment,
  registeredPage,
} from './intake-pages.js';
import { type ReceiptDates, receiptDates } from './receipt-dates.js';
import { actingHere, actorOf } from '../web/acting.js';
import { actsOf, handlersOf, openingOf } from './registering.js';

type Posted = Readonly<Record<string, unknown>>;

/** 登记: one form, its answers checked, then a number. */
@Controller()
@Allow('clerk')
export class IntakeController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly door: Door,
    private readonly files: CaseFiles,
  ) {}

  @Get(paths.intake)
  async blank(@CurrentViewer() viewer: Viewer): Promise<Page> {
    const kept = await keptForm(this.dataSource.manager, ownerOf(viewer));
    const fields = kept ? readForm(IntakeForm, kept.fields).state.values : { on: today() };
    return this.page(viewer, emptyForm(fields), 200, kept?.keptAt);
  }

  /** Keeps what has been typed so far; answers when. */
  @Post(paths.intakeDraft)
  async keep(@CurrentViewer() viewer: Viewer, @Body() posted: Posted): Promise<Page | SeeOther> {
    const { manager } = this.dataSource;
    if (posted['do'] === 'discard') {
      await dropForm(manager, ownerOf(viewer));
      return seeOther(paths.intake, '已清空草稿。');
    }
    await keepForm(manager, ownerOf(viewer), readForm(IntakeForm, posted).state.values);
    return keptFragment({ keptAt: now() });
  }

  @Post(paths.intakeDates)
  async dates(@CurrentViewer() viewer: Viewer, @Body() posted: Posted): Promise<Page> {
    return datesFragment({ dates: await this.datesOf(viewer, posted) });
  }

  @Post(paths.intakeEarlier)
  async earlier(@CurrentViewer() viewer: Viewer, @Body() posted: Posted): Promise<Page> {
    return alikeFragment({ alike: await this.alikeOf(viewer, posted) });
  }

  @Post(paths.intakeCheck)
  async check(@CurrentViewer() viewer: Viewer, @Body() posted: Posted): Promise<Page | SeeOther> {
    const result = readForm(IntakeForm, posted);
    await keepForm(this.dataSource.manager, ownerOf(viewer), result.state.values);
    if (!result.ok) return this.page(viewer, result.state, 422);
    const { refusals } = await this.receipt(viewer, result.form);
    if (refusals.length > 0) return this.page(viewer, refuse(result.state, { on: refusals.join('') }), 422);
    return seeOther(paths.intakeCheck);
  }

  /** A letter whose applicant was not reached: it waits, and its clock does not run (国办公开办函〔2015〕207号). */
  @Post(paths.arrivals)
  async arrived(@CurrentViewer() viewer: Viewer, @Body() posted: Posted): Promise<Page | SeeOther> {
    const arrival = readArrival(posted);
    if ('state' in arrival) return this.page(viewer, arrival.state, 422);
    const id = await this.dataSource.transaction(async (manager) => {
      await dropForm(manager, ownerOf(viewer));
      return keepArrival(manager, viewer, arrival);
    });
    return seeOther(paths.submission(id), '来件已登记，联系上申请人之后再确认；期限从确认之日起算。');
  }

  /** The answers, to be read once more before they are kept. */
  @Get(paths.intakeCheck)
  async answers(@CurrentViewer() viewer: Viewer): Promise<Page | SeeOther> {
    const { manager } = this.dataSource;
    const kept = await keptForm(manager, ownerOf(viewer));
    if (!kept) return seeOther(paths.intake);
    const result = readForm(IntakeForm, kept.fields);
    if (!result.ok) return this.page(viewer, result.state, 422, kept.keptAt);
    const handlers = await handlersOf(manager, viewer.officeId);
    const alike = await this.alikeOf(viewer, kept.fields);
    return checkPage({
      title: '核对登记内容',
      mark: kept.mark,
      dates: await this.receipt(viewer, result.form),
      sections: answersOf(result.form, handlers),
      content: result.form.content,
      lacks: lacksOfFields(result.form).map(({ says }) => says),
      alike: alike ?? { sentence: '', publish: '', feeDue: false, earlier: [] },
    });
  }

  /** Receives and registers in one transaction; the draft goes first, so that two clicks register once. */
  @Post(paths.intakeSave)
  async register(@CurrentViewer() viewer: Viewer, @Body() posted: Posted): Promise<Page | SeeOther> {
    const { manager } = this.dataSource;
    const owner = ownerOf(viewer);
    const kept = await keptForm(manager, owner);
    if (!kept) return seeOther(paths.desk, '这份登记已经保存过，不会重复登记。', 'info');
    if (kept.mark !== posted['mark']) {
      return seeOther(paths.intakeCheck, '登记内容在另一个窗口里改过，请再核对一遍。', 'warning');
    }
    const result = readForm(IntakeForm, kept.fields);
    if (!result.ok) return this.page(viewer, result.state, 422, kept.keptAt);
    if (!(await dropForm(manager, owner))) return seeOther(paths.desk, '这份登记已经保存过。', 'info');
    try {
      const handlers = await handlersOf(manager, viewer.officeId);
      const { application } = await this.door.open(
        openingOf(result.form, viewer, handlers),
        actsOf(result.form, handlers, today()),
        actingHere(viewer),
      );
      return seeOther(paths.registered(application.id));
    } catch (fault) {
      await keepForm(manager, owner, kept.fields);
      if (!(fault instanceof Refused)) throw fault;
      const errors = Object.fromEntries(
        fault.findings.map(({ field, says, mend }) => [
          field && field in result.form ? field : 'form',
          says + mend,
        ]),
      );
      return this.page(viewer, refuse(result.state, errors), 422);
    }
  }

  /** The number in large type, and what comes next. */
  @Get(paths.registered(':id'))
  async registered(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page> {
    const file = await this.files.open(id, [viewer.officeId]);
    const { application, reading, letters } = file;
    const receipt = letters.find(({ kind }) => kind === 'registrationReceipt');
    const handlers = await handlersOf(this.dataSource.manager, viewer.officeId);
    return registeredPage({
      title: `已${definitionOf('application.registered').name}`,
      id,
      number: application.number,
      applicant: application.applicantName,
      receivedOn: application.receivedOn,
      periods: reading.periods.map((period) => ({ name: period.name, deadline: deadlineOf(period) })),
      receipt: receipt ? paths.letter(receipt.id) : paths.caseLetters(id),
      handler: handlers.find((one) => one.id === application.handlerAccountId)?.name ?? '',
    });
  }

  private async page(viewer: Viewer, form: FormState, status = 200, keptAt?: Date): Promise<Page> {
    const handlers = await handlersOf(this.dataSource.manager, viewer.officeId);
    return intakePage(
      {
        title: '登记申请',
        form,
        lists: intakeLists,
        handlers: handlers.map(({ id, name }) => ({ value: id, label: name })),
        today: today(),
        dates: await this.datesOf(viewer, form.values),
        alike: await this.alikeOf(viewer, form.values),
        keptAt,
      },
      status,
    );
  }

  private async receipt(viewer: Viewer, form: IntakeForm): Promise<ReceiptDates> {
    return receiptDates(form, actorOf(viewer), await this.door.circumstances(viewer.officeId));
  }

  /** Undefined until a channel is chosen and there is a day. */
  private async datesOf(viewer: Viewer, posted: Posted): Promise<ReceiptDates | undefined> {
    const channel = textOf(posted['channel']);
    const on = parseLocalDate(textOf(posted['on']));
    if (!Object.hasOwn(channels, channel) || !on) return undefined;
    const facts = { channel: channel as Channel, on, arrivedOn: parseLocalDate(textOf(posted['arrivedOn'])) };
    return receiptDates(facts, actorOf(viewer), await this.door.circumstances(viewer.officeId));
  }

  private alikeOf(viewer: Viewer, posted: Posted): Promise<AlikeShown | undefined> {
    const [name = '', idNumber, content = '', joint = ''] = [
      'applicantName',
      'idNumber',
      'content',
      'jointApplicants',
    ].map((key) => textOf(posted[key]));
    const read = readJointApplicants(joint);
    const numbers = 'joint' in read ? read.joint.map((one) => one.idNumber) : [];
    return alikeShown(this.dataSource.manager, viewer.officeId, {
      applicant: knownByNumber(name, idNumber, numbers),
      content,
      on: parseLocalDate(textOf(posted['on'])) ?? today(),
    });
  }
}

const textOf = (posted: unknown): string => (typeof posted === 'string' ? posted : '');

const ownerOf = ({ accountId, officeId }: Viewer): FormOwner => ({ accountId, officeId, form: 'intake' });
