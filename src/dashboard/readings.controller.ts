import { Body, Controller, Get, Post } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type MetricId, metrics } from '../domain/statistics/rates.js';
import { administrationLinesOf } from '../records/office/administration.js';
import type { OfficeRecord } from '../records/office/office.js';
import {
  type RateReadings,
  chooseReadings,
  chosenReadings,
  districtOf,
  readingsOf,
} from '../records/counting/rate-readings.js';
import { Choice } from '../web/fields.js';
import { type FormState, emptyForm, readForm } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { readingsPage } from './pages.js';

class ReadingsForm {
  @Choice({ label: '复议被纠错率的主要口径', of: readingsOf('reconsideration') })
  reconsideration!: MetricId;

  @Choice({ label: '诉讼败诉率的主要口径', of: readingsOf('litigation') })
  litigation!: MetricId;
}

/** 统计口径: which reading of each rate the district puts first. All others stay beside it. */
@Controller(paths.rateReadings)
@Allow('admin')
export class ReadingsController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get()
  async show(@CurrentViewer() viewer: Viewer): Promise<Page> {
    const { manager } = this.dataSource;
    const chosen = await chosenReadings(manager, viewer.officeId);
    return this.page(viewer, emptyForm({ ...chosen }));
  }

  @Post()
  async choose(@CurrentViewer() viewer: Viewer, @Body() body: unknown): Promise<Page | SeeOther> {
    const result = readForm(ReadingsForm, body);
    if (!result.ok) return this.page(viewer, result.state, 422);
    const { reconsideration, litigation } = result.form;
    await this.dataSource.transaction(async (manager) => {
      const district = await districtOf(manager, viewer.officeId);
      if (!mayChange(viewer, district)) throw new ProblemException('forbidden');
      await chooseReadings(manager, district, { reconsideration, litigation }, viewer);
    });
    return seeOther(paths.rateReadings, '主要口径已保存，看板和报表即日起按新口径显示。');
  }

  private async page(viewer: Viewer, form: FormState, status = 200): Promise<Page> {
    const { manager } = this.dataSource;
    const district = await districtOf(manager, viewer.officeId);
    const lines = await administrationLinesOf(manager, district.id);
    return readingsPage(
      {
        title: '统计口径',
        form,
        district: district.name,
        mayChange: mayChange(viewer, district),
        reconsiderationOptions: optionsOf('reconsideration'),
        litigationOptions: optionsOf('litigation'),
        lines: lines.filter(({ text }) => text.startsWith('看板主要口径')),
      },
      status,
    );
  }
}

/** One choice for all offices of a district: its own administrator makes it. */
const mayChange = (viewer: Viewer, district: OfficeRecord): boolean => viewer.officeId === district.id;

const optionsOf = (rate: keyof RateReadings): { value: string; label: string; hint: string }[] =>
  readingsOf(rate).map((id) => {
    const { name, numerator, denominator } = metrics[id];
    return { value: id, label: name, hint: `${numerator} ÷ ${denominator}` };
  });
