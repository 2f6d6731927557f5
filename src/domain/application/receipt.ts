import type { Channel } from '../acts/intake-acts.js';
import { limits } from '../clock/limits.js';
import { type Citation, cite } from '../law/citation.js';
import { workdaysAfter } from '../time/counting.js';
import type { LocalDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';

/** How 收到申请之日 is fixed in a channel: which day counts, what proves it, and what a clerk is asked. */
export interface ReceiptRule {
  readonly article: Citation;
  /** Label of the day that counts. */
  readonly day: string;
  readonly says: string;
  readonly proof: string;
  /**
   * Whether the paper may arrive before the day that counts: then the day of arrival is asked too, and the first day
   * on which the applicant was tried to be reached.
   */
  readonly arrivesFirst: boolean;
  /** Whether somebody else had it first: then who is asked too. */
  readonly cameRound?: true;
}

const d31 = (item: number): Citation => cite('disclosure', 31, undefined, item);

/** 条例第三十一条, with 国办公开办函〔2015〕207号 for ordinary mail: 收到之日 by channel. */
export const receiptRules: Readonly<Record<Channel, ReceiptRule>> = {
  counter: {
    article: d31(1),
    day: '提交之日',
    says: '申请人当面提交申请的，提交之日为收到之日。书写确有困难口头提出的，由工作人员代为填写，请申请人核对签字（第二十九条第一款）。',
    proof: '当面提交的登记或签字，口头申请的笔录',
    arrivesFirst: false,
  },
  registeredMail: {
    article: d31(2),
    day: '签收之日',
    says: '申请人以邮寄方式提交申请的，签收之日为收到之日。',
    proof: '邮件号和签收单',
    arrivesFirst: false,
  },
  ordinaryMail: {
    article: d31(2),
    day: '确认之日',
    says: '以平常信函等无需签收的方式提交的，应于收到当日与申请人确认，确认之日为收到之日；联系不上的，先登记，恢复联络之日起算。',
    proof: '确认通话的时间、号码和通话人',
    arrivesFirst: true,
  },
  forwarded: {
    article: cite('receiptReply'),
    day: '确认之日',
    says: '误寄给其他机构、个人，或者内设机构转来的，公开工作机构收到当日与申请人确认，确认之日为收到之日；联系不上的，先登记，恢复联络之日起算。',
    proof: '转来的签收记录，以及确认通话的时间、号码和通话人',
    arrivesFirst: true,
    cameRound: true,
  },
  internet: {
    article: d31(3),
    day: '双方确认之日',
    says: '通过互联网渠道提交的，双方确认之日为收到之日。',
    proof: '系统回执或确认邮件',
    arrivesFirst: true,
  },
  fax: {
    article: d31(3),
    day: '双方确认之日',
    says: '通过传真提交的，双方确认之日为收到之日。',
    proof: '确认通话的时间、号码和通话人',
    arrivesFirst: true,
  },
};

/** By when the applicant should be turned to after a paper has arrived: one working day (本系统口径). */
export const confirmationDueOn = (calendar: WorkCalendar, arrivedOn: LocalDate): LocalDate =>
  workdaysAfter(calendar, arrivedOn, limits['receipt.confirmation'][0].amount);
