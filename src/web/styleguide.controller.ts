import { Controller, Get } from '@nestjs/common';
import { localDate } from '../domain/time/local-date.js';
import { settings } from '../infrastructure/settings.js';
import type { FormState } from './forms.js';
import { definePage, type Page, type PageContract } from './page.js';
import { paginate, type Pagination } from './pagination.js';
import { paths, withQuery } from './paths.js';
import { Public } from './permission.js';
import { ProblemException } from './problems.js';
import type { DeadlineReading } from './words.js';

interface Styleguide extends PageContract {
  form: FormState;
  deadlines: DeadlineReading[];
  pagination: Pagination;
}

const styleguide = definePage<Styleguide>('styleguide/styleguide');

/** Every component on one page, for those who build pages. Not in production. */
@Controller()
export class StyleguideController {
  @Get(paths.styleguide)
  @Public()
  show(): Page {
    if (settings().production) throw new ProblemException('not-found');
    const reading = (remaining: number): DeadlineReading => ({
      dueOn: localDate('2026-03-06'),
      remaining,
      unit: 'workdays',
    });
    return styleguide({
      title: '组件样例',
      form: {
        values: { name: '王小明', roles: ['handler'], kind: 'post', receivedOn: '2026-03-06', text: '' },
        errors: { text: '请填写所需政府信息的名称或内容描述', kind2: '请选择收到方式' },
      },
      deadlines: [
        reading(12),
        reading(3),
        reading(0),
        reading(-3),
        { ...reading(18), provisional: true },
        { ...reading(40), unit: 'days' },
      ],
      pagination: paginate({ page: 4, size: 20 }, 181, (page) => withQuery(paths.styleguide, { page })),
    });
  }
}
