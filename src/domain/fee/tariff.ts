/** A step of a progressive tariff (超额累进): units from `from` upward cost `yuan` each, until the next step. */
interface Step {
  readonly from: number;
  readonly yuan: number;
}

/** 按量 (国办函〔2020〕109号第五条): pages of one application; the first thirty are free. */
const pageSteps: readonly Step[] = [
  { from: 31, yuan: 10 },
  { from: 101, yuan: 20 },
  { from: 201, yuan: 40 },
];

/** 按件 (国办函〔2020〕109号第四条): an applicant's items in one calendar month; the first ten are free. */
const itemTariff = { paidFrom: 11, firstStepThrough: 30, itemsPerStep: 10, yuanPerStep: 100 } as const;

/** The fee for that many pages, in yuan. Throws RangeError unless a whole number from 0. */
export function pageFee(pages: number): number {
  requireCount(pages);
  return pageSteps.reduce((sum, { from, yuan }, i) => {
    const through = (pageSteps[i + 1]?.from ?? Infinity) - 1;
    return sum + Math.max(0, Math.min(pages, through) - from + 1) * yuan;
  }, 0);
}

/** What the n-th item of the month costs, in yuan: 0 to the tenth, 100 to the thirtieth, then 100 more per ten. */
export function priceOfItem(n: number): number {
  requireCount(n);
  const { paidFrom, firstStepThrough, itemsPerStep, yuanPerStep } = itemTariff;
  if (n < paidFrom) return 0;
  if (n <= firstStepThrough) return yuanPerStep;
  return yuanPerStep * (1 + Math.ceil((n - firstStepThrough) / itemsPerStep));
}

/** The fee for items `already`+1 … `already`+`items` of an applicant's month, in yuan. */
export function itemFee(items: number, already = 0): number {
  requireCount(items);
  requireCount(already);
  let sum = 0;
  for (let n = already + 1; n <= already + items; n += 1) sum += priceOfItem(n);
  return sum;
}

/**
 * Whether so many items can cost that, wherever in the month they stand: which of the month they are, only the office
 * knows. The later, the dearer.
 */
export function isItemFee(items: number, yuan: number): boolean {
  for (let already = 0; ; already += 1) {
    const fee = itemFee(items, already);
    if (fee >= yuan) return fee === yuan;
  }
}

/** The tariff as a notice of the fee states it (国办函〔2020〕109号第六条: 依据、标准). */
export function tariffInWords(basis: 'item' | 'page'): string {
  if (basis === 'item') {
    const { paidFrom, firstStepThrough, itemsPerStep, yuanPerStep } = itemTariff;
    return (
      `同一申请人一个自然月内累计申请${paidFrom - 1}件以下（含${paidFrom - 1}件）的不收费；` +
      `第${paidFrom}件至第${firstStepThrough}件，每件${yuanPerStep}元；` +
      `第${firstStepThrough + 1}件以上，以${itemsPerStep}件为一档，每增加一档，收费标准提高${yuanPerStep}元/件`
    );
  }
  const steps = pageSteps.map(({ from, yuan }, i) => {
    const through = pageSteps[i + 1];
    return `第${from}页${through ? `至第${through.from - 1}页` : '以上'}，每页${yuan}元`;
  });
  const free = (pageSteps[0]?.from ?? 1) - 1;
  return `${free}页以下（含${free}页）的不收费；${steps.join('；')}`;
}

function requireCount(n: number): void {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`件数、页数应为不小于0的整数：${n}`);
}
