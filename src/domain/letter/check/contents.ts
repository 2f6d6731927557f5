import { answersOf, resultsOf } from '../../acts/answers.js';
import { residentNumberFault } from '../../application/identity.js';
import { cite } from '../../law/citation.js';
import { outcomes } from '../../outcome/outcomes.js';
import { type CheckRule, lookAt, mustMend } from './finding.js';

const DISCLOSING = ['granted', 'partial'];
const ENCLOSES = /随(本|此)?(答复|函|件|信|告知)|附件|附后|见附|一并(寄送|邮寄|提供|发送)/u;

const withoutEnding = (name: string): string => name.replace(/\.[^.]{1,5}$/u, '');

/** 附件说明: what the reply says it encloses is what goes out, and a refusal sends nothing. */
export const enclosuresAgree: CheckRule = ({ draft, enclosed }) => {
  const answers = answersOf(draft);
  const provided = answers.map((answer) => answer.provided ?? '').join('\n');
  const article = cite('disclosure', 36, undefined, 2);
  const place = 'attachments';
  if (!answers.some(({ outcome }) => DISCLOSING.includes(outcome))) {
    if (enclosed.length === 0) return [];
    const says = `答复不提供信息，案卷里却有 ${enclosed.length} 个“提供的信息”：${enclosed.join('、')}。`;
    const mend = '请核对答复种类，或者改正附件的类别，以免误发。';
    return [mustMend({ code: 'enclosedThoughRefused', says, mend, article, place })];
  }
  if (enclosed.length === 0) {
    if (!ENCLOSES.test(provided)) return [];
    const says = '答复写有随附的内容，案卷里没有“提供的信息”附件。';
    const mend = '请上传要提供的文件，类别选“提供的信息”；提供纸质件的，核对份数后即可。';
    return [lookAt({ code: 'nothingEnclosed', says, mend, article, place })];
  }
  const unnamed = enclosed.filter((name) => !provided.includes(withoutEnding(name)));
  if (unnamed.length === 0) return [];
  const says = `将随答复发出、但“提供的内容”里没有提到的附件：${unnamed.join('、')}。`;
  const mend = '附件清单应与答复一致；请在答复里写明，或者改正附件的类别。';
  return [lookAt({ code: 'enclosureUnnamed', says, mend, article, place })];
};

/** 条例第三十六条第一项: where and how it can be found. */
export const placeToFind: CheckRule = ({ draft: { outcome, provided = '' } }) => {
  if (outcome !== 'alreadyPublic') return [];
  if (/https?:|www\.|网站|网址|公报|图书馆|档案馆|公开栏|查阅|公众号/u.test(provided)) return [];
  const says = '没有看到获取该信息的方式、途径。';
  const mend = '请写明网址、公报期号或者查阅地点。';
  const article = cite('disclosure', 36, undefined, 1);
  return [lookAt({ code: 'noPlaceToFind', says, mend, article, place: 'draft' })];
};

const NOT_HANDED_OVER = /(尚未|还未|还没有|没有|未)(完成|办理|进行)?[^，。；]{0,8}(划转|移交|交接|转隶)/u;

/**
 * 国办公开办函〔2019〕14号: whoever receives the application after a reorganisation handles it; an agency that took the work
 * over does not send the applicant away because the files have not come yet.
 */
export const takenOverIsHandled: CheckRule = ({ draft: { outcome, reasons = '' } }) => {
  if ((outcome !== 'notResponsible' && outcome !== 'notHeld') || !NOT_HANDED_OVER.test(reasons)) return [];
  const says = '理由写的是有关信息尚未划转、移交。';
  const mend = '机构改革后谁收到、谁处理：职能已经划入的，应当向划出机关调取后答复，或者征求其意见。';
  const article = cite('reorganisationReply');
  return [mustMend({ code: 'notHandedOver', says, mend, article, place: 'draft' })];
};

/** 条例第三十六条第五项: who is responsible and how to reach him, where that can be told. */
export const otherOfficeNamed: CheckRule = ({ draft: { outcome, directTo = '' } }) => {
  if (outcome !== 'notResponsible') return [];
  const article = cite('disclosure', 36, undefined, 5);
  if (directTo === '') {
    const says = '没有告知负责公开的机关。';
    const mend = '能够确定的，应当写明机关名称和联系方式；不能确定的，在理由里说明。';
    return [lookAt({ code: 'otherOfficeUnnamed', says, mend, article, place: 'draft' })];
  }
  if (/\d{3,}|地址|[路街巷]\S*号/u.test(directTo)) return [];
  const says = '写明了负责公开的机关，没有看到联系方式。';
  const mend = '请补上电话或者地址。';
  return [lookAt({ code: 'noWayToReach', says, mend, article, place: 'draft' })];
};

/** 条例第三十六条第六项: which earlier reply, so that it can be found. */
export const earlierReplyNamed: CheckRule = ({ draft: { outcome, earlier = '' } }) => {
  if (outcome !== 'repeated' || earlier === '' || /号|\d{4}[年.-]/u.test(earlier)) return [];
  const says = '“此前答复的文号和日期”里没有看到文号或者日期。';
  const mend = '请写明前次答复的文号和日期，并核对两次申请的是不是相同的信息。';
  const article = cite('disclosure', 36, undefined, 6);
  return [lookAt({ code: 'earlierUnnamed', says, mend, article, place: 'draft' })];
};

/** A letter that names somebody's 身份证号码 discloses it (law.md §10: 最小必要). */
export const noIdentityNumbers: CheckRule = ({ draft: { reasons, provided, withheld, searched } }) => {
  const texts = [reasons, provided, withheld, searched].join('\n');
  const number = [...texts.matchAll(/(?<!\d)\d{17}[\dX](?!\d)/giu)].find(
    ([found]) => residentNumberFault(found) === undefined,
  );
  if (!number) return [];
  const says = '答复的文字里有身份证号码。';
  const mend = '请删去或者遮盖；写明是哪一类信息即可。';
  return [mustMend({ code: 'identityNumber', says, mend, article: cite('disclosure', 15), place: 'draft' })];
};

/** 行政复议法第二十条第三款、第二十二条第二款: the remedies can be told, and the channel when it goes out online. */
export const remediesTellable: CheckRule = ({ draft, government, onInternet, internetFilingNamed }) => {
  if (resultsOf(draft).every((id) => outcomes[id].remedy === 'none')) return [];
  if (government.trim() === '') {
    const says = '机关资料里没有“本级人民政府”，写不出救济途径。';
    const mend = '请管理员在机关资料中填写，否则答复不能制发。';
    const article = cite('reconsideration', 20, 3);
    return [mustMend({ code: 'remediesUnknown', says, mend, article, place: 'office' })];
  }
  if (!onInternet || internetFilingNamed) return [];
  const says = '答复在网上送达，救济途径里还没有写明网上申请行政复议的具体渠道。';
  const mend = '请管理员在机关资料中填写“网上申请复议的渠道”。';
  const article = cite('reconsideration', 22, 2);
  return [lookAt({ code: 'channelUnnamed', says, mend, article, place: 'office' })];
};
