import { earlySignIds, earlySigns } from '../domain/statistics/early-signs.js';
import { formulaOf } from '../domain/statistics/dictionary.js';
import { type HandlingTime, handlingTimeOf } from '../domain/statistics/handling-time.js';
import { printCitation } from '../domain/law/citation.js';
import { lossReasonIds, lossReasonOf } from '../domain/remedy/loss-reasons.js';
import { countApplications } from '../records/counting/listed-applications.js';
import type { NamedLoss } from '../records/counting/loss-reasons-named.js';
import { type BoardAddress, applicationsAt, proceedingsAt } from './addresses.js';
import { type Board, timingTotals } from './board.js';
import { counted, shareOf } from './board-view.js';
import type { TableView } from './pages.js';

const right = { align: 'right' } as const;

/** 办理时长 of what was replied to in the year. */
export const handlingTime = ({ tallies }: Board): HandlingTime =>
  handlingTimeOf(
    tallies
      .filter(({ flow, inYear }) => flow === 'took' && inYear)
      .map(({ key: [days], amount }) => ({ days: Number(days), count: amount })),
  );

/** One sentence: 已答复 120 件，半数在 14 个工作日以内，平均 13.2 个工作日。 */
export function handlingTimeText({ count, median, mean }: HandlingTime): string {
  return count === 0 || median === null || mean === null
    ? '本年还没有答复。'
    : `已答复 ${count} 件，半数在 ${median} 个工作日以内答复，平均 ${mean} 个工作日。`;
}

export const handlingTimeTable = (board: Board, address: BoardAddress): TableView => {
  const { bands, count } = handlingTime(board);
  return {
    caption: '办理时长',
    note: formulaOf('took'),
    columns: [{ label: '用时' }, { label: '件数', ...right }, { label: '占比', ...right }],
    rows: bands.map((band) => [
      band.name,
      counted(band.count, applicationsAt(address, { what: 'took', days: band.id })),
      shareOf(band.count, count),
    ]),
  };
};

/** Who has answered and who has how much in hand; of several offices each person with the office. */
export function workloadTable(
  { timings }: Board,
  address: BoardAddress,
  people: ReadonlyMap<string, string>,
): TableView {
  const handlers = [...new Set(timings.map(({ handler }) => handler))];
  const lines = handlers
    .map((handler) => ({ handler, totals: timingTotals(timings, (one) => one.handler === handler) }))
    .map(({ handler, totals }) => ({ handler, totals, inHand: totals.runningInTime + totals.overdue }))
    .filter(({ totals, inHand }) => inHand + totals.inTime + totals.late > 0)
    .sort((a, b) => b.inHand - a.inHand || b.totals.inTime - a.totals.inTime);
  return {
    caption: '按承办人',
    note: `${formulaOf('inHand')}。${formulaOf('onTime')}`,
    columns: [
      { label: '承办人', wide: true },
      { label: '在办', ...right },
      { label: '其中已逾期', ...right },
      { label: '本年按期答复', ...right },
      { label: '本年逾期答复', ...right },
      { label: '按期率', ...right },
    ],
    rows: lines.map(({ handler, totals, inHand }) => {
      const by = { handler: handler || '-' };
      return [
        handler ? (people.get(handler) ?? '其他承办人') : '尚未分办',
        counted(inHand, applicationsAt(address, { what: 'inHand', ...by })),
        counted(totals.overdue, applicationsAt(address, { what: 'overdue', ...by })),
        counted(totals.inTime, applicationsAt(address, { what: 'inTime', ...by })),
        counted(totals.late, applicationsAt(address, { what: 'late', ...by })),
        shareOf(totals.inTime, totals.inTime + totals.late),
      ];
    }),
  };
}

/** 苗头: what leads to lost proceedings, before it does. */
export function earlySignsTable({ tallies, three }: Board, address: BoardAddress): TableView {
  return {
    caption: '苗头',
    note: '苗头不等于违法，提示哪些答复今后可能被纠正；点开可以逐件核对。',
    columns: [
      { label: '苗头' },
      { label: '件数', ...right },
      { label: '占本年办结', ...right },
      { label: '含义', wide: true },
      { label: '依据' },
    ],
    rows: earlySignIds.map((sign) => {
      const count = countApplications(tallies, { what: 'sign', sign });
      const { name, says, article } = earlySigns[sign];
      return [
        name,
        counted(count, applicationsAt(address, { what: 'sign', sign })),
        shareOf(count, three.concluded.total),
        says,
        printCitation(article),
      ];
    }),
  };
}

/** Why proceedings were lost, as the legal staff have named it; those without a reason named last. */
export function lossReasonTable(
  { four }: Board,
  address: BoardAddress,
  named: readonly NamedLoss[],
): TableView {
  const kinds = ['reconsideration', 'litigation'] as const;
  const of = (kind: (typeof kinds)[number]): NamedLoss[] =>
    named.filter((one) => (one.kind === 'reconsideration') === (kind === 'reconsideration'));
  const distinct = (losses: readonly NamedLoss[]): number =>
    new Set(losses.map(({ applicationId, number }) => `${applicationId} ${number}`)).size;
  const lost = {
    reconsideration: four.reconsideration.corrected,
    litigation: four.direct.corrected + four.afterReconsideration.corrected,
  };
  const unnamed = kinds.map((kind) => lost[kind] - distinct(of(kind)));
  const line = (name: string, counts: readonly number[], reason: string): TableView['rows'][number] => [
    name,
    ...kinds.map((group, i) =>
      counted(counts[i] ?? 0, proceedingsAt(address, { group, column: 'corrected', reason })),
    ),
  ];
  const reasons = lossReasonIds
    .map((reason) => ({
      reason,
      counts: kinds.map((kind) => distinct(of(kind).filter((one) => one.reason === reason))),
    }))
    .filter(({ counts }) => counts.some((count) => count > 0))
    .sort((a, b) => sum(b.counts) - sum(a.counts));
  return {
    caption: '按败因',
    note: formulaOf('lossReason'),
    columns: [
      { label: '败因', wide: true },
      { label: '复议被纠正', ...right },
      { label: '诉讼败诉', ...right },
    ],
    rows: [
      ...reasons.map(({ reason, counts }) => line(lossReasonOf(reason).name, counts, reason)),
      ...(sum(unnamed) > 0 ? [line('尚未写明', unnamed, 'none')] : []),
    ],
  };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
