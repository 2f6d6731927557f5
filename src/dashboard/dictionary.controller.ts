import { Controller, Get } from '@nestjs/common';
import { definitionIds, definitions, type Definition } from '../domain/statistics/dictionary.js';
import type { Page } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { type TableView, dictionaryPage } from './pages.js';

/** The whole dictionary as a table: on its page, and in the exports. */
export const dictionaryTable = (): TableView => ({
  caption: '指标口径',
  columns: [
    { label: '指标', wide: true },
    { label: '计什么（分子）', wide: true },
    { label: '分母', wide: true },
    { label: '不计什么', wide: true },
    { label: '截至', wide: true },
    { label: '来源', wide: true },
  ],
  rows: definitionIds.map((id) => {
    const { name, counts, over, leavesOut, asOf, sources }: Definition = definitions[id];
    return [name, counts, over ?? '—', leavesOut, asOf, sources.join('；')];
  }),
});

/** 指标口径: what each number of the board means. */
@Controller(paths.metricDictionary)
@Allow('head', 'legal', 'leader')
export class DictionaryController {
  @Get()
  show(): Page {
    return dictionaryPage({ title: '指标口径', table: dictionaryTable() });
  }
}
