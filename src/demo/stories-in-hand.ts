import { pageFee } from '../domain/fee/tariff.js';
import { type Story, draftedAndReviewed, issued, received, replyOf, taken } from './story.js';

const OFFICE = 'LP-ZFB';
const PAGES = 80;

/** Cases of the district's office that are not replied to yet, in every state of 受理, 登记 and 办理. */
export const storiesInHand: readonly Story[] = [
  {
    office: OFFICE,
    applicant: '冯一帆',
    content: '2025年度区级“三公”经费预算执行情况说明',
    steps: ({ back }) => [received(back(0), 'internet')],
  },
  {
    office: OFFICE,
    applicant: '蒋文秀',
    content: '双桂湖片区征地补偿安置方案批复文件',
    steps: ({ back }) => [received(back(1))],
  },
  {
    office: OFFICE,
    applicant: '重庆明达咨询有限公司',
    kind: 'business',
    content: '2024年以来区级重点工程招标投标情况汇总表',
    steps: ({ back }) => taken(back(3), back(2), 'internet').slice(0, 2),
  },
  {
    office: OFFICE,
    applicant: '宋青禾',
    content: '城区老旧小区加装电梯补助资金发放明细',
    steps: ({ back }) => taken(back(6), back(5), 'counter'),
  },
  {
    office: OFFICE,
    applicant: '唐涛丽',
    content: '关于调整城区公交线路的会议纪要',
    steps: ({ back }) => taken(back(17), back(17)),
  },
  {
    office: OFFICE,
    applicant: '范小雨',
    content: '区人民医院新院区建设项目可行性研究报告批复',
    steps: ({ back }) => taken(back(20), back(19)),
  },
  {
    office: OFFICE,
    applicant: '阎䶮英',
    content: '2023年高标准农田建设项目资金拨付文件',
    steps: ({ back }) => taken(back(24), back(24)),
  },
  {
    office: OFFICE,
    applicant: '邹建国',
    content: '关于拆迁的所有文件',
    steps: ({ back, ahead }) => [
      ...taken(back(7), back(6), 'internet'),
      [
        'handler',
        {
          type: 'correction.required',
          on: back(4),
          items: '请写明所需文件的名称、文号或者便于查询的其他特征，并说明拆迁的具体地块和时间。',
          until: ahead(6),
        },
      ],
    ],
  },
  {
    office: OFFICE,
    applicant: '任德才',
    content: '历年全部会议记录',
    steps: ({ back }) => [
      ...taken(back(25), back(24)),
      [
        'handler',
        {
          type: 'correction.required',
          on: back(21),
          items: '请写明会议的名称、时间或议题。',
          until: back(6),
        },
      ],
    ],
  },
  {
    office: OFFICE,
    applicant: '高远志',
    content: '某某食品公司享受的产业扶持政策及兑现金额',
    steps: ({ back }) => [
      ...taken(back(13), back(12)),
      [
        'handler',
        {
          type: 'opinion.sought',
          on: back(9),
          id: '1',
          consultee: 'thirdParty',
          name: '某某食品有限公司',
          deliveredOn: back(7),
        },
      ],
      [
        'handler',
        {
          type: 'opinion.sought',
          on: back(8),
          id: '2',
          consultee: 'agency',
          name: '区财政局',
          deliveredOn: back(8),
        },
      ],
    ],
  },
  {
    office: OFFICE,
    applicant: '彭启明',
    content: '仁贤街道工业园区企业用地出让合同',
    steps: ({ back }) => [
      ...taken(back(18), back(18)),
      [
        'handler',
        {
          type: 'opinion.sought',
          on: back(15),
          id: '1',
          consultee: 'thirdParty',
          name: '某某机械有限公司',
          deliveredOn: back(14),
        },
      ],
      [
        'clerk',
        {
          type: 'opinion.received',
          on: back(6),
          id: '1',
          view: 'objects',
          grounds: '合同附件涉及商业秘密。',
        },
      ],
      ['handler', { type: 'reply.drafted', on: back(2), ...replyOf('partial') }],
    ],
  },
  {
    office: OFFICE,
    applicant: '罗晓梅',
    content: '2024年度城镇土地级别与基准地价成果',
    steps: ({ back }) => [
      ...taken(back(19), back(18)),
      ...draftedAndReviewed('alreadyPublic', back(3), back(1)),
    ],
  },
  {
    office: OFFICE,
    applicant: '段成林',
    content: '区政府常务会议关于学校布局调整的讨论记录',
    steps: ({ back }) => [
      ...taken(back(16), back(16)),
      ...draftedAndReviewed('deliberative', back(2), back(1)),
      ['head', { type: 'reply.signed', on: back(0) }],
    ],
  },
  {
    office: OFFICE,
    applicant: '重庆某某律师事务所',
    kind: 'legalService',
    content: '城区雨污分流改造工程施工许可及竣工验收资料',
    steps: ({ back }) => [
      ...taken(back(23), back(22)),
      [
        'head',
        {
          type: 'period.extended',
          on: back(8),
          workdays: 15,
          why: '涉及多个部门和大量档案，需要逐一核查。',
          consentBy: '方负责',
        },
      ],
    ],
  },
  {
    office: OFFICE,
    applicant: '崔玉兰',
    content: '2010年以来本村全部土地承包合同复印件',
    steps: ({ back }) => [
      ...taken(back(11), back(10), 'counter'),
      [
        'handler',
        {
          type: 'fee.noticed',
          on: back(4),
          basis: 'page',
          quantity: PAGES,
          yuan: pageFee(PAGES),
          deliveredOn: back(2),
        },
      ],
    ],
  },
  {
    office: OFFICE,
    applicant: '胡万年',
    content: '各镇街2000年以来全部收支凭证（本月第十二件）',
    steps: ({ back, ahead }) => [
      ...taken(back(9), back(8)),
      [
        'handler',
        {
          type: 'reasons.asked',
          on: back(3),
          facts: '该申请人本月已提出申请十二件，近三个月共四十一件。',
          until: ahead(7),
        },
      ],
    ],
  },
  {
    office: OFFICE,
    applicant: '殷俊杰',
    content: '城区停车场特许经营协议',
    steps: ({ back }) => [...taken(back(15), back(15)), ...issued('granted', back(0))],
  },
];
