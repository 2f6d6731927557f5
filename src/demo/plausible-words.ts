import type { Chance } from './chance.js';

/** Invented names and requests, in the words that such requests have. */
const surnames = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
);
const givenNames = Array.from(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂文辉玲华红建玉萍志国海燕鹏宇晨思远',
);
const places = Array.from('东西南北上下大小新老').flatMap((first) =>
  Array.from('河桥街坪坝沟湾村巷岭').map((second) => `${first}${second}`),
);
const matters = [
  '道路改造',
  '房屋征收',
  '土地征收',
  '棚户区改造',
  '水库除险加固',
  '污水管网',
  '学校迁建',
  '旧小区加装电梯',
  '垃圾转运站',
  '农贸市场',
  '公交场站',
  '河道采砂',
  '高标准农田',
  '殡葬设施',
  '特许经营',
  '应急救灾物资',
];
const papers = [
  '立项批复',
  '补偿方案',
  '环境影响评价批复',
  '招标文件',
  '竣工验收报告',
  '专项资金使用情况',
  '会议纪要',
  '规划许可证',
  '评估报告',
  '付款凭证',
  '听证笔录',
  '移民安置协议',
];

/** 王芳 */
export const personName = (chance: Chance): string =>
  chance.pick(surnames) + chance.pick(givenNames) + (chance.percent(70) ? chance.pick(givenNames) : '');

/** 大桥水务有限公司 */
export const companyName = (chance: Chance): string =>
  `${chance.pick(places)}${chance.pick(['建设', '水务', '农业', '物业', '运输'])}有限公司`;

/** 东河村2019年土地征收项目的补偿方案 */
export const requestText = (chance: Chance): string =>
  `${chance.pick(places)}${chance.pick(['村', '社区', '片区', '镇'])}${chance.between(2005, 2026)}年` +
  `${chance.pick(matters)}项目的${chance.pick(papers)}`;
