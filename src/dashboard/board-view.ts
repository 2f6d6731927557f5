import { definitions, formulaOf } from '../domain/statistics/dictionary.js';
import { type Rate, metrics } from '../domain/statistics/rates.js';
import type { Fraction } from '../domain/statistics/reachable.js';
import { replyTimingIds, replyTimings } from '../domain/statistics/reply-timing.js';
import { type RateKind, applicationsAt, chartAt, proceedingsAt } from './addresses.js';
import { outlook, percentText, rateText, verdictText } from './answer.js';
import type { Asked } from './asked.js';
import { type Board, type Dial, timingTotals } from './board.js';
import type { Cell, DialView, TableView } from './pages.js';

type Address = Asked['query'];

const right = { align: 'right' } as const;

/** A number that opens its list; zero opens nothing. */
export const counted = (count: number, href: string): Cell =>
  count > 0 ? { text: String(count), href } : count;

const levelOf = ({ withinTarget }: Rate): DialView['level'] =>
  withinTarget === null ? 'none' : withinTarget ? 'good' : 'bad';

/** One of the two rates with its charts, its tables and what can still move it. */
export function dialView(kind: RateKind, dial: Dial, address: Address, past: boolean): DialView {
  const { rate, reachable } = dial;
  return {
    kind,
    name: rate.name,
    figure: rateText(rate),
    ...(rate.numerator > 0
      ? { href: proceedingsAt(address, { group: groupOf(rate, kind), column: 'corrected' }) }
      : {}),
    verdict: verdictText(rate.withinTarget),
    level: levelOf(rate),
    formula: rate.formula,
    outlook: past ? `当时未结 ${reachable.pending} 件。` : `还能怎样变：${outlook(reachable)}`,
    ...(reachable.pending > 0
      ? { pendingHref: proceedingsAt(address, { group: groupOf(rate, kind), column: 'pending' }) }
      : {}),
    chart: chartAt(address, 'dial', kind),
    monthsChart: chartAt(address, 'months', kind),
    yearsChart: chartAt(address, 'years', kind),
    months: monthsTable(kind, dial, address),
    years: yearsTable(kind, dial, address),
  };
}

/** A reading may speak of one of the two ways to court alone. */
const groupOf = ({ id }: Pick<Rate, 'id'>, kind: RateKind): RateKind | 'direct' | 'afterReconsideration' =>
  id === 'litigationLostDirect'
    ? 'direct'
    : id === 'litigationLostAfterReconsideration'
      ? 'afterReconsideration'
      : kind;

function monthsTable(kind: RateKind, { rate, months }: Dial, address: Address): TableView {
  return {
    caption: `${rate.name}：各月审结情况`,
    columns: [
      { label: '月份' },
      { label: '审结', ...right },
      { label: '其中被纠正', ...right },
      { label: '年初以来', ...right },
    ],
    rows: months.map(({ month, corrected, others, sinceJanuary }) => [
      `${Number(month.slice(5))}月`,
      counted(corrected + others, proceedingsAt(address, { group: kind, column: 'concluded', month })),
      counted(corrected, proceedingsAt(address, { group: kind, column: 'corrected', month })),
      shareOf(sinceJanuary.numerator, sinceJanuary.denominator),
    ]),
  };
}

/** Each year opens its own list; how it stood then can be asked of its last day. */
const yearsTable = (kind: RateKind, { rate, years }: Dial, address: Address): TableView => ({
  caption: `${rate.name}：历年`,
  note: '“年底当时”只计当年12月31日以前已经记入案卷的结果，此后的补记和更正不算；事后导入的旧台账当时没有记录。',
  columns: [{ label: '年度' }, { label: '按现有记录', ...right }, { label: '年底当时', ...right }],
  rows: years.map(({ year, fraction, stood }) => {
    const list = { group: groupOf(rate, kind), column: 'corrected' } as const;
    const thatDay = { ...address, year, on: `${year}-12-31`, by: '' };
    // A board of a past day counts earlier years as that day knew them: no list of theirs is the same.
    const now = address.on === '' || !stood ? { ...address, year } : undefined;
    return [
      `${year}年`,
      linked(fraction, now && proceedingsAt(now, list)),
      stood ? linked(stood, proceedingsAt(thatDay, list)) : '—',
    ];
  }),
});

/** A fraction that opens those of its numerator. */
const linked = ({ numerator, denominator }: Fraction, href: string | undefined): Cell => {
  const text = shareOf(numerator, denominator);
  return href && numerator > 0 ? { text, href } : text;
};

/** 17/414（4.11 %）; an em dash where nothing is counted. */
export const shareOf = (numerator: number, denominator: number): string =>
  denominator === 0
    ? '—'
    : `${numerator}/${denominator}（${percentText(Math.round((numerator * 10_000) / denominator) / 100)}）`;

/** The fraction of a reading: it opens those that were corrected. */
function opened(rate: Rate, query: Address): Cell {
  const text = `${rate.numerator}/${rate.denominator}`;
  if (rate.numerator === 0) return text;
  return {
    text,
    href: proceedingsAt(query, { group: groupOf(rate, metrics[rate.id].of), column: 'corrected' }),
  };
}

/** All readings of the two rates side by side, the headline marked. */
export function readingsTable(
  { rates, rejected, reconsideration, litigation }: Board,
  query: Address,
): TableView {
  const headlines = [reconsideration.rate.id, litigation.rate.id];
  return {
    caption: '两率的各种口径',
    note: `各口径不计什么、截至何时、出自何处，见“指标口径”。${definitions.rejected.name}：${definitions.rejected.leavesOut}。`,
    columns: [
      { label: '口径', wide: true },
      { label: '分数', ...right },
      { label: '百分比', ...right },
      { label: '与目标比较' },
      { label: '算法', wide: true },
    ],
    rows: [
      ...rates.map((rate): Cell[] => [
        headlines.includes(rate.id) ? `${rate.name}（主要口径）` : rate.name,
        opened(rate, query),
        percentText(rate.percent),
        verdictText(rate.withinTarget),
        `${metrics[rate.id].numerator} ÷ ${metrics[rate.id].denominator}`,
      ]),
      [
        rejected.name,
        `${rejected.numerator}/${rejected.denominator}`,
        percentText(rejected.percent),
        '不作比较',
        '驳回复议申请、驳回复议请求 ÷ 已审结；台账未载具体结果的不计入',
      ],
    ],
  };
}

/** 按期率: counted over cases, never an average of averages. */
export function onTimeText({ timings, overdueByLedger }: Board): string {
  const { inTime, late, overdue } = timingTotals(timings);
  const replied = inTime + late;
  const share = replied === 0 ? '尚无答复' : `已答复的按期率 ${shareOf(inTime, replied)}`;
  return `${share}；${overdue > 0 ? overdueText(overdue, overdueByLedger) : '在办案件没有逾期。'}`;
}

/** The number stays that of its list; what an old ledger left open is told apart, for it calls for other work. */
function overdueText(overdue: number, byLedger: number): string {
  if (byLedger === 0) return `在办案件有 ${overdue} 件已逾期，请督办。`;
  const old = '台账导入时就已超期、以后没有补记的旧案，请先查明补记，多数可能早已办结';
  if (byLedger >= overdue) return `在办案件有 ${overdue} 件已逾期，都是${old}。`;
  return `在办案件有 ${overdue} 件已逾期：${overdue - byLedger} 件请督办；另外 ${byLedger} 件是${old}。`;
}

/** How replies stand to their day, by office where there are several. */
export function timingsTable({ timings }: Board, { scope, query }: Asked): TableView {
  const cells = (officeId?: string, code?: string): Cell[] => {
    const totals = timingTotals(timings, (one) => officeId === undefined || one.officeId === officeId);
    return [
      ...replyTimingIds.map((id) =>
        counted(totals[id], applicationsAt(query, { what: id, ...(code ? { office: code } : {}) })),
      ),
      shareOf(totals.inTime, totals.inTime + totals.late),
    ];
  };
  const offices = scope.officeIds.flatMap((id) => {
    const named = scope.names.get(id);
    return named && timings.some(({ officeId }) => officeId === id)
      ? [[named.shortName, ...cells(id, named.code)]]
      : [];
  });
  return {
    caption: '答复期限',
    note: formulaOf('onTime'),
    columns: [
      { label: '机关' },
      ...replyTimingIds.map((id) => ({ label: replyTimings[id].replace(/（.*/, ''), ...right })),
      { label: '按期率', ...right },
    ],
    rows: [['合计', ...cells()], ...(offices.length > 1 ? offices : [])],
  };
}
