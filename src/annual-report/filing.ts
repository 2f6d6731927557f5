import { yearOf } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import type { OfficeScope } from '../web/office-scope.js';
import { type Viewer, holds } from '../web/viewer.js';
import { chineseTime } from '../web/words.js';
import type { AnnualTables } from './annual-tables.js';
import type { FilingView } from './pages.js';

/** What the page says of 封存: of one office by whom and when, of several which have not filed yet. */
export function filingView(
  viewer: Viewer,
  scope: OfficeScope,
  year: number,
  { filings }: AnnualTables,
): FilingView | undefined {
  if (year >= yearOf(today())) return undefined;
  const [only] = filings;
  const missing = scope.officeIds.filter((id) => !filings.some(({ officeId }) => officeId === id));
  const isOwn = scope.officeIds.length === 1 && scope.officeIds[0] === viewer.officeId;
  if (scope.officeIds.length > 1) {
    const names = missing.map((id) => scope.names.get(id)?.shortName ?? '—').join('、');
    return {
      says: missing.length === 0 ? '所有机关都已封存。' : `尚未封存的机关：${names}。`,
      filed: missing.length === 0,
      mayFile: false,
    };
  }
  return {
    says: only
      ? `${chineseTime(only.filedAt)}由${only.byName}封存，上表为封存时的数字。`
      : '尚未封存，上表随案卷实时变动。下年的“上年结转”以封存的数字为准。',
    filed: only !== undefined,
    mayFile: only === undefined && isOwn && holds(viewer, 'head', 'leader'),
  };
}
