import { cite, printCitation } from '../law/citation.js';
import { type EarlySign, earlySignIds, earlySigns } from './early-signs.js';
import { type MetricId, metricIds, metrics, target } from './rates.js';

/** What a number of the board means: one entry for list, chart, table, page and export. */
export interface Definition {
  readonly name: string;
  /** What is counted; of a rate, its numerator. */
  readonly counts: string;
  /** Denominator of a rate. */
  readonly over?: string;
  /** What is left out. */
  readonly leavesOut: string;
  /** As of when. */
  readonly asOf: string;
  /** Where it comes from. */
  readonly sources: readonly string[];
}

const atDay = '截至所选日期当日结束；本年为今天，往年为12月31日';
const inYear = `本年1月1日起，${atDay}`;
const reply = [printCitation(cite('disclosure', 33))];
const form = '国办公开办函〔2021〕30号';
const house = '本系统口径';
const proceedingsLeftOut =
  '本机关以第三人身份参加的不计；与复议机关为共同被告的只计一件（国办公开办函〔2016〕201号）；尚未审结的不进分母（“计全部”的口径除外）';

const rates = Object.fromEntries(
  metricIds.map((id): [MetricId, Definition] => {
    const { name, numerator, denominator, of } = metrics[id];
    const law = of === 'reconsideration' ? cite('reconsideration', 64) : cite('litigation', 70);
    return [
      id,
      {
        name,
        counts: numerator,
        over: denominator,
        leavesOut: proceedingsLeftOut,
        asOf: `本年内在办的全部案件，按其${atDay}时的结果；诉讼以最近的生效裁判为准`,
        sources: [target.source, `${form}表四`, printCitation(law)],
      },
    ];
  }),
) as Readonly<Record<MetricId, Definition>>;

const signs = Object.fromEntries(
  earlySignIds.map((id): [EarlySign, Definition] => [
    id,
    {
      name: `苗头：${earlySigns[id].name}`,
      counts: earlySigns[id].says,
      over: '本年办结的申请',
      leavesOut: '更正后已不成立的瑕疵不计；一件有几种苗头的，各计一次',
      asOf: `按办结日，${inYear}`,
      sources: [printCitation(earlySigns[id].article), house],
    },
  ]),
) as Readonly<Record<EarlySign, Definition>>;

/** Every rate and count of the board (law.md §8, §13). */
export const definitions = {
  ...rates,
  rejected: {
    name: '字面“驳回率”',
    counts: '驳回复议申请、驳回复议请求',
    over: '已审结的复议',
    leavesOut: '台账未载具体结果的不计入分子；仅供参考，不与目标比较',
    asOf: inYear,
    sources: [printCitation(cite('reconsideration', 33)), printCitation(cite('reconsideration', 69))],
  },
  received: {
    name: '新收申请',
    counts: '收到之日在本年的申请',
    leavesOut: '尚未确认的网上申请不计',
    asOf: inYear,
    sources: [printCitation(cite('disclosure', 31)), `${form}表三`],
  },
  onTime: {
    name: '按期率',
    counts: '首次答复在期限内作出的申请',
    over: '本年答复的申请（按期 + 逾期）',
    leavesOut: '撤回、逾期不补正、逾期不缴费的不计；在办的不计；重新答复另有期限，不计',
    asOf: `按答复日，${inYear}；由件数相加，不取各机关比率的平均`,
    sources: reply,
  },
  inHand: {
    name: '在办',
    counts: '已经收到、首次答复的义务尚未终结的申请',
    leavesOut: '已经答复的不计，即使救济期未满',
    asOf: atDay,
    sources: reply,
  },
  overdue: {
    name: '在办已逾期',
    counts: '在办申请中，答复期限已经届满的；台账导入、尚待补记的旧案也在内，看板另行说明其中有几件',
    leavesOut: '补正、征求意见等不计入期限的日子已经扣除',
    asOf: atDay,
    sources: reply,
  },
  took: {
    name: '办理时长',
    counts: '收到之日的次日起至首次答复之日的工作日数，补正、征求意见等期间也算在内',
    leavesOut: '撤回、逾期不补正、逾期不缴费的不计',
    asOf: `按答复日，${inYear}`,
    sources: [...reply, house],
  },
  pending: {
    name: '尚未审结',
    counts: '已经受理或者收到应诉通知、当日尚未审结的复议和诉讼',
    leavesOut: '本机关以第三人身份参加的不计；一审裁判未生效的仍为未审结',
    asOf: atDay,
    sources: [`${form}表四`],
  },
  lossReason: {
    name: '败因',
    counts: '被纠正、败诉的案件中，复盘时写明该败因的；一件可有几个败因',
    leavesOut: '没有写明的列为“尚未写明”',
    asOf: `按审结日，${inYear}`,
    sources: [house],
  },
  ...signs,
} as const satisfies Readonly<Record<string, Definition>>;
export type DefinitionId = keyof typeof definitions;
export const definitionIds = Object.keys(definitions) as DefinitionId[];

/** 按期率 = 首次答复在期限内作出的申请 ÷ 本年答复的申请（按期 + 逾期）. What is only counted: its name and what it counts. */
export function formulaOf(id: DefinitionId): string {
  const { name, counts, over }: Definition = definitions[id];
  return over === undefined ? `${name}：${counts}` : `${name} = ${counts} ÷ ${over}`;
}
