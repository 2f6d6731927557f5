/**
 * Where a fact of a letter comes from, and so where it is put right:
 * the office's own data, the application, the acts of the case, or a field on the letter's own page.
 */
export type FactSource = 'office' | 'application' | 'acts' | 'letter';

export const factSources: Readonly<Record<FactSource, string>> = {
  office: '机关资料',
  application: '申请',
  acts: '案卷记录',
  letter: '文书页面填写',
};

/** One fact that a letter may name. */
export interface LetterFact {
  /** Its name in wordings (`{{收到日期}}`), on screens and in errors. Unique. */
  readonly label: string;
  /** `day`: a LocalDate, printed as 2026年3月6日; `lines`: one or more lines, each its own item or paragraph. */
  readonly form: 'text' | 'lines' | 'day';
  readonly source: FactSource;
  /** What to do when it is missing, where the source alone does not say it. */
  readonly mend?: string;
}

const office = (label: string, mend?: string): LetterFact => ({
  label,
  form: 'text',
  source: 'office',
  ...(mend ? { mend } : {}),
});
const application = (label: string, form: LetterFact['form'] = 'text'): LetterFact => ({
  label,
  form,
  source: 'application',
});
const acts = (label: string, form: LetterFact['form'] = 'text', mend?: string): LetterFact => ({
  label,
  form,
  source: 'acts',
  ...(mend ? { mend } : {}),
});
const letter = (label: string, form: LetterFact['form'] = 'text', mend?: string): LetterFact => ({
  label,
  form,
  source: 'letter',
  ...(mend ? { mend } : {}),
});

/** Every fact that letters are filled from, by name. */
const letterFacts = {
  number: office('文号', '请由管理员在机关资料中填写“发文机关代字”。'),
  on: acts('成文日期', 'day'),

  officeName: office('机关全称'),
  officeAddress: office('机关地址'),
  officePhone: office('机关电话'),
  disclosureBody: office('工作机构'),

  applicationNumber: application('登记编号'),
  applicant: application('申请人'),
  /** 您 to a person, 你单位 to an organisation. */
  addressed: application('称呼'),
  request: application('申请内容', 'lines'),

  receivedOn: acts('收到日期', 'day', '请先办理“收到申请”。'),
  /** 当面提交, 以邮寄方式提交 … */
  submitted: acts('提交方式'),
  /** 签收之日 …: why that day is the day of receipt. */
  receiptDay: acts('收到日性质'),
  receiptArticle: acts('收到日依据'),
  replyLimit: acts('答复期限'),
  replyDueOn: acts('答复期限届满日', 'day'),
  /** A sentence for each step of the case, with its day. */
  history: acts('办理经过'),

  correctionItems: acts('需要补正的事项', 'lines'),
  correctionUntil: acts('补正期限', 'day'),
  reasonsFacts: acts('数量频次的事实', 'lines'),
  reasonsUntil: acts('说明理由期限', 'day'),
  extendedBy: acts('延长工作日数'),
  originalDueOn: acts('原期限届满日', 'day'),
  extendedDueOn: acts('延长后届满日', 'day'),
  extensionReason: acts('延长理由', 'text', '请在“延长答复期限”记录中补上延长理由。'),
  deferredUntil: acts('延迟答复至', 'day'),
  deferralReason: acts('延迟理由'),

  consultee: acts('征求对象', 'text', '请在“征求意见”记录中写明征求对象的名称。'),
  consulteeKind: acts('征求对象类别'),
  consultedOn: acts('征求意见日期', 'day'),
  opinionLimit: acts('提出意见的期限'),
  consultationBasis: acts('征求意见依据'),
  /** What follows when an agency says nothing: consent for a co-producer (条例第三十四条), nothing for others. */
  lapseEffect: acts('逾期后果'),
  /** What the consultee is told of the request: without the applicant's particulars. */
  consultedContent: letter(
    '征求意见的信息',
    'lines',
    '请在本页写明要征求意见的信息，不要写出申请人；申请内容里写有申请人姓名、名称的，不会自动带入。',
  ),

  feeBasis: acts('计费方式'),
  feeQuantity: acts('计费数量'),
  feeStandard: acts('收费标准'),
  feeAmount: acts('应缴金额'),
  feeLimit: acts('缴费期限'),
  payment: letter('缴纳方式', 'lines', '请写明缴款账户、缴款地点或缴款码。'),

  articles: acts('依据条款'),
  /** Each matter with its result: what is written of one of several. */
  matters: acts('各项答复', 'lines'),
  reasons: acts('理由', 'lines'),
  provided: acts('提供的内容或获取方式', 'lines'),
  withheld: acts('不予公开的部分和依据', 'lines'),
  searched: acts('检索情况', 'lines'),
  directTo: acts('负责公开的机关及联系方式'),
  basis: acts('依据的法律、行政法规'),
  earlier: acts('此前答复的文号和日期'),
  thirdPartyView: letter('第三方意见', 'text', '请先书面征求第三方意见；无法征求的，写明原因。'),
  correctionHistory: acts('补正经过', 'text', '请先办理“告知补正”。'),
  correctionLapse: acts('逾期不补正的事实', 'text', '请先告知补正，待补正期限届满。'),
  reasonsHistory: acts('说明理由的经过', 'text', '请先办理“要求说明理由”。'),
  feeLapse: acts('逾期未缴费的事实', 'text', '请先通知缴费，待缴费期限届满。'),
  withdrawal: acts('撤回申请的事实', 'text', '请先登记“申请人撤回”。'),
  /** 救济告知: derived from outcome, day, office and way of service; nobody types it. */
  remedies: office('救济途径', '请由管理员在机关资料中填写“本级人民政府”。'),

  thirdParty: letter('第三方'),
  disclosedContent: letter('决定公开的内容', 'lines'),
  publicInterest: letter(
    '公开的理由',
    'lines',
    '请写明不公开可能对公共利益造成何种重大影响，或者第三方不同意公开的理由为什么不合理。',
  ),
  rectificationAsked: letter('要求更正的记录', 'lines'),
  rectificationResult: letter(
    '审核结果',
    'lines',
    '请写明是否更正、更正后的内容，或者转送、另行提出的机关。',
  ),
  earlierNumber: acts('原答复文号'),
  earlierOn: acts('原答复日期', 'day'),
  supplement: acts('补充或更正的内容和理由', 'lines'),
  servedLetter: acts('送达文书', 'text', '请先制发答复书。'),
  serviceWay: acts('送达方式'),
  serviceCourse: acts('送达经过', 'lines'),
} as const satisfies Record<string, LetterFact>;

export type FactName = keyof typeof letterFacts;
export const factNames = Object.keys(letterFacts) as FactName[];
export const factOf = (name: FactName): LetterFact => letterFacts[name];

/** The fact of that label in a wording. */
export const factByLabel: ReadonlyMap<string, FactName> = new Map(
  factNames.map((name) => [letterFacts[name].label, name]),
);

/** The facts of one letter: text, a day as `YYYY-MM-DD`, or lines. What is not known has no entry. */
export type LetterFacts = Readonly<Partial<Record<FactName, string | readonly string[]>>>;

/** Whether the fact says something. */
export function isKnown(facts: LetterFacts, name: FactName): boolean {
  const value = facts[name];
  return typeof value === 'string' ? value.trim() !== '' : (value ?? []).some((line) => line.trim() !== '');
}

const mendBySource: Readonly<Record<FactSource, string>> = {
  office: '请由管理员在机关资料中填写。',
  application: '请在登记的申请中补上。',
  acts: '请在案卷记录中补上。',
  letter: '请在本页填写。',
};

/** Where a missing fact is to be put right, in a sentence. */
export const mendOf = (name: FactName): string => {
  const { mend, source } = factOf(name);
  return mend ?? mendBySource[source];
};
