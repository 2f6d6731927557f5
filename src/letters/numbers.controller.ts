import { Controller, Get, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { replySeries } from '../domain/letter/number.js';
import { letterKinds, letterOf } from '../domain/letter/register.js';
import { numberSeriesOf, numberedPlaces } from '../records/paper/letter-numbers.js';
import type { LetterSeries } from '../records/paper/number-series.js';
import { officeTree } from '../records/office/offices.js';
import { emptyForm } from '../web/forms.js';
import type { Page } from '../web/page.js';
import { pageRequest, paginate } from '../web/pagination.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { numbersPage } from './pages.js';

const ROWS = 100;

/** 文号登记簿: every number of a series in its order, the recalled ones with their reason. */
@Controller()
@Allow('clerk', 'handler', 'head', 'legal', 'leader')
export class NumbersController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get(paths.letterNumbers)
  async show(@CurrentViewer() viewer: Viewer, @Query() asked: Record<string, unknown>): Promise<Page> {
    const { manager } = this.dataSource;
    const tree = await officeTree(manager, viewer.officeId);
    const code = typeof asked['office'] === 'string' ? asked['office'] : viewer.officeCode;
    const office = tree.find((one) => one.office.code === code)?.office;
    if (!office) throw new ProblemException('not-found');
    const all = await numberSeriesOf(manager, office.id);
    const chosen = all.find((one) => keyOf(one) === asked['series']) ?? all[0];
    const places = chosen ? await numberedPlaces(manager, chosen) : [];
    const series = chosen ? keyOf(chosen) : '';
    const pagination = paginate(pageRequest(asked['page'], ROWS), places.length, (page) =>
      withQuery(paths.letterNumbers, { office: code, series, page }),
    );
    const from = (pagination.page - 1) * ROWS;
    return numbersPage({
      title: '文号登记簿',
      form: emptyForm({ office: code, series }),
      officeOptions:
        tree.length > 1 ? tree.map((one) => ({ value: one.office.code, label: one.office.shortName })) : [],
      seriesOptions: all.map((one) => ({ value: keyOf(one), label: nameOf(one) })),
      office: office.name,
      recalled: places.filter(({ status }) => status === 'recalled').length,
      lost: places.filter(({ status }) => status === 'lost').length,
      places: places.slice(from, from + ROWS),
      pagination,
    });
  }
}

const keyOf = ({ year, series }: LetterSeries): string => `${year}${series}`;

/** 2026年　答复；2026年　“征”字：政府信息公开征求第三方意见书等 */
function nameOf({ year, series }: LetterSeries): string {
  if (series === replySeries) return `${year}年　答复`;
  const [kind, ...more] = letterKinds.filter((one) => letterOf(one).series === series);
  const name = kind ? `：${letterOf(kind).title}${more.length > 0 ? '等' : ''}` : '';
  return `${year}年　“${series}”字${name}`;
}
