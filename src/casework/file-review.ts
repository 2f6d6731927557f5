import { printCitation } from '../domain/law/citation.js';
import type { FoundInFile } from '../domain/review/file-review.js';
import { chinese } from '../domain/time/local-date.js';
import type { CaseFile } from './case-file.js';
import { checkOfIssued } from './reply-check.js';

/** Duties that a review judges: what is owed to others has clocks of its own, but late is late. */
const lateDuties = ({ reading, on }: CaseFile): FoundInFile[] =>
  reading.periods
    .filter(({ of }) => of === 'duty')
    .flatMap(({ id, name, dueOn, ended, article }): FoundInFile[] => {
      const late = ended ? ended.how === 'late' : dueOn < on;
      if (!late) return [];
      const end = ended ? `，${chinese(ended.on)}才办理` : '，至今没有办理';
      return [
        { code: `late:${id}`, says: `${name}${chinese(dueOn)}届满${end}。`, article: printCitation(article) },
      ];
    });

/**
 * What the program finds in a file by itself: 程序瑕疵 of the record, periods that were missed, and 答复体检 of the
 * reply that went out. Each sentence once.
 */
export function foundInFile(file: CaseFile): FoundInFile[] {
  const found: FoundInFile[] = [
    ...lateDuties(file),
    ...[...file.irregularities.map(({ finding }) => finding), ...checkOfIssued(file)].map(
      ({ code, says, article }) => ({ code, says, article: article ? printCitation(article) : '' }),
    ),
  ];
  return found.filter(({ code }, i) => found.findIndex((other) => other.code === code) === i);
}
