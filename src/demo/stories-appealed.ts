import {
  type Story,
  answeredReconsideration,
  consulted,
  courtCase,
  decided,
  organCase,
  reconsidered,
  replied,
  sued,
  taken,
} from './story.js';

const OFFICE = 'LP-ZFB';
const PLANNING = 'LP-GHZY';

/** Cases under 复议 or 诉讼, and some of this year that have been through it. */
export const storiesAppealed: readonly Story[] = [
  {
    office: OFFICE,
    applicant: '戴志远',
    content: '城区供水特许经营项目成本监审报告',
    steps: ({ back, today }) => [
      ...taken(back(50), back(49)),
      ...replied('internalAffairs', back(32)),
      ...reconsidered(organCase(today, 31), back(9), back(7)),
    ],
  },
  {
    office: OFFICE,
    applicant: '祝思源',
    content: '某某水库除险加固工程移民安置协议',
    steps: ({ back, today }) => [
      ...taken(back(58), back(57)),
      ...consulted('某某移民村村民代表', back(54), back(46)),
      ...replied('thirdPartyRights', back(40)),
      ...reconsidered(organCase(today, 27), back(22), back(20)),
      answeredReconsideration(organCase(today, 27), back(12)),
    ],
  },
  {
    office: OFFICE,
    applicant: '卞海波',
    content: '2023年区级储备粮轮换价差处理文件',
    steps: ({ back, today }) => [
      ...taken(back(90), back(89)),
      ...replied('deliberative', back(72)),
      ...reconsidered(organCase(today, 19), back(55), back(53)),
      answeredReconsideration(organCase(today, 19), back(45)),
      decided(organCase(today, 19), back(5), 'upheld'),
    ],
  },
  {
    office: OFFICE,
    applicant: '鲁明诚',
    content: '某某路拓宽工程房屋征收评估报告',
    steps: ({ back, today }) => [
      ...taken(back(80), back(80)),
      ...replied('notHeld', back(62)),
      ...reconsidered(organCase(today, 22), back(50), back(48)),
      answeredReconsideration(organCase(today, 22), back(40)),
      decided(organCase(today, 22), back(8), 'revoked'),
      [
        'legal',
        { type: 'redo.ordered', on: back(8), id: organCase(today, 22), workdays: 15, ground: 'substance' },
      ],
    ],
  },
  {
    office: OFFICE,
    applicant: '窦文博',
    content: '城区垃圾处理厂环境影响后评价报告',
    steps: ({ back, today }) => [
      ...taken(back(70), back(69)),
      ...replied('notHeld', back(52)),
      sued(courtCase(today, 18), back(6), 'direct'),
    ],
  },
  {
    office: OFFICE,
    applicant: '古月明',
    content: '某某企业搬迁补偿协议及付款凭证',
    steps: ({ back, today }) => [
      ...taken(back(130), back(129)),
      ...replied('partial', back(110)),
      ...reconsidered(organCase(today, 9), back(98), back(96)),
      answeredReconsideration(organCase(today, 9), back(88)),
      decided(organCase(today, 9), back(60), 'upheld'),
      sued(courtCase(today, 12), back(45), 'afterReconsideration'),
      ['legal', { type: 'suit.answered', on: back(37), id: courtCase(today, 12) }],
    ],
  },
  {
    office: OFFICE,
    applicant: '甘泉清',
    content: '区属国有企业负责人薪酬信息',
    steps: ({ back, today }) => [
      ...taken(back(150), back(149)),
      ...replied('repeated', back(138)),
      sued(courtCase(today, 6), back(100), 'direct'),
      ['legal', { type: 'suit.answered', on: back(92), id: courtCase(today, 6) }],
      [
        'legal',
        {
          type: 'suit.judged',
          on: back(5),
          id: courtCase(today, 6),
          result: 'claimsRejected',
          form: 'judgment',
        },
      ],
    ],
  },
  {
    office: OFFICE,
    applicant: '祁连山',
    content: '某某街道安置房分配方案',
    steps: ({ back, today }) => [
      ...taken(back(190), back(190)),
      ...replied('deliberative', back(165)),
      ...reconsidered(organCase(today, 3), back(150), back(148)),
      answeredReconsideration(organCase(today, 3), back(140)),
      decided(organCase(today, 3), back(115), 'requestRejected'),
    ],
  },
  {
    office: PLANNING,
    applicant: '莫晓燕',
    content: '某某地块国有建设用地使用权出让合同',
    steps: ({ back, today }) => [
      ...taken(back(55), back(54)),
      ...consulted('重庆某某置业有限公司', back(52), back(44)),
      ...replied('thirdPartyRights', back(36)),
      ...reconsidered(organCase(today, 33), back(6), back(4)),
    ],
  },
];
