import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { type BoardQuery, readAsked } from './asked.js';
import { type Board, type Dial, readBoard } from './board.js';
import { dialChart, monthsChart, takenChart, yearsChart } from './charts/charts.js';
import { type Chart, svgOf } from './charts/svg.js';
import { handlingTime } from './work-views.js';

const dialCharts: Readonly<Record<string, (dial: Dial) => Chart>> = {
  dial: dialChart,
  months: monthsChart,
  years: yearsChart,
};

/** The charts of the board as pictures; each stands beside a table with the same numbers. */
@Controller(paths.charts)
@Allow('head', 'legal', 'leader')
export class ChartsController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get(':name.svg')
  @Header('Content-Type', 'image/svg+xml; charset=utf-8')
  @Header('Cache-Control', 'private, no-cache')
  // The picture carries its own small styles; nothing else may come from it.
  @Header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
  async draw(
    @CurrentViewer() viewer: Viewer,
    @Param('name') name: string,
    @Query() query: BoardQuery,
  ): Promise<string> {
    const draw = drawingOf(name);
    if (!draw) throw new ProblemException('not-found');
    const { manager } = this.dataSource;
    const asked = await readAsked(manager, viewer, query);
    const board = await readBoard(manager, asked.counted, viewer.officeId);
    return svgOf(draw(board));
  }
}

/** `dial-litigation`, `taken`: undefined for a picture that does not exist. */
function drawingOf(name: string): ((board: Board) => Chart) | undefined {
  if (name === 'taken') return (board) => takenChart(handlingTime(board));
  const [, chart = '', kind] = /^(\w+)-(reconsideration|litigation)$/.exec(name) ?? [];
  const draw = Object.hasOwn(dialCharts, chart) ? dialCharts[chart] : undefined;
  return draw && ((board) => draw(kind === 'litigation' ? board.litigation : board.reconsideration));
}
