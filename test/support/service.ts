import type { Service, WayOfService } from '../../src/domain/acts/service.js';

/** What each way of service must say, where a test does not care. */
export const serviceSaid = {
  counter: { how: 'counter', receivedBy: '申请人本人' },
  left: {
    how: 'left',
    refusedBy: '申请人本人',
    whyRefused: '申请人表示不服答复，不愿签收，文书留在其住所。',
    witnessedBy: '某某社区居民委员会代表张某',
  },
  entrusted: { how: 'entrusted', entrustedTo: '某某街道办事处', receivedBy: '申请人本人' },
  post: { how: 'post', carrier: 'postal', mailNumber: '1122334455667' },
  internet: {
    how: 'internet',
    sentThrough: '政府信息公开平台',
    filingChannel: '行政复议服务平台',
  },
  announcement: {
    how: 'announcement',
    announcedIn: '本机关网站公告栏',
    whyAnnounced: '按申请书所留地址邮寄，因查无此人退回；两次去电无人接听。',
  },
  unrecorded: { how: 'unrecorded' },
} as const satisfies Record<WayOfService, Service>;
