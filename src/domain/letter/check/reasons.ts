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
const PLACE = /条例》?第?(十四|十五|十六|14|15|16)条(?:第?([一二12])款)?/gu;
const paragraphs: Readonly<Record<string, number>> = { 一: 1, 二: 2, '1': 1, '2': 2 };

/** The reasons cite no other article of 条例第十四条至第十六条 than the reply does, and no other paragraph of it. */
export const citesItsOwnArticle: CheckRule = ({ draft: { outcome, reasons = '' } }) => {
  if (!isRefusal(outcome)) return [];
  const { article: own } = { article: undefined, ...outcomeOf(outcome) };
  if (!own) return [];
  const foreign = [...reasons.matchAll(PLACE)]
    .map(([, n = '', p = '']) => cite('disclosure', numerals[n], paragraphs[p]))
    .find(
      ({ article, paragraph }) =>
        article !== own.article || (paragraph && own.paragraph && paragraph !== own.paragraph),
    );
  if (!foreign) return [];
  const says = `理由引用了《条例》${placeOf(foreign)}，答复依据的是${placeOf(own)}。`;
  return [mustMend({ code: 'otherArticle', says, mend: '请统一条款。', article: own, place: 'draft' })];
};

const CONSEQUENCE = /公开(以后|之后|后|会|将|可能|容易|势必)|影响|妨碍|干扰|不利于|损害|有碍|坦率/u;

/** 条例第十六条 lets the office refuse and does not bid it: a court asks why it did (law.md §2.4: 为何裁量不公开). */
export const discretionExplained: CheckRule = ({ draft: { outcome, reasons = '' } }) => {
  const { article } = { article: undefined, ...outcomeOf(outcome) };
  if (article?.article !== 16 || reasons === '' || CONSEQUENCE.test(reasons)) return [];
  const says = '第十六条是“可以不予公开”，理由里没有说明为什么不公开。';
  const mend = '请写明公开会带来什么影响；没有影响的，予以公开。';
  return [lookAt({ code: 'discretionUnexplained', says, mend, article, place: 'draft' })];
};

/** Results that refuse nothing, so that the letter does not say that reconsideration comes first. */
const refusingNothing: readonly OutcomeId[] = [
  'notHeld',
  'notResponsible',
  'needsCreation',
  'unclearAfterCorrection',
  'petition',
  'publication',
  'excessive',
  'otherwise',
];
const SAYS_REFUSED = /不予公开|不宜公开|不能公开|不得公开/u;

/**
 * 行政复议法第二十三条第一款第四项、第二款: a refusal under another name would tell the wrong remedies. Of what is given the
 * reasons may speak of what a third party wanted.
 */
export const refusesUnderItsName: CheckRule = ({ draft: { outcome, reasons = '' } }) => {
  const grounds = (Object.keys(wordsOfGround) as OutcomeId[]).filter((id) =>
    wordsOfGround[id]?.test(reasons),
  );
  if (!SAYS_REFUSED.test(reasons) || grounds.length === 0) return [];
  const { name } = outcomeOf(outcome);
  if (refusingNothing.includes(outcome)) {
    const says = `理由写的是不予公开，答复种类却是“${name}”，救济途径会因此告知错误。`;
    const mend = '请改为相应的不予公开（先复议后诉讼），或者改写理由。';
    const article = cite('reconsideration', 23, 2);
    return [mustMend({ code: 'refusalUnderOtherName', says, mend, article, place: 'draft' })];
  }
  if ((outcome !== 'granted' && outcome !== 'alreadyPublic') || /公共利益/u.test(reasons)) return [];
  const says = `答复种类是“${name}”，理由里写有不予公开的内容。`;
  const mend = '有一部分不予公开的，请改为部分公开，逐项写明依据。';
  return [lookAt({ code: 'partRefused', says, mend, article: cite('disclosure', 37), place: 'draft' })];
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

/** 某某省、某某市……条例 is 地方性法规; 城市…条例 and 市场…条例 are of the whole country. */
const LOCAL =
  /^(?:\p{Script=Han}{2,7}(?:省|自治区|自治州|自治县|经济特区)|\p{Script=Han}{2,3}(?<!城)市(?!场)|北京|上海|天津|重庆)/u;

/** 条例第十四条、第三十六条第七项: a 法律 or 行政法规, which is named; no 规章, no 地方性法规. */
export const basisIsALaw: CheckRule = ({ draft: { outcome, basis = '' } }) => {
  if (outcome !== 'forbiddenByLaw' && outcome !== 'specialRegister') return [];
  const named = [...basis.matchAll(/《([^》]*(?:法|条例)(?:（[^）]*）)?)》/gu)].map(
    ([, title = '']) => title,
  );
  if (basis === '' || named.some((title) => !LOCAL.test(title))) return [];
  const { article } = outcomeOf(outcome);
  const [local] = named;
  const says = local
    ? `“依据的法律、行政法规”里只有地方性法规《${local}》。`
    : '“依据的法律、行政法规”里没有看到法律或者行政法规的名称。';
  const mend = '地方性法规、规章和规范性文件不能作为依据；请写明法律、行政法规的名称和条款。';
  return [lookAt({ code: 'basisNoLaw', says, mend, place: 'draft', ...(article ? { article } : {}) })];
};
