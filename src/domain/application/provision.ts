import type { Channel } from '../acts/intake-acts.js';

/** 条例第二十九条第二款第三项: in what form the applicant wants the information (形式要求). */
export const wantedForms = {
  paper: '纸质',
  electronic: '电子文档',
  any: '不限',
} as const;
export type WantedForm = keyof typeof wantedForms;

/** 条例第二十九条第二款第三项: by which way the applicant wants to get it (获取方式、途径). */
export const supplyWays = {
  post: '邮寄',
  email: '电子邮件',
  website: '网上领取',
  collect: '自行领取',
  inspect: '当场查阅、抄录',
} as const;
export type SupplyWay = keyof typeof supplyWays;

/** The document by which an applicant is identified (条例第二十九条第二款第一项: 身份证明). */
export const identityDocuments = {
  residentCard: '居民身份证',
  creditCode: '统一社会信用代码',
  passport: '护照',
  homePermit: '港澳台居民居住证或通行证',
  other: '其他证件',
} as const;
export type IdentityDocument = keyof typeof identityDocuments;

/** Whether a reply goes out on the internet: as the applicant wished, else as the application came. */
export function goesByInternet({
  supplyWay,
  channel,
}: {
  readonly supplyWay: SupplyWay | null;
  readonly channel: Channel;
}): boolean {
  return supplyWay ? supplyWay === 'email' || supplyWay === 'website' : channel === 'internet';
}
