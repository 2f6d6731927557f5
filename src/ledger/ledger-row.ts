import { actDefinitions } from '../domain/acts/acts.js';
import { longestText } from '../domain/acts/fields.js';
import type { suitRoutes } from '../domain/acts/appeal-acts.js';
import type { Channel } from '../domain/acts/intake-acts.js';
import type { ApplicantKind } from '../domain/application/applicant.js';
import type { OutcomeId } from '../domain/outcome/outcomes.js';
import type { ReconsiderationResult, SuitResult } from '../domain/remedy/results.js';
import { type LocalDate, chinese } from '../domain/time/local-date.js';
import { calendarFrom } from '../domain/time/work-calendar.js';
import { isFormulaError, orNothing, readDay, readWorkdays } from './cell-values.js';
import { type LedgerCells, type LedgerColumn, type RowFault, faultIn, headingOf } from './columns.js';
import {
  channelWords,
  kindWords,
  outcomeWords,
  pending,
  reconsiderationWords,
  routeWords,
  rowsOfGroupNamed,
  suitWords,
} from './ledger-words.js';
import { keepable } from '../web/readable.js';
import type { Vocabulary } from './vocabulary.js';

/** One line of a ledger, read: the same whether it comes from a file or from the record. */
export interface LedgerRow {
  readonly number: string;
  readonly applicantKind: ApplicantKind;
  readonly applicantName: string;
  readonly receivedOn: LocalDate;
  readonly channel: Channel;
  readonly content: string;
  readonly outcome?: OutcomeId;
  readonly repliedOn?: LocalDate;
  /** Working days by which the reply period was extended. */
  readonly extension?: number;
  readonly reconsiderationOn?: LocalDate;
  readonly decidedOn?: LocalDate;
  readonly reconsiderationResult?: ReconsiderationResult;
  readonly route?: keyof typeof suitRoutes;
  readonly suitOn?: LocalDate;
  readonly judgedOn?: LocalDate;
  readonly suitResult?: SuitResult;
  readonly remark: string;
}

/** Longest 编号 and 申请人: they stand in lists and letters. */
const LONGEST_NAME = longestText.text;

/** Reads the cells of one row, or says what is wrong with each. Contradictions between cells are faults too. */
export function readLedgerRow(
  cells: LedgerCells,
  today: LocalDate,
): { row: LedgerRow } | { faults: readonly RowFault[] } {
  const reader = new RowReader(cells, today);
  const row = {
    number: reader.text('number', LONGEST_NAME),
    applicantKind: reader.word('applicantKind', kindWords, 'needed'),
    applicantName: reader.text('applicantName', LONGEST_NAME),
    receivedOn: reader.day('receivedOn', 'needed'),
    channel: reader.word('channel', channelWords, 'needed'),
    content: reader.text('content', longestText.longText),
    outcome: reader.outcome(),
    repliedOn: reader.day('repliedOn'),
    extension: reader.extension(),
    reconsiderationOn: reader.day('reconsiderationOn'),
    decidedOn: reader.day('decidedOn'),
    reconsiderationResult: reader.word('reconsiderationResult', reconsiderationWords),
    route: reader.word('route', routeWords),
    suitOn: reader.day('suitOn'),
    judgedOn: reader.day('judgedOn'),
    suitResult: reader.word('suitResult', suitWords),
    remark: reader.remark(),
  };
  reader.together('repliedOn', 'outcome', '有答复就有结果和日期');
  reader.conclusion('reconsiderationOn', 'decidedOn', 'reconsiderationResult', row.reconsiderationResult);
  reader.conclusion('suitOn', 'judgedOn', 'suitResult', row.suitResult);
  reader.together('suitOn', 'route', '有应诉就有起诉方式');
  for (const [later, earlier] of order) reader.notBefore(later, row[later], earlier, row[earlier]);
  if (reader.faults.length > 0) return { faults: reader.faults };
  return { row: withoutBlanks(row) };
}

/** Days that cannot come before others: a row that says so is read wrongly or typed wrongly. */
const order = [
  ['repliedOn', 'receivedOn'],
  ['reconsiderationOn', 'receivedOn'],
  ['decidedOn', 'reconsiderationOn'],
  ['suitOn', 'receivedOn'],
  ['judgedOn', 'suitOn'],
] as const;

/** What is pending or empty is left out of the row: nothing is said of it. */
function withoutBlanks(row: object): LedgerRow {
  const said = Object.entries(row).filter(([, value]) => value !== undefined && value !== pending);
  // Each needed column has been read without fault.
  return Object.fromEntries(said) as unknown as LedgerRow;
}

/** One kind of line break, and nothing that cannot be kept: what a form would not take, a file does not bring in. */
const plainText = (text: string): string => keepable(text.replaceAll('\r\n', '\n'));

class RowReader {
  readonly faults: RowFault[] = [];

  constructor(
    private readonly cells: LedgerCells,
    private readonly today: LocalDate,
  ) {}

  private fault(column: LedgerColumn, reason: string, remedy: string): undefined {
    this.faults.push(faultIn(column, this.cells, reason, remedy));
  }

  private optional(column: LedgerColumn): string {
    return orNothing(this.cells[column]);
  }

  text(column: LedgerColumn, longest: number): string | undefined {
    const text = plainText(this.cells[column]);
    const heading = headingOf(column);
    if (text === '') return this.fault(column, `没有填写${heading}。`, `请填写${heading}。`);
    if (isFormulaError(text)) return this.formulaError(column);
    if (text.length > longest) {
      const reason = `${heading}最多 ${longest} 字，现有 ${text.length} 字。`;
      return this.fault(column, reason, '请删减。');
    }
    return text;
  }

  remark(): string {
    const text = plainText(this.cells.remark);
    const { note } = actDefinitions['application.registered'].fields;
    const longest = longestText[note.kind];
    if (text.length > longest) {
      this.fault('remark', `备注最多 ${longest} 字，现有 ${text.length} 字。`, '请删减。');
    }
    return text;
  }

  day(column: LedgerColumn, needed?: 'needed'): LocalDate | undefined {
    const text = this.optional(column);
    if (text === '') {
      const heading = headingOf(column);
      return needed ? this.fault(column, `没有填写${heading}。`, '请填写，例如 2023-03-06。') : undefined;
    }
    if (isFormulaError(text)) return this.formulaError(column);
    const day = readDay(text);
    if (!day) return this.fault(column, `“${text}”不是存在的日期。`, '请核对，写成 2023-03-06 的样子。');
    if (day > this.today) {
      const reason = `${chinese(day)}晚于今天（${chinese(this.today)}）。`;
      return this.fault(column, reason, '请填写实际发生的日期；还没有发生的请清空。');
    }
    if (day < calendarFrom) {
      const reason = `${chinese(day)}早于${chinese(calendarFrom)}，系统的工作日历从那一天开始。`;
      return this.fault(column, reason, '请核对年份；更早的申请请留在原台账中。');
    }
    return day;
  }

  word<T extends string>(column: LedgerColumn, words: Vocabulary<T>, needed?: 'needed'): T | undefined {
    const text = needed ? this.cells[column] : this.optional(column);
    const choices = `可以填：${words.names().join('、')}。`;
    if (text === '') return needed ? this.fault(column, `没有填写${words.heading}。`, choices) : undefined;
    const meaning = words.read(text);
    if (meaning) return meaning;
    if (isFormulaError(text)) return this.formulaError(column);
    const nearest = words.nearest(text);
    const remedy = nearest ? `是否应为“${nearest}”？${choices}` : choices;
    return this.fault(column, `“${text}”不是${words.heading}的一种。`, remedy);
  }

  outcome(): OutcomeId | undefined {
    const text = this.optional('outcome');
    const rows = rowsOfGroupNamed(text);
    if (rows.length === 0) return this.word('outcome', outcomeWords);
    const reason = `“${text}”下有 ${rows.length} 种结果，没有写明是哪一种。`;
    return this.fault('outcome', reason, `请写成其中一种：${rows.join('、')}。`);
  }

  extension(): number | undefined {
    const text = this.optional('extension');
    if (text === '') return undefined;
    if (isFormulaError(text)) return this.formulaError('extension');
    const workdays = readWorkdays(text);
    if (workdays === 0) return undefined;
    const { min, max } = actDefinitions['period.extended'].fields.workdays;
    if (workdays !== undefined && workdays >= min && workdays <= max) return workdays;
    const remedy = '请填写延长的工作日数，例如 20；没有延长的空着。';
    return this.fault('extension', `“${text}”不是延长的工作日数。`, remedy);
  }

  private formulaError(column: LedgerColumn): undefined {
    const remedy = '请在 Excel 或 WPS 中改正公式，或直接填写内容。';
    return this.fault(column, `这一格的公式没有结果（${this.cells[column]}）。`, remedy);
  }

  private says(column: LedgerColumn): boolean {
    return this.optional(column) !== '';
  }

  /** Both or none. */
  together(on: LedgerColumn, what: LedgerColumn, why: string): void {
    if (this.says(on) === this.says(what)) return;
    const [given, lacking] = this.says(on) ? [on, what] : [what, on];
    const reason = `填了${headingOf(given)}，没有填${headingOf(lacking)}；${why}。`;
    this.fault(lacking, reason, `请补填${headingOf(lacking)}，或者清空${headingOf(given)}。`);
  }

  notBefore(
    later: LedgerColumn,
    laterOn: LocalDate | undefined,
    earlier: LedgerColumn,
    earlierOn: LocalDate | undefined,
  ): void {
    if (!laterOn || !earlierOn || laterOn >= earlierOn) return;
    const reason = `${headingOf(later)}（${chinese(laterOn)}）早于${headingOf(earlier)}（${chinese(earlierOn)}）。`;
    this.fault(later, reason, '请核对这两个日期。');
  }

  /** A proceeding: begun on a day, and either pending or concluded with day and result. */
  conclusion(begun: LedgerColumn, ended: LedgerColumn, result: LedgerColumn, read: string | undefined): void {
    if (!this.says(begun) && (this.says(ended) || this.says(result))) {
      const given = this.says(ended) ? ended : result;
      const reason = `填了${headingOf(given)}，没有填${headingOf(begun)}。`;
      this.fault(begun, reason, `请补填${headingOf(begun)}，或者清空${headingOf(given)}。`);
      return;
    }
    if (read === pending && this.says(ended)) {
      const reason = `${headingOf(result)}是“尚未审结”，却填了${headingOf(ended)}。`;
      this.fault(
        ended,
        reason,
        `已经审结的请写明${headingOf(result)}；没有审结的请清空${headingOf(ended)}。`,
      );
    } else if (read !== pending) this.together(ended, result, '审结的有结果和日期，没有审结的写“尚未审结”');
  }
}
