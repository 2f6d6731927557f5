import { type Rate, target } from '../domain/statistics/rates.js';
import type { Reachable } from '../domain/statistics/reachable.js';

/** 4.11 % (the blank does not break), never more than two places; an em dash where nothing has been concluded. */
export const percentText = (percent: number | null): string => (percent === null ? '—' : `${percent}\u00a0%`);

/** 3/41（7.32 %） where numbers are small, 4.11 %（17/414） where they are not. */
export function rateText({ numerator, denominator, percent, small }: Rate): string {
  const fraction = `${numerator}/${denominator}`;
  if (percent === null) return '0/0';
  return small ? `${fraction}（${percentText(percent)}）` : `${percentText(percent)}（${fraction}）`;
}

/** 高于目标, 在目标以内, 尚无审结. */
export const verdictText = (withinTarget: boolean | null): string =>
  withinTarget === null
    ? '尚无审结案件'
    : withinTarget
      ? `在 ${target.percent} % 目标以内`
      : `高于 ${target.percent} % 目标`;

const clause = (what: string, rate: Rate): string =>
  rate.denominator === 0
    ? `${what}：尚无审结案件`
    : `${what} ${rateText(rate)}，${verdictText(rate.withinTarget)}`;

/** The sentence that answers whether the two rates hold. */
export const answer = (when: string, reconsideration: Rate, litigation: Rate): string =>
  `${when}${clause('复议被纠错', reconsideration)}；${clause('应诉败诉', litigation)}。`;

/** What the pending proceedings can still do to a rate, in one sentence. */
export function outlook({ pending, best, worst, affordable, wantedUpheld }: Reachable): string {
  if (pending === 0 && wantedUpheld > 0) {
    return `没有未结案件。还需再有 ${wantedUpheld} 件审结且未被纠正，才能回到 ${target.percent} % 以内。`;
  }
  if (pending === 0) return '没有未结案件，现有案件不会再改变这个数字。';
  const reach = `未结 ${pending} 件：最好 ${shareText(best)}，最差 ${shareText(worst)}。`;
  if (affordable < 0) {
    const most = `即使全部未被纠正，仍高于 ${target.percent} %`;
    return `${reach}${most}；还需有 ${wantedUpheld} 件审结且未被纠正才能回到目标以内。`;
  }
  if (affordable >= pending) return `${reach}即使全部被纠正，也不超过 ${target.percent} %。`;
  return affordable === 0
    ? `${reach}再有 1 件被纠正就会超过 ${target.percent} %。`
    : `${reach}其中最多还可被纠正 ${affordable} 件。`;
}

function shareText({ numerator, denominator }: { numerator: number; denominator: number }): string {
  if (denominator === 0) return '0/0';
  return `${numerator}/${denominator}（${percentText(Math.round((numerator * 10_000) / denominator) / 100)}）`;
}
