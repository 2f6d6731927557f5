import { type Citation, cite } from '../law/citation.js';

/** The columns of annual table four (国办公开办函〔2021〕30号): 结果维持、结果纠正、其他结果、尚未审结. */
export const appealColumns = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
} as const;
export type AppealColumn = keyof typeof appealColumns;
export type ConcludedColumn = Exclude<AppealColumn, 'pending'>;
/** The columns of what has been concluded. */
export const concludedColumns = (Object.keys(appealColumns) as AppealColumn[]).filter(
  (column): column is ConcludedColumn => column !== 'pending',
);

/** A way in which a proceeding can end. `rejected` marks the literal 驳回 (of the application or of the request). */
export interface AppealResult {
  readonly name: string;
  readonly column: ConcludedColumn;
  readonly article?: Citation;
  readonly rejected?: true;
  /** Given by ruling (裁定), not by judgment. */
  readonly ruling?: true;
  /**
   * Whether it changes the reply, so that the organ alone is sued over it (行政诉讼法第二十六条第二款): 确认违法 does,
   * unless for the procedure alone (法释〔2018〕1号第二十二条). 部分撤销 leaves both as defendants where a part was upheld
   * (第一百三十四条第二款), and is not marked.
   */
  readonly changes?: 'wholly' | 'unlessForProcedure';
}

const r = cite.bind(null, 'reconsideration');
const l = cite.bind(null, 'litigation');
const j = cite.bind(null, 'interpretation2018');

/** Results of reconsideration, each in exactly one column (本系统口径, law.md §6.5). */
export const reconsiderationResults = {
  upheld: { name: '维持', column: 'upheld', article: r(68) },
  requestRejected: { name: '驳回复议请求', column: 'upheld', article: r(69), rejected: true },
  altered: { name: '变更', column: 'corrected', article: r(63), changes: 'wholly' },
  revoked: { name: '撤销', column: 'corrected', article: r(64), changes: 'wholly' },
  revokedInPart: { name: '部分撤销', column: 'corrected', article: r(64) },
  declaredUnlawful: { name: '确认违法', column: 'corrected', article: r(65), changes: 'unlessForProcedure' },
  orderedToPerform: { name: '责令限期履行', column: 'corrected', article: r(66) },
  declaredVoid: { name: '确认无效', column: 'corrected', article: r(67), changes: 'wholly' },
  agreementKept: { name: '责令履行行政协议或者采取补救措施', column: 'corrected', article: r(71) },
  compensated: { name: '决定给予赔偿', column: 'corrected', article: r(72) },
  applicationRejected: { name: '驳回复议申请', column: 'other', article: r(33), rejected: true },
  notAccepted: { name: '不予受理', column: 'other', article: r(30) },
  mediated: { name: '调解结案', column: 'other', article: r(73) },
  settled: { name: '和解后撤回，终止', column: 'other', article: r(74) },
  terminated: { name: '终止（撤回、和解等）', column: 'other', article: r(41) },
  unspecifiedUpheld: { name: '维持（台账未载具体结果）', column: 'upheld' },
  unspecifiedCorrected: { name: '纠正（台账未载具体结果）', column: 'corrected' },
  unspecifiedOther: { name: '其他（台账未载具体结果）', column: 'other' },
} as const satisfies Record<string, AppealResult>;
export type ReconsiderationResult = keyof typeof reconsiderationResults;

/** Results of a suit, each in exactly one column (本系统口径, law.md §6.5). */
export const suitResults = {
  claimsRejected: { name: '驳回诉讼请求', column: 'upheld', article: l(69), rejected: true },
  appealRejected: { name: '驳回上诉、维持原判（原判驳回诉讼请求）', column: 'upheld', article: l(89, 1, 1) },
  revoked: { name: '撤销', column: 'corrected', article: l(70) },
  revokedInPart: { name: '部分撤销', column: 'corrected', article: l(70) },
  orderedToPerform: { name: '责令限期履行', column: 'corrected', article: l(72) },
  orderedToPay: { name: '判决给付', column: 'corrected', article: l(73) },
  declaredUnlawful: { name: '确认违法', column: 'corrected', article: l(74) },
  declaredVoid: { name: '确认无效', column: 'corrected', article: l(75) },
  remedied: { name: '责令采取补救措施或者判决赔偿', column: 'corrected', article: l(76) },
  altered: { name: '变更', column: 'corrected', article: l(77) },
  agreementKept: { name: '判决履行行政协议、补救或者赔偿', column: 'corrected', article: l(78) },
  suitRejected: { name: '裁定驳回起诉', column: 'other', article: j(69), rejected: true, ruling: true },
  notDocketed: { name: '裁定不予立案', column: 'other', article: l(51), ruling: true },
  withdrawn: { name: '准许撤诉或按撤诉处理', column: 'other', article: l(62), ruling: true },
  mediated: { name: '调解结案', column: 'other', article: l(60) },
  ended: { name: '终结诉讼', column: 'other', article: j(88), ruling: true },
  unspecifiedUpheld: { name: '维持（台账未载具体结果）', column: 'upheld' },
  unspecifiedCorrected: { name: '纠正（台账未载具体结果）', column: 'corrected' },
  unspecifiedOther: { name: '其他（台账未载具体结果）', column: 'other' },
} as const satisfies Record<string, AppealResult>;
export type SuitResult = keyof typeof suitResults;

const namesOf = <R extends Record<string, AppealResult>>(results: R) =>
  Object.fromEntries(Object.entries(results).map(([id, { name }]) => [id, name])) as {
    readonly [K in keyof R]: string;
  };

export const reconsiderationResultChoices = namesOf(reconsiderationResults);
export const suitResultChoices = namesOf(suitResults);

const namesByKind: Readonly<Record<'reconsideration' | 'suit', Readonly<Record<string, string>>>> = {
  reconsideration: reconsiderationResultChoices,
  suit: suitResultChoices,
};

/** What a result is called in the statutory list of its kind; '' for none, and for one of the other kind. */
export const resultNameOf = (kind: 'reconsideration' | 'suit', result: string | null): string =>
  (result && namesByKind[kind][result]) || '';
