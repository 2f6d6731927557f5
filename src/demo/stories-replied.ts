import { type Story, posted, replied, taken } from './story.js';

const OFFICE = 'LP-ZFB';
const PLANNING = 'LP-GHZY';
const FARMING = 'LP-NYNC';

/** Replied cases without appeal, and the cases of two departments. */
export const storiesReplied: readonly Story[] = [
  {
    office: OFFICE,
    applicant: '龙晓东',
    content: '2025年民生实事项目清单及进展',
    steps: ({ back }) => [...taken(back(26), back(25), 'internet'), ...replied('granted', back(12))],
  },
  {
    office: OFFICE,
    applicant: '重庆某某大学公共管理学院',
    kind: 'research',
    content: '近五年政务服务事项调整目录',
    steps: ({ back }) => [...taken(back(33), back(33)), ...replied('alreadyPublic', back(28))],
  },
  {
    office: OFFICE,
    applicant: '梁平区某某公益服务中心',
    kind: 'publicWelfare',
    content: '困难群众临时救助资金分配方案',
    steps: ({ back }) => [...taken(back(48), back(47)), ...replied('partial', back(30))],
  },
  {
    office: OFFICE,
    applicant: '贺永强',
    content: '某某路口监控视频调取情况',
    steps: ({ back }) => [...taken(back(160), back(159)), ...replied('notHeld', back(142))],
  },
  {
    office: OFFICE,
    applicant: '万里红',
    content: '要求处理邻居违章搭建问题',
    steps: ({ back }) => [...taken(back(170), back(170), 'counter'), ...replied('petition', back(160))],
  },
  {
    office: OFFICE,
    applicant: '尹国平',
    content: '2022年中央环保督察反馈问题整改方案',
    steps: ({ back }) => [
      ...taken(back(14), back(13)),
      ['clerk', { type: 'application.withdrawn', on: back(9), proof: '申请人撤回申请书' }],
    ],
  },
  {
    office: OFFICE,
    applicant: '邵春华',
    content: '某某村集体经济组织分红明细',
    steps: ({ back }) => [
      ...taken(back(21), back(20)),
      [
        'handler',
        {
          type: 'transfer.noticed',
          on: back(16),
          directTo: '梁平区农业农村委员会，023-00000012',
          reasons: '该信息由梁平区农业农村委员会制作并负责公开。',
        },
      ],
      ['clerk', posted(back(16))],
    ],
  },
  {
    office: PLANNING,
    applicant: '简方舟',
    content: '双桂片区控制性详细规划修改方案',
    steps: ({ back }) => taken(back(4), back(3), 'internet'),
  },
  {
    office: PLANNING,
    applicant: '柳如云',
    content: '某某地块土地征收成片开发方案批复',
    steps: ({ back }) => taken(back(18), back(18)),
  },
  {
    office: PLANNING,
    applicant: '梁平某某置业有限公司',
    kind: 'business',
    content: '某某小区规划核实意见书及附图',
    steps: ({ back }) => [...taken(back(60), back(60)), ...replied('granted', back(45))],
  },
  {
    office: FARMING,
    applicant: '汪德福',
    content: '2025年耕地地力保护补贴发放公示表',
    steps: ({ back }) => taken(back(10), back(9), 'counter'),
  },
  {
    office: FARMING,
    applicant: '聂长青',
    content: '某某村撂荒地复耕补助验收资料',
    steps: ({ back }) => [...taken(back(40), back(38)), ...replied('granted', back(25))],
  },
];
