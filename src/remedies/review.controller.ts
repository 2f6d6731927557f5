import { Controller, Get, Query } from '@nestjs/common';
import { printCitation } from '../domain/law/citation.js';
import { lossReasonOf } from '../domain/remedy/loss-reasons.js';
import { yearOf } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import { definePage, type Page, type PageContract } from '../web/page.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { Review, type Tally, type Unreasoned } from './review.js';

interface Link {
  readonly href: string;
  readonly text: string;
}

interface ReviewPage extends PageContract {
  readonly years: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  readonly concluded: number;
  readonly corrected: number;
  readonly reasons: readonly {
    readonly name: string;
    readonly article: string;
    readonly count: number;
    readonly lesson: string;
    readonly cases: readonly Link[];
  }[];
  readonly unreasoned: readonly Link[];
  readonly tallies: readonly { readonly name: string; readonly rows: readonly Tally[] }[];
}

const reviewPage = definePage<ReviewPage>('remedies/review');
const YEARS_BACK = 4;

/** 年度复盘. */
@Controller(paths.appealReview)
@Allow('head', 'legal', 'leader', 'handler')
export class ReviewController {
  constructor(private readonly review: Review) {}

  @Get()
  async show(@CurrentViewer() viewer: Viewer, @Query('year') asked?: unknown): Promise<Page> {
    const present = yearOf(today());
    const year = typeof asked === 'string' && /^20\d\d$/.test(asked) ? Number(asked) : present;
    const reviewed = await this.review.of(viewer, year);
    return reviewPage({
      title: `${year}年复议应诉复盘`,
      years: Array.from({ length: YEARS_BACK + 1 }, (_, i) => present - i).map((one) => ({
        href: withQuery(paths.appealReview, { year: one }),
        label: `${one}年`,
        current: one === year,
      })),
      concluded: reviewed.concluded,
      corrected: reviewed.corrected,
      reasons: reviewed.byReason.map(({ reason, cases }) => {
        const { name, article, lesson } = lossReasonOf(reason);
        return {
          name,
          article: printCitation(article),
          lesson,
          count: cases.length,
          cases: cases.map(linkOf),
        };
      }),
      unreasoned: reviewed.unreasoned.map(linkOf),
      tallies: [
        { name: '按复议机关、法院', rows: reviewed.byOrgan },
        { name: '按承办机关', rows: reviewed.byOffice },
        { name: '按答复种类', rows: reviewed.byOutcome },
      ],
    });
  }
}

const linkOf = ({ applicationId, number }: Unreasoned): Link => ({
  href: paths.proceeding(applicationId, number),
  text: number,
});
