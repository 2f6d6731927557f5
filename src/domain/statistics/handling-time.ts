import { limits } from '../clock/limits.js';
import { longestTold } from './movements.js';

/** A band of 办理时长: working days after the receipt up to the reply, both included. */
export interface DayBand {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly through: number;
}

const band = (from: number, through: number, name: string): DayBand => ({
  id: `${from}-${through}`,
  name,
  from,
  through,
});

const reply = limits.reply[0].amount;
const extended = reply + limits['reply.extension'][0].amount;

/** Up to the period of reply in quarters, up to the extended one, and beyond (条例第三十三条第二款). */
export const dayBands: readonly DayBand[] = [
  band(0, reply / 4, `${reply / 4} 个工作日以内`),
  band(reply / 4 + 1, reply / 2, `${reply / 4 + 1} 至 ${reply / 2} 个工作日`),
  band(reply / 2 + 1, (reply * 3) / 4, `${reply / 2 + 1} 至 ${(reply * 3) / 4} 个工作日`),
  band((reply * 3) / 4 + 1, reply, `${(reply * 3) / 4 + 1} 至 ${reply} 个工作日`),
  band(reply + 1, extended, `${reply + 1} 至 ${extended} 个工作日`),
  band(extended + 1, longestTold, `${extended} 个工作日以上`),
];

/** So many applications took so many working days. */
export interface Taken {
  readonly days: number;
  readonly count: number;
}

/** 办理时长 of what was replied to. `median` is the day by which half had their reply; null without any. */
export interface HandlingTime {
  readonly count: number;
  readonly median: number | null;
  readonly mean: number | null;
  readonly bands: readonly (DayBand & { readonly count: number })[];
}

/** Sums up over cases, never over averages. `mean` is rounded to one place. */
export function handlingTimeOf(taken: readonly Taken[]): HandlingTime {
  const sorted = [...taken].sort((a, b) => a.days - b.days);
  const count = sorted.reduce((sum, one) => sum + one.count, 0);
  const days = sorted.reduce((sum, one) => sum + one.days * one.count, 0);
  let passed = 0;
  const middle = sorted.find((one) => {
    passed += one.count;
    return passed * 2 >= count;
  });
  return {
    count,
    median: count > 0 && middle ? middle.days : null,
    mean: count > 0 ? Math.round((days * 10) / count) / 10 : null,
    bands: dayBands.map((one) => ({
      ...one,
      count: sorted
        .filter((some) => some.days >= one.from && some.days <= one.through)
        .reduce((sum, some) => sum + some.count, 0),
    })),
  };
}
