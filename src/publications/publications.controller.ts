import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import type { LocalDate } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import { applicationById } from '../records/application/applications.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { PublicationRecord, publicationStates } from '../records/publication/publication.js';
import { Choice, Text } from '../web/fields.js';
import { workdaysUntil } from '../web/deadline-reading.js';
import { type FormState, emptyForm, readForm, refuse } from '../web/forms.js';
import { type Page, type PageContract, type SeeOther, definePage, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer, holds } from '../web/viewer.js';
import type { DeadlineReading } from '../web/words.js';
import { PublishedForm } from './catalogue-forms.js';
import { PublicationKeeping } from './publication-keeping.js';

class SuggestionForm {
  @Text({ label: '信息名称', max: 200 })
  title: string;

  @Text({ label: '建议的理由', max: 500 })
  reason: string;

  @Text({ label: '申请', max: 40 })
  applicationId: string;
}

class DecisionForm {
  @Choice({ label: '审核意见', of: ['include', 'decline'] })
  verdict: 'include' | 'decline';

  @Text({ label: '不纳入的理由', max: 500, required: false })
  decision: string;
}

interface Line {
  readonly record: PublicationRecord;
  readonly state: string;
  readonly deadline?: DeadlineReading | undefined;
}

interface PublicationsPage extends PageContract {
  readonly lines: readonly Line[];
  readonly suggestion: FormState | undefined;
  readonly mayDecide: boolean;
  readonly mayWork: boolean;
  readonly decision: FormState;
  readonly published: FormState;
  /** The line whose form was refused. */
  readonly at: string;
  readonly today: LocalDate;
}

const publicationsPage = definePage<PublicationsPage>('publications/publications');
const SHOWN = 200;
const QUICKER = '刚刚已经有人处理过这一条，请看最新的状态。';

/** 主动公开建议: what several have asked for, to be made public by the office itself (条例第四十四条、第二十六条). */
@Controller()
@Allow('handler', 'head')
export class PublicationsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly keeping: PublicationKeeping,
  ) {}

  @Get(paths.publications)
  async list(@CurrentViewer() viewer: Viewer, @Query('case') caseId?: unknown): Promise<Page> {
    return this.page(viewer, { suggestion: await this.suggestionFor(viewer, caseId) });
  }

  @Post(paths.publications)
  async suggest(@CurrentViewer() viewer: Viewer, @Body() posted: unknown): Promise<Page | SeeOther> {
    const result = readForm(SuggestionForm, posted);
    if (!result.ok) return this.page(viewer, { suggestion: result.state, status: 422 });
    const { applicationId } = result.form;
    if (!isUUID(applicationId)) throw new ProblemException('not-found');
    const added = await this.keeping.suggest(viewer, applicationId, result.form);
    return added
      ? seeOther(paths.publications, '已提出建议，等负责人审核。')
      : seeOther(paths.publications, '这件申请已经提出过建议。', 'warning');
  }

  @Post(paths.publicationDecision(':id'))
  @Allow('head')
  async decide(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() posted: unknown,
  ): Promise<Page | SeeOther> {
    const result = readForm(DecisionForm, posted);
    if (!result.ok) return this.page(viewer, { decision: result.state, at: id, status: 422 });
    const { verdict, decision } = result.form;
    if (verdict === 'decline' && decision === '') {
      const state = refuse(result.state, { decision: '不纳入的，请写明理由' });
      return this.page(viewer, { decision: state, at: id, status: 422 });
    }
    const done = await (verdict === 'include'
      ? this.keeping.include(viewer, id)
      : this.keeping.decline(viewer, id, decision));
    return done
      ? seeOther(paths.publications, '审核意见已记下。')
      : seeOther(paths.publications, QUICKER, 'warning');
  }

  @Post(paths.publicationPublished(':id'))
  async published(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() posted: unknown,
  ): Promise<Page | SeeOther> {
    const result = readForm(PublishedForm, posted);
    if (!result.ok) return this.page(viewer, { published: result.state, at: id, status: 422 });
    const done = await this.keeping.published(viewer, id, result.form);
    return done
      ? seeOther(paths.publications, '已记为公开。')
      : seeOther(paths.publications, QUICKER, 'warning');
  }

  /** The form of a suggestion for a case of the own office; undefined without one. */
  private async suggestionFor(viewer: Viewer, caseId: unknown): Promise<FormState | undefined> {
    if (typeof caseId !== 'string' || !isUUID(caseId)) return undefined;
    const application = await applicationById(this.dataSource.manager, caseId, [viewer.officeId]);
    if (!application) throw new ProblemException('not-found');
    const title = [...application.content.replace(/\s+/g, ' ')].slice(0, 200).join('');
    return emptyForm({
      title,
      reason: '多个申请人就相同政府信息提出申请，且该信息可以公开。',
      applicationId: caseId,
    });
  }

  private async page(
    viewer: Viewer,
    shown: Partial<Pick<PublicationsPage, 'suggestion' | 'decision' | 'published' | 'at'>> & {
      status?: number;
    },
  ): Promise<Page> {
    const { manager } = this.dataSource;
    const calendar = await loadCalendar(manager);
    const records = await manager.find(PublicationRecord, {
      where: { officeId: viewer.officeId },
      order: { suggestedOn: 'DESC' },
      take: SHOWN,
    });
    return publicationsPage(
      {
        title: '主动公开建议',
        lines: records.map((record) => ({
          record,
          state: publicationStates[record.state],
          deadline:
            record.state === 'included' && record.dueOn
              ? workdaysUntil(calendar, record.dueOn, today())
              : undefined,
        })),
        suggestion: shown.suggestion,
        mayDecide: holds(viewer, 'head'),
        mayWork: holds(viewer, 'handler', 'head'),
        decision: shown.decision ?? emptyForm(),
        published: shown.published ?? emptyForm({ publishedOn: today() }),
        at: shown.at ?? '',
        today: today(),
      },
      shown.status ?? 200,
    );
  }
}
