import { setImmediate } from 'node:timers/promises';
import { isRefusal } from '../src/domain/application/perform.js';
import { Chance } from '../src/demo/chance.js';
import { type History, played } from '../test/support/histories.js';
import { faultsOf, unseenTypes } from '../test/support/history-faults.js';

const TOLD_EVERY = 10_000;
const HEARD_EVERY = 100;
const MOST_TOLD = 10;

/** How far a soak has come. */
export interface Progress {
  readonly done: number;
  readonly faults: number;
  /** Memory in use, in MB: it does not grow with the number of histories. */
  readonly megabytes: number;
}

/**
 * Plays so many random histories and proves of each what must hold of all. The same seed plays the same ones. Asked to
 * stop, it says what it has proven so far.
 */
export async function soak(
  histories: number,
  seed: number,
  { onProgress, stop }: { onProgress: (progress: Progress) => void; stop: AbortSignal },
): Promise<{ text: string; faults: number; done: number }> {
  const chance = new Chance(seed);
  const tally = new Tally();
  let done = 0;
  while (done < histories && !stop.aborted) {
    done += 1;
    const numbers = Array.from({ length: chance.between(20, 120) }, () => chance.between(0, 999_983));
    try {
      const history = played(numbers);
      tally.add(history, faultsOf(history));
    } catch (thrown) {
      tally.fault(`第 ${done} 件：${String(thrown)}`);
    }
    // A signal is heard between two histories, never within one.
    if (done % HEARD_EVERY === 0) await setImmediate();
    if (done % TOLD_EVERY === 0) {
      const megabytes = Math.round(process.memoryUsage.rss() / 1024 / 1024);
      onProgress({ done, faults: tally.faults, megabytes });
    }
  }
  return { text: tally.text(done, seed), faults: tally.faults, done };
}

/** Counts what was played. */
class Tally {
  faults = 0;
  private acts = 0;
  private refused = 0;
  private readonly told: string[] = [];
  private readonly seen = new Set<string>();
  private readonly stages = new Map<string, number>();
  private readonly irregular = new Map<string, number>();

  add({ file, steps }: History, faults: readonly string[]): void {
    this.acts += file.log.length;
    for (const { type } of file.log) this.seen.add(type);
    this.stages.set(file.standing.stage, (this.stages.get(file.standing.stage) ?? 0) + 1);
    for (const { result } of steps) {
      if (isRefusal(result)) this.refused += 1;
      else
        for (const { code } of result.irregularities) {
          this.irregular.set(code, (this.irregular.get(code) ?? 0) + 1);
        }
    }
    for (const fault of faults) this.fault(fault);
  }

  fault(says: string): void {
    this.faults += 1;
    if (this.told.length < MOST_TOLD) this.told.push(says);
  }

  text(histories: number, seed: number): string {
    const unseen = unseenTypes(this.seen);
    return [
      `随机经办 ${histories} 件（种子 ${seed}）：办理 ${this.acts} 次，拒绝 ${this.refused} 次。`,
      `最后所在阶段：${listed(this.stages)}。`,
      `程序瑕疵：${listed(this.irregular)}。`,
      unseen.length > 0 ? `没有走到的办理事项：${unseen.join('、')}。` : '各种办理事项都走到了。',
      this.faults > 0
        ? [`不符 ${this.faults} 处：`, ...this.told].join('\n  ')
        : '没有异常；重放与所在阶段相符；已办结的没有遗留的到期事项；每项瑕疵都有名称和说明。',
    ].join('\n');
  }
}

const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join('，') || '没有';
