import type { AnsweringOffice } from '../remedy/organs.js';
import { remedyParagraph, remedyRoutes } from '../remedy/routes.js';
import { localDate } from '../time/local-date.js';
import type { FactName, LetterFacts } from './facts.js';
import { letterNumber } from './number.js';
import { type LetterKind, letterOf, placesOf, printPlaces, replyKind } from './register.js';
import { tariffInWords } from '../fee/tariff.js';

/** An invented office, for proofs of the letters and for trying a wording. */
const office: AnsweringOffice = {
  name: '梁平区人民政府办公室',
  standing: 'department',
  government: '梁平区人民政府',
};

const on = localDate('2026-03-27');

/** One invented case: what each fact looks like. */
const facts: Readonly<Record<FactName, string | readonly string[]>> = {
  number: '',
  on,
  officeName: office.name,
  officeAddress: '梁平区双桂街道人民东路1号',
  officePhone: '023-53222222',
  disclosureBody: '梁平区人民政府办公室政务公开科',
  applicationNumber: '2026-00012',
  applicant: '张𬱖',
  addressed: '您',
  request: ['梁平区双桂街道2025年度危房改造补助资金发放明细（含受助户数、金额和发放日期）。'],
  receivedOn: '2026-03-02',
  submitted: '以邮寄方式提交',
  receiptDay: '签收之日',
  receiptArticle: '《中华人民共和国政府信息公开条例》第三十一条第（二）项',
  replyLimit: '20个工作日',
  replyDueOn: '2026-03-30',
  history: '2026年3月5日，本机关书面征求第三方意见，于2026年3月18日收到意见，所需时间依法不计入答复期限。',
  correctionItems: ['写明所需信息的年度，或者便于本机关查询的其他特征性描述。', '附上有效的身份证明。'],
  correctionUntil: '2026-03-20',
  reasonsFacts: [
    '自2026年1月1日至2026年3月2日，向本机关提交政府信息公开申请86件。',
    '其中61件申请的内容相近。',
  ],
  reasonsUntil: '2026-03-20',
  extendedBy: '10',
  originalDueOn: '2026-03-30',
  extendedDueOn: '2026-04-14',
  extensionReason: '申请内容涉及多个年度，需要逐项核对档案',
  deferredUntil: '2026-05-29',
  deferralReason: '申请件数较多，需要逐件检索档案',
  consultee: '重庆某某建设工程有限公司',
  consulteeKind: '第三方',
  consultedOn: '2026-03-05',
  opinionLimit: '15个工作日',
  consultationBasis: '《中华人民共和国政府信息公开条例》第三十四条',
  lapseEffect: '逾期未提出意见的，视为同意公开。',
  consultedContent: ['双桂街道危房改造工程施工合同（2025年）。'],
  feeBasis: '按量',
  feeQuantity: '205页',
  feeStandard: tariffInWords('page'),
  feeAmount: '2900元',
  feeLimit: '20个工作日',
  payment: ['凭本通知书到区政务服务中心3号窗口缴纳，由代收银行出具财政票据。'],
  articles: '',
  reasons: ['该信息为内部讨论的初步意见，未作为行政管理的依据对外发生效力，公开将影响后续决策的坦率讨论。'],
  matters: [
    '一、关于“双桂街道2025年度危房改造补助资金发放汇总表”',
    '根据《中华人民共和国政府信息公开条例》第三十六条第（二）项的规定，该项政府信息可以公开，本机关予以公开。',
    '提供的内容或者获取方式：双桂街道2025年度危房改造补助资金发放汇总表，纸质，1份3页，随本答复书一并寄送。',
    '二、关于“2025年度危房改造补助对象评审讨论记录”',
    '根据《中华人民共和国政府信息公开条例》第十六条第二款、第三十六条第（三）项的规定，该项政府信息属于行政机关在履行行政管理职能过程中形成的过程性信息，法律、法规、规章没有规定应当公开，本机关不予公开。',
    '理由：该记录为内部讨论的初步意见，未对外发生效力，公开将影响后续决策的坦率讨论；全部内容均为讨论过程，无法区分处理。',
  ],
  provided: ['双桂街道2025年度危房改造补助资金发放汇总表，纸质，1份3页，随本答复书一并寄送。'],
  withheld: [
    '受助人身份证号码、银行账号｜属于个人隐私，《中华人民共和国政府信息公开条例》第十五条',
    '评审讨论记录｜属于过程性信息，《中华人民共和国政府信息公开条例》第十六条第二款',
  ],
  searched: [
    '检索范围：本机关办公自动化系统和档案室2024年至2026年文书档案。',
    '检索方式：以“双桂街道”“危房改造”为关键词检索，并由档案室人工核对目录。',
    '检索结果：2026年3月10日检索，没有发现相关记录。',
  ],
  directTo: '梁平区住房和城乡建设委员会，地址：梁平区某某路2号，电话：023-53000000',
  basis: '《不动产登记暂行条例》第二十七条',
  earlier: '梁政公开〔2025〕66号，2025年11月20日',
  thirdPartyView: '本机关于2026年3月5日书面征求第三方意见，第三方不同意公开',
  correctionHistory:
    '本机关于2026年3月5日告知您补正申请内容，补正期限至2026年3月20日；于2026年3月16日收到您的补正材料',
  correctionLapse: '本机关于2026年3月5日告知您补正申请内容，补正期限至2026年3月20日。您无正当理由逾期未补正',
  reasonsHistory:
    '本机关于2026年3月5日要求您在2026年3月20日前（含当日）说明理由，于2026年3月18日收到您说明的理由',
  feeLapse: '本机关于2026年3月5日向您发出收费通知，应缴信息处理费2900元。您逾期未按收费通知要求缴纳费用',
  withdrawal: '2026年3月9日，您撤回上述政府信息公开申请',
  remedies: '',
  thirdParty: '重庆某某建设工程有限公司',
  disclosedContent: ['双桂街道危房改造工程施工合同（2025年）中的工程质量条款和验收记录。'],
  publicInterest: ['该工程涉及居民住房安全，不公开质量和验收情况可能对公共利益造成重大影响。'],
  rectificationAsked: ['2025年度危房改造补助资金发放明细中本人的补助金额记录。'],
  rectificationResult: ['经审核，要求更正的内容属实，本机关已将该记录的金额由18000元更正为21000元。'],
  earlierNumber: '梁政公开〔2026〕9号',
  earlierOn: '2026-03-13',
  supplement: ['补充提供2025年第四季度发放明细2页。原答复遗漏该部分，特此补充。'],
  servedLetter: `《${letterOf(replyKind('granted')).title}》（梁政公开〔2026〕9号）`,
  serviceWay: '邮寄送达',
  serviceCourse: ['2026年3月27日交邮政企业寄送，邮件号1120260327600。', '2026年3月29日由收件人签收。'],
};

/** What the invented case says otherwise in one kind of letter. */
const otherwise: Readonly<Partial<Record<LetterKind, LetterFacts>>> = {
  agencyOpinionRequest: { consultee: '梁平区住房和城乡建设委员会' },
  'reply.alreadyPublic': {
    provided: ['梁平区人民政府网站“重点领域信息—住房保障”栏目，2026年1月15日发布。'],
  },
  'reply.stateSecret': {
    basis: '《中华人民共和国保守国家秘密法》第十三条',
    reasons: ['该文件已依法定程序定密，现仍在保密期限内。'],
  },
  'reply.forbiddenByLaw': {
    basis: '《中华人民共和国统计法》关于统计调查资料保密的规定',
    reasons: ['该信息能够识别单个统计调查对象的身份，法律规定不得对外提供、泄露。'],
  },
  'reply.securityAndStability': { reasons: ['该信息载明供水设施的布防情况，公开后可能被用于破坏活动。'] },
  'reply.thirdPartyRights': {
    reasons: [
      '第三方说明该合同载有其报价构成，属于采取了保密措施的商业秘密，理由合理；未发现不公开会对公共利益造成重大影响。',
    ],
  },
  'reply.internalAffairs': { reasons: ['该信息为本机关内部排班和考勤安排，不涉及对外行使职权。'] },
  'reply.enforcementFile': { reasons: ['该信息为行政处罚案件调查过程中制作的询问笔录，已归入案卷。'] },
  'reply.specialRegister': { reasons: ['不动产登记资料的查询由不动产登记机构依法办理。'] },
  'reply.notHeld': { reasons: ['本机关没有制作或者获取该信息的职责和记录。'] },
  'reply.notResponsible': { reasons: ['危房改造补助资金由住房城乡建设主管部门制作和保存相关信息。'] },
  'reply.needsCreation': { reasons: ['本机关没有按村民小组分类的统计结果，需要对现有台账重新汇总、分析。'] },
  'reply.unclearAfterCorrection': { reasons: ['补正材料仍未写明所需信息的名称、文号或者其他特征性描述。'] },
  'reply.petition': {
    reasons: ['申请内容为反映双桂街道某工程占道并要求处理，不是申请获取政府信息。'],
    provided: ['拨打12345政务服务便民热线，或者向梁平区信访办公室提出。'],
  },
  'reply.repeated': { reasons: ['本次申请的内容与前次申请相同，本机关掌握的信息没有变化。'] },
  'reply.publication': { provided: ['《梁平年鉴（2025）》可在梁平区图书馆查阅，或者向出版单位购买。'] },
  'reply.excessive': { reasons: ['申请数量明显超过合理范围，所说明的理由与所申请的信息没有关联。'] },
  'reply.confirmation': { reasons: ['所需信息已于2025年11月20日提供，申请内容是要求对其真实性再次确认。'] },
  'reply.otherwise': { reasons: ['申请人去世，其近亲属书面表示不再继续申请，本机关终止办理。'] },
  'reply.withdrawn': { history: '' },
};

/** Optional facts that the invented case shows, where the kind takes them. */
const shown: readonly FactName[] = ['history', 'officePhone', 'directTo'];
const shownWhere: Readonly<Partial<Record<LetterKind, readonly FactName[]>>> = {
  'reply.petition': ['provided', 'reasons'],
};

/** Facts of an invented case that make the letter of that kind whole. */
export function sampleFacts(kind: LetterKind): LetterFacts {
  const definition = letterOf(kind);
  const { required, optional, series, outcome, remediesAs, turnedAgainst } = definition;
  const also = [...shown, ...(shownWhere[kind] ?? [])].filter((name) => optional.includes(name));
  const named = Object.fromEntries([...required, ...also].map((name) => [name, facts[name]]));
  const against = outcome ?? (remediesAs === 'lastReply' ? 'partial' : remediesAs);
  const routes = against && remedyRoutes(against, on, office, false);
  return {
    ...named,
    ...otherwise[kind],
    ...(series ? { number: letterNumber('梁政公开', series, 2026, 12) } : {}),
    ...(required.includes('articles') ? { articles: printPlaces(placesOf(definition)) } : {}),
    ...(required.includes('remedies') && routes ? { remedies: remedyParagraph(routes, turnedAgainst) } : {}),
  };
}
