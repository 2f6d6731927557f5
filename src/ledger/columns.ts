/** The columns of a ledger (依申请公开台账) in their usual order, by what they are called in its heading. */
export const ledgerColumns = {
  number: { heading: '编号', required: true },
  applicantKind: { heading: '申请人类型', required: true },
  applicantName: { heading: '申请人', required: true },
  receivedOn: { heading: '收到日期', required: true },
  channel: { heading: '申请渠道', required: true },
  content: { heading: '所需信息', required: true },
  outcome: { heading: '办理结果', required: true },
  repliedOn: { heading: '答复日期', required: true },
  extension: { heading: '延长工作日', required: false },
  reconsiderationOn: { heading: '复议受理日期', required: false },
  decidedOn: { heading: '复议决定日期', required: false },
  reconsiderationResult: { heading: '复议结果', required: false },
  route: { heading: '起诉方式', required: false },
  suitOn: { heading: '应诉通知日期', required: false },
  judgedOn: { heading: '裁判日期', required: false },
  suitResult: { heading: '诉讼结果', required: false },
  remark: { heading: '备注', required: false },
} as const satisfies Record<string, { heading: string; required: boolean }>;
export type LedgerColumn = keyof typeof ledgerColumns;
export const ledgerColumnIds = Object.keys(ledgerColumns) as LedgerColumn[];

export const headingOf = (column: LedgerColumn): string => ledgerColumns[column].heading;
export const ledgerHeadings = ledgerColumnIds.map(headingOf);

/** What is wrong in one row: in which cell, why, and what to write instead. */
export interface RowFault {
  /** Heading of the column. */
  readonly column: string;
  /** What stands in the cell. */
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
}

/** The cells of a row by their columns, as texts. */
export type LedgerCells = Readonly<Record<LedgerColumn, string>>;

export const faultIn = (
  column: LedgerColumn,
  cells: LedgerCells,
  reason: string,
  remedy: string,
): RowFault => ({ column: headingOf(column), value: cells[column], reason, remedy });
