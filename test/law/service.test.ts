import { expect } from 'chai';
import { courseOfService } from '../../src/domain/letter/service-words.js';
import { type PaperCase, calendar, received } from '../support/paper-case.js';
import { flaggedFor, refusedFor } from '../support/trials.js';

const issued = (on = '2026-03-30'): PaperCase => received('2026-03-02').replies(on);
const ON = '2026-03-30';
const serving = (facts: object, on = ON) => refusedFor(issued(), 'reply.served', on, { ...facts });
const flagging = (facts: object, on = ON) => flaggedFor(issued(), 'reply.served', on, { ...facts });
const post = { how: 'post', carrier: 'postal', mailNumber: '1112233445566' };

describe('国办公开办函〔2016〕235号, 邮政法第五十五条: how a reply is served', () => {
  it('each way says by what it can be proven', () => {
    for (const [how, missing] of [
      ['counter', ['receivedBy']],
      ['left', ['refusedBy', 'whyRefused', 'witnessedBy']],
      ['entrusted', ['entrustedTo', 'receivedBy']],
      ['post', ['carrier', 'mailNumber']],
      ['internet', ['sentThrough']],
      ['announcement', ['announcedIn', 'whyAnnounced']],
    ] as const)
      for (const name of missing)
        expect(serving({ how, [name]: undefined }), name).to.deep.equal([`serviceUnproven:${name}`]);
  });

  it('posting is by 邮政企业 with its number, paid by the office', () => {
    expect(serving(post)).to.deep.equal([]);
    expect(flagging(post)).to.deep.equal([]);
    for (const mailNumber of ['EX123456789CN', 'XA12345678901', '1012 3456 789 01'])
      expect(serving({ ...post, mailNumber }), mailNumber).to.deep.equal([]);
    for (const mailNumber of ['平信', '123', '回执见附件'])
      expect(serving({ ...post, mailNumber }), mailNumber).to.deep.equal(['mailNumberWrong:mailNumber']);
    for (const mailNumber of ['SF1234567890123', 'JD0012345678901', 'YT1234567890123'])
      expect(serving({ ...post, mailNumber }), mailNumber).to.deep.equal(['courierNumber:mailNumber']);
    expect(flagging({ ...post, carrier: 'collect' })).to.deep.equal(['collectOnDelivery']);
  });

  it('a courier is no post: it is a flaw, and the day is that of signing', () => {
    const courier = { how: 'post', carrier: 'courier', mailNumber: 'SF1234567890123' };
    expect(serving(courier)).to.deep.equal(['courierDay:signedOn']);
    expect(serving({ ...courier, signedOn: '2026-03-31' })).to.deep.equal(['courierDay:signedOn']);
    expect(flagging({ ...courier, signedOn: ON })).to.deep.equal(['notByPost']);
    // Given to the courier in time and signed a day after the period: late.
    expect(flagging({ ...courier, signedOn: '2026-03-31' }, '2026-03-31')).to.have.members([
      'notByPost',
      'replyLate',
    ]);
  });

  it('another office entrusted with it serves as the office itself does: on the day of signing', () => {
    const served = issued().does('reply.served', '2026-03-31', { how: 'entrusted' });
    expect(flagging({ how: 'entrusted' }, '2026-03-31')).to.deep.equal(['replyLate']);
    expect(served.period('window:reconsideration').startedOn).to.equal('2026-03-31');
  });

  it('on the internet the way to file there is told, since 2024', () => {
    const online = { how: 'internet', filingChannel: undefined };
    expect(flagging(online)).to.deep.equal(['filingUntold']);
    expect(flagging({ how: 'internet' })).to.deep.equal([]);
    const before = received('2023-12-01').replies('2023-12-28');
    expect(flaggedFor(before, 'reply.served', '2023-12-28', online)).to.deep.equal([]);
  });

  it('by announcement the reply is given on its day, and known when the announcement is over', () => {
    const file = issued().does('reply.served', ON, { how: 'announcement' });
    expect(file.reading().reply?.ended).to.deep.equal({ on: ON, how: 'met' });
    // Thirty days from 30 March end on 29 April.
    expect(file.period('window:reconsideration')).to.include({
      startedOn: '2026-04-29',
      because: '自公告期满视为送达之日起',
    });
    const before2022 = received('2021-03-01')
      .replies('2021-03-29')
      .does('reply.served', '2021-03-29', { how: 'announcement' });
    // Sixty days end on 28 May.
    expect(before2022.period('window:reconsideration').startedOn).to.equal('2021-05-28');
  });

  it('is told in 送达回证 as it was done', () => {
    const told = (facts: object): string[] => {
      const served = issued()
        .does('reply.served', ON, { ...facts })
        .acts.findLast((act) => act.type === 'reply.served');
      if (!served) throw new Error('The reply was not served.');
      return courseOfService(served, calendar);
    };
    expect(told({ ...post, signedOn: '2026-04-02' })).to.deep.equal([
      '2026年3月30日交邮政企业寄送，邮件号1112233445566。',
      '2026年4月2日由收件人签收。',
    ]);
    expect(
      told({ how: 'counter', receivedBy: '王某（同住成年家属）', proof: '签收的送达回证' }),
    ).to.deep.equal(['2026年3月30日当面送交，由王某（同住成年家属）签收。', '凭证：签收的送达回证。']);
    expect(told({ how: 'left' })[0]).to.contain('申请人本人拒绝接收，留置送达');
    expect(told({ how: 'left' })).to.contain('见证：某某社区居民委员会代表张某。');
    expect(told({ how: 'entrusted' })).to.deep.equal([
      '委托某某街道办事处送达，2026年3月30日由申请人本人签收。',
    ]);
    expect(told({ how: 'announcement' })[0]).to.equal(
      '2026年3月30日在本机关网站公告栏公告，公告期至2026年4月29日，期满视为送达。',
    );
    expect(told({ how: 'internet' })).to.include('同时告知网上申请行政复议的渠道：行政复议服务平台。');
  });
});
