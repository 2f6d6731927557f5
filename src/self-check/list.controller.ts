import { randomBytes } from 'node:crypto';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Quarter, daysOfQuarter, endedQuarter, quarters } from '../domain/clock/yearly.js';
import { type DrawRule, drawRuleIds, drawRules } from '../domain/review/file-review.js';
import { type LocalDate, localDate, minDate, yearOf } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import { officeTree } from '../records/office/offices.js';
import { reviewedCounts, selfChecksOf } from '../records/report/self-checks.js';
import { Choice, Text, WholeNumber } from '../web/fields.js';
import { type FormState, emptyForm, readForm, refuse } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer, holds } from '../web/viewer.js';
import { chineseTime } from '../web/words.js';
import { SelfCheckKeeping } from './keeping.js';
import { checkTitle } from './open-check.js';
import { listPage, newPage } from './pages.js';

class DrawForm {
  @Choice({ label: '检查的时间', of: () => periods().map(({ value }) => value) })
  period!: string;

  @Choice({ label: '抽取办法', of: drawRuleIds })
  rule!: DrawRule;

  @WholeNumber({ label: '抽取件数', min: 1, max: 200 })
  wanted!: number;

  @Text({ label: '随机种子', required: false, max: 60 })
  seed!: string;
}

/** Quarters that have begun, the latest first, and the years themselves. */
function periods(): { value: string; label: string; year: number; quarter: Quarter | null }[] {
  const year = yearOf(today());
  return [year, year - 1]
    .flatMap((of) => [
      ...quarters
        .filter((quarter) => daysOfQuarter(of, quarter).from <= today())
        .reverse()
        .map((quarter) => ({ year: of, quarter })),
      { year: of, quarter: null },
    ])
    .map((one) => ({ ...one, value: `${one.year}-${one.quarter ?? 'year'}`, label: checkTitle(one) }));
}

/** 自查: what was checked in a year, by whom, and who has handed in. */
@Controller(paths.selfChecks)
@Allow('head', 'legal', 'leader')
export class SelfCheckListController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly keeping: SelfCheckKeeping,
  ) {}

  @Get()
  async list(@CurrentViewer() viewer: Viewer, @Query('year') asked?: unknown): Promise<Page> {
    const { manager } = this.dataSource;
    const now = yearOf(today());
    const year = [now, now - 1, now - 2].find((one) => String(one) === asked) ?? endedQuarter(today()).year;
    const checks = await selfChecksOf(manager, viewer.visibleOfficeIds, year);
    const own = checks.filter(({ officeId }) => officeId === viewer.officeId);
    const counts = await reviewedCounts(
      manager,
      own.map(({ id }) => id),
    );
    const below = (await officeTree(manager, viewer.officeId)).filter(({ depth }) => depth > 0);
    return listPage({
      title: '自查和案卷评查',
      of: `${year}年 ${viewer.officeName}`,
      form: emptyForm({ year: String(year) }),
      yearOptions: [now, now - 1, now - 2].map((one) => ({ value: String(one), label: `${one}年` })),
      mayDraw: holds(viewer, 'head', 'legal'),
      own: own.map((check) => {
        const { files = 0, reviewed = 0 } = counts.get(check.id) ?? {};
        return [
          { text: checkTitle(check), href: paths.selfCheck(check.id) },
          `${reviewed}/${files}`,
          check.submittedAt ? chineseTime(check.submittedAt) : '未报送',
          check.receivedAt ? chineseTime(check.receivedAt) : '—',
        ];
      }),
      below: below.map(({ office }) => [
        office.shortName,
        ...quarters.map((quarter) => {
          const check = checks.find((one) => one.officeId === office.id && one.quarter === quarter);
          if (check?.submittedAt)
            return { text: check.receivedAt ? '已备案' : '已报送，待备案', href: paths.selfCheck(check.id) };
          return daysOfQuarter(year, quarter).through < today() ? '未报送' : '—';
        }),
      ]),
    });
  }

  @Get('new')
  @Allow('head', 'legal')
  form(): Page {
    const { year, quarter } = endedQuarter(today());
    return this.page(emptyForm({ period: `${year}-${quarter}`, rule: 'random', wanted: '10' }));
  }

  @Post('new')
  @Allow('head', 'legal')
  async draw(@CurrentViewer() viewer: Viewer, @Body() body: unknown): Promise<Page | SeeOther> {
    const result = readForm(DrawForm, body);
    if (!result.ok) return this.page(result.state, 422);
    const { period, rule, wanted, seed } = result.form;
    const chosen = periods().find(({ value }) => value === period);
    if (!chosen) return this.page(refuse(result.state, { period: '请从列表中选择检查的时间' }), 422);
    const { year, quarter } = chosen;
    const drawn = await this.keeping.draw(viewer, {
      ...{ year, quarter, rule, wanted, ...daysOf(year, quarter) },
      seed: seed || randomBytes(6).toString('hex'),
    });
    if ('refused' in drawn) return this.page(refuse(result.state, { period: drawn.refused }), 422);
    return seeOther(paths.selfCheck(drawn.id), '案卷已抽取，系统核对的结果列在每件之下。');
  }

  private page(form: FormState, status = 200): Page {
    return newPage(
      {
        title: '抽取案卷',
        form,
        periodOptions: periods(),
        ruleOptions: drawRuleIds.map((value) => ({ value, label: drawRules[value] })),
      },
      status,
    );
  }
}

const daysOf = (year: number, quarter: Quarter | null): { from: LocalDate; through: LocalDate } =>
  quarter
    ? daysOfQuarter(year, quarter)
    : { from: localDate(`${year}-01-01`), through: minDate(localDate(`${year}-12-31`), today()) };
