import { stateMetaOf, wayName } from '../domain/remedy/proceeding.js';
import { resultNameOf } from '../domain/remedy/results.js';
import { earlySigns } from '../domain/statistics/early-signs.js';
import type { ListedApplication } from '../records/counting/listed-applications.js';
import type { ListedProceeding } from '../records/counting/listed-proceedings.js';
import { paths } from '../web/paths.js';
import { chineseDate } from '../web/words.js';
import { rowName } from './breakdowns.js';
import type { Cell, TableView } from './pages.js';

/** How a kind of list is shown: the columns, and a row as the page and the workbook have it. */
export interface ListShown<T> {
  readonly title: string;
  readonly columns: TableView['columns'];
  readonly cells: (row: T) => Cell[];
}

const columnsOf = (...labels: string[]): TableView['columns'] =>
  labels.map((label) => ({ label, wide: label === '所需信息' }));

export const proceedingsShown: ListShown<ListedProceeding> = {
  title: '复议、诉讼案件',
  columns: columnsOf(
    ...['申请编号', '案号', '所需信息', '机关', '类别', '受理或应诉日', '审结日', '结果或进展'],
  ),
  cells(row) {
    const way = wayName(row);
    return [
      { text: row.applicationNumber, href: paths.case(row.applicationId) },
      row.number,
      row.content,
      row.office,
      row.organ ? `${way}（${row.organ}）` : way,
      chineseDate(row.openedOn),
      chineseDate(row.concludedOn),
      row.result ? resultNameOf(row.kind, row.result) : stateMetaOf(row.kind, row.state).name,
    ];
  },
};

/** `people`: names by account. */
export const applicationsShown = (people: ReadonlyMap<string, string>): ListShown<ListedApplication> => ({
  title: '申请清单',
  columns: columnsOf(
    ...[
      '申请编号',
      '所需信息',
      '机关',
      '承办人',
      '收到日',
      '答复期限',
      '答复或终结日',
      '用时',
      '结果',
      '苗头',
    ],
  ),
  cells: (row) => [
    { text: row.applicationNumber, href: paths.case(row.applicationId) },
    row.content,
    row.office,
    (row.handlerAccountId && people.get(row.handlerAccountId)) || '—',
    chineseDate(row.receivedOn),
    chineseDate(row.replyDueOn),
    chineseDate(row.replyEndedOn),
    row.workdaysTaken === null ? '—' : `${row.workdaysTaken} 个工作日`,
    row.resultRow ? rowName(row.resultRow) : '—',
    row.signs.map((sign) => earlySigns[sign].name).join('、') || '—',
  ],
});
