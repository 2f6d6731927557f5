import { Controller, Get, Query } from '@nestjs/common';
import { cite, printCitation } from '../domain/law/citation.js';
import { lossReasonOf } from '../domain/remedy/loss-reasons.js';
import { yearOf } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import { definePage, type Page, type PageContract } from '../web/page.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import type { CourseFigures } from './course-figures.js';
import type { Fact } from './pages.js';
import { Review, type Tally, type Unreasoned, type YearReviewed } from './review.js';

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
  readonly course: readonly Fact[];
  readonly ending: YearReviewed['ending'];
  readonly tallies: readonly { readonly name: string; readonly rows: readonly Tally[] }[];
}

const reviewPage = definePage<ReviewPage>('remedies/review');
const YEARS_BACK = 4;
/** Below so many the fraction stands alone. */
const SMALL = 50;

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
      course: courseShown(reviewed.course),
      ending: reviewed.ending,
      tallies: [
        { name: '按事由', rows: reviewed.byMatter },
        { name: '按复议机关、法院', rows: reviewed.byOrgan },
        { name: '按承办机关', rows: reviewed.byOffice },
        { name: '按答复种类', rows: reviewed.byOutcome },
      ],
    });
  }
}

/** The figures in words: a fraction where a percentage of few would mislead. */
function courseShown(figures: CourseFigures): Fact[] {
  const { sessions, attended, lawyerOnly, unknown, suits, hearings, heardByHead } = figures;
  const { withLawyer, withStaff, yuan, costs, mediated } = figures;
  const notKnown = unknown > 0 ? `；另有 ${unknown} 起诉讼没有登记出庭情况` : '';
  const against = lawyerOnly > 0 ? `；仅律师出庭 ${lawyerOnly} 次，不符合规定` : '';
  const percent = sessions >= SMALL ? `（${((attended / sessions) * 100).toFixed(1)}%）` : '';
  return [
    {
      term: '负责人出庭',
      text:
        suits === 0
          ? '没有诉讼'
          : `开庭 ${sessions} 次，负责人出庭 ${attended} 次${percent}${against}${notKnown}（${printCitation(cite('litigation', 3, 3))}）`,
    },
    ...(hearings > 0
      ? [
          {
            term: '负责人参加听证',
            text: `复议听证 ${hearings} 次，负责人参加 ${heardByHead} 次（${printCitation(cite('reconsideration', 51, 3))}）`,
          },
        ]
      : []),
    { term: '代理', text: `律师或法律服务工作者代理 ${withLawyer} 起，仅本机关工作人员代理 ${withStaff} 起` },
    { term: '调解', text: `${mediated} 起` },
    {
      term: '费用',
      text:
        costs.length === 0
          ? '没有登记费用'
          : `合计 ${yuan} 元（${costs.map((one) => `${one.name} ${one.yuan} 元`).join('，')}）`,
    },
  ];
}

const linkOf = ({ applicationId, number }: Unreasoned): Link => ({
  href: paths.proceeding(applicationId, number),
  text: number,
});
