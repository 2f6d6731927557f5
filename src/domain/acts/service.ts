import { choice, date, type Facts, ifKnown, longText, text } from './fields.js';

/** 国办公开办函〔2016〕235号: ways of service; the day that counts is the day of signing, of posting, or of sending. */
export const waysOfService = {
  counter: '当面送达',
  left: '留置送达',
  entrusted: '委托其他机关送达',
  post: '邮寄送达（邮政企业）',
  internet: '网上送达',
  announcement: '公告送达',
  unrecorded: '台账未载',
} as const;
export type WayOfService = keyof typeof waysOfService;

/** Who carried the letter, and who paid: 邮政法第五十五条 leaves 国家机关公文 to 邮政企业; 235号 forbids 到付. */
const carriers = {
  postal: '邮政企业，邮费由本机关付',
  collect: '邮政企业，邮费由收件人付（到付）',
  courier: '其他快递企业（如顺丰、京东）',
} as const;

/** What a service says besides its day. Which of it a way needs is said by {@link factsOfWay}. */
export const serviceFields = {
  how: choice('送达方式', waysOfService),
  receivedBy: ifKnown(
    text('签收人', {
      hint: '申请人本人、代理人；由同住成年家属或者单位收发人员代收的，写明姓名和与申请人的关系。',
    }),
  ),
  refusedBy: ifKnown(
    text('拒绝接收的人', {
      hint: '受送达人，或者与其同住的成年家属（写明关系）；其他人拒收的不能留置。',
    }),
  ),
  whyRefused: ifKnown(
    longText('拒收的事由和留置的经过', {
      hint: '送达回证上记明的拒收事由；文书须留在受送达人的住所。',
    }),
  ),
  witnessedBy: ifKnown(
    text('见证人，或者拍照、录像', {
      hint: '见证人是有关基层组织或者受送达人所在单位的代表，写明姓名和单位，并在送达回证上签名或者盖章；没有见证人的，写明拍照、录像记录了送达过程。',
    }),
  ),
  entrustedTo: ifKnown(
    text('受委托的机关', { hint: '例如：申请人所在地的乡镇人民政府、街道办事处。写全称。' }),
  ),
  carrier: ifKnown(
    choice('由谁寄递', carriers, {
      hint: '国家机关公文由邮政企业寄递（邮政法第五十五条），邮费不得由收件人付（国办公开办函〔2016〕235号）。',
    }),
  ),
  mailNumber: ifKnown(text('邮件号', { hint: '挂号信、邮政特快专递（EMS）单据上的号码。' })),
  sentThrough: ifKnown(
    text('发送渠道', { hint: '例如：本机关政府信息公开平台、申请人提供的电子邮箱。不必写邮箱地址。' }),
  ),
  filingChannel: ifKnown(
    text('已告知的网上申请复议渠道', {
      hint: '网上送达的，应当同时告知（行政复议法第二十二条第二款）。答复书没有写明的，随答复另行告知后填写。',
    }),
  ),
  announcedIn: ifKnown(text('公告载体', { hint: '例如：本机关网站的哪个栏目、哪家报纸第几版。' })),
  whyAnnounced: ifKnown(
    longText('其他方式无法送达的情况', {
      hint: '哪天、用什么方式、结果怎样，例如：某月某日按申请书所留地址邮寄，因查无此人退回；某月某日两次去电无人接听。',
    }),
  ),
  proof: ifKnown(
    text('送达凭证', { hint: '例如：签收的送达回证、邮件回执、发送记录截图。扫描后传入附件。' }),
  ),
  signedOn: ifKnown(
    date('申请人签收日', {
      hint: '邮寄的，交邮日为答复之日，申请人的救济期限自签收之日起算；不知道的空着。',
    }),
  ),
} as const;

export type ServiceFact = Exclude<keyof typeof serviceFields, 'how'>;
/** A service as a form or the record holds it. */
export type Service = Facts<typeof serviceFields>;

/** The facts of each way: what must be said for the service to be provable, and what may be. */
export const factsOfWay: Readonly<
  Record<WayOfService, { readonly needed: readonly ServiceFact[]; readonly more: readonly ServiceFact[] }>
> = {
  counter: { needed: ['receivedBy'], more: ['proof'] },
  // 民事诉讼法第八十九条，参照.
  left: { needed: ['refusedBy', 'whyRefused', 'witnessedBy'], more: ['proof'] },
  entrusted: { needed: ['entrustedTo', 'receivedBy'], more: ['proof'] },
  post: { needed: ['carrier', 'mailNumber'], more: ['signedOn', 'receivedBy', 'proof'] },
  internet: { needed: ['sentThrough'], more: ['filingChannel', 'proof'] },
  announcement: { needed: ['announcedIn', 'whyAnnounced'], more: ['proof'] },
  unrecorded: { needed: [], more: ['proof'] },
};

/** The day of the service as each way reckons it: what the date in the form is the date of. */
export const dayOfWay: Readonly<Record<WayOfService, string>> = {
  counter: '申请人或者代收人签收的那一天。',
  left: '把文书留在受送达人住所的那一天（参照民事诉讼法第八十九条，即视为送达；本系统口径）。',
  entrusted: '申请人或者代收人签收的那一天，不是交给受委托机关的那一天。',
  post: '交邮的那一天；交其他快递企业的，不是邮寄送达，写申请人签收的那一天。',
  internet: '系统发送的那一天。',
  announcement: '发出公告的那一天（本系统口径：公告之日为答复之日，公告期满视为送达，救济期限自期满起算）。',
  unrecorded: '答复的那一天。',
};
