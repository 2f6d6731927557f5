import type { EntityManager } from 'typeorm';
import { reportForms } from '../../domain/statistics/report-form.js';
import { yearOf } from '../../domain/time/local-date.js';
import { today } from '../../infrastructure/today.js';
import type { KeptReportKey } from '../../records/report/published-reports.js';
import { ProblemException } from '../../web/problems.js';
import type { Viewer } from '../../web/viewer.js';
import { type AskedReport, type ReportQuery, readAskedReport } from '../asked.js';

/** The national forms begin with the report of 2019. */
const FIRST_FORM_YEAR = 2019;

/** The years of which a report in the national form can have been published, the latest first. */
export function formYears(): { value: string; label: string }[] {
  const last = yearOf(today()) - 1;
  return Array.from({ length: Math.max(last - FIRST_FORM_YEAR + 1, 0) }, (_, i) => {
    const year = last - i;
    const older = year <= reportForms.form2019.lastYear ? '（2019年格式）' : '';
    return { value: String(year), label: `${year}年${older}` };
  });
}

/** Which report is meant, and under which key the viewer's office keeps what was published of it. */
export async function askedPublished(
  manager: EntityManager,
  viewer: Viewer,
  query: ReportQuery,
): Promise<{ asked: AskedReport; key: KeptReportKey }> {
  if (!formYears().some(({ value }) => value === query.year)) {
    throw new ProblemException('bad-request', { detail: '请选择已经结束的年度，最早为2019年。' });
  }
  const asked = await readAskedReport(manager, viewer, query);
  return { asked, key: { ...asked.key, keeperId: viewer.officeId } };
}
