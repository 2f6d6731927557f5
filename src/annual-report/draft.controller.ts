import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { printCitation } from '../domain/law/citation.js';
import { reportSections, sectionIds } from '../domain/statistics/report-text.js';
import { type TableTwoBlock, tableTwoBlocks } from '../domain/statistics/table-two.js';
import { writeReport } from '../records/report/annual-reports.js';
import { type FormState, emptyForm } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer, mayActIn } from '../web/viewer.js';
import { type AskedReport, type ReportQuery, readAskedReport } from './asked.js';
import { cellField, draftValues, readDraft, textField } from './draft-form.js';
import { type TypedRow, draftPage } from './pages.js';
import { type WholeReport, readWholeReport } from './whole-report.js';

/** 编写: the parts in words and table two, kept until the report is handed in. */
@Controller(paths.annualReportDraft)
@Allow('clerk', 'head', 'legal')
export class ReportDraftController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get()
  async edit(@CurrentViewer() viewer: Viewer, @Query() query: ReportQuery): Promise<Page> {
    const { asked, report } = await this.open(viewer, query);
    const { record, two } = report;
    const form = emptyForm(draftValues(record?.texts ?? {}, two, record?.version ?? 0));
    return pageOf(asked, report, form);
  }

  @Post()
  async save(@CurrentViewer() viewer: Viewer, @Body() body: ReportQuery): Promise<Page | SeeOther> {
    const { asked, report } = await this.open(viewer, body);
    const { state, typed } = readDraft(report.form, body, report.figures);
    if (!typed) return pageOf(asked, report, state, 422);
    const refusal = await this.dataSource.transaction((manager) =>
      writeReport(manager, asked.key, typed, viewer),
    );
    if (refusal === 'submitted') throw alreadySubmitted(asked.year);
    if (refusal === 'changed') {
      const by = report.record?.savedByName ?? '他人';
      const form = `${by}刚刚保存过这份报告，您填写的内容没有保存。请另开一页核对，再把您的内容改进去`;
      return pageOf(asked, report, { ...state, errors: { form } }, 409);
    }
    return seeOther(withQuery(paths.annualReport, asked.query), '已保存。');
  }

  private async open(
    viewer: Viewer,
    query: ReportQuery,
  ): Promise<{ asked: AskedReport; report: WholeReport }> {
    const { manager } = this.dataSource;
    const asked = await readAskedReport(manager, viewer, query);
    if (!mayActIn(viewer, asked.key.officeId)) throw new ProblemException('forbidden');
    const report = await readWholeReport(manager, asked.key, asked.scope.officeIds);
    if (report.record?.submittedAt) throw alreadySubmitted(asked.year);
    return { asked, report };
  }
}

const alreadySubmitted = (year: number): ProblemException =>
  new ProblemException('unprocessable', {
    detail: `${year}年的报告已经报送，内容不再改变。此后的更正会单独列在报告页上。`,
  });

function pageOf(asked: AskedReport, report: WholeReport, form: FormState, status = 200): Page {
  return draftPage(
    {
      title: `编写${asked.year}年度报告`,
      of: asked.issuer,
      office: asked.issuer,
      query: asked.query,
      form,
      version: String(form.values['version'] ?? '0'),
      sections: sectionIds.map((id) => ({
        name: textField(id),
        label: reportSections[id].label,
        hint: `${reportSections[id].about}（${printCitation(reportSections[id].article)}）`,
        overview: reportSections[id].part === 'overview',
      })),
      blocks: tableTwoBlocks[report.form].map(blockOf),
      summed: report.twoSummed,
      figures: report.figures.map(({ name, value }) => ({ name, value })),
    },
    status,
  );
}

const blockOf = ({
  place,
  columns,
  rows,
}: TableTwoBlock): { place: string; columns: string[]; rows: TypedRow[] } => ({
  place,
  columns: columns.map(({ label }) => label),
  rows: rows.map((row) => ({
    label: row.label,
    fields: columns.map(({ id, label, unit }) => ({
      name: cellField(`${row.id}.${id}`),
      label: `${row.label}，${label}`,
      inputmode: unit === 'money' ? 'decimal' : 'numeric',
    })),
  })),
});
