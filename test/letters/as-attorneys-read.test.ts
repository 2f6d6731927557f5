import { expect } from 'chai';
import type { RecordedAct } from '../../src/domain/acts/acts.js';
import { withheldInProse, withheldRows } from '../../src/domain/letter/withheld.js';
import { thirdPartyView } from '../../src/letters/case-history.js';
import { addressOf, contentWithoutNames } from '../../src/letters/letter-parties.js';
import { repliedFacts } from '../../src/letters/reply-facts.js';
import { calendar, received } from '../support/paper-case.js';

describe('letters as the other side’s attorney reads them', () => {
  it('a withheld part always stands beside a ground (条例第三十七条)', () => {
    expect(
      withheldRows([
        '评审讨论记录｜过程性信息，第十六条第二款',
        '身份证号码：个人隐私',
        '第二章受助人身份证号码，属于个人隐私。',
        '第五章报价（涉及第三方商业秘密）',
        '第六章。',
        '第七章｜',
      ]),
    ).to.deep.equal([
      '评审讨论记录｜过程性信息，第十六条第二款',
      '身份证号码：个人隐私',
      '第二章受助人身份证号码｜属于个人隐私',
      '第五章报价｜涉及第三方商业秘密',
      '第六章｜见不予公开的理由',
      '第七章｜见不予公开的理由',
    ]);
    expect(withheldInProse('评审讨论记录｜过程性信息')).to.equal('评审讨论记录，过程性信息');
  });

  it('what several third parties said is told of each, and contradicts nothing', () => {
    const asked = (...views: readonly (string | undefined)[]) => {
      const file = received('2026-03-02');
      views.forEach((view, i) => {
        const id = String(i + 1);
        file.does('opinion.sought', i === 0 ? '2026-03-04' : '2026-03-06', {
          id,
          consultee: 'thirdParty',
          deliveredOn: '2026-03-06',
        });
        if (view) file.does('opinion.received', '2026-03-10', { id, view });
      });
      return thirdPartyView(file);
    };
    expect(asked('objects')).to.equal('本机关于2026年3月4日书面征求第三方意见，第三方不同意公开');
    expect(asked('objects', 'objects')).to.equal(
      '本机关于2026年3月4日、2026年3月6日书面征求2个第三方的意见，第三方均不同意公开',
    );
    expect(asked('objects', 'agrees', 'objects')).to.equal(
      '本机关于2026年3月4日、2026年3月6日书面征求3个第三方的意见，其中2方不同意公开，1方同意公开',
    );
    expect(asked(undefined)).to.equal(undefined);
  });

  it('those who are consulted are not told who has asked', () => {
    const application = {
      applicantName: '张三丰',
      jointNames: ['李四'],
      applicantKind: 'naturalPerson' as const,
      content: '某路征地批复',
    };
    expect(contentWithoutNames(application)).to.deep.equal(['某路征地批复']);
    for (const content of ['本人张三丰申请某路征地批复', '李四家的补偿明细'])
      expect(contentWithoutNames({ ...application, content }), content).to.equal(undefined);
    expect(addressOf(application)).to.equal('你们');
  });

  it('a notice that another office is responsible is the reply that later letters go back to', () => {
    const acts: readonly RecordedAct[] = received('2026-03-02')
      .does('transfer.noticed', '2026-03-10', {
        directTo: '某局，电话 023-1',
        reasons: '由某局制作。',
        number: '某政公开〔2026〕7号',
      })
      .does('reply.served', '2026-03-10').acts;
    expect(repliedFacts(acts, calendar)).to.deep.include({
      earlierOn: '2026-03-10',
      earlierNumber: '某政公开〔2026〕7号',
      servedLetter: '《非本机关政府信息告知书》（某政公开〔2026〕7号）',
      serviceWay: '当面送达',
    });
  });
});
