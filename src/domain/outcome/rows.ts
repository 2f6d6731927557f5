/** Annual table three, 三、本年度办理结果 (国办公开办函〔2021〕30号): the six groups of results. */
export const outcomeGroups = {
  granted: '予以公开',
  partial: '部分公开',
  refused: '不予公开',
  unable: '无法提供',
  declined: '不予处理',
  other: '其他处理',
} as const;
export type OutcomeGroup = keyof typeof outcomeGroups;

/** The 21 result rows of table three in the order and wording of the national form. */
export const resultRows = {
  granted: { group: 'granted', label: '（一）予以公开' },
  partial: { group: 'partial', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）' },
  stateSecret: { group: 'refused', label: '1.属于国家秘密' },
  forbiddenByLaw: { group: 'refused', label: '2.其他法律行政法规禁止公开' },
  securityAndStability: { group: 'refused', label: '3.危及“三安全一稳定”' },
  thirdPartyRights: { group: 'refused', label: '4.保护第三方合法权益' },
  internalAffairs: { group: 'refused', label: '5.属于三类内部事务信息' },
  deliberative: { group: 'refused', label: '6.属于四类过程性信息' },
  enforcementFile: { group: 'refused', label: '7.属于行政执法案卷' },
  specialRegister: { group: 'refused', label: '8.属于行政查询事项' },
  notHeld: { group: 'unable', label: '1.本机关不掌握相关政府信息' },
  needsCreation: { group: 'unable', label: '2.没有现成信息需要另行制作' },
  unclearAfterCorrection: { group: 'unable', label: '3.补正后申请内容仍不明确' },
  petition: { group: 'declined', label: '1.信访举报投诉类申请' },
  repeated: { group: 'declined', label: '2.重复申请' },
  publication: { group: 'declined', label: '3.要求提供公开出版物' },
  excessive: { group: 'declined', label: '4.无正当理由大量反复申请' },
  confirmation: { group: 'declined', label: '5.要求行政机关确认或重新出具已获取信息' },
  notCorrected: { group: 'other', label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请' },
  notPaid: {
    group: 'other',
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  },
  otherwise: { group: 'other', label: '3.其他' },
} as const satisfies Record<string, { group: OutcomeGroup; label: string }>;
export type ResultRow = keyof typeof resultRows;
export const resultRowIds = Object.keys(resultRows) as ResultRow[];

/** 不予公开：保护第三方合法权益 — a row as it is said outside the table. */
export function rowInWords(row: ResultRow): string {
  const { group, label } = resultRows[row];
  const plain = label.replace(/^（.）|^\d\./, '').replace(/（区分处理.*$/, '');
  const name = outcomeGroups[group];
  return plain === name ? name : `${name}：${plain}`;
}

export const isResultRow = (text: unknown): text is ResultRow =>
  typeof text === 'string' && Object.hasOwn(resultRows, text);
