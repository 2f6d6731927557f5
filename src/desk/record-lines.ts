import type { CaseFile } from '../casework/case-file.js';
import { type RecordedAct, definitionOf, isActOfRecord, isActOfTime } from '../domain/acts/acts.js';
import { effectiveActs } from '../domain/acts/effective.js';
import { type Reading, readClock } from '../domain/clock/clock.js';
import type { Period } from '../domain/clock/period.js';
import { printCitation } from '../domain/law/citation.js';
import type { Finding } from '../domain/law/finding.js';
import { isDefence } from '../domain/remedy/defences.js';
import { daysBetween } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { type FactInWords, recordInWords } from '../web/facts-in-words.js';
import { chineseDate, span } from '../web/words.js';

/** One line of the record: an act with everything that it brought about. */
export interface RecordLine {
  readonly seq: number;
  readonly on: string;
  readonly recordedAt: Date;
  readonly by: string;
  readonly name: string;
  readonly article: string;
  readonly facts: readonly FactInWords[];
  /** What it did to the office's due days. */
  readonly effects: readonly string[];
  readonly flaws: readonly { readonly badge: string; readonly says: string; readonly article: string }[];
  /** A later act has put it right, or struck it. */
  readonly corrected?: { readonly bySeq: number; readonly how: string };
  readonly mayBeCorrected: boolean;
}

/** The clock as it read after each act of the record. */
export const readingsOf = ({ recorded, calendar, policy, on }: CaseFile): Reading[] =>
  recorded.map((_, i) => readClock(effectiveActs(recorded.slice(0, i + 1)), calendar, on, policy));

/** The whole record, the newest act first. */
export function recordLines(file: CaseFile, readings: readonly Reading[] = readingsOf(file)): RecordLine[] {
  const { recorded, log, calendar } = file;
  const lines = recorded.map((act, i): RecordLine => {
    const { name, article } = definitionOf(act.type);
    const correction = correctionOf(act, recorded);
    return {
      seq: act.seq,
      on: chineseDate(act.on),
      recordedAt: new Date(act.recordedAt),
      by: act.by,
      name: act.type === 'act.corrected' ? `更正第 ${act.corrects} 条记录` : name,
      article: printCitation(article),
      facts: recordInWords(act, recorded),
      effects: effectsBetween(readings[i - 1], readings[i], calendar),
      flaws: flawsOf(log[i]?.findings ?? []),
      ...(correction ? { corrected: correction } : {}),
      mayBeCorrected: !isActOfRecord(act.type) && !isActOfTime(act.type),
    };
  });
  return lines.reverse();
}

/** A flaw of the office, or what it may plead against the other side. */
export const flawBadge = (finding: Finding): string => (isDefence(finding) ? '可以抗辩' : '程序瑕疵');

const flawsOf = (findings: readonly Finding[]): RecordLine['flaws'] =>
  findings.map((finding) => ({
    badge: flawBadge(finding),
    says: finding.says + finding.mend,
    article: finding.article ? printCitation(finding.article) : '',
  }));

function correctionOf(act: RecordedAct, recorded: readonly RecordedAct[]): RecordLine['corrected'] {
  const correction = recorded.findLast((one) => one.type === 'act.corrected' && one.corrects === act.seq);
  if (!correction || correction.type !== 'act.corrected') return undefined;
  return { bySeq: correction.seq, how: correction.replacement ? '已更正' : '已撤销' };
}

/** What lies between two readings of one day: duties begun, moved, ended. */
export function effectsBetween(
  before: Reading | undefined,
  after: Reading | undefined,
  calendar: WorkCalendar,
): string[] {
  const known = new Map((before?.periods ?? []).map((period) => [period.id, period]));
  return (after?.periods ?? []).flatMap((period) => {
    if (period.of !== 'duty') return [];
    const earlier = known.get(period.id);
    if (!earlier) return [`${period.name}起算，${chineseDate(period.dueOn)}届满`];
    const said: string[] = [];
    if (period.paused && !period.ended) {
      return earlier.paused ? [] : [`${period.name}暂停计算：${period.pendingOn ?? '轮到申请人'}`];
    }
    if (earlier.paused && !period.ended) said.push(`${period.name}恢复计算`);
    if (earlier.dueOn !== period.dueOn) {
      const moved = movedBy(earlier, period, calendar);
      said.push(`${period.name} ${chineseDate(earlier.dueOn)} → ${chineseDate(period.dueOn)}（${moved}）`);
    }
    if (!earlier.ended && period.ended) said.push(`${period.name}${endings[period.ended.how]}`);
    return said;
  });
}

const endings = {
  met: '内办完',
  late: '已超过后办完',
  superseded: '终止，另行起算',
  lapsed: '届满',
  spared: '不再计算',
} as const;

/** +20 个工作日, −3 日 */
export function movedBy(
  earlier: Pick<Period, 'dueOn' | 'unit'>,
  { dueOn, unit }: Pick<Period, 'dueOn' | 'unit'>,
  calendar: WorkCalendar,
): string {
  const later = dueOn > earlier.dueOn;
  const [from, to] = later ? [earlier.dueOn, dueOn] : [dueOn, earlier.dueOn];
  const count = unit === 'workdays' ? calendar.workdaysIn(from, to) : daysBetween(from, to);
  return `${later ? '+' : '−'}${span(count, unit === 'workdays' ? 'workdays' : 'days')}`;
}
