import type { ProceedingRecord } from '../records/proceeding/proceeding.js';
import type { NoteEntry } from '../records/proceeding/proceeding-notes.js';

/** How the year's proceedings were conducted: who came to court, who spoke, what it cost. */
export interface CourseFigures {
  /** Sessions of a court for which somebody noted who came. */
  readonly sessions: number;
  /** 负责人出庭 among them (行政诉讼法第三条第三款). */
  readonly attended: number;
  /** Only a lawyer came, which the law does not allow. */
  readonly lawyerOnly: number;
  /** Suits for which nobody noted who came. */
  readonly unknown: number;
  readonly suits: number;
  /** Hearings of an organ for which somebody noted who came, and those to which the head came (行政复议法第五十一条第三款). */
  readonly hearings: number;
  readonly heardByHead: number;
  /** Proceedings with a lawyer or legal worker, and with staff of the office alone. */
  readonly withLawyer: number;
  readonly withStaff: number;
  /** 元, in all, and each kind of cost. */
  readonly yuan: number;
  readonly costs: readonly { readonly name: string; readonly yuan: number }[];
  /** Proceedings in which a mediation was held or was what ended them (行政复议法第五条). */
  readonly mediated: number;
}

const fact = ({ facts }: NoteEntry, name: string): unknown => facts[name];

/** Reads the figures off the notes of the proceedings. */
export function courseFigures(
  proceedings: readonly ProceedingRecord[],
  notesFor: (proceeding: ProceedingRecord) => readonly NoteEntry[],
): CourseFigures {
  const files = proceedings.map((proceeding) => ({ proceeding, notes: notesFor(proceeding) }));
  const of = (kind: NoteEntry['kind']): NoteEntry[] =>
    files.flatMap(({ notes }) => notes.filter((one) => one.kind === kind));
  const suits = files.filter(({ proceeding }) => proceeding.kind === 'suit');
  const attendanceIn = (kind: ProceedingRecord['kind']): NoteEntry[] =>
    files
      .filter(({ proceeding }) => proceeding.kind === kind)
      .flatMap(({ notes }) => notes.filter((one) => one.kind === 'attendance'));
  const sessions = attendanceIn('suit');
  const hearings = attendanceIn('reconsideration');
  const came = (who: string, to = sessions): number => to.filter((one) => fact(one, 'who') === who).length;
  const speaking = (is: (kind: unknown) => boolean): number =>
    files.filter(({ notes }) => notes.some((one) => one.kind === 'counsel' && is(fact(one, 'kind')))).length;
  const withLawyer = speaking((kind) => kind !== 'staff');
  return {
    sessions: sessions.length,
    attended: came('head'),
    lawyerOnly: came('lawyerOnly'),
    unknown: suits.filter(({ notes }) => !notes.some(({ kind }) => kind === 'attendance')).length,
    suits: suits.length,
    hearings: hearings.length,
    heardByHead: came('head', hearings),
    withLawyer,
    withStaff: speaking(() => true) - withLawyer,
    ...costsOf(of('cost')),
    mediated: files.filter(
      ({ proceeding, notes }) =>
        proceeding.result === 'mediated' ||
        notes.some((one) => one.kind === 'hearing' && fact(one, 'what') === 'mediation'),
    ).length,
  };
}

function costsOf(notes: readonly NoteEntry[]): Pick<CourseFigures, 'yuan' | 'costs'> {
  const sums = new Map<string, number>();
  for (const note of notes) {
    const name = String(fact(note, 'what'));
    sums.set(name, (sums.get(name) ?? 0) + Number(fact(note, 'yuan')));
  }
  const costs = [...sums].map(([name, yuan]) => ({ name, yuan })).sort((a, b) => b.yuan - a.yuan);
  return { yuan: costs.reduce((sum, { yuan }) => sum + yuan, 0), costs };
}
