import { appealCells } from '../domain/statistics/table-four.js';
import type { NamedLoss } from '../records/counting/loss-reasons-named.js';
import { applicationsAt, proceedingsAt } from './addresses.js';
import type { Asked } from './asked.js';
import type { Board } from './board.js';
import { counted } from './board-view.js';
import { type BrokenDown, articleOfRow, breakDown, lostBy, rowName } from './breakdowns.js';
import type { Cell, TableView } from './pages.js';
import { lossReasonTable } from './work-views.js';

const right = { align: 'right' } as const;

/** What a list of proceedings is narrowed by, one key of a breakdown. */
type Narrowing = { readonly office?: string; readonly row?: string; readonly organ?: string };

const columns = (label: string): TableView['columns'] => [
  { label, wide: true },
  { label: '复议审结', ...right },
  { label: '被纠正', ...right },
  { label: '复议未结', ...right },
  { label: '诉讼审结', ...right },
  { label: '败诉', ...right },
  { label: '诉讼未结', ...right },
];

function figures(
  { reconsideration, litigation }: BrokenDown,
  address: Asked['query'],
  by: Narrowing,
): Cell[] {
  return (['reconsideration', 'litigation'] as const).flatMap((group) => {
    const tally = group === 'reconsideration' ? reconsideration : litigation;
    return (['concluded', 'corrected', 'pending'] as const).map((column) =>
      counted(tally[column], proceedingsAt(address, { ...by, group, column })),
    );
  });
}

/** The proceedings by office, by reply, by the result that was lost, and by the organ that decided. */
export function breakdownTables(
  board: Board,
  { scope, query }: Asked,
  losses: readonly NamedLoss[],
): TableView[] {
  const { proceedings } = board;
  const byOffice = breakDown(proceedings, ({ officeId }) => officeId);
  const byRow = breakDown(proceedings, ({ row }) => row ?? 'none');
  const byOrgan = breakDown(proceedings, ({ organ }) => organ ?? '');
  const tables: TableView[] = [
    {
      caption: '按机关',
      columns: [...columns('机关'), { label: '新收申请', ...right }],
      rows: withAllOffices(byOffice, board).map((line) => {
        const named = scope.names.get(line.key);
        const received = board.cases
          .filter(({ officeId, row }) => officeId === line.key && row === 'received')
          .reduce((sum, { count }) => sum + count, 0);
        return [
          named?.shortName ?? '—',
          ...figures(line, query, named ? { office: named.code } : {}),
          counted(
            received,
            applicationsAt(query, { what: 'received', ...(named ? { office: named.code } : {}) }),
          ),
        ];
      }),
    },
    {
      caption: '按答复种类和依据条款',
      columns: [...columns('被复议、起诉的答复'), { label: '依据' }],
      rows: byRow.map((line) => [
        rowName(line.key),
        ...figures(line, query, { row: line.key }),
        articleOfRow(line.key),
      ]),
    },
    {
      caption: '按复议机关和法院',
      columns: columns('复议机关或法院'),
      rows: byOrgan.map((line) => [
        line.key || '未记载',
        ...figures(line, query, { organ: line.key || '-' }),
      ]),
    },
    lossReasonTable(board, query, losses),
    {
      caption: '被纠正、败诉的结果',
      columns: [{ label: '结果', wide: true }, { label: '类别' }, { label: '件数', ...right }],
      rows: lostBy(proceedings).map(({ name, kind, result, count }) => {
        const group = kind === 'reconsideration' ? 'reconsideration' : 'litigation';
        return [
          name,
          group === 'reconsideration' ? '行政复议' : '行政诉讼',
          counted(count, proceedingsAt(query, { group, column: 'corrected', result })),
        ];
      }),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

const nothing = { concluded: 0, corrected: 0, pending: 0 };

/** Offices without a proceeding stand below, so that those which received applications can be compared. */
function withAllOffices(lines: readonly BrokenDown[], { cases }: Board): BrokenDown[] {
  const known = new Set(lines.map(({ key }) => key));
  const others = [...new Set(cases.map(({ officeId }) => officeId))].filter((id) => !known.has(id));
  return [...lines, ...others.map((key) => ({ key, reconsideration: nothing, litigation: nothing }))];
}

/** Whether the year has any proceeding at all. */
export const hasProceedings = ({ four }: Board): boolean =>
  Object.values(four).some((group) => appealCells.some((cell) => group[cell] > 0));
