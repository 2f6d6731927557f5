import { type Citation, cite, placeOf } from '../../law/citation.js';
import { type OutcomeId, outcomeOf } from '../../outcome/outcomes.js';
import { type CheckRule, lookAt, mustMend } from './finding.js';

/** Words by which a text is taken to speak of a ground (本系统口径: a hint, not a reading). */
const wordsOfGround: { readonly [O in OutcomeId]?: RegExp } = {
  stateSecret: /国家秘密|绝密|机密|密级|定密|涉密/u,
  forbiddenByLaw: /法律|行政法规|《[^》]*(法|条例)》|不得(对外)?(提供|公开|泄露)/u,
  securityAndStability: /国家安全|公共安全|经济安全|社会稳定|防护|布防|破坏/u,
  thirdPartyRights: /商业秘密|个人隐私|隐私|第三方|合法权益/u,
  internalAffairs: /人事管理|后勤管理|内部工作流程|内部管理|内部事务|考勤|排班/u,
  deliberative: /讨论记录|讨论|过程稿|磋商|请示报告|请示|过程性/u,
  enforcementFile: /执法案卷|案卷|行政处罚|行政检查|行政强制|行政许可|执法/u,
};

/** Grounds of 条例第十四条至第十六条 as a line about a withheld part may name them. */
const ANY_GROUND =
  /第?(十四|十五|十六|14|15|16)条|国家秘密|隐私|商业秘密|内部事务|人事管理|后勤管理|工作流程|讨论|过程稿|磋商|请示|过程性|案卷|国家安全|公共安全|经济安全|社会稳定|禁止公开/u;

/** Reasons shorter than this, in characters, hold no more than a conclusion (本系统口径). */
const BARE_BELOW = 15;

const isRefusal = (outcome: OutcomeId): boolean => wordsOfGround[outcome] !== undefined;

/** 条例第三十六条第三项: the reasons say more than the conclusion, and they are those of the paragraph cited. */
export const reasonsOfTheParagraph: CheckRule = ({ draft: { outcome, reasons = '' } }) => {
  const words = wordsOfGround[outcome];
  if (reasons === '') return [];
  const article = isRefusal(outcome) ? cite('disclosure', 36, undefined, 3) : outcomeOf(outcome).article;
  if ([...reasons].length < BARE_BELOW) {
    const says = '理由过于简单，只有结论，没有事实。';
    const mend = '请写明信息是什么、为什么属于所引条款，让申请人和法院看得懂。';
    return [lookAt({ code: 'reasonsBare', says, mend, place: 'draft', ...(article ? { article } : {}) })];
  }
  if (!words || words.test(reasons)) return [];
  const { name, article: ground } = { article: undefined, ...outcomeOf(outcome) };
  const told = { place: 'draft', ...(ground ? { article: ground } : {}) } as const;
  const other = (Object.keys(wordsOfGround) as OutcomeId[]).find((id) => wordsOfGround[id]?.test(reasons));
  if (other) {
    const says = `答复以“${name}”为由，理由写的却像是“${outcomeOf(other).name}”。`;
    return [mustMend({ code: 'reasonsOfAnother', says, mend: '请改正答复种类，或者改写理由。', ...told })];
  }
  const says = `理由里没有写到“${name}”的要件。`;
  const mend = '请对照所引条款，写明符合其要件的事实。';
  return [lookAt({ code: 'reasonsOffGround', says, mend, ...told })];
};

const numerals: Readonly<Record<string, number>> = {
  十四: 14,
  十五: 15,
  十六: 16,
  '14': 14,
  '15': 15,
  '16': 16,
};
const PLACE = /条例》?第?(十四|十五|十六|14|15|16)条/gu;

/** The reasons cite no other article of 条例第十四条至第十六条 than the reply does. */
export const citesItsOwnArticle: CheckRule = ({ draft: { outcome, reasons = '' } }) => {
  if (!isRefusal(outcome)) return [];
  const { article } = { article: undefined, ...outcomeOf(outcome) };
  const cited = [...reasons.matchAll(PLACE)].map(([, n = '']) => numerals[n]);
  const foreign = cited.find((n) => n !== article?.article);
  if (!article || foreign === undefined) return [];
  const says = `理由引用了《条例》${placeOf(cite('disclosure', foreign))}，答复依据的是${placeOf(article)}。`;
  return [mustMend({ code: 'otherArticle', says, mend: '请统一条款。', article, place: 'draft' })];
};

const SEPARATED = /区分处理|无法区分|不能区分|不宜区分|不可分|难以区分|全部内容|整体|通篇|作区分/u;

/** 条例第三十七条: a whole refusal says why nothing could be given; a partial one says of each part on what ground. */
export const separabilityConsidered: CheckRule = ({ draft }) => {
  const { outcome, reasons = '', withheld = '' } = draft;
  const article = cite('disclosure', 37);
  if (outcome === 'partial') return partsWithGround(withheld, article);
  if (!isRefusal(outcome) || SEPARATED.test(reasons)) return [];
  const says = '全部不予公开，理由里没有说明能否区分处理。';
  const mend = '能区分的，改为部分公开；不能区分的，写明原因。';
  return [lookAt({ code: 'notSeparated', says, mend, article, place: 'draft' })];
};

function partsWithGround(withheld: string, article: Citation): ReturnType<CheckRule> {
  const bare = withheld.split('\n').filter((line) => line.trim() !== '' && !ANY_GROUND.test(line));
  if (bare.length === 0) return [];
  const says = `不予公开的部分没有写明依据：${bare.map((line) => line.trim().replace(/[。；;.]+$/u, '')).join('；')}。`;
  const mend = '请逐项写明属于哪一种不予公开的情形。';
  return [mustMend({ code: 'partWithoutGround', says, mend, article, place: 'draft' })];
}

/** 条例第十四条: only a 法律 or 行政法规 forbids, and it is named. */
export const basisIsALaw: CheckRule = ({ draft: { outcome, basis = '' } }) => {
  if (outcome !== 'forbiddenByLaw' && outcome !== 'specialRegister') return [];
  if (basis === '' || /《[^》]*(法|条例)(（[^）]*）)?》/u.test(basis)) return [];
  const { article } = outcomeOf(outcome);
  const says = '“依据的法律、行政法规”里没有看到法律或者行政法规的名称。';
  const mend = '规章和规范性文件不能作为依据；请写明法律、行政法规的名称和条款。';
  return [lookAt({ code: 'basisNoLaw', says, mend, place: 'draft', ...(article ? { article } : {}) })];
};
