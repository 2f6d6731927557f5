import type { CaseFile } from '../casework/case-file.js';
import { definitionOf } from '../domain/acts/acts.js';
import type { Reading } from '../domain/clock/clock.js';
import { type Period, replyPeriodIn } from '../domain/clock/period.js';
import { printCitation } from '../domain/law/citation.js';
import { daysBetween } from '../domain/time/local-date.js';
import { chineseDate, span } from '../web/words.js';
import { movedBy } from './record-lines.js';

/** One move of a due day of the office: from where to where, by what, why. */
export interface DueMoveShown {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** +10 个工作日 */
  readonly by: string;
  /** 延长答复期限，王主任 */
  readonly cause: string;
  /** 《条例》第三十三条第二款 */
  readonly why: string;
  /** Place of the act in the record; '' where no act but a holiday notice moved it. */
  readonly seq: string;
}

interface Move extends DueMoveShown {
  readonly at: Date;
}

/** Every move of the office's due days, oldest first: those of acts and those of holiday notices that were loaded since. */
export function dueMovesShown(file: CaseFile, readings: readonly Reading[]): DueMoveShown[] {
  const moves = [...movesByActs(file, readings), ...movesByNotices(file)];
  return moves.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ at: _, ...move }) => move);
}

/** What a period moved from: itself as it was, or the run of the reply that a fresh one stands in the place of. */
function earlierOf(period: Period, before: Reading): Period | undefined {
  const same = before.periods.find(({ id }) => id === period.id);
  if (same || period.limit !== 'reply') return same;
  return replyPeriodIn(before.periods);
}

function movesByActs({ recorded, calendar }: CaseFile, readings: readonly Reading[]): Move[] {
  return recorded.flatMap((act, i) => {
    const [before, after] = [readings[i - 1], readings[i]];
    if (!before || !after) return [];
    const { name, article } = definitionOf(act.type);
    return after.periods.flatMap((period): Move[] => {
      const earlier = period.of === 'duty' ? earlierOf(period, before) : undefined;
      if (!earlier || earlier.dueOn === period.dueOn) return [];
      const fresh = earlier.id !== period.id;
      return [
        {
          name: period.name,
          from: chineseDate(earlier.dueOn),
          to: chineseDate(period.dueOn),
          by: movedBy(earlier, period, calendar),
          cause: `${act.type === 'act.corrected' ? `更正第 ${act.corrects} 条记录` : name}，${act.by}`,
          why: fresh ? period.because : printCitation(article),
          seq: String(act.seq),
          at: new Date(act.recordedAt),
        },
      ];
    });
  });
}

const movesByNotices = ({ dueDateMoves }: CaseFile): Move[] =>
  dueDateMoves
    .filter(({ kind }) => kind === 'period')
    .map(({ name, from, to, at, byName }) => ({
      name,
      from: chineseDate(from),
      to: chineseDate(to),
      by: to > from ? `+${span(daysBetween(from, to), 'days')}` : `−${span(daysBetween(to, from), 'days')}`,
      cause: `载入放假安排，${byName}确认`,
      why: '按国务院办公厅放假通知重新推算工作日',
      seq: '',
      at,
    }));
