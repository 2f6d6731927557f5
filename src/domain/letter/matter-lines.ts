import { type Answer, searchOf } from '../acts/answers.js';
import { chineseNumeral } from '../law/numerals.js';
import type { OutcomeId } from '../outcome/outcomes.js';
import { citationsOf, printPlaces } from './register.js';
import { withheldInProse } from './withheld.js';

/** What a letter of several matters says of one of them, by its result. */
const conclusions: { readonly [O in OutcomeId]?: string } = {
  granted: '该项政府信息可以公开，本机关予以公开',
  alreadyPublic: '该项政府信息已经主动公开',
  partial: '该项政府信息中含有不应当公开的内容，但是能够作区分处理，本机关部分公开',
  stateSecret: '该项政府信息属于依法确定为国家秘密的政府信息，本机关不予公开',
  forbiddenByLaw: '该项政府信息属于法律、行政法规禁止公开的政府信息，本机关不予公开',
  securityAndStability: '该项政府信息公开后可能危及国家安全、公共安全、经济安全、社会稳定，本机关不予公开',
  thirdPartyRights: '该项政府信息涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害，本机关不予公开',
  internalAffairs: '该项政府信息属于行政机关的内部事务信息，本机关不予公开',
  deliberative:
    '该项政府信息属于行政机关在履行行政管理职能过程中形成的过程性信息，法律、法规、规章没有规定应当公开，本机关不予公开',
  enforcementFile: '该项政府信息属于行政执法案卷信息，法律、法规、规章没有规定应当公开，本机关不予公开',
  specialRegister: '该项信息的获取，法律、行政法规有特别规定，请依照其规定办理',
  notHeld: '经检索，本机关没有该项政府信息，该项政府信息不存在',
  notResponsible: '该项政府信息不属于本机关负责公开',
  needsCreation: '本机关没有现成信息，提供该项信息需要对现有政府信息进行加工、分析，本机关不予提供',
  unclearAfterCorrection: '补正后该项申请内容仍不明确，本机关无法提供',
  petition: '该项内容是以政府信息公开申请的形式进行信访、投诉、举报等活动，不作为政府信息公开申请处理',
  repeated: '本机关已就相同政府信息作出答复，不予重复处理',
  publication: '该项内容为要求提供公开出版物，本机关不予处理',
  excessive: '该项申请的数量、频次明显超过合理范围，说明的理由不合理，本机关不予处理',
  confirmation: '该项内容为要求对已经获取的信息进行确认或者重新出具，本机关不予处理',
  otherwise: '该项申请的办理情况如下',
};

/** What the case shows beside the texts of the answers. */
export interface Shown {
  readonly thirdPartyView?: string | undefined;
  readonly correctionHistory?: string | undefined;
  readonly reasonsHistory?: string | undefined;
}

const shownFor: { readonly [O in OutcomeId]?: keyof Shown } = {
  thirdPartyRights: 'thirdPartyView',
  unclearAfterCorrection: 'correctionHistory',
  excessive: 'reasonsHistory',
};

const stopped = (text: string): string => `${text.trim().replace(/[。；;.]+$/u, '')}。`;

/** The matters of a reply one by one: what was asked, what is decided on which article, and what belongs to it. */
export const matterLines = (answers: readonly Answer[], shown: Shown): string[] =>
  answers.flatMap((answer, i) => {
    const { outcome, what = '', provided, withheld, directTo, basis, earlier, reasons } = answer;
    const places = citationsOf(outcome);
    const conclusion = conclusions[outcome] ?? '';
    const ground = shownFor[outcome];
    const view = ground && shown[ground];
    const told: readonly (readonly [string, string | undefined])[] = [
      ['提供的内容或者获取方式', provided],
      ['不予公开的部分和依据', withheld && withheldInProse(withheld)],
      ['检索情况', searchOf(answer)],
      ['负责公开的机关及联系方式', directTo],
      ['依据的法律、行政法规', basis],
      ['此前的答复', earlier],
      ['理由', reasons],
    ];
    return [
      `${chineseNumeral(i + 1)}、关于“${what.replaceAll(/\s*\n\s*/gu, ' ').trim()}”`,
      (view ? stopped(view) : '') +
        stopped(places.length > 0 ? `根据${printPlaces(places)}的规定，${conclusion}` : conclusion),
      ...told.flatMap(([label, text]) => {
        const lines = (text ?? '')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '');
        return lines.length > 1
          ? [`${label}：`, ...lines]
          : lines.map((line) => stopped(`${label}：${line}`));
      }),
    ];
  });
