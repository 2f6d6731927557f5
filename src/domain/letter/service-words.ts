import type { ActOf } from '../acts/acts.js';
import { waysOfService } from '../acts/service.js';
import { announcedUntil } from '../clock/served.js';
import { chinese } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';

type Served = ActOf<'reply.served'>;

/** How a reply was served, as 送达回证 tells it, a sentence a line. */
export function courseOfService(served: Served, calendar: WorkCalendar): string[] {
  const { receivedBy, entrustedTo, sentThrough, filingChannel, announcedIn, whyAnnounced, proof } = served;
  const on = chinese(served.on);
  const kept = proof ? [`凭证：${proof}。`] : [];
  switch (served.how) {
    case 'counter':
      return [`${on}当面送交，由${receivedBy ?? '受送达人'}签收。`, ...kept];
    case 'left': {
      const { refusedBy = '受送达人', whyRefused, witnessedBy } = served;
      const why = whyRefused ? [`拒收的事由和留置的经过：${whyRefused}`] : [];
      const seen = witnessedBy ? [`见证：${witnessedBy}。`] : [];
      return [`${on}当面送交，${refusedBy}拒绝接收，留置送达。`, ...why, ...seen, ...kept];
    }
    case 'entrusted':
      return [`委托${entrustedTo ?? '其他机关'}送达，${on}由${receivedBy ?? '受送达人'}签收。`, ...kept];
    case 'post':
      return [...posted(served), ...kept];
    case 'internet': {
      const told = filingChannel ? [`同时告知网上申请行政复议的渠道：${filingChannel}。`] : [];
      return [`${on}通过${sentThrough ?? '互联网'}发送。`, ...told, ...kept];
    }
    case 'announcement': {
      const until = chinese(announcedUntil(calendar, served.on));
      const why = whyAnnounced ? [`其他方式无法送达的情况：${whyAnnounced}`] : [];
      return [`${on}在${announcedIn ?? '公告载体'}公告，公告期至${until}，期满视为送达。`, ...why, ...kept];
    }
    case 'unrecorded':
      return [`${on}送达，台账没有记载方式。`, ...kept];
  }
}

function posted({ on, carrier, mailNumber, signedOn, receivedBy }: Served): string[] {
  const number = mailNumber ? `，邮件号${mailNumber}` : '';
  const signed = signedOn ? [`${chinese(signedOn)}由${receivedBy ?? '收件人'}签收。`] : [];
  if (carrier === 'courier') return [`由快递企业寄送${number}。`, ...signed];
  const paid = carrier === 'collect' ? '，邮费由收件人付' : '';
  return [`${chinese(on)}交邮政企业寄送${number}${paid}。`, ...signed];
}

/** 邮寄送达: the way without what stands in brackets on the form. */
export const wayInBrief = ({ how, carrier }: Served): string =>
  carrier === 'courier' ? '快递企业寄送' : waysOfService[how].replace(/（.*）$/u, '');
