import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CaseFiles } from '../casework/case-file.js';
import { today } from '../infrastructure/today.js';
import type { DraftNote } from '../records/paper/draft-note.js';
import { Text } from '../web/fields.js';
import { type FormState, emptyForm, readForm, refuse } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { type Upload, Uploads } from '../web/uploads.js';
import { CurrentViewer, type Viewer, holds, mayActIn } from '../web/viewer.js';
import { differencesOf } from './differences.js';
import { DraftNotes } from './draft-notes.js';
import { type DraftVersion, draftVersions } from './draft-versions.js';
import { bringWord } from './finished-upload.js';
import { LetterReading } from './letter-reading.js';
import { plainText } from './letter-text.js';
import { takesNow } from './next-step.js';
import { type VersionShown, reviewPage } from './review-pages.js';
import { wordingFor } from './wordings.js';

class CommentForm {
  @Text({ label: '核稿意见', max: 2000 })
  text!: string;
}

/** 核稿: the versions of a reply's draft with what each changed, what people said of them, and the finished text from Word. */
@Controller()
@Allow('clerk', 'handler', 'head', 'legal', 'leader')
export class ReviewController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly files: CaseFiles,
    private readonly reading: LetterReading,
    private readonly notes: DraftNotes,
  ) {}

  @Get(paths.replyReview(':id'))
  show(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Page | SeeOther> {
    return this.page(viewer, id);
  }

  @Post(paths.replyComments(':id'))
  @Allow('handler', 'head', 'legal', 'leader')
  async comment(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const result = readForm(CommentForm, body);
    if (!result.ok) return this.page(viewer, id, { comment: result.state });
    await this.notes.comment(viewer, id, result.form.text);
    return seeOther(paths.replyReview(id), '核稿意见已记下，承办人可以看到。');
  }

  @Post(paths.replyFinished(':id'))
  @Allow('handler')
  async bring(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Uploads('word') files: Upload[],
  ): Promise<Page | SeeOther> {
    const refused = await bringWord(files, (file) => this.notes.finish(viewer, id, file));
    if (refused !== undefined)
      return this.page(viewer, id, { bring: refuse(emptyForm(), { word: refused }) });
    return seeOther(paths.replyReview(id), '定稿已读入：答复书将按定稿的文字排版。请核对与草稿的不同。');
  }

  @Post(paths.replyFinishedEnd(':id'))
  @Allow('handler')
  async takeBack(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<SeeOther> {
    await this.notes.unfinish(viewer, id);
    return seeOther(paths.replyReview(id), '已撤下定稿，答复书恢复按拟制的内容排版。');
  }

  private async page(
    viewer: Viewer,
    id: string,
    refused: { comment?: FormState; bring?: FormState } = {},
  ): Promise<Page | SeeOther> {
    const file = await this.files.open(id, viewer.visibleOfficeIds);
    const { manager } = this.dataSource;
    const versions = await draftVersions(file, (kind) => wordingFor(manager, file.office.id, kind, today()));
    const last = versions.at(-1);
    if (!last) return seeOther(paths.caseLetters(id), '没有待制发的答复草稿。', 'info');
    const notes = await this.notes.of(id);
    const { signed } = file.standing.facts;
    const own = mayActIn(viewer, file.office.id);
    const inUse = notes.findLast(({ sort, draftSeq }) => sort === 'finished' && draftSeq === last.act.seq);
    const { letter } = await this.reading.openComingReply(id, viewer.visibleOfficeIds);
    const handles = own && !signed && holds(viewer, 'handler');
    return reviewPage(
      {
        title: '核稿',
        case: { number: file.application.number, href: paths.case(id), lettersHref: paths.caseLetters(id) },
        letterHref: paths.replyLetter(id),
        signed,
        versions: versions.map((version, i) => versionShown(version, versions[i - 1])).reverse(),
        comments: commentsOf(notes, versions, file.acts),
        ...(own && holds(viewer, 'handler', 'head', 'legal', 'leader')
          ? { comment: { action: paths.replyComments(id), form: refused.comment ?? emptyForm() } }
          : {}),
        ...(takesNow(file, viewer, 'reply.reviewed') ? { verdict: paths.act(id, 'reply.reviewed') } : {}),
        ...(inUse?.blocks && letter?.document
          ? {
              finished: {
                name: inUse.text,
                by: inUse.byName,
                at: inUse.recordedAt,
                differences: differencesOf(last.text, plainText(letter.document)),
              },
            }
          : {}),
        ...(handles || refused.bring
          ? {
              bring: {
                action: paths.replyFinished(id),
                form: refused.bring ?? emptyForm(),
                word: paths.replyLetterWord(id),
              },
            }
          : {}),
        ...(handles && inUse?.blocks ? { takeBack: paths.replyFinishedEnd(id) } : {}),
      },
      refused.comment || refused.bring ? 422 : 200,
    );
  }
}

const versionShown = (
  { act, place, text }: DraftVersion,
  before: DraftVersion | undefined,
): VersionShown => ({
  name: `第 ${place} 稿`,
  by: act.by,
  at: new Date(act.recordedAt),
  differences: before ? differencesOf(before.text, text) : [],
});

/** What was said of each version: comments, and the reviews that stand in the record. */
function commentsOf(
  notes: readonly DraftNote[],
  versions: readonly DraftVersion[],
  acts: Parameters<typeof draftVersions>[0]['acts'],
): { by: string; at: Date; about: string; text: string }[] {
  const first = versions[0]?.act.seq ?? 0;
  const placeAt = (seq: number): string =>
    `第 ${versions.findLast(({ act }) => act.seq <= seq)?.place ?? 1} 稿`;
  const said = notes
    .filter(({ sort, draftSeq }) => sort === 'comment' && draftSeq >= first)
    .map(({ byName, recordedAt, draftSeq, text }) => ({
      by: byName,
      at: recordedAt,
      about: placeAt(draftSeq),
      text,
    }));
  const decided = acts.flatMap((act) =>
    act.type === 'reply.reviewed' && act.seq > first
      ? [
          {
            by: act.by,
            at: new Date(act.recordedAt),
            about: placeAt(act.seq),
            text: `审核${act.passed === 'yes' ? '同意' : '退回修改'}${act.comment ? `：${act.comment}` : ''}`,
          },
        ]
      : [],
  );
  return [...said, ...decided].sort((a, b) => a.at.getTime() - b.at.getTime());
}
