import { searchOf } from '../../acts/answers.js';
import { cite } from '../../law/citation.js';
import { chinese } from '../../time/local-date.js';
import { type CheckRule, lookAt, mustMend } from './finding.js';

/** What courts ask of a search, and by which words it is taken to be told (本系统口径: a hint, not a reading). */
const told = {
  where: { name: '检索范围', words: /范围|档案|系统|数据库|科室|库房|平台|目录|台账|卷宗|文件柜/u },
  words: { name: '检索关键词', words: /关键词|关键字|检索词|[“"《][^”"》]+[”"》]|以.{1,40}为.{0,6}检索/u },
  who: {
    name: '检索人员或部门',
    words:
      /由.{1,20}(检索|查找|查阅|核对|核查)|检索人|工作人员|经办人|承办人|档案(室|管理员|人员)|[^\s，。]{1,10}(科|股|处|室)/u,
  },
  when: { name: '检索时间', words: /\d{4}[年.-]\d{1,2}[月.-]\d{1,2}|\d{1,2}月\d{1,2}日/u },
  found: { name: '检索结果', words: /没有|未(能)?(发现|查到|检索到|找到|查询到|见)|不存在|无相关|结果/u },
} as const;

/** 条例第三十六条第四项: 经检索没有 is shown by a record of where, by which words, by whom, when and with what result. */
export const searchRecorded: CheckRule = ({ draft }) => {
  const searched = searchOf(draft);
  if (draft.outcome !== 'notHeld' || searched === undefined) return [];
  const lacking = Object.values(told).filter(({ words }) => !words.test(searched));
  if (lacking.length === 0) return [];
  const grave = lacking.includes(told.where) && lacking.includes(told.words);
  const finding = {
    code: 'searchLacking',
    says: `检索情况里没有看到${lacking.map(({ name }) => name).join('、')}。`,
    mend: '信息不存在要由检索记录证明；请写明检索的范围、关键词、人员、时间和结果。',
    article: cite('disclosure', 36, undefined, 4),
    place: 'draft',
  } as const;
  return [grave ? mustMend(finding) : lookAt(finding)];
};

/** A search for this application was made after it had come, and has been made. */
export const searchedInItsTime: CheckRule = ({ draft: { outcome, searchedOn }, acts, today }) => {
  const receivedOn = acts.find(({ type }) => type === 'application.received')?.on;
  if (outcome !== 'notHeld' || !searchedOn || !receivedOn) return [];
  const early = searchedOn < receivedOn;
  if (!early && searchedOn <= today) return [];
  const than = early ? `早于收到申请之日（${chinese(receivedOn)}）` : '晚于今天';
  const says = `检索日期（${chinese(searchedOn)}）${than}。`;
  const mend = '请填写为本件申请实际检索的日期；以前检索过的，请重新检索。';
  const article = cite('disclosure', 36, undefined, 4);
  return [mustMend({ code: 'searchDay', says, mend, article, place: 'draft' })];
};
